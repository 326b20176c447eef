import { Button } from '@fluentui/react-components';
import type { FoundDeviceRow } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';
import { useCloudStyles } from './useCloudStyles';
import { useSay } from './useSay';

const columns = ['name', 'serial', 'user', 'seen', 'compliance'] as const;

interface Props {
  rows: readonly FoundDeviceRow[];
  open(id: string): void;
}

export const Found = ({ rows, open }: Props) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const { time } = useSay();
  const shown = (value: string | null) => <bdi>{value ?? say('cloud.unknown')}</bdi>;
  if (rows.length === 0) return <p className={styles.text}>{say('cloud.find.none')}</p>;
  return (
    <>
      <p className={styles.text} role="status">
        {say('cloud.find.count', { count: rows.length })}
      </p>
      <div className={styles.tableBox} role="region" tabIndex={0} aria-label={say('cloud.find')}>
        <table className={styles.table}>
          <thead>
            <tr>
              {/* First, so that it is in sight where the rest has to be scrolled to. */}
              <td />
              {columns.map((column) => (
                <th key={column} scope="col">
                  {say(`cloud.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Button size="small" onClick={() => open(row.id)}>
                    {say('cloud.open-device')}
                  </Button>
                </td>
                <td>{shown(row.name)}</td>
                <td>{shown(row.serial)}</td>
                <td>{shown(row.user)}</td>
                <td>{shown(time(row.lastSyncAt))}</td>
                <td>{shown(row.compliance)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};
