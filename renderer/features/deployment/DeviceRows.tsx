import { mergeClasses } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle';
import { memo, useDeferredValue } from 'react';
import type { DeviceRowView, DeviceState } from '../../../preload/contract-batch';
import { useWords } from '../../words/useWords';
import { momentIn, rowsTogether, useBatchStyles } from './useBatchStyles';

const looks = {
  good: CheckmarkCircleFilled,
  bad: DismissCircleFilled,
  open: CircleRegular,
} as const;

/** Green only for what has proof: a signature with open points is none of it. */
export const lookOf: Readonly<Record<DeviceState, keyof typeof looks>> = {
  listed: 'open',
  'not-ready': 'bad',
  'partly-read': 'open',
  ready: 'good',
  'setting-up': 'open',
  'set-up-failed': 'bad',
  'set-up-done': 'open',
  'not-done': 'open',
  'signed-open': 'open',
  changed: 'bad',
  signed: 'good',
};

export const DeviceStateMark = ({ state }: { state: DeviceState }) => {
  const styles = useBatchStyles();
  const { say } = useWords();
  const look = lookOf[state];
  const Shape = looks[look];
  return (
    <span className={styles.state}>
      <Shape className={styles[look]} fontSize={18} aria-hidden />
      {say(`batch.state.${state}`)}
    </span>
  );
};

const labelled = ['name', 'asset-tag'] as const;

interface RowProps {
  row: DeviceRowView;
  open(serial: string): void;
}

const DeviceRow = memo(({ row, open }: RowProps) => {
  const styles = useBatchStyles();
  const { say, language } = useWords();
  const { serial, fields, state, conflicts, signedBy, signedAt } = row;
  return (
    <div role="row" className={styles.row}>
      <div role="cell">
        <button type="button" className={styles.serial} onClick={() => open(serial)}>
          {serial}
        </button>
      </div>
      <div role="cell">{fields.model}</div>
      {labelled.map((field) => (
        <div
          key={field}
          role="cell"
          className={fields[field] === null ? undefined : styles.labelled}
          data-label={say(`batch.column.${field}`)}
        >
          {fields[field]}
        </div>
      ))}
      <div role="cell">
        <DeviceStateMark state={state} />
        {conflicts > 0 && (
          <span className={styles.bad}>{say('batch.conflicts', { count: conflicts })}</span>
        )}
      </div>
      <div role="cell">
        {signedBy !== null &&
          signedAt !== null &&
          say('batch.signed', { by: signedBy, moment: momentIn(signedAt, language) })}
      </div>
    </div>
  );
});
DeviceRow.displayName = 'DeviceRow';

const columns = ['serial', 'model', 'name', 'asset-tag', 'state', 'signature'] as const;

interface Props {
  rows: readonly DeviceRowView[];
  open(serial: string): void;
}

/**
 * All rows are there for search and print; the browser lays out only those near the screen. A screenful comes
 * first and the others right behind it, so that nobody waits for what lies below.
 */
export const DeviceRows = ({ rows, open }: Props) => {
  const styles = useBatchStyles();
  const { say } = useWords();
  const there = useDeferredValue(rows, rows.slice(0, rowsTogether));
  const chunks = Array.from({ length: Math.ceil(there.length / rowsTogether) }, (_, at) =>
    there.slice(at * rowsTogether, (at + 1) * rowsTogether),
  );
  return (
    <div role="table" className={styles.table} aria-labelledby="devices">
      <div role="rowgroup">
        <div role="row" className={mergeClasses(styles.row, styles.head)}>
          {columns.map((id) => (
            <div key={id} role="columnheader">
              {say(`batch.column.${id}`)}
            </div>
          ))}
        </div>
      </div>
      {chunks.map((chunk) => (
        <div key={chunk[0]?.serial} role="rowgroup" className={styles.chunk}>
          {chunk.map((row) => (
            <DeviceRow key={row.serial} row={row} open={open} />
          ))}
        </div>
      ))}
    </div>
  );
};
