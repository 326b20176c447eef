import { mergeClasses, useRestoreFocusTarget } from '@fluentui/react-components';
import { StopIcon } from './StopIcon';
import { useLineStyles } from './useLineStyles';
import type { StopView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';

interface Props {
  stop: StopView;
  technical: boolean;
  /** Null where nothing was found at this stop. */
  open: (() => void) | null;
}

/** A stop at which something was found is a button to the proof; the others only tell. */
export const Stop = ({ stop, technical, open }: Props) => {
  const styles = useLineStyles();
  const { say, lookUp } = useWords();
  const focusReturnsHere = useRestoreFocusTarget();
  const name = lookUp(technical ? `link.${stop.link}` : `stop.${stop.link}`) ?? stop.link;
  const content = (
    <>
      <StopIcon state={stop.state} />
      <span>{name}</span>
      <span className={styles.state}>{say(`stop.state.${stop.state}`)}</span>
    </>
  );
  const trouble = stop.state === 'broken' || stop.state === 'degraded';
  const look = mergeClasses(styles.stop, trouble && styles.trouble);
  if (open === null) return <div className={look}>{content}</div>;
  return (
    <button
      type="button"
      className={mergeClasses(look, styles.opens)}
      onClick={open}
      {...focusReturnsHere}
    >
      {content}
    </button>
  );
};
