import { makeStyles, tokens } from '@fluentui/react-components';

/** Rows that are painted and laid out together: what is far off screen costs nothing. */
export const rowsTogether = 25;
const rowHeight = 44;

const box = {
  borderRadius: '12px',
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  backgroundColor: tokens.colorNeutralBackground1,
} as const;

export const useBatchStyles = makeStyles({
  section: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  box: {
    ...box,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
  },
  /** Whatever part of a long sheet is on the screen. */
  refusal: { position: 'sticky', insetBlockStart: tokens.spacingVerticalS, zIndex: 1 },
  text: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  dim: { display: 'block', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  beside: { alignItems: 'end' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  plainList: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '8px' },
  choice: {
    ...box,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: tokens.spacingHorizontalM,
  },
  table: { ...box, overflow: 'hidden' },
  chunk: {
    contentVisibility: 'auto',
    containIntrinsicBlockSize: `auto ${String(rowsTogether * rowHeight)}px`,
    '@media print': { contentVisibility: 'visible' },
  },
  row: {
    display: 'grid',
    gridTemplateColumns:
      'minmax(0, 1.3fr) minmax(0, 1.3fr) minmax(0, 1.3fr) minmax(0, 1fr) minmax(0, 1.6fr) minmax(0, 1.4fr)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    minBlockSize: `${String(rowHeight)}px`,
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalM,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke3,
    overflowWrap: 'anywhere',
    '@media (max-width: 760px)': {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      paddingBlock: tokens.spacingVerticalS,
    },
  },
  head: {
    fontWeight: tokens.fontWeightSemibold,
    '@media (max-width: 760px)': { display: 'none' },
  },
  /** Without the heading row above it, a cell says itself what it is. */
  labelled: {
    '@media (max-width: 760px)': {
      '::before': {
        content: 'attr(data-label) ": "',
        color: tokens.colorNeutralForeground2,
      },
    },
  },
  serial: {
    font: 'inherit',
    fontFamily: tokens.fontFamilyMonospace,
    color: tokens.colorBrandForegroundLink,
    textAlign: 'start',
    textDecorationLine: 'underline',
    padding: 0,
    border: 'none',
    background: 'none',
    cursor: 'pointer',
    minBlockSize: '24px',
  },
  state: { display: 'flex', gap: '6px', alignItems: 'center' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  open: { color: tokens.colorNeutralForeground2 },
  point: {
    display: 'grid',
    gridTemplateColumns: '1.2em minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
  },
  proof: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** One for each language: making one takes longer than hundreds of uses, and a sheet has hundreds of rows. */
const formatted = (options: Intl.DateTimeFormatOptions) => {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (at: number, language: string): string => {
    const format = formats.get(language) ?? new Intl.DateTimeFormat(language, options);
    formats.set(language, format);
    return format.format(at);
  };
};

export const momentIn = formatted({ dateStyle: 'medium', timeStyle: 'short' });
export const clockIn = formatted({ timeStyle: 'medium' });
