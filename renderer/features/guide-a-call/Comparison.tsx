import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { FindingView } from '../../../preload/contract';
import type { ChangeView, ComparisonView } from '../../../preload/contract-call';
import type { Words } from '../../../strings';
import { useWords } from '../../words/useWords';
import { useFindingWords } from '../diagnosis/useFindingWords';
import { Heading } from '../shell/Heading';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  frame: { overflowX: 'auto' },
  table: {
    inlineSize: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      padding: tokens.spacingHorizontalS,
      borderBlockEndWidth: '1px',
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
      fontWeight: tokens.fontWeightRegular,
      overflowWrap: 'anywhere',
    },
    '& thead th': { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  },
});

const momentOf = (at: number | null, { language }: Words): string | null =>
  at === null
    ? null
    : new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

const sideWords = ({ label, observedAt }: ComparisonView['earlier'], words: Words): string =>
  [label ?? words.say('call.pasted'), momentOf(observedAt, words)]
    .filter((part) => part !== null)
    .join(', ');

/** A reading that came or went says why; a value says itself. */
const valueWords = (value: string | null, { relevance }: ChangeView, words: Words): string => {
  if (value === null) return words.say('compare.none');
  if (relevance !== 'readable') return value === '' ? '“”' : value;
  if (value === 'ok') return words.say('compare.was-read');
  return words.lookUp(`gap.${value}`) ?? words.say('gap.other');
};

const Findings = ({ title, findings }: { title: string; findings: readonly FindingView[] }) => {
  const styles = useStyles();
  const wordsOf = useFindingWords();
  return findings.length === 0 ? null : (
    <div>
      <Heading level={3}>{title}</Heading>
      <ul className={styles.list}>
        {findings.map((finding) => (
          <li key={finding.id}>{wordsOf(finding).title}</li>
        ))}
      </ul>
    </div>
  );
};

/** What is different since an earlier look, what has to do with the fault first. */
export const Comparison = ({ shown, close }: { shown: ComparisonView; close(): void }) => {
  const styles = useStyles();
  const words = useWords();
  const { say, lookUp } = words;
  const { came, went, changes, cut, times } = shown;
  return (
    <section className={styles.root} aria-labelledby="comparison">
      <Heading level={2} id="comparison">
        {say('compare.title')}
      </Heading>
      <p className={styles.text}>
        {say('compare.sides', {
          earlier: sideWords(shown.earlier, words),
          later: sideWords(shown.later, words),
        })}
      </p>
      <Findings title={say('compare.came')} findings={came} />
      <Findings title={say('compare.went')} findings={went} />
      {changes.length === 0 && <p className={styles.text}>{say('compare.same')}</p>}
      {changes.length > 0 && (
        <div className={styles.frame} tabIndex={0} role="region" aria-label={say('compare.what')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say('compare.what')}</th>
                <th scope="col">{say('compare.before')}</th>
                <th scope="col">{say('compare.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change, at) => (
                <tr key={`${String(at)} ${change.probe} ${change.field}`}>
                  <th scope="row">
                    {[lookUp(`probe.${change.probe}`) ?? change.probe, change.field]
                      .filter(Boolean)
                      .join(', ')}
                  </th>
                  <td>{valueWords(change.before, change, words)}</td>
                  <td>{valueWords(change.after, change, words)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {cut > 0 && <p className={styles.text}>{say('compare.more', { count: cut })}</p>}
      {times > 0 && <p className={styles.text}>{say('compare.times', { count: times })}</p>}
      <div data-print="no">
        <Button onClick={close}>{say('compare.close')}</Button>
      </div>
    </section>
  );
};
