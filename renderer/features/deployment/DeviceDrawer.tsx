import { Button, Field, Input, Spinner } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type {
  CheckedView,
  DeviceField,
  DeviceView,
  PointView,
  SheetView,
} from '../../../preload/contract-batch';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Heading } from '../shell/Heading';
import { SideDrawer } from '../shell/SideDrawer';
import { DeviceStateMark } from './DeviceRows';
import { Found, SetUpLine } from './SetUpLine';
import { SignForm } from './SignForm';
import type { Batch } from './useBatch';
import { momentIn, useBatchStyles } from './useBatchStyles';

const fields: readonly DeviceField[] = ['asset-tag', 'name', 'model', 'group-tag', 'note'];

interface Props {
  batch: Batch;
  sheet: SheetView;
  serial: string;
  close(): void;
}

/** One PC of the sheet: what is noted, what was read, and the signature with its proof. */
export const DeviceDrawer = ({ batch, sheet, serial, close }: Props) => {
  const styles = useBatchStyles();
  const { say } = useWords();
  const { ask, by, put } = batch;
  const [device, setDevice] = useState<DeviceView | null>(null);
  const facts = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    let current = true;
    void ask((door) => door.batchDevice(sheet.id, serial)).then((found) => {
      if (current) setDevice(found);
    });
    return () => {
      current = false;
    };
  }, [ask, sheet.id, serial]);
  const keep = (next: DeviceView | null) => {
    if (next === null) return;
    setDevice(next);
    put(sheet.id, next);
  };
  const set = async (field: DeviceField, value: string) =>
    keep(await ask((door) => door.setInBatch(sheet.id, serial, field, value, by)));
  const settle = async (field: DeviceField, value: string) => {
    await set(field, value);
    // The button goes with the question; without another place the keyboard would fall out of the drawer.
    facts.current?.focus();
  };
  const remove = async () => {
    const gone = await ask((door) => door.setInBatch(sheet.id, serial, null, '', by));
    if (gone === null) return;
    batch.show({ ...sheet, rows: sheet.rows.filter((row) => row.serial !== serial) });
    close();
  };
  return (
    <SideDrawer
      size="medium"
      bodyClass={styles.section}
      title={say('batch.device', { serial })}
      closing={say('batch.device.close')}
      open
      close={close}
    >
      {batch.refusal !== null && <RefusalBar code={batch.refusal} />}
      {device === null ? (
        batch.refusal === null && <Spinner label={say('batch.device.loading')} />
      ) : (
        <>
          <DeviceStateMark state={device.row.state} />
          <Conflicts device={device} choose={(field, value) => void settle(field, value)} />
          <section className={styles.section}>
            <Heading level={2} focusRef={facts}>
              {say('batch.device.facts')}
            </Heading>
            {fields.map((field) => (
              <Noted
                key={field}
                label={say(`batch.column.${field}`)}
                value={device.row.fields[field] ?? ''}
                save={(value) => void set(field, value)}
              />
            ))}
          </section>
          <Checked title={say('batch.device.preflight')} checked={device.preflight} />
          <section className={styles.section}>
            <Heading level={2}>{say('batch.device.set-up')}</Heading>
            {device.setUp === null ? (
              <p className={styles.text}>{say('batch.device.not-read')}</p>
            ) : (
              <SetUpLine setUp={device.setUp} />
            )}
          </section>
          <Checked title={say('batch.device.sign-off')} checked={device.signOff} />
          <SignForm batch={batch} sheet={sheet.id} device={device} keep={keep} />
          <div>
            <Button onClick={() => void remove()}>{say('batch.device.remove')}</Button>
          </div>
        </>
      )}
    </SideDrawer>
  );
};

const Noted = ({
  label,
  value,
  save,
}: {
  label: string;
  value: string;
  save(value: string): void;
}) => {
  const [typed, setTyped] = useState(value);
  const [kept, setKept] = useState(value);
  // What was chosen elsewhere stands here too; the field itself stays, and with it the focus of the keyboard.
  if (kept !== value) {
    setKept(value);
    setTyped(value);
  }
  return (
    <Field label={label}>
      <Input
        value={typed}
        maxLength={200}
        onChange={(_event, data) => setTyped(data.value)}
        onBlur={() => typed !== value && save(typed)}
        onKeyDown={({ key }) => key === 'Enter' && typed !== value && save(typed)}
      />
    </Field>
  );
};

const Conflicts = ({
  device,
  choose,
}: {
  device: DeviceView;
  choose(field: DeviceField, value: string): void;
}) => {
  const styles = useBatchStyles();
  const { say, language } = useWords();
  return device.conflicts.map(({ field, claims }) => (
    <section key={field} className={styles.box}>
      <p className={styles.text}>
        {say('batch.device.conflict', { field: say(`batch.column.${field}`) })}
      </p>
      <ul>
        {claims.map(({ value, by, at }) => (
          <li key={value}>
            {say('batch.device.claim', {
              value,
              by: by === '' ? say('batch.device.nobody') : by,
              moment: momentIn(at, language),
            })}
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        {claims.map(({ value }) => (
          <Button key={value} onClick={() => choose(field, value)}>
            {say('batch.device.choose', { value })}
          </Button>
        ))}
      </div>
    </section>
  ));
};

const Checked = ({ title, checked }: { title: string; checked: CheckedView | null }) => {
  const styles = useBatchStyles();
  const { say, language } = useWords();
  return (
    <section className={styles.section}>
      <Heading level={2}>{title}</Heading>
      {checked === null ? (
        <p className={styles.text}>{say('batch.device.not-read')}</p>
      ) : (
        <>
          <p className={styles.text}>
            {checked.by === ''
              ? say('batch.device.read.nobody', { moment: momentIn(checked.at, language) })
              : say('batch.device.read', {
                  moment: momentIn(checked.at, language),
                  by: checked.by,
                })}
          </p>
          <Points points={checked.points} />
          <Found findings={checked.findings} />
        </>
      )}
    </section>
  );
};

const looks = { yes: 'good', no: 'bad', unknown: 'open' } as const;
const signs = { yes: '✓', no: '✗', unknown: '?' } as const;

const Points = ({ points }: { points: readonly PointView[] }) => {
  const styles = useBatchStyles();
  const { say, lookUp } = useWords();
  return (
    <ul className={styles.plainList}>
      {points.map(({ id, state, proof }) => (
        <li key={id} className={styles.point}>
          <span className={styles[looks[state]]} aria-hidden>
            {signs[state]}
          </span>
          <div>
            {lookUp(`batch.point.${id}`) ?? id}: {say(`batch.answer.${state}`)}
            {proof.length > 0 && (
              <span className={styles.proof}>
                {proof.map(({ field, value }) => `${field} = ${value}`).join(', ')}
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
};
