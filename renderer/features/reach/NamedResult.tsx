import type { NamedReachView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { ReachLine } from './ReachLine';
import { useReachStyles } from './useReachStyles';

interface Props {
  view: NamedReachView;
  /** What people call it, where its host name is not what they know. */
  name?: string | null;
}

/** Whether one place can be reached, who can help if not, and the way there. */
export const NamedResult = ({ view, name = null }: Props) => {
  const styles = useReachStyles();
  const { say, lookUp } = useWords();
  const what = lookUp(`named.code.${view.code}`) ?? view.code;
  const todo = lookUp(`named.do.${view.code}`);
  return (
    <>
      <div role="status">
        <p className={styles.headline}>
          {say('named.headline', { host: name ?? view.host, what })}
        </p>
        {todo !== null && <p className={styles.text}>{todo}</p>}
        {view.owner !== null && (
          <p className={styles.text}>{`${say('card.owner')}: ${say(`owner.${view.owner}`)}`}</p>
        )}
        {view.hints.map((hint) => (
          <p key={hint} className={styles.text}>
            {lookUp(`named.hint.${hint}`) ?? hint}
          </p>
        ))}
      </div>
      <ReachLine line={view.line} />
    </>
  );
};
