import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { InspectionView, Outcome, RefusalCode, Target } from '../preload/contract';
import type { BatchCalls, BatchStep, DeviceView, SheetPlace } from '../preload/contract-batch';
import type { Saved } from '../preload/contract-hand-over';
import { pickLanguage } from '../strings/index';
import { reportWords } from '../strings/for-report';
import { addRow, named, setField } from './core/batch/edit';
import { readSerial } from './core/batch/serial';
import { emptySheet, rowOf, withRow, type Sheet } from './core/batch/sheet';
import { isRemoved } from './core/batch/state';
import type { Diagnosis } from './core/diagnosis';
import type { ProbeId } from './core/facts/index';
import type { Snapshot } from './core/snapshot';
import { placeNames, sheetsIn, type SheetPlaces } from './os/sheet-places';
import { exported } from './sheets/export';
import { changeSheet, loadSheet, type ChangeRefusal } from './sheets/file';
import { fillFrom, probesFor, serialIn, signed } from './sheets/fill';
import { penOf } from './sheets/pen';
import { takeFile, type Taken } from './sheets/take';
import { deviceView, sheetName, sheetView } from './sheets/views';

export interface BatchDoor {
  places: SheetPlaces;
  now(): number;
  /** A round of watching comes again: it gives way to what a person asks for, and the next one takes its place. */
  look(
    target: Target,
    only: readonly ProbeId[],
    round: boolean,
  ): Promise<Outcome<{ snapshot: Snapshot; diagnosis: Diagnosis; view: InspectionView }>>;
  save(name: string, bytes: Uint8Array): Promise<Outcome<Saved>>;
}

const mostListed = 100;

/** What the file said, as the page's refusal; what the disk said stays behind it as its detail. */
const refusals: Readonly<Partial<Record<ChangeRefusal, RefusalCode>>> = {
  absent: 'cannot-open',
  unreadable: 'cannot-open',
  'too-large': 'not-a-sheet',
  'not-a-sheet': 'not-a-sheet',
  'sheet-newer': 'sheet-newer',
  'sheet-damaged': 'sheet-damaged',
};
const refusalOf = (code: ChangeRefusal): { ok: false; code: RefusalCode; detail: string } => ({
  ok: false,
  code: refusals[code] ?? 'cannot-save',
  detail: code,
});

/** A file name of our own letters: what was typed never becomes a path. */
const fileNameFor = (name: string, id: string): string => {
  const own = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 24);
  return `${own === '' ? 'sheet' : own}-${id.slice(0, 8)}`;
};

type BatchHouse = {
  [K in keyof BatchCalls]: (
    ...args: Parameters<BatchCalls[K]>
  ) => Promise<ReturnType<BatchCalls[K]>>;
};

