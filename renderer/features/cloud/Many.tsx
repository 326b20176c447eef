import {
  Button,
  Checkbox,
  Field,
  Input,
  ProgressBar,
  Select,
  Textarea,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { BulkView } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import type { House } from '../shell/useHouse';
import { ProblemBar } from './ProblemBar';
import { useBulk, type Bulk } from './useBulk';
import { useCloudStyles } from './useCloudStyles';

const actions = [
  'sync',
  'restart',
  'collect-logs',
  'rotate-bitlocker',
  'rotate-laps',
  'retire',
  'wipe',
  'fresh-start',
] as const;
const largestFile = 2 * 1024 * 1024;

/** The same to a list of devices: tried first, stopped at any time, gone on with later. */
export const Many = ({ house, confirm }: { house: House; confirm(): void }) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const [action, setAction] = useState<string>(actions[0]);
  const [list, setList] = useState('');
  const [dryRun, setDryRun] = useState(true);
  const [count, setCount] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const bulk = useBulk(house);
  const running = bulk.view?.state === 'running';
  const begin = () =>
    bulk.start({
      action,
      options: {},
      list,
      dryRun,
      confirmedCount: /^\d{1,5}$/.test(count) ? Number(count) : null,
    });
  return (
    <section className={styles.section}>
      <Heading level={2}>{say('cloud.many')}</Heading>
      <p className={styles.text}>{say('cloud.many.intro')}</p>
      <div className={styles.actions}>
        <Field className={styles.field} label={say('cloud.act')}>
          <Select
            className={styles.wide}
            value={action}
            onChange={(_event, { value }) => setAction(value)}
          >
            {actions.map((id) => (
              <option key={id} value={id}>
                {say(`cloud.action.${id}.title`)}
              </option>
            ))}
          </Select>
        </Field>
        <Button onClick={() => file.current?.click()}>{say('cloud.many.file')}</Button>
        <input
          ref={file}
          type="file"
          accept=".csv,.txt"
          hidden
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen && chosen.size <= largestFile) void chosen.text().then(setList);
            event.target.value = '';
          }}
        />
      </div>
      <Field label={say('cloud.many.list')}>
        <Textarea
          className={styles.area}
          spellCheck={false}
          resize="vertical"
          value={list}
          onChange={(_event, { value }) => setList(value)}
        />
      </Field>
      <Checkbox
        label={say('cloud.many.dry')}
        checked={dryRun}
        onChange={(_event, { checked }) => setDryRun(checked === true)}
      />
      {!dryRun && (
        <Field className={styles.field} label={say('cloud.many.type')}>
          <Input
            className={styles.wide}
            inputMode="numeric"
            value={count}
            onChange={(_event, { value }) => setCount(value)}
          />
        </Field>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={running} onClick={begin}>
          {say('cloud.many.go')}
        </Button>
      </div>
      {bulk.problem !== null && <ProblemBar problem={bulk.problem} confirm={confirm} />}
      {bulk.view !== null && <Run view={bulk.view} bulk={bulk} />}
    </section>
  );
};

const Run = ({ view, bulk }: { view: BulkView; bulk: Bulk }) => {
  const styles = useCloudStyles();
  const { say, lookUp } = useWords();
  const { state, done, of, counts } = view;
  const outcomes = Object.entries(counts).filter(([, count]) => count > 0);
  return (
    <div className={styles.card}>
      <p className={styles.strong} role="status">
        {say(`cloud.many.${state}`)} {say('cloud.many.progress', { done, of })}
      </p>
      <ProgressBar value={of === 0 ? 1 : done / of} aria-label={say('cloud.many')} />
      <ul className={styles.list}>
        {outcomes.map(([kind, count]) => (
          <li key={kind}>{`${lookUp(`cloud.bulk.${kind}`) ?? kind}: ${String(count)}`}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        {state === 'running' && <Button onClick={bulk.stop}>{say('cloud.many.stop')}</Button>}
        {state === 'stopped' && <Button onClick={bulk.resume}>{say('cloud.many.resume')}</Button>}
        {done > 0 && <Button onClick={bulk.save}>{say('cloud.many.save')}</Button>}
      </div>
      {bulk.saved !== null && (
        <p className={styles.text}>{say('cloud.many.saved', { where: bulk.saved })}</p>
      )}
    </div>
  );
};
