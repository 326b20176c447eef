import type { TakenCount } from '../../../preload/contract-batch';
import { useWords } from '../../words/useWords';
import { useBatchStyles } from './useBatchStyles';

const mostNamed = 20;

/** What came of a file: counted, and every line that was not taken by its number. */
export const TakenNote = ({ taken }: { taken: TakenCount }) => {
  const styles = useBatchStyles();
  const { say, lookUp } = useWords();
  const { disagree } = taken;
  return (
    <div className={styles.section} role="status">
      <p className={styles.text}>
        {taken.kind === 'list'
          ? say('batch.taken.list', {
              added: taken.added,
              filled: taken.filled,
              same: taken.same,
            })
          : say('batch.taken.sheet', { added: taken.added, changed: taken.changed })}
      </p>
      {disagree.length > 0 && (
        <p className={styles.text}>
          {say('batch.taken.disagree', { serials: disagree.slice(0, mostNamed).join(', ') })}
        </p>
      )}
      {taken.kind === 'list' && taken.problemCount > 0 && (
        <>
          <p className={styles.text}>
            {say('batch.taken.problems', { count: taken.problemCount })}
          </p>
          <ul>
            {taken.problems.map(({ line, why, seen, firstLine }) => (
              <li key={line}>
                {say('batch.taken.line', {
                  line,
                  why: lookUp(`batch.line.${why}`, { seen, firstLine: firstLine ?? '' }) ?? why,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {taken.kind === 'list' && taken.leftOut.length > 0 && (
        <p className={styles.text}>
          {say('batch.taken.left-out', { columns: taken.leftOut.join(', ') })}
        </p>
      )}
    </div>
  );
};
