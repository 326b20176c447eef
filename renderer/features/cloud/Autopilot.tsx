import { Button } from '@fluentui/react-components';
import type { AutopilotRow } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';
import type { Acting } from './useActing';
import { useCloudStyles } from './useCloudStyles';

const actions = [
  'autopilot-assign',
  'autopilot-unassign',
  'autopilot-tag',
  'autopilot-delete',
] as const;

export const Autopilot = ({ rows, acting }: { rows: readonly AutopilotRow[]; acting: Acting }) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const shown = (value: string | null) => value ?? '–';
  if (rows.length === 0) return <p className={styles.text}>{say('cloud.sheet.autopilot.none')}</p>;
  return rows.map(({ id, serial, groupTag, user, state }) => (
    <div key={id} className={styles.section}>
      <p className={styles.text}>
        {say('cloud.sheet.autopilot.row', {
          serial: shown(serial),
          tag: shown(groupTag),
          user: shown(user),
          state: shown(state),
        })}
      </p>
      <div className={styles.actions}>
        {actions.map((action) => (
          <Button key={action} size="small" onClick={() => acting.begin(id, action, serial)}>
            {say(`cloud.action.${action}.title`)}
          </Button>
        ))}
      </div>
    </div>
  ));
};
