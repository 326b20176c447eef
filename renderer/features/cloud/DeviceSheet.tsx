import { Button, Field, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CloudDeviceView } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import type { House } from '../shell/useHouse';
import { Answered } from './Answered';
import { Autopilot } from './Autopilot';
import { CloudPcPart } from './CloudPcPart';
import { Facts } from './Facts';
import { Keys } from './Keys';
import { Secret } from './Secret';
import type { Acting } from './useActing';
import { useCloudStyles } from './useCloudStyles';
import { useSay } from './useSay';
import { useSecret } from './useSecret';

interface Props {
  house: House;
  view: CloudDeviceView;
  acting: Acting;
  confirm(): void;
  explain(code: string, area: string | null): void;
}

/** Everything that matters before something is done to this device. */
export const DeviceSheet = ({ house, view, acting, confirm, explain }: Props) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const { flag, time } = useSay();
  const secret = useSecret(house);
  const { device, directory, autopilot, compliance, keys, cloudPc } = view;
  return (
    <section className={styles.card} aria-labelledby="cloud-device">
      <Heading level={2} id="cloud-device">
        {device.name ?? say('cloud.unknown')}
      </Heading>
      <Facts
        rows={[
          [say('cloud.column.serial'), device.serial],
          [say('cloud.column.user'), device.user],
          [say('cloud.column.seen'), time(device.lastSyncAt)],
          [say('cloud.column.compliance'), device.compliance],
          [say('cloud.sheet.model'), device.model],
          [say('cloud.sheet.version'), device.version],
          [say('cloud.sheet.encrypted'), flag(device.encrypted)],
          [say('cloud.sheet.owner'), device.owner],
          [say('cloud.sheet.state'), device.state],
          [say('cloud.sheet.enrolled'), time(device.enrolledAt)],
        ]}
      />
      <Part title={say('cloud.sheet.directory')}>
        <Answered answer={directory} confirm={confirm}>
          {(found) => <Directory found={found} />}
        </Answered>
      </Part>
      <Part title={say('cloud.sheet.compliance')}>
        <Answered answer={compliance} confirm={confirm}>
          {(rows) =>
            rows.length === 0 ? (
              <p className={styles.text}>{say('cloud.sheet.compliance.none')}</p>
            ) : (
              <Facts rows={rows.map(({ name, state }) => [name ?? '–', state] as const)} />
            )
          }
        </Answered>
      </Part>
      <Part title={say('cloud.sheet.autopilot')}>
        <Answered answer={autopilot} confirm={confirm}>
          {(rows) => <Autopilot rows={rows} acting={acting} />}
        </Answered>
      </Part>
      {cloudPc !== null && (
        <Part title={say('cloud.sheet.cloud-pc')}>
          <Answered answer={cloudPc} confirm={confirm}>
            {(part) => <CloudPcPart part={part} acting={acting} explain={explain} />}
          </Answered>
        </Part>
      )}
      <Part title={say('cloud.keys')}>
        <Answered answer={keys} confirm={confirm}>
          {(rows) => <Keys rows={rows} secret={secret} />}
        </Answered>
        <div className={styles.actions}>
          <Button onClick={() => secret.show('laps', device.id)}>{say('cloud.laps')}</Button>
        </div>
        <Secret held={secret} confirm={confirm} />
      </Part>
      <Choose view={view} acting={acting} />
    </section>
  );
};

const Part = ({ title, children }: { title: string; children: ReactNode }) => {
  const styles = useCloudStyles();
  return (
    <div className={styles.section}>
      <Heading level={3}>{title}</Heading>
      {children}
    </div>
  );
};

type Found = Extract<CloudDeviceView['directory'], { ok: true }>['value'];

const Directory = ({ found }: { found: Found }) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const { flag, time, join } = useSay();
  if (!found.found) return <p className={styles.strong}>{say('cloud.sheet.directory.missing')}</p>;
  return (
    <Facts
      rows={[
        [say('cloud.device.enabled'), flag(found.enabled)],
        [say('cloud.device.join'), join(found.joinType)],
        [say('cloud.device.seen'), time(found.lastSeenAt)],
      ]}
    />
  );
};

const Choose = ({ view, acting }: { view: CloudDeviceView; acting: Acting }) => {
  const styles = useCloudStyles();
  const { say, lookUp } = useWords();
  const { device, actions } = view;
  const chosen = acting.begun?.thing === device.id ? acting.begun.action : '';
  return (
    <Field className={styles.field} label={say('cloud.act')}>
      <Select
        className={styles.wide}
        value={chosen}
        onChange={(_event, { value }) =>
          value === '' ? acting.leave() : acting.begin(device.id, value, device.name)
        }
      >
        <option value="">{say('cloud.act.choose')}</option>
        {actions.map((id) => (
          <option key={id} value={id}>
            {lookUp(`cloud.action.${id}.title`) ?? id}
          </option>
        ))}
      </Select>
    </Field>
  );
};
