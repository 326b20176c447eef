import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { MethodsView, MineView } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import type { House } from '../shell/useHouse';
import { Answered } from './Answered';
import { MyCloudPcs } from './MyCloudPcs';
import { MyDevices } from './MyDevices';
import type { Acting } from './useActing';
import { useCloudStyles } from './useCloudStyles';
import { useQuestion } from './useQuestion';

interface Props {
  house: House;
  inspection: string | null;
  acting: Acting;
  confirm(): void;
}

/** What belongs to whoever signed in; each part can be missing for a reason of its own. */
export const Mine = ({ house, inspection, acting, confirm }: Props) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const { answer, asking, put, again } = useQuestion<MineView>(house);
  useEffect(() => put((door) => door.cloudMine(inspection)), [put, inspection]);
  return (
    <Answered answer={answer} asking={asking} confirm={confirm}>
      {({ devices, cloudPcs, methods }) => (
        <>
          <section className={styles.section}>
            <Heading level={2}>{say('cloud.devices')}</Heading>
            <Answered answer={devices} confirm={confirm}>
              {(rows) => <MyDevices house={house} rows={rows} acting={acting} confirm={confirm} />}
            </Answered>
          </section>
          <section className={styles.section}>
            <Heading level={2}>{say('cloud.cloud-pcs')}</Heading>
            <Answered answer={cloudPcs} confirm={confirm}>
              {(rows) => <MyCloudPcs rows={rows} acting={acting} />}
            </Answered>
          </section>
          <section className={styles.section}>
            <Heading level={2}>{say('cloud.methods')}</Heading>
            <Answered answer={methods} confirm={confirm}>
              {(found) => <Methods view={found} />}
            </Answered>
            <p className={styles.text}>{say('cloud.methods.link')}</p>
          </section>
          <div className={styles.actions}>
            <Button onClick={again}>{say('cloud.again')}</Button>
          </div>
        </>
      )}
    </Answered>
  );
};

const Methods = ({ view }: { view: MethodsView }) => {
  const styles = useCloudStyles();
  const { say, lookUp } = useWords();
  const { canReset } = view;
  const verdict = canReset === null ? 'unknown' : canReset ? 'can' : 'cannot';
  return (
    <>
      {view.kinds.length > 0 && (
        <p className={styles.strong}>
          {view.kinds.map((kind) => lookUp(`cloud.method.${kind}`) ?? kind).join(', ')}
        </p>
      )}
      <p className={styles.text}>{say(`cloud.methods.${verdict}`)}</p>
    </>
  );
};
