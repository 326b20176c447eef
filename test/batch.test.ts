import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Outcome } from '../preload/contract';
import { createHouse } from '../main/app';
import type { House } from '../main/house';
import { separatorOf, readCsv } from '../main/core/batch/csv';

let folder: string;
let house: House;
let given: { name: string; text: string }[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldkit-sheets-'));
  given = [];
  house = createHouse({
    door: 'browser',
    platform: 'linux',
    tell: () => undefined,
    openLink: () => ({ ok: true, value: true }),
    settingsPath: join(folder, 'settings.json'),
    sheetPlaces: { stick: join(folder, 'stick'), profile: join(folder, 'profile') },
    save: (name, bytes) => {
      given.push({ name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) });
      return Promise.resolve({ ok: true, value: { name, where: name } });
    },
  });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const good = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`${outcome.code} ${outcome.detail ?? ''}`);
  return outcome.value;
};
const base64 = (text: string) => Buffer.from(text).toString('base64');
const sample = (id: string) => ({ kind: 'sample', id }) as const;
const newSheet = async (place: 'stick' | 'profile' = 'stick') =>
  good(await house['batch.create']('Büro 3/Tag 1', place, 'Ada'));

it('signs a batch of five that went past one after the other, and gives it out with its proof', async () => {
  const sheet = await newSheet();
  const five = [
    'healthy-cloud-laptop',
    'healthy-hybrid-desktop',
    'registered-twice',
    'hotel-network',
    'local-administrator',
  ];
  for (const id of five) {
    const read = good(await house['batch.read'](sheet.id, sample(id), 'sign-off', 'Ada'));
    const { serial } = read.device.row;
    expect(read.device.row.state).toBe('not-done');
    expect(read.inspection.label).toBe(id);
    const bare = await house['batch.sign'](sheet.id, serial, 'Ada', []);
    expect(bare).toMatchObject({ ok: false, code: 'points-open' });
    expect(bare.ok ? '' : bare.detail).toContain('asset-tag');
    const tagged = good(await house['batch.set'](sheet.id, serial, 'asset-tag', `T-${id}`, 'Ada'));
    expect(tagged.signOff?.points.find((point) => point.id === 'asset-tag')?.state).toBe('yes');
    const open = read.device.signOff?.points.filter(({ state }) => state !== 'yes') ?? [];
    const words = open.map(({ id: point }) => ({ point, reason: 'Seen by hand' }));
    const signed = good(await house['batch.sign'](sheet.id, serial, 'Ada Berg', words));
    expect(signed.row).toMatchObject({ state: 'signed-open', signedBy: 'Ada Berg' });
    const join = signed.signatures[0]?.points.find(({ id: point }) => point === 'join');
    expect(join?.proof.some(({ field }) => field === 'AzureAdJoined')).toBe(true);
    expect(signed.signatures[0]?.open).not.toContain('asset-tag');
  }
  expect(good(await house['batch.open'](sheet.id)).rows).toHaveLength(5);

  good(await house['batch.export'](sheet.id, 'csv', 'de'));
  good(await house['batch.export'](sheet.id, 'html', 'en'));
  const [csv, page] = given;
  const rows = readCsv(csv!.text.slice(1), separatorOf(csv!.text.slice(1)));
  expect(rows).toHaveLength(6);
  expect(csv!.text.startsWith('\ufeffSerial number;')).toBe(true);
  expect(csv!.name).toMatch(/^Büro-3-Tag-1-\d{4}-\d\d-\d\d\.csv$/u);
  expect(page!.text).toContain('Seen by hand');
  expect(page!.text).toContain('AzureAdJoined = YES'.replace('YES', 'yes'));
  const report = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(
    page!.text,
  );
  expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual(
    [],
  );
});

it('calls nothing proved that was not read', async () => {
  const sheet = await newSheet();
  const read = good(
    await house['batch.read'](sheet.id, sample('new-pc-out-of-the-box'), 'preflight', ''),
  );
  for (const point of read.device.preflight?.points ?? [])
    if (point.state === 'yes') expect(point.proof).not.toEqual([]);
  expect(['not-ready', 'partly-read']).toContain(read.device.row.state);
});