/** The sheets of a deployment day, where they lie, and what may be done with them. */
export const createBatch = ({ places, now, look, save }: BatchDoor): BatchHouse => {
  const pen = (by: string) => penOf(by, now());
  const where = (id: string): { path: string; place: SheetPlace } | null => {
    const place = placeNames.find((name) => id.startsWith(`${name}-`));
    const folder = place === undefined ? null : places[place];
    if (place === undefined || folder === null) return null;
    return { place, path: join(folder, `${id.slice(place.length + 1)}.json`) };
  };
  const gone = { ok: false, code: 'cannot-open' } as const;

  const change = async (id: string, by: (sheet: Sheet) => Sheet): Promise<Outcome<Sheet>> => {
    const found = where(id);
    if (found === null) return gone;
    const changed = await changeSheet(found.path, by);
    return changed.ok ? changed : refusalOf(changed.code);
  };
  const load = async (id: string): Promise<Outcome<Sheet>> => {
    const found = where(id);
    if (found === null) return gone;
    const loaded = await loadSheet(found.path);
    return loaded.ok ? loaded : refusalOf(loaded.code);
  };
  const shown = (id: string, sheet: Sheet) => sheetView(id, where(id)?.place ?? 'profile', sheet);
  const device = (sheet: Outcome<Sheet>, serial: string): Outcome<DeviceView> => {
    if (!sheet.ok) return sheet;
    const row = rowOf(sheet.value, serial);
    return row === null ? gone : { ok: true, value: deviceView(serial, row) };
  };

  const listed = async (place: SheetPlace, folder: string) =>
    Promise.all(
      (await sheetsIn(folder)).slice(0, mostListed).map(async ({ name, changedAt }) => {
        const loaded = await loadSheet(join(folder, `${name}.json`));
        return {
          id: `${place}-${name}`,
          name: loaded.ok ? sheetName(loaded.value) : name,
          place,
          devices: loaded.ok
            ? Object.values(loaded.value.rows).filter((row) => !isRemoved(row)).length
            : 0,
          changedAt,
          problem: loaded.ok ? null : refusalOf(loaded.code).code,
        };
      }),
    );

  return {
    'batch.list': async () => {
      const there = placeNames.flatMap((place) => {
        const folder = places[place];
        return folder === null ? [] : [{ place, folder }];
      });
      const sheets = await Promise.all(there.map(({ place, folder }) => listed(place, folder)));
      return { places: there.map(({ place }) => place), sheets: sheets.flat() };
    },
    'batch.create': async (name, place, by) => {
      const folder = places[place];
      if (folder === null) return gone;
      const file = fileNameFor(name, randomUUID());
      const made = await changeSheet(
        join(folder, `${file}.json`),
        () => named(emptySheet, name.trim(), pen(by)),
        { create: true },
      );
      const id = `${place}-${file}`;
      return made.ok ? { ok: true, value: shown(id, made.value) } : refusalOf(made.code);
    },
    'batch.open': async (id) => {
      const sheet = await load(id);
      return sheet.ok ? { ok: true, value: shown(id, sheet.value) } : sheet;
    },
    'batch.take': async (id, base64, by) => {
      const taken = takeFile(new Uint8Array(Buffer.from(base64, 'base64')));
      if (!taken.ok) return { ok: false, code: taken.code };
      let count: ReturnType<Taken>['count'] | null = null;
      const sheet = await change(id, (before) => {
        const after = taken.value(before, pen(by));
        count = after.count;
        return after.sheet;
      });
      if (!sheet.ok) return sheet;
      return count === null ? gone : { ok: true, value: { sheet: shown(id, sheet.value), count } };
    },
    'batch.add': async (id, typed, by) => {
      const read = readSerial(typed);
      if (!read.ok) return { ok: false, code: 'no-serial', detail: read.why };
      return device(await change(id, (sheet) => addRow(sheet, read.serial, pen(by))), read.serial);
    },
    'batch.set': async (id, serial, field, value, by) =>
      device(
        await change(id, (sheet) => {
          const row = rowOf(sheet, serial);
          if (row === null) return sheet;
          const next =
            field === null
              ? setField(row, 'removed', 'yes', pen(by))
              : setField(row, field, value.trim(), pen(by));
          return withRow(sheet, serial, next);
        }),
        serial,
      ),
    'batch.row': async (id, serial) => device(await load(id), serial),
    'batch.read': async (id, target, step: BatchStep, by) => {
      const seen = await look(target, probesFor[step](), step === 'set-up');
      if (!seen.ok) return seen;
      const serial = serialIn(seen.value.snapshot);
      if (serial === null) return { ok: false, code: 'no-serial' };
      const view = device(await change(id, fillFrom(step, seen.value, pen(by))), serial);
      return view.ok
        ? { ok: true, value: { device: view.value, inspection: seen.value.view } }
        : view;
    },
    'batch.sign': async (id, serial, by, words) => {
      let refusal: Outcome<never> | null = null;
      const sheet = await change(id, (before) => {
        const row = rowOf(before, serial);
        const next = row === null ? null : signed(row, words, pen(by));
        if (next === null) return before;
        if (next.ok) return withRow(before, serial, next.row);
        refusal = { ok: false, code: next.why, detail: next.points.join(',') };
        return before;
      });
      return refusal ?? device(sheet, serial);
    },
    'batch.export': async (id, form, language) => {
      const sheet = await load(id);
      if (!sheet.ok) return sheet;
      const words = await reportWords(pickLanguage(language === null ? [] : [language]));
      const { name, bytes } = exported(sheet.value, form, words, now());
      return save(name, bytes);
    },
  };
};
