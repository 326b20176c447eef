import { Button } from '@fluentui/react-components';
import type { CloudPcPart as Part } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';
import { Facts } from './Facts';
import type { Acting } from './useActing';
import { useSay } from './useSay';
import { useCloudStyles } from './useCloudStyles';

interface Props {
  part: Part;
  acting: Acting;
  explain(code: string, area: string | null): void;
}

/** The service's side of a Cloud PC: its state, its network's checks, and what can be done there. */
export const CloudPcPart = ({ part, acting, explain }: Props) => {
  const styles = useCloudStyles();
  const { say, lookUp } = useWords();
  const { time } = useSay();
  const points = part.snapshots.map(({ id, createdAt }) => ({
    value: id,
    title: time(createdAt) ?? id,
  }));
  return (
    <>
      <Facts
        rows={[
          [say('cloud.cloud-pc.status'), part.status],
          [say('cloud.cloud-pc.plan'), part.plan],
        ]}
      />
      {part.checks.length > 0 && (
        <>
          <p className={styles.strong}>{say('cloud.sheet.checks')}</p>
          <ul className={styles.list}>
            {part.checks.map(({ name, state, code }) => (
              <li key={name} className={styles.actions}>
                <span className={styles.text}>{`${name}: ${state}`}</span>
                {code !== null && (
                  <Button size="small" onClick={() => explain(code, 'windows-365')}>
                    {say('cloud.sheet.explain')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.actions}>
        {part.actions.map((action) => (
          <Button
            key={action}
            onClick={() => acting.begin(part.id, action, part.name, { cloudPcSnapshotId: points })}
          >
            {lookUp(`cloud.action.${action}.title`) ?? action}
          </Button>
        ))}
      </div>
    </>
  );
};
