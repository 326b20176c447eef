import { Button, mergeClasses } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';
import { ProblemBar } from './ProblemBar';
import { useCloudStyles } from './useCloudStyles';
import { useSay } from './useSay';
import type { Secret as Held } from './useSecret';

const minute = 60_000;

/** Shown once; copying is a choice, and hiding forgets it here and in main. */
export const Secret = ({ held, confirm }: { held: Held; confirm(): void }) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const { time } = useSay();
  const { shown, problem, copied } = held;
  return (
    <div className={styles.section} role="status">
      {problem !== null && <ProblemBar problem={problem} confirm={confirm} />}
      {shown !== null && (
        <>
          <p className={mergeClasses(styles.code, styles.large)} dir="ltr">
            {shown.value}
          </p>
          {shown.account !== null && (
            <p className={styles.text}>{say('cloud.secret.account', { account: shown.account })}</p>
          )}
          {shown.since !== null && (
            <p className={styles.text}>
              {say('cloud.keys.saved', { date: time(shown.since) ?? '' })}
            </p>
          )}
          <p className={styles.text}>
            {say('cloud.secret.note', { minutes: shown.forgottenAfterMs / minute })}
          </p>
          <div className={styles.actions}>
            <Button onClick={() => void held.copy()}>{say('cloud.secret.copy')}</Button>
            <Button onClick={held.hide}>{say('cloud.secret.hide')}</Button>
          </div>
          {copied !== null && (
            <p className={styles.text}>
              {say(copied ? 'cloud.secret.copied' : 'cloud.secret.not-copied')}
            </p>
          )}
        </>
      )}
    </div>
  );
};