it('brings in lists and copies, and names what it did not take', async () => {
  const sheet = await newSheet();
  const list = good(
    await house['batch.take'](sheet.id, base64('Serial,Asset tag\nA1,T1\n,T2\na1,T3'), 'Ada'),
  );
  expect(list).toMatchObject({ count: { kind: 'list', added: 1, problemCount: 2 } });
  const other = await newSheet('profile');
  good(await house['batch.take'](other.id, base64('Serial,Asset tag\nA1,T9\nB1,T4'), 'Bo'));
  good(await house['batch.export'](other.id, 'sheet', null));
  const merged = good(await house['batch.take'](sheet.id, base64(given[0]!.text), 'Ada'));
  expect(merged).toMatchObject({
    count: { kind: 'sheet', added: 1, changed: 1, disagree: ['A1'] },
  });
  const again = good(await house['batch.take'](sheet.id, base64(given[0]!.text), 'Ada'));
  expect(again).toMatchObject({ count: { added: 0, changed: 0 } });
  const [conflict] = good(await house['batch.row'](sheet.id, 'A1')).conflicts;
  expect(conflict?.claims.map(({ value, by }) => [value, by]).sort()).toEqual([
    ['T1', 'Ada'],
    ['T9', 'Bo'],
  ]);
  const settled = good(await house['batch.set'](sheet.id, 'A1', 'asset-tag', 'T9', 'Ada'));
  expect([settled.conflicts, settled.row.fields['asset-tag']]).toEqual([[], 'T9']);
});

it('reads a list in UTF-16, refuses a picture, and says of half a sheet that it is damaged', async () => {
  const { id } = await newSheet();
  const wide = Buffer.from('\ufeffSerial\tModel\nA1\tX13', 'utf16le').toString('base64');
  expect(good(await house['batch.take'](id, wide, '')).sheet.rows[0]?.fields.model).toBe('X13');
  const codeOf = async (bytes: string) => {
    const taken = await house['batch.take'](id, bytes, '');
    return taken.ok ? null : taken.code;
  };
  expect(await codeOf(Buffer.from([137, 80, 78, 71, 0, 0, 0, 1]).toString('base64'))).toBe(
    'not-a-sheet',
  );
  expect(await codeOf(base64('  \n'))).toBe('not-a-sheet');
  expect(await codeOf(base64('{"schema":1,"rows":{"A1"'))).toBe('sheet-damaged');
  expect(await codeOf(base64('{"a":1}'))).toBe('not-a-sheet');
  expect(await codeOf(base64('{"schema":2,"rows":{}}'))).toBe('sheet-newer');
});

it('keeps sheets in both places, takes rows off, and knows nothing outside of its folders', async () => {
  const stick = await newSheet();
  await newSheet('profile');
  const list = await house['batch.list']();
  expect(list.places).toEqual(['stick', 'profile']);
  expect(list.sheets.map(({ name, place }) => [name, place])).toEqual([
    ['Büro 3/Tag 1', 'stick'],
    ['Büro 3/Tag 1', 'profile'],
  ]);
  good(await house['batch.add'](stick.id, ' a1 ', 'Ada'));
  good(await house['batch.set'](stick.id, 'A1', null, '', 'Ada'));
  expect(good(await house['batch.open'](stick.id)).rows).toEqual([]);
  expect(await house['batch.add'](stick.id, 'Default string', '')).toMatchObject({
    code: 'no-serial',
  });
  for (const id of ['stick-nowhere', 'elsewhere-1', 'profile'])
    expect(await house['batch.open'](id)).toMatchObject({ ok: false, code: 'cannot-open' });
});

it('shows a damaged sheet as one, and never writes over it', async () => {
  const { id } = await newSheet();
  const place = join(folder, 'stick');
  for (const file of await readdir(place)) await writeFile(join(place, file), '{"schema":1,"ro');
  const before = await readFile(join(place, (await readdir(place))[0]!), 'utf8');
  expect((await house['batch.list']()).sheets[0]?.problem).toBe('sheet-damaged');
  expect(await house['batch.add'](id, 'A1', '')).toMatchObject({ code: 'sheet-damaged' });
  expect(await readFile(join(place, (await readdir(place))[0]!), 'utf8')).toBe(before);
});

it('says of a sheet that cannot be written that it was not saved, and takes the entry afterwards', async () => {
  const { id } = await newSheet();
  const place = join(folder, 'stick');
  const [file] = await readdir(place);
  // What is newly written goes here first; a folder in its place refuses like a full or locked disk.
  await mkdir(join(place, `${file!}.new`));
  expect(await house['batch.add'](id, 'A1', 'Ada')).toMatchObject({ code: 'cannot-save' });
  expect(good(await house['batch.open'](id)).rows).toEqual([]);
  await rm(join(place, `${file!}.new`), { recursive: true });
  good(await house['batch.add'](id, 'A1', 'Ada'));
  expect(good(await house['batch.open'](id)).rows).toHaveLength(1);
});

it('looks at a device for a person at once, also while a set-up is watched', async () => {
  const sheet = await newSheet();
  const target = sample('healthy-cloud-laptop');
  const [round, look] = await Promise.all([
    house['batch.read'](sheet.id, target, 'set-up', ''),
    house['inspect.start'](target),
  ]);
  expect(look.ok).toBe(true);
  expect(round.ok || round.code === 'cancelled').toBe(true);
  good(await house['batch.read'](sheet.id, target, 'set-up', ''));
});
