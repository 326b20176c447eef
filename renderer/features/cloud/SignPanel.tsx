import { Button, mergeClasses, Spinner } from '@fluentui/react-components';
import type { CloudSignView, CloudView } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';
import { ProblemBar } from './ProblemBar';
import { Registration } from './Registration';
import type { CloudSignIn } from './useCloud';
import { useCloudStyles } from './useCloudStyles';

type Waiting = Extract<CloudSignView, { kind: 'waiting' }>;

/** Who is signed in, how to become it, and how to end it. */
export const SignPanel = ({ cloud, view }: { cloud: CloudSignIn; view: CloudView }) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const { sign } = view;
  return (
    <section className={styles.card} aria-label={say('cloud.sign-in')}>
      {sign.kind === 'not-set-up' && <p className={styles.strong}>{say('cloud.not-set-up')}</p>}
      {sign.kind === 'signed-out' && (
        <>
          {sign.why !== null && <ProblemBar problem={sign.why} />}
          <p className={styles.text}>{say('cloud.signed-out')}</p>
          <div className={styles.actions}>
            <Button appearance="primary" onClick={() => cloud.signIn('browser')}>
              {say('cloud.sign-in')}
            </Button>
            {view.deviceCode && (
              <Button onClick={() => cloud.signIn('device-code')}>
                {say('cloud.sign-in.code')}
              </Button>
            )}
          </div>
        </>
      )}
      {sign.kind === 'waiting' && <Wait sign={sign} cancel={cloud.cancel} />}
      {sign.kind === 'signed-in' && (
        <>
          {sign.needs !== null && <ProblemBar problem={sign.needs} confirm={cloud.confirm} />}
          <p className={styles.strong}>
            {say('cloud.signed-in', { name: sign.name, userName: sign.userName })}
          </p>
          <p className={styles.text}>{say(`cloud.kept.${sign.kept}`)}</p>
          {view.readOnly && <p className={styles.text}>{say('cloud.read-only')}</p>}
          <div className={styles.actions}>
            <Button onClick={cloud.signOut}>{say('cloud.sign-out')}</Button>
          </div>
        </>
      )}
      {sign.kind !== 'waiting' && sign.kind !== 'signed-in' && (
        <Registration view={view.registration} open={sign.kind === 'not-set-up'} />
      )}
    </section>
  );
};

const Wait = ({ sign, cancel }: { sign: Waiting; cancel(): void }) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  return (
    <div className={styles.section} role="status">
      {sign.how === 'window' && <Spinner size="small" label={say('cloud.waiting.window')} />}
      {sign.how === 'browser' && (
        <>
          {sign.opened && <Spinner size="small" label={say('cloud.waiting.browser')} />}
          <p className={styles.text}>
            {say(sign.opened ? 'cloud.waiting.address' : 'cloud.waiting.no-browser')}
          </p>
          <p className={styles.code} dir="ltr">
            {sign.address}
          </p>
        </>
      )}
      {sign.how === 'device-code' && (
        <>
          <p className={styles.text}>{say('cloud.waiting.code')}</p>
          <p className={styles.code} dir="ltr">
            {sign.address}
          </p>
          <p
            className={mergeClasses(styles.code, styles.large)}
            aria-label={say('cloud.waiting.code.label')}
            dir="ltr"
          >
            {sign.userCode}
          </p>
        </>
      )}
      <div className={styles.actions}>
        <Button onClick={cancel}>{say('cloud.cancel')}</Button>
      </div>
    </div>
  );
};
