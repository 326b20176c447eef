import { makeStyles, tokens } from '@fluentui/react-components';
import { pictureCode } from '../../theme/picture-code';

const box = {
  borderRadius: '12px',
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  backgroundColor: tokens.colorNeutralBackground1,
} as const;

export const useReadinessStyles = makeStyles({
  section: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  verdict: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: tokens.spacingHorizontalL,
    alignItems: 'center',
  },
  box: { ...box, padding: tokens.spacingHorizontalL },
  facts: {
    ...box,
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, 1fr) minmax(0, 4fr)',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: tokens.spacingHorizontalL,
    '& > dt': { color: tokens.colorNeutralForeground2 },
    '& > dd': { margin: 0, overflowWrap: 'anywhere' },
    '@media (max-width: 520px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  list: {
    ...box,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    listStyleType: 'none',
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
    '&:not(:last-child)': {
      borderBlockEndWidth: '1px',
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke3,
    },
  },
  lineTitle: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  items: {
    marginBlock: tokens.spacingVerticalXS,
    marginInline: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
  },
  evidence: {
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  why: { display: 'block', color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  sheet: {
    ...box,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalL,
    padding: tokens.spacingHorizontalXL,
    '@media (max-width: 520px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  sheetPart: { '& > ul': { margin: 0, paddingInlineStart: 0, listStyleType: 'none' } },
  // Black on white whatever the theme: a camera reads nothing else.
  qr: {
    inlineSize: '200px',
    blockSize: '200px',
    maxInlineSize: '100%',
    backgroundColor: pictureCode.light,
    color: pictureCode.dark,
    forcedColorAdjust: 'none',
    borderRadius: tokens.borderRadiusMedium,
  },
});
