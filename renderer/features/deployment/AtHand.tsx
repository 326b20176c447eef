import {
  Button,
  Field,
  Input,
  Select,
  Spinner,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import type { SheetView } from '../../../preload/contract-batch';
import { useWords } from '../../words/useWords';
import { HandOverButton } from '../hand-over/HandOverButton';
import { Heading } from '../shell/Heading';
import type { House } from '../shell/useHouse';
import type { Start } from '../shell/useStart';
import { DeviceStateMark } from './DeviceRows';
import { SetUpLine } from './SetUpLine';
import { watchSeconds, type Hand } from './useAtHand';
import type { Batch } from './useBatch';
import { clockIn, useBatchStyles } from './useBatchStyles';

interface Props {
  house: House;
  start: Start;
  batch: Batch;
  hand: Hand;
  sheet: SheetView;
  open(serial: string): void;
}

/** Words no sample can be called by: ids hold no blank. */
const thisDevice = 'this device';

/** The PC somebody stands in front of: looked at here, and its own row is filled. */
export const AtHand = ({ house, start, batch, hand, sheet, open }: Props) => {
  const styles = useBatchStyles();
  const { say, lookUp, language } = useWords();
  const focusReturnsHere = useRestoreFocusTarget();
  const { target, device, busy, watching } = hand;
  // It may have been signed since it was looked at.
  const state = sheet.rows.find(({ serial }) => serial === device?.row.serial)?.state;
  return (
    <section className={styles.box} aria-labelledby="at-hand" data-print="no">
      <Heading level={2} id="at-hand">
        {say('batch.this')}
      </Heading>
      <p className={styles.text}>{say('batch.this.hint')}</p>
      <div className={styles.fields}>
        <Field label={say('batch.you')} hint={say('batch.you.hint')}>
          <Input
            value={batch.by}
            maxLength={100}
            list="people"
            autoComplete="off"
            onChange={(_event, data) => batch.setBy(data.value)}
          />
        </Field>
        <datalist id="people">
          {sheet.people.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Field label={say('batch.this.device')}>
          <Select
            value={target.kind === 'sample' ? target.id : thisDevice}
            onChange={(_event, { value }) =>
              hand.choose(
                value === thisDevice ? { kind: 'this-device' } : { kind: 'sample', id: value },
              )
            }
          >
            {start.info.canInspectThisDevice && (
              <option value={thisDevice}>{say('batch.this.this-device')}</option>
            )}
            {start.samples.map(({ id }) => (
              <option key={id} value={id}>
                {say('batch.this.sample', { name: lookUp(`sample.${id}.name`) ?? id })}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.actions}>
        <Button disabledFocusable={busy !== null} onClick={() => hand.look('preflight')}>
          {say('batch.step.preflight')}
        </Button>
        <Button onClick={watching ? hand.stop : hand.watch}>
          {say(watching ? 'batch.step.set-up.stop' : 'batch.step.set-up')}
        </Button>
        <Button
          appearance="primary"
          disabledFocusable={busy !== null}
          onClick={() => hand.look('sign-off')}
        >
          {say('batch.step.sign-off')}
        </Button>
        {device !== null && (
          <Button {...focusReturnsHere} onClick={() => open(device.row.serial)}>
            {say('batch.device.open', { serial: device.row.serial })}
          </Button>
        )}
      </div>
      {busy !== null && (
        <Spinner size="tiny" labelPosition="after" label={say(`batch.busy.${busy}`)} />
      )}
      <p className={styles.text} role="status">
        {watching
          ? say('batch.watching', {
              seconds: watchSeconds,
              moment: hand.lookedAt === null ? '–' : clockIn(hand.lookedAt, language),
            })
          : device === null
            ? say('batch.this.none')
            : null}
      </p>
      {device !== null && (
        <div className={styles.section}>
          <div className={styles.actions}>
            <strong>{device.row.serial}</strong>
            <DeviceStateMark state={state ?? device.row.state} />
          </div>
          {device.setUp !== null && (watching || device.row.state !== 'signed') && (
            <SetUpLine setUp={device.setUp} />
          )}
          {hand.inspection !== null && <HandOverButton house={house} view={hand.inspection} />}
        </div>
      )}
    </section>
  );
};
