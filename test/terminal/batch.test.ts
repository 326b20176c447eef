import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import schema from '../../resources/schema/batch.schema.json';
import { readCsv, separatorOf } from '../../main/core/batch/csv';
import { exitOfSheet } from '../../main/terminal/show-batch';
import type { DeviceState } from '../../preload/contract-batch';
import { say } from './fake';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
const valid = ajv.compile(schema);

let folder: string;
let sheet: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fieldkit-batch-'));
  sheet = at('day.json');
  await batch('new', sheet, 'Site', '3');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const batch = (...args: string[]) => say(['batch', ...args]);
const file = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};
const told = async (...args: string[]) => {
  const { code, out, err } = await batch(...args, '--json');
  const json = JSON.parse(out || '{}') as Record<string, unknown>;
  expect(valid(json), `${err} ${JSON.stringify(valid.errors)}`).toBe(true);
  return { code, json };
};
const reasons = (points: string) => points.split(', ').map((point) => `${point}=Seen by hand`);

describe('fieldkit batch', () => {
  it('signs a PC that went past, and gives the sheet out in every form', async () => {
    const taken = await told(
      'take',
      sheet,
      'sign-off',
      '--sample',
      'healthy-cloud-laptop',
      '--by',
      'Ada',
    );
    expect(taken.code).toBe(1);
    const { row } = taken.json['device'] as { row: { serial: string; state: string } };
    expect(row.state).toBe('not-done');
    expect((await batch('sign', sheet, row.serial)).err).toContain('--by');
    await batch('set', sheet, row.serial.toLowerCase(), 'asset-tag=T-1', '--by', 'Ada');
    const bare = await batch('sign', sheet, row.serial, '--by', 'Ada');
    expect(bare.code).toBe(1);
    expect(bare.err).not.toContain('asset-tag');
    const open = /reason\. (.*)\n/u.exec(bare.err)?.[1] ?? '';
    const signed = await told('sign', sheet, row.serial, ...reasons(open), '--by', 'Ada Berg');
    expect(signed.json['device']).toMatchObject({
      row: { state: open === '' ? 'signed' : 'signed-open', signedBy: 'Ada Berg' },
    });
    expect((await batch('show', sheet)).out).toContain('Ada Berg');
    expect((await batch('show', sheet, row.serial)).out).toContain('AzureAdJoined = yes');
    for (const name of ['out.csv', 'out.html', 'out.json'])
      expect((await batch('export', sheet, at(name))).code).toBe(0);
    const csv = readFileSync(at('out.csv'), 'utf8').slice(1);
    expect(readCsv(csv, separatorOf(csv))[1]?.cells[0]).toBe(row.serial);
    expect(readFileSync(at('out.html'), 'utf8')).toContain('AzureAdJoined = yes');
    expect((await batch('show', at('out.json'))).out).toContain(row.serial);
  });

  it('tells what a set-up waits for and why it stopped', async () => {
    const { code, out } = await batch('take', sheet, 'set-up', '--sample', 'set-up-stops-at-app');
    expect(code).toBe(2);
    expect(out).toContain('failed');
    expect(out).toContain('An app could not be installed');
    const ready = await told('take', sheet, 'preflight', '--sample', 'new-pc-out-of-the-box');
    expect([2, 3]).toContain(ready.code);
  });

  it('brings in lists and copies of two technicians, and names what it did not take', async () => {
    const list = file('list.csv', 'Serial,Asset tag\nA1,T1\n,T2\n');
    expect(await told('add', sheet, list)).toMatchObject({
      code: 1,
      json: { files: [{ kind: 'list', added: 1, problemCount: 1 }] },
    });
    const other = at('other.json');
    await batch('new', other);
    await batch('add', other, file('b.csv', 'Serial,Asset tag\nA1,T9\nB1,T4'), '--by', 'Bo');
    expect(await told('add', sheet, other)).toMatchObject({
      code: 1,
      json: { files: [{ kind: 'sheet', added: 1, changed: 1, disagree: ['A1'] }] },
    });
    expect(await told('add', sheet, other)).toMatchObject({
      json: { files: [{ added: 0, changed: 0 }] },
    });
    expect((await batch('show', sheet, 'A1')).out).toContain('“T9”');
    await batch('set', sheet, 'A1', 'asset-tag=T9');
    expect((await batch('show', sheet, 'A1')).out).not.toContain('“T9”');
    const piped = await say(['batch', 'add', sheet, '-'], { input: 'C1\n' });
    expect([piped.code, piped.out]).toEqual([0, expect.stringContaining('1 new PC')]);
  });

  it('puts in nothing of several files where one is refused', async () => {
    const before = readFileSync(sheet);
    const good = file('good.txt', 'A1\n');
    const half = file('half.json', '{"schema":1,"rows":{"A1"');
    const { code, err } = await batch('add', sheet, good, half);
    expect([code, err]).toEqual([3, expect.stringContaining('half.json')]);
    expect(readFileSync(sheet)).toEqual(before);
  });

  it.each([
    ['a damaged sheet', '{"schema":1,"ro', 'damaged'],
    ['somebody else’s file', '{"a":1}', 'neither a list'],
    ['a sheet of a newer program', '{"schema":2,"rows":{}}', 'newer'],
    ['an empty file', '', 'damaged'],
  ])('refuses %s by name and leaves it as it was', async (_what, text, words) => {
    const path = file('bad.json', text);
    for (const args of [
      ['show', path],
      ['add', path, file('a.txt', 'A1')],
      ['new', path],
    ]) {
      const { code, err } = await batch(...args);
      expect([code, err.replace(/\s+/gu, ' ')]).toEqual([3, expect.stringContaining(words)]);
    }
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('takes the last whole version where the newest was cut off', async () => {
    await batch('add', sheet, file('a.txt', 'A1\n'));
    await batch('add', sheet, file('b.txt', 'B1\n'));
    truncateSync(sheet, 20);
    expect((await batch('show', sheet)).out).toContain('A1');
  });

  it('never starts over a sheet that is there', async () => {
    expect((await batch('new', sheet)).code).toBe(64);
    expect((await batch('show', sheet)).out).toContain('Site 3');
    expect(readdirSync(folder)).toEqual(['day.json']);
  });

  it.each([
    [['shw', 'x'], 'Did you mean “show”'],
    [['new'], 'SHEET [NAME]'],
    [['take', 'x', 'preflihgt'], 'preflight'],
    [['take', 'x'], 'preflight|set-up|sign-off'],
    [['show', 'no-such.json'], 'does not exist'],
    [['export', 'x', 'y.pdf'], '.html'],
  ])('says how to call it: %j', async (args, words) => {
    const { code, err } = await batch(...args);
    expect([code, err.replace(/\s+/gu, ' ')]).toEqual([64, expect.stringContaining(words)]);
  });

  it('names a PC, a field and a point that are not there', async () => {
    await batch('add', sheet, file('a.txt', 'A1\n'));
    expect((await batch('show', sheet, 'Z9')).err).toContain('Z9');
    expect((await batch('set', sheet, 'A1', 'asset=1')).err).toContain('asset-tag');
    expect((await batch('sign', sheet, 'A1', '--by', 'Ada')).err).toContain('Nobody has checked');
    expect((await batch('set', sheet, 'Z9', 'note=x')).code).toBe(64);
  });

  it.each([
    [[], 3],
    [['signed'], 0],
    [['signed', 'signed-open'], 1],
    [['signed', 'ready'], 1],
    [['signed', 'listed'], 3],
    [['listed', 'setting-up', 'set-up-failed'], 2],
  ] satisfies [DeviceState[], number][])('is done only when all is proved: %j', (states, code) => {
    const fields = { model: null, name: null, 'asset-tag': null, 'group-tag': null, note: null };
    const rest = { fields, conflicts: 0, signedBy: null, signedAt: null, giveUpAt: null };
    const rows = states.map((state, nr) => ({ serial: String(nr), state, ...rest }));
    expect(exitOfSheet({ rows })).toBe(code);
  });
});
