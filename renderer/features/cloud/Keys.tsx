import { Button } from '@fluentui/react-components';
import type { RecoveryKeyRow } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';
import { useCloudStyles } from './useCloudStyles';
import { useSay } from './useSay';
import type { Secret } from './useSecret';

/** Which recovery keys there are; none of them is shown before somebody asks for that one. */
export const Keys = ({ rows, secret }: { rows: readonly RecoveryKeyRow[]; secret: Secret }) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const { time } = useSay();
  if (rows.length === 0) return <p className={styles.text}>{say('cloud.keys.none')}</p>;
  return (
    <>
      <p className={styles.text}>{say('cloud.keys.audited')}</p>
      <ul className={styles.list}>
        {rows.map(({ id, createdAt }) => (
          <li key={id} className={styles.actions}>
            <span className={styles.text}>
              {say('cloud.keys.saved', { date: time(createdAt) ?? say('cloud.unknown') })}
              {' · '}
              <bdi>{id}</bdi>
            </span>
            <Button size="small" onClick={() => secret.show('recovery-key', id)}>
              {say('cloud.keys.show')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
};
