import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { outputOf } from '../core/make';
import { placesThatSpeak } from '../../main/terminal/organisation';
import { say } from './fake';

const folder = mkdtempSync(join(tmpdir(), 'organisation-terminal-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const other = file(
  'other.json',
  JSON.stringify({
    schema: 1,
    name: 'Contoso',
    helpDesk: { name: 'Contoso Service Desk', phone: '+49 30 5550 1234' },
    devices: { tenants: [{ id: '11111111-2222-4333-8444-555555555555' }] },
  }),
);

it('judges by the file that was asked for, and says whom to call', async () => {
  const plain = await say(['read', '-'], { input: outputOf() });
  const said = await say(['read', '--organisation', other, '-'], { input: outputOf() });
  expect(plain.code).toBe(0);
  expect(said).toMatchObject({ code: 1, err: '' });
  expect(said.out).toContain('This device belongs to another organisation');
  expect(said.out).toContain('Contoso Service Desk');
  expect(said.out).toContain('+49 30 5550 1234');
});

it('names line and column of a broken one and goes on without it', async () => {
  const broken = file('broken.json', '{\n  "schema": 1,\n  "name": "A",\n  "helpdesk": {}\n}');
  const said = await say(['read', '--organisation', broken, '-'], { input: outputOf() });
  expect(said.code).toBe(0);
  expect(said.err).toContain('line 4, column 3');
  expect(said.err).toContain('helpDesk');
  expect(said.err).toContain(broken);
});

it('keeps JSON free of it, and says so when the file is not there', async () => {
  const missing = join(folder, 'none.json');
  const said = await say(['read', '--json', '--organisation', missing, '-'], { input: outputOf() });
  expect(JSON.parse(said.out)).toMatchObject({ schema: 1, verdict: { state: 'healthy' } });
  expect(said.err).toContain(missing);
});

it('a text carries no claim to be of this organisation: only a file named for it judges', async () => {
  const before = process.env['FIELDKIT_ORGANISATION'];
  process.env['FIELDKIT_ORGANISATION'] = other;
  try {
    const said = await say(['read', '-'], { input: outputOf() });
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).not.toContain('another organisation');
  } finally {
    if (before === undefined) delete process.env['FIELDKIT_ORGANISATION'];
    else process.env['FIELDKIT_ORGANISATION'] = before;
  }
});

it.each(['capture', 'text'] as const)('of a %s, only a named file speaks', (kind) => {
  const machine = { from: 'machine', path: 'm' } as const;
  const beside = { from: 'beside', path: 'b' } as const;
  const option = { from: 'option', path: 'o' } as const;
  const all = [machine, option, beside];
  expect(placesThatSpeak(kind, all, true)).toEqual([option]);
  expect(placesThatSpeak(kind, all, false)).toEqual([]);
  expect(placesThatSpeak('this-device', all, false)).toEqual(all);
  expect(placesThatSpeak('sample', all, true)).toEqual([]);
});
