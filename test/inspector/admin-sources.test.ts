import { describe, expect, it } from 'vitest';
import {
  adminSourceKeys,
  closedSources,
  readAdminSources,
  withAdminReadings,
  withoutConsent,
} from '../../main/inspector/admin-sources';
import { ok, unavailable } from '../../main/core/reading';
import type { RawReading, Source } from '../../main/os/port';
import { fromTold, toTold } from '../../main/os/elevation/readings';
import { probes } from '../../main/probes/index';
import { fakeOs, raw } from '../os/fake';

const sources = new Map<string, Source>(
  probes.flatMap(({ reads }) => reads.map((source) => [source.key, source] as const)),
);
const listed = adminSourceKeys.flatMap((key) => sources.get(key) ?? []);
const raws = (entries: Record<string, RawReading>) => new Map(Object.entries(entries));
const [first = '', second = ''] = listed
  .filter(({ rights }) => rights === 'admin')
  .map(({ key }) => key);

describe('what an administrator may be asked for', () => {
  it('holds every source that needs one, and none that speaks of the user', () => {
    for (const source of sources.values())
      if (source.rights === 'admin') expect(adminSourceKeys).toContain(source.key);
    for (const source of listed) {
      if (source.kind === 'registry') expect(source.hive).toBe('HKLM');
      if (source.kind === 'file') expect(source.path).toMatch(/^%SystemRoot%\\/i);
      if (source.kind === 'command') {
        expect(source.rights).toBe('admin');
        expect([
          'klist.exe',
          'dsregcmd.exe',
          'cmdkey.exe',
          'certutil.exe',
          'whoami.exe',
        ]).not.toContain(source.tool);
      }
    }
  });

  it.each([
    ['nothing', []],
    ['a source nobody knows', ['no-such-source']],
    ['the tickets of the user', ['klist']],
    ['one of those among others', [first, 'dsregcmd-status']],
  ])('is not read: %s', async (_what, keys) => {
    const { os, asked } = fakeOs({});
    expect(await readAdminSources(os, keys)).toBeNull();
    expect(asked).toEqual([]);
  });
});

describe('the look with what an administrator read', () => {
  const user = raws({
    [first]: unavailable('needs-admin'),
    [second]: raw('as the user read it'),
    klist: raw('of the user'),
  });

  it('fills what was closed, and only that', () => {
    expect(closedSources(user)).toEqual([first]);
    const told = raws({
      [first]: raw('opened'),
      [second]: raw('of the other'),
      klist: raw('other'),
    });
    const filled = withAdminReadings(user, told);
    expect(filled.get(first)).toEqual(raw('opened'));
    expect(filled.get(second)).toEqual(raw('as the user read it'));
    expect(filled.get('klist')).toEqual(raw('of the user'));
  });

  it('says declined where the answer was no, and can be asked again', () => {
    const declined = withoutConsent(user, [first]);
    expect(declined.get(first)).toEqual(unavailable('declined'));
    expect(closedSources(declined)).toEqual([first]);
  });
});

describe('readings on their way', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  const read = raws({
    [first]: ok({ bytes, exitCode: 1, ms: 3 }),
    [second]: unavailable('absent', 'ENOENT'),
  });

  it('arrive as they left', () => {
    const told: unknown = JSON.parse(JSON.stringify(toTold(read)));
    expect(fromTold(told, [first, second])).toEqual(read);
  });

  it.each([
    ['a source that was not asked for', [first], toTold(read)],
    ['one too few', [first, second], toTold(raws({ [first]: raw('x') }))],
    ['a reason nobody knows', [first], { [first]: { kind: 'unavailable', why: 'moon' } }],
    ['bytes that are none', [first], { [first]: { kind: 'ok', bytes: '%%', exitCode: 0, ms: 1 } }],
    ['a list', [first], [1]],
    ['nothing', [first], null],
  ])('are not believed with %s', (_what, asked, value) => {
    expect(fromTold(value, asked)).toBeNull();
  });
});
