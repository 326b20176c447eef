import { Button } from '@fluentui/react-components';
import type { CloudPcRow } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';
import { Facts } from './Facts';
import type { Acting } from './useActing';
import { useCloudStyles } from './useCloudStyles';
import { useSay } from './useSay';

const actions = [
  'my-cloud-pc-restart',
  'my-cloud-pc-troubleshoot',
  'my-cloud-pc-reprovision',
] as const;

export const MyCloudPcs = ({ rows, acting }: { rows: readonly CloudPcRow[]; acting: Acting }) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const { time } = useSay();
  if (rows.length === 0) return <p className={styles.text}>{say('cloud.cloud-pcs.none')}</p>;
  return (
    <ul className={styles.list}>
      {rows.map(({ id, name, status, plan, graceEndsAt }) => (
        <li key={id} className={styles.card}>
          <p className={styles.strong}>{name ?? say('cloud.unknown')}</p>
          <Facts
            rows={[
              [say('cloud.cloud-pc.status'), status],
              [say('cloud.cloud-pc.plan'), plan],
            ]}
          />
          {graceEndsAt !== null && (
            <p className={styles.strong}>
              {say('cloud.cloud-pc.grace', { date: time(graceEndsAt) ?? '' })}
            </p>
          )}
          <div className={styles.actions}>
            {actions.map((action) => (
              <Button key={action} onClick={() => acting.begin(id, action, name)}>
                {say(`cloud.action.${action}.title`)}
              </Button>
            ))}
          </div>
          <p className={styles.text}>{say('cloud.cloud-pc.restore')}</p>
        </li>
      ))}
    </ul>
  );
};
