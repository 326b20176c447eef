import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { InspectionView, RefusalCode, Seat } from '../../../preload/contract';
import { useRoomWords } from '../../words/useRoomWords';
import { useWords } from '../../words/useWords';
import { WordsContext } from '../../words/WordsContext';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Heading } from '../shell/Heading';
import { Page } from '../shell/Page';
import type { House } from '../shell/useHouse';
import { ActionLog } from './ActionLog';
import { ActionPanel } from './ActionPanel';
import { ConfirmedContext } from './ConfirmedContext';
import { Find } from './Find';
import { Many } from './Many';
import { Mine } from './Mine';
import { SignPanel } from './SignPanel';
import { useActing } from './useActing';
import { useCloud, type CloudSignIn } from './useCloud';
import { useCloudStyles } from './useCloudStyles';

interface Props {
  house: House;
  seat: Seat;
  /** The look that the cloud may add to; null when there is none. */
  inspection: string | null;
  /** A sample belongs to nobody's organisation. */
  sample: boolean;
  show(view: InspectionView): void;
  explain(code: string, area: string | null): void;
  back?: () => void;
}

/** What a sign-in adds, for each seat; nothing else waits for it. */
export const Cloud = (props: Props) => {
  const words = useRoomWords('cloud');
  if (words === null) return <Spinner />;
  return (
    <WordsContext.Provider value={words}>
      <Content {...props} />
    </WordsContext.Provider>
  );
};

const Content = (props: Props) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const cloud = useCloud(props.house);
  const { view } = cloud;
  return (
    <Page>
      <div className={styles.section}>
        {props.back !== undefined && (
          <div>
            <Button onClick={props.back}>{say('cloud.back')}</Button>
          </div>
        )}
        <Heading level={1}>{say('cloud.title')}</Heading>
        <p className={styles.text}>{say('cloud.intro')}</p>
      </div>
      {view === null ? (
        <Spinner label={say('cloud.loading')} />
      ) : (
        <SignPanel cloud={cloud} view={view} />
      )}
      {view !== null && view.sign.kind !== 'not-set-up' && (
        <ConfirmedContext.Provider value={cloud.confirmed}>
          <Rooms {...props} cloud={cloud} signedIn={view.sign.kind === 'signed-in'} />
        </ConfirmedContext.Provider>
      )}
    </Page>
  );
};

const Rooms = (props: Props & { cloud: CloudSignIn; signedIn: boolean }) => {
  const { house, seat, inspection, cloud, signedIn, explain } = props;
  const acting = useActing(house);
  const [entered, setEntered] = useState(signedIn);
  // While a person confirms in the browser, what they were at stays where it is.
  if (signedIn && !entered) setEntered(true);
  const gone = cloud.view?.sign.kind === 'signed-out';
  if (gone && entered) setEntered(false);
  const { confirm } = cloud;
  return (
    <>
      {entered && (
        <>
          {inspection !== null && <AskAbout {...props} inspection={inspection} />}
          {seat === 'my-device' ? (
            <Mine house={house} inspection={inspection} acting={acting} confirm={confirm} />
          ) : (
            <Find house={house} acting={acting} confirm={confirm} explain={explain} />
          )}
          <ActionPanel acting={acting} confirm={confirm} />
          {seat === 'deployment' && <Many house={house} confirm={confirm} />}
        </>
      )}
      {(entered || acting.log.length > 0) && <ActionLog acting={acting} />}
    </>
  );
};

const AskAbout = ({ house, inspection, sample, show }: Props & { inspection: string }) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const [done, setDone] = useState<'asking' | 'done' | RefusalCode | null>(null);
  if (sample) return <p className={styles.text}>{say('cloud.look.sample')}</p>;
  const ask = () => {
    setDone('asking');
    void house
      .ask((door) => door.cloudLook(inspection))
      .then((outcome) => {
        setDone(outcome === null ? null : outcome.ok ? 'done' : outcome.code);
        if (outcome?.ok === true) show(outcome.value);
      });
  };
  return (
    <section className={styles.section}>
      <p className={styles.text}>{say('cloud.look.intro')}</p>
      <div className={styles.actions}>
        <Button disabledFocusable={done === 'asking'} onClick={ask}>
          {say('cloud.look')}
        </Button>
      </div>
      {done === 'done' && (
        <p className={styles.strong} role="status">
          {say('cloud.look.done')}
        </p>
      )}
      {done !== null && done !== 'done' && done !== 'asking' && <RefusalBar code={done} />}
    </section>
  );
};
