import { Button, Field, Input, mergeClasses, Select } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import type {
  BatchForm,
  DeviceRowView,
  SheetView,
  TakenCount,
} from '../../../preload/contract-batch';
import { fileBytes } from '../../model/fileBytes';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Heading } from '../shell/Heading';
import type { House } from '../shell/useHouse';
import type { Start } from '../shell/useStart';
import { AtHand } from './AtHand';
import { BringFile } from './BringFile';
import { DeviceDrawer } from './DeviceDrawer';
import { DeviceRows, lookOf } from './DeviceRows';
import { TakenNote } from './TakenNote';
import type { Hand } from './useAtHand';
import type { Batch } from './useBatch';
import { useBatchStyles } from './useBatchStyles';

const filters = {
  all: () => true,
  open: ({ signedAt }: DeviceRowView) => signedAt === null,
  trouble: ({ state }: DeviceRowView) => lookOf[state] === 'bad',
  conflict: ({ conflicts }: DeviceRowView) => conflicts > 0,
  done: ({ signedAt }: DeviceRowView) => signedAt !== null,
} as const;
type Filter = keyof typeof filters;
const forms: readonly BatchForm[] = ['csv', 'html', 'sheet'];

const matches = ({ serial, fields }: DeviceRowView, wanted: string): boolean =>
  [serial, ...Object.values(fields)].some((text) => text?.toLowerCase().includes(wanted));

interface Props {
  house: House;
  start: Start;
  batch: Batch;
  hand: Hand;
  sheet: SheetView;
}

export const BatchSheet = ({ house, start, batch, hand, sheet }: Props) => {
  const styles = useBatchStyles();
  const { say, language } = useWords();
  const [filter, setFilter] = useState<Filter>('all');
  const [search, setSearch] = useState('');
  const [serial, setSerial] = useState('');
  const [taken, setTaken] = useState<TakenCount | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const wanted = search.trim().toLowerCase();
  const rows = useMemo(
    () => sheet.rows.filter((row) => filters[filter](row) && matches(row, wanted)),
    [sheet.rows, filter, wanted],
  );
  const open = useCallback((of: string) => setShown(of), []);
  const { ask, by, put } = batch;

  const take = async (file: File) => {
    const base64 = await fileBytes(file);
    const value = await ask((door) => door.takeIntoBatch(sheet.id, base64, by));
    setTaken(value?.count ?? null);
    if (value !== null) batch.show(value.sheet);
  };
  const add = async () => {
    const device = await ask((door) => door.addToBatch(sheet.id, serial, by));
    if (device === null) return;
    put(sheet.id, device);
    setSerial('');
  };
  const give = async (form: BatchForm) => {
    const given = await ask((door) => door.exportBatch(sheet.id, form, language));
    if (given !== null)
      setSaved(
        given.where === null ? say('batch.not-saved') : say('batch.saved', { where: given.where }),
      );
  };
  return (
    <>
      <div className={styles.actions} data-print="no">
        <Button
          onClick={() => {
            hand.forget();
            batch.close();
          }}
        >
          {say('batch.close')}
        </Button>
      </div>
      {batch.refusal !== null && shown === null && (
        <div className={styles.refusal}>
          <RefusalBar code={batch.refusal} />
        </div>
      )}
      <AtHand house={house} start={start} batch={batch} hand={hand} sheet={sheet} open={open} />
      <section className={styles.section} aria-labelledby="devices">
        <Heading level={2} id="devices">
          {say('batch.list')}
        </Heading>
        <div className={styles.fields} data-print="no">
          <Field label={say('batch.search')}>
            <Input
              type="search"
              value={search}
              onChange={(_event, data) => setSearch(data.value)}
            />
          </Field>
          <Field label={say('batch.filter')}>
            <Select value={filter} onChange={(_event, data) => setFilter(data.value as Filter)}>
              {(Object.keys(filters) as Filter[]).map((id) => (
                <option key={id} value={id}>
                  {say(`batch.filter.${id}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <p className={styles.text} role="status">
          {sheet.rows.length === 0
            ? say('batch.list.empty')
            : rows.length === 0
              ? say('batch.list.no-match')
              : say('batch.list.shown', { shown: rows.length, count: sheet.rows.length })}
        </p>
        {rows.length > 0 && <DeviceRows rows={rows} open={open} />}
      </section>
      <section className={styles.box} aria-labelledby="bring" data-print="no">
        <Heading level={2} id="bring">
          {say('batch.bring')}
        </Heading>
        <p className={styles.text}>{say('batch.bring.hint')}</p>
        <div>
          <BringFile bring={(file) => void take(file)} />
        </div>
        {taken !== null && <TakenNote taken={taken} />}
        <div className={mergeClasses(styles.fields, styles.beside)}>
          <Field label={say('batch.add.serial')}>
            <Input
              value={serial}
              maxLength={64}
              onChange={(_event, data) => setSerial(data.value)}
              onKeyDown={({ key }) => key === 'Enter' && serial.trim() !== '' && void add()}
            />
          </Field>
          <div>
            <Button disabledFocusable={serial.trim() === ''} onClick={() => void add()}>
              {say('batch.add')}
            </Button>
          </div>
        </div>
      </section>
      <section className={styles.box} aria-labelledby="give" data-print="no">
        <Heading level={2} id="give">
          {say('batch.give')}
        </Heading>
        <div className={styles.actions}>
          {forms.map((form) => (
            <Button key={form} onClick={() => void give(form)}>
              {say(`batch.give.${form}`)}
            </Button>
          ))}
          <Button onClick={() => window.print()}>{say('batch.print')}</Button>
        </div>
        <p className={styles.text} role="status">
          {saved}
        </p>
      </section>
      {shown !== null && (
        <DeviceDrawer
          key={shown}
          batch={batch}
          sheet={sheet}
          serial={shown}
          close={() => setShown(null)}
        />
      )}
    </>
  );
};
