import { makeStyles, tokens } from '@fluentui/react-components';

export const useReachStyles = makeStyles({
  section: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  field: { flexGrow: 1, flexBasis: '240px', maxInlineSize: '420px', minInlineSize: 0 },
  wide: { inlineSize: '100%', minInlineSize: 0, boxSizing: 'border-box' },
  headline: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  servers: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  causes: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  hosts: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  // Scrolls on its own where a narrow page has no room for all columns.
  tableBox: {
    overflowX: 'auto',
    '@media print': { overflowX: 'visible' },
    borderRadius: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    inlineSize: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& th, & td': {
      paddingBlock: '6px',
      paddingInline: tokens.spacingHorizontalM,
      textAlign: 'start',
      verticalAlign: 'top',
      borderBlockEndWidth: '1px',
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke3,
    },
  },
  mono: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  address: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'break-word' },
  problem: { fontWeight: tokens.fontWeightSemibold },
  note: { display: 'block', color: tokens.colorNeutralForeground2 },
  proofs: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
  },
  csv: {
    inlineSize: '100%',
    '& textarea': {
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: tokens.fontSizeBase200,
      minBlockSize: '160px',
    },
  },
});
