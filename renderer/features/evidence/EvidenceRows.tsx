import { makeStyles, tokens } from '@fluentui/react-components';
import type { EvidenceView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, auto) minmax(0, 1fr) auto',
    margin: 0,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    paddingBlock: tokens.spacingVerticalS,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  row: {
    display: 'grid',
    gridColumn: '1 / -1',
    gridTemplateColumns: 'subgrid',
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: '2px',
    paddingInline: tokens.spacingHorizontalL,
  },
  field: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  value: { margin: 0, overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, color: tokens.colorNeutralForeground2, fontFamily: tokens.fontFamilyBase },
});

/** The rows a finding rests on, as Windows wrote them. */
export const EvidenceRows = ({ evidence }: { evidence: readonly EvidenceView[] }) => {
  const styles = useStyles();
  const { say } = useWords();
  if (evidence.length === 0) return null;
  return (
    <dl className={styles.list} aria-label={say('evidence.rows')}>
      {evidence.map(({ source, field, value, line }, index) => (
        <div key={`${source} ${field} ${index}`} className={styles.row}>
          <dt className={styles.field} dir="ltr">
            {field}
          </dt>
          <dd className={styles.value} dir="ltr">
            {value}
          </dd>
          <dd className={styles.line}>{line !== undefined && say('evidence.line', { line })}</dd>
        </div>
      ))}
    </dl>
  );
};
