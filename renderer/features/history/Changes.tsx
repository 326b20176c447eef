import { makeStyles, tokens } from '@fluentui/react-components';
import type { ChangeView } from '../../../preload/contract-history';
import { changeWords, listedRelevances } from '../../../strings/change-words';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Beyond these a list of changes is no longer read. */
const mostShown = 12;

/** What reads differently now, what has to do with the fault first. */
export const Changes = ({ changes }: { changes: readonly ChangeView[] }) => {
  const styles = useStyles();
  const words = useWords();
  const { say } = words;
  const times = changes.filter(({ relevance }) => relevance === 'time').length;
  return (
    <div className={styles.root}>
      {listedRelevances.map((relevance) => {
        const these = changes.filter((change) => change.relevance === relevance);
        if (these.length === 0) return null;
        const more = these.length - mostShown;
        return (
          <section key={relevance}>
            <Heading level={3}>{say(`compare.${relevance}`)}</Heading>
            <ul className={styles.list}>
              {these.slice(0, mostShown).map((change) => (
                <li key={`${change.probe} ${change.field}`}>{changeWords(change, words)}</li>
              ))}
              {more > 0 && <li>{say('compare.more', { count: more })}</li>}
            </ul>
          </section>
        );
      })}
      {times > 0 && <p className={styles.text}>{say('compare.times', { count: times })}</p>}
      {changes.length === 0 && <p className={styles.text}>{say('history.nothing')}</p>}
    </div>
  );
};
