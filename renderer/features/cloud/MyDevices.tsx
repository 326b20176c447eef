import { Badge, Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { MyDeviceRow, RecoveryKeyRow } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';
import type { House } from '../shell/useHouse';
import { Answered } from './Answered';
import { Facts } from './Facts';
import { Keys } from './Keys';
import { Secret } from './Secret';
import type { Acting } from './useActing';
import { useCloudStyles } from './useCloudStyles';
import { useQuestion } from './useQuestion';
import { useSay } from './useSay';
import { useSecret } from './useSecret';

interface Props {
  house: House;
  rows: readonly MyDeviceRow[];
  acting: Acting;
  confirm(): void;
}

export const MyDevices = ({ house, rows, acting, confirm }: Props) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  if (rows.length === 0) return <p className={styles.text}>{say('cloud.devices.none')}</p>;
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <MyDevice key={row.id} house={house} row={row} acting={acting} confirm={confirm} />
      ))}
    </ul>
  );
};

const MyDevice = ({ house, row, acting, confirm }: Omit<Props, 'rows'> & { row: MyDeviceRow }) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const { flag, time, join } = useSay();
  const keys = useQuestion<RecoveryKeyRow[]>(house);
  const secret = useSecret(house);
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.card}>
      <p className={styles.strong}>
        {row.name ?? say('cloud.unknown')}{' '}
        {row.thisOne && <Badge>{say('cloud.device.this')}</Badge>}
      </p>
      <Facts
        rows={[
          [say('cloud.device.enabled'), flag(row.enabled)],
          [say('cloud.device.compliant'), flag(row.compliant)],
          [say('cloud.device.join'), join(row.joinType)],
          [say('cloud.device.seen'), time(row.lastSeenAt)],
        ]}
      />
      <div className={styles.actions}>
        <Button onClick={() => acting.begin(row.id, 'sync', row.name)}>{say('cloud.sync')}</Button>
        <Button
          onClick={() => {
            setOpen(true);
            keys.put((door) => door.cloudKeys(row.id));
          }}
        >
          {say('cloud.key')}
        </Button>
      </div>
      {open && (
        <Answered answer={keys.answer} asking={keys.asking} confirm={confirm}>
          {(found) => <Keys rows={found} secret={secret} />}
        </Answered>
      )}
      <Secret held={secret} confirm={confirm} />
    </li>
  );
};
