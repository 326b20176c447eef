import { Button, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { DeviceView } from '../../../preload/contract-batch';
import { useWords } from '../../words/useWords';
import type { Batch } from './useBatch';
import { momentIn, useBatchStyles } from './useBatchStyles';

interface Props {
  batch: Batch;
  sheet: string;
  device: DeviceView;
  keep(device: DeviceView | null): void;
}

/** A typed name under what has proof, and a reason for each point that has none. */
export const SignForm = ({ batch, sheet, device, keep }: Props) => {
  const styles = useBatchStyles();
  const { say, lookUp, language } = useWords();
  const [name, setName] = useState(batch.by);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const { signOff, signatures, row } = device;
  const [newest] = signatures;
  if (signOff === null) return null;
  const open = signOff.points.filter(
    ({ id, state }) => state !== 'yes' && !(id === 'asset-tag' && row.fields['asset-tag'] !== null),
  );
  const words = open.flatMap(({ id }) => {
    const reason = (reasons[id] ?? '').trim();
    return reason === '' ? [] : [{ point: id, reason }];
  });
  const ready = name.trim() !== '' && words.length === open.length;
  const sign = async () =>
    keep(await batch.ask((door) => door.signInBatch(sheet, row.serial, name.trim(), words)));
  return (
    <section className={styles.box} aria-label={say('batch.sign')}>
      {newest !== undefined && (
        <MessageBar intent="success" layout="multiline" role="status">
          <MessageBarBody>
            {signatures.length > 1
              ? say('batch.signed.several', { count: signatures.length })
              : `${say('batch.column.signature')}:`}{' '}
            {say('batch.signed', { by: newest.by, moment: momentIn(newest.at, language) })}
          </MessageBarBody>
        </MessageBar>
      )}
      <p className={styles.text}>{say(open.length === 0 ? 'batch.sign.all' : 'batch.sign.open')}</p>
      {open.map(({ id }) => (
        <Field
          key={id}
          label={say('batch.sign.reason', { point: lookUp(`batch.point.${id}`) ?? id })}
        >
          <Input
            value={reasons[id] ?? ''}
            maxLength={400}
            onChange={(_event, data) => setReasons({ ...reasons, [id]: data.value })}
          />
        </Field>
      ))}
      <Field label={say('batch.sign.name')}>
        <Input value={name} maxLength={100} onChange={(_event, data) => setName(data.value)} />
      </Field>
      <div>
        <Button
          appearance={newest === undefined ? 'primary' : 'secondary'}
          disabledFocusable={!ready}
          onClick={() => void sign()}
        >
          {say(newest === undefined ? 'batch.sign' : 'batch.sign.again')}
        </Button>
      </div>
    </section>
  );
};
