import { ProgressBar } from '@fluentui/react-components';
import { useState } from 'react';
import type { GuideRunView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { useElapsed } from '../my-device/useElapsed';
import { useGuideStyles } from './useGuideStyles';

/** That something runs, and for how long; nothing here waits for effect. */
export const Busy = ({ busy }: { busy: NonNullable<GuideRunView['busy']> }) => {
  const styles = useGuideStyles();
  const { say } = useWords();
  const [since] = useState(() => performance.now() - busy.elapsedMs);
  const seconds = Math.floor(useElapsed(since) / 1000);
  return (
    <div className={styles.section}>
      <ProgressBar aria-label={say('guide.progress')} />
      <p className={styles.quiet}>{say(`guide.busy.${busy.kind}`, { seconds })}</p>
    </div>
  );
};
