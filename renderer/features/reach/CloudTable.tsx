import { Button, Checkbox, Field, Input, Textarea } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { useDeferredValue, useMemo, useState } from 'react';
import type { CloudReachView } from '../../../preload/contract';
import { csv, filterRows, reachRows, type ReachRow } from '../../model/reachRows';
import { useWords } from '../../words/useWords';
import { Fold } from '../shell/Fold';
import { Heading } from '../shell/Heading';
import { useReachStyles } from './useReachStyles';
import { listed } from '../../../strings/listed';

/** Every address with what it is for and where that is written: to search, to take along, and to print. */
export const CloudTable = ({ view }: { view: CloudReachView }) => {
  const styles = useReachStyles();
  const { say, lookUp, language } = useWords();
  const [wish, setWish] = useState({ text: '', onlyProblems: false });
  const later = useDeferredValue(wish);
  const all = useMemo(() => reachRows(view), [view]);
  const purposes = (row: ReachRow) =>
    listed(
      row.neededFor.map((id) => lookUp(`purpose.${id}`) ?? id),
      { language },
    );
  const resultOf = ({ tested }: ReachRow) => {
    if (tested === null) return say('reach.result.untested');
    if (tested.problem === null) return say('reach.result.ok');
    const { problem } = tested;
    return lookUp(`net.${problem}`) ?? lookUp(`reach.problem.${problem}`) ?? problem;
  };
  const notes = ({ tested }: ReachRow) => [
    ...(tested?.standsFor ? [say('reach.stands-for', { host: tested.standsFor })] : []),
    ...(tested?.required === false ? [say('reach.optional')] : []),
  ];
  const rows = filterRows(all, later, (row) => `${purposes(row)}\n${resultOf(row)}`);
  const columns = (['address', 'port', 'needed-for', 'direction', 'result', 'source'] as const).map(
    (id) => say(`reach.${id}`),
  );
  const cells = (row: ReachRow) => [
    row.host,
    `${row.protocol.toUpperCase()} ${String(row.port)}`,
    purposes(row),
    say('reach.direction.out'),
    listed([resultOf(row), ...notes(row)], { language }),
    row.source,
  ];
  return (
    <>
      <Heading level={3}>{say('reach.table')}</Heading>
      <div className={styles.form} data-print="no">
        <Field className={styles.field} label={say('reach.filter')}>
          <Input
            className={styles.wide}
            type="search"
            spellCheck={false}
            value={wish.text}
            onChange={(_event, { value }) => setWish((old) => ({ ...old, text: value }))}
          />
        </Field>
        <Checkbox
          label={say('reach.only-problems')}
          checked={wish.onlyProblems}
          onChange={(_event, { checked }) =>
            setWish((old) => ({ ...old, onlyProblems: checked === true }))
          }
        />
        <Button icon={<PrintRegular />} onClick={() => window.print()}>
          {say('reach.print')}
        </Button>
      </div>
      <p className={styles.text} role="status">
        {say('reach.count', { shown: rows.length, all: all.length })}
      </p>
      <div className={styles.tableBox} role="region" tabIndex={0} aria-label={say('reach.table')}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const [host, port, needed, direction, , source] = cells(row);
              return (
                <tr key={row.id}>
                  <td className={styles.address} dir="ltr">
                    {host}
                  </td>
                  <td dir="ltr">{port}</td>
                  <td>{needed}</td>
                  <td>{direction}</td>
                  <td>
                    <span className={row.tested?.problem ? styles.problem : undefined}>
                      {resultOf(row)}
                    </span>
                    {notes(row).map((note) => (
                      <span key={note} className={styles.note}>
                        {note}
                      </span>
                    ))}
                  </td>
                  <td className={styles.mono} dir="ltr">
                    {source}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div data-print="no">
        <Fold title={say('reach.csv')}>
          <Textarea
            className={styles.csv}
            aria-label={say('reach.csv')}
            readOnly
            dir="ltr"
            resize="vertical"
            value={csv([columns, ...rows.map(cells)])}
          />
        </Fold>
      </div>
    </>
  );
};
