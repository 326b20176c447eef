import { mergeClasses } from '@fluentui/react-components';
import type { ReachStopView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { StopIcon } from '../line/StopIcon';
import { useLineStyles } from '../line/useLineStyles';

/** Where everything here starts; that it is there needs no proof. */
const here: ReachStopView = { id: 'this-pc', state: 'ok' };

/** The way from this PC outward, coloured by proof. */
export const ReachLine = ({ line }: { line: readonly ReachStopView[] }) => {
  const styles = useLineStyles();
  const { say, lookUp } = useWords();
  return (
    <div className={styles.card}>
      <ol className={styles.list} aria-label={say('reach.line')}>
        {[here, ...line].map(({ id, state }) => (
          <li key={id} className={styles.item}>
            <div
              className={mergeClasses(
                styles.stop,
                (state === 'broken' || state === 'degraded') && styles.trouble,
              )}
            >
              <StopIcon state={state} />
              <span>{lookUp(`reach.stop.${id}`) ?? id}</span>
              <span className={styles.state}>{say(`stop.state.${state}`)}</span>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
};
