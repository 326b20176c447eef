import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { CloudDeviceView, CloudFindBy, FoundView } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import type { House } from '../shell/useHouse';
import { Answered } from './Answered';
import { Autopilot } from './Autopilot';
import { DeviceSheet } from './DeviceSheet';
import { Found } from './Found';
import type { Acting } from './useActing';
import { useCloudStyles } from './useCloudStyles';
import { useQuestion } from './useQuestion';

const ways: readonly CloudFindBy[] = ['serial', 'name', 'user'];

interface Props {
  house: House;
  acting: Acting;
  confirm(): void;
  explain(code: string, area: string | null): void;
}

/** From what a caller can read out to the one device, and what can be done to it. */
export const Find = ({ house, acting, confirm, explain }: Props) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const [by, setBy] = useState<CloudFindBy>('serial');
  const [text, setText] = useState('');
  const found = useQuestion<FoundView>(house);
  const device = useQuestion<CloudDeviceView>(house);
  const wanted = text.trim();
  // No form: the page is sandboxed without them, and nothing would come of it.
  const find = () => {
    if (wanted === '') return;
    device.clear();
    acting.leave();
    found.put((door) => door.cloudFind(by, wanted));
  };
  return (
    <section className={styles.section}>
      <Heading level={2}>{say('cloud.find')}</Heading>
      <div className={styles.actions}>
        <Field className={styles.field} label={say('cloud.find.by')}>
          <Select
            className={styles.wide}
            value={by}
            onChange={(_event, { value }) => setBy(value as CloudFindBy)}
          >
            {ways.map((way) => (
              <option key={way} value={way}>
                {say(`cloud.find.by.${way}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field className={styles.field} label={say('cloud.find.text')}>
          <Input
            className={styles.wide}
            spellCheck={false}
            maxLength={256}
            value={text}
            onChange={(_event, { value }) => setText(value)}
            onKeyDown={({ key }) => key === 'Enter' && find()}
          />
        </Field>
        <Button appearance="primary" disabledFocusable={wanted === ''} onClick={find}>
          {say('cloud.find.go')}
        </Button>
      </div>
      <Answered answer={found.answer} asking={found.asking} confirm={confirm}>
        {({ devices, autopilot }) => (
          <>
            <Found
              rows={devices}
              open={(id) => {
                acting.leave();
                device.put((door) => door.cloudDevice(id));
              }}
            />
            {devices.length === 0 && (
              <Answered answer={autopilot} confirm={confirm}>
                {(rows) => <Autopilot rows={rows} acting={acting} />}
              </Answered>
            )}
          </>
        )}
      </Answered>
      <Answered answer={device.answer} asking={device.asking} confirm={confirm}>
        {(view) => (
          <DeviceSheet
            key={view.device.id}
            house={house}
            view={view}
            acting={acting}
            explain={explain}
            confirm={confirm}
          />
        )}
      </Answered>
    </section>
  );
};
