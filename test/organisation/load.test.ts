import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  loadOrganisation,
  mayRepair,
  organisationPlaces,
  type OrganisationPlace,
} from '../../main/organisation/load';
import { personMayChange } from '../../main/organisation/may-change';

const folder = mkdtempSync(join(tmpdir(), 'organisation-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
const place = (from: OrganisationPlace['from'], text: string | null): OrganisationPlace => {
  count += 1;
  const path = join(folder, `${count}.json`);
  if (text !== null) writeFileSync(path, text);
  return { from, path };
};
const named = (name: string) => JSON.stringify({ schema: 1, name });
const load = (...places: OrganisationPlace[]) =>
  loadOrganisation(places, () => Promise.resolve(false));

describe('which organisation file is used', () => {
  it('is the one of the machine, and the others are named', async () => {
    const beside = place('beside', named('Stick'));
    const loaded = await load(
      place('machine', named('Machine')),
      place('option', named('Option')),
      beside,
    );
    expect(loaded.organisation?.name).toBe('Machine');
    expect(loaded.outranked).toHaveLength(2);
    expect(loaded.outranked[1]).toEqual(beside);
  });

  it('is the one beside the program where the machine has none', async () => {
    const loaded = await load(place('machine', null), place('beside', named('Stick')));
    expect(loaded).toMatchObject({
      organisation: { name: 'Stick' },
      from: { from: 'beside' },
      refused: [],
    });
  });

  it('is none where there is none', async () => {
    const loaded = await load(place('machine', null), place('beside', null));
    expect(loaded).toMatchObject({ organisation: null, refused: [], closed: false });
    expect(mayRepair(loaded, 'restart-broker')).toBe(true);
  });

  it('is none, and nothing it could forbid is done, where the one of the machine is broken', async () => {
    const machine = place('machine', '{"schema": 1, "name": "A",}');
    const loaded = await load(machine, place('beside', named('Stick')));
    expect(loaded).toMatchObject({ organisation: null, closed: true });
    expect(loaded.refused).toMatchObject([{ ...machine, problem: { code: 'not-json', line: 1 } }]);
    expect(mayRepair(loaded, 'restart-broker')).toBe(false);
  });

  it('is none, with the reason, where the one beside the program is broken', async () => {
    const loaded = await load(place('beside', '{'));
    expect(loaded).toMatchObject({
      organisation: null,
      closed: false,
      refused: [{ from: 'beside' }],
    });
    expect(mayRepair(loaded, 'restart-broker')).toBe(true);
  });

  it('is never one of the machine that the person may change', async () => {
    const places = [place('machine', named('Planted')), place('beside', named('Stick'))];
    const loaded = await loadOrganisation(places, () => Promise.resolve(true));
    expect(loaded).toMatchObject({
      organisation: { name: 'Stick' },
      refused: [{ from: 'machine', problem: { code: 'user-may-change' } }],
    });
  });

  it('says when a file that was asked for is not there, or is a folder', async () => {
    const missing = await load(place('option', null));
    expect(missing.refused).toMatchObject([
      { problem: { code: 'cannot-read', expected: 'ENOENT' } },
    ]);
    mkdirSync(join(folder, 'a-folder'));
    const isFolder = await load({ from: 'machine', path: join(folder, 'a-folder') });
    expect(isFolder).toMatchObject({
      closed: true,
      refused: [{ problem: { expected: 'EISDIR' } }],
    });
  });

  it('takes away only what it names', async () => {
    const [one, two, three] = ['flush-dns', 'renew-dhcp', 'sync-mdm'];
    const some = { schema: 1, name: 'A', repairs: { allowed: [one, two], forbidden: [two] } };
    const loaded = await load(place('machine', JSON.stringify(some)));
    expect([one, two, three].map((id = '') => mayRepair(loaded, id))).toEqual([true, false, false]);
  });
});

describe('where it is looked for', () => {
  it('is the machine first, then what was asked for, then beside the program', () => {
    const machine = { platform: 'win32' as const, arch: 'x64', env: { programdata: 'D:\\Data' } };
    expect(organisationPlaces('E:\\o.json', machine, folder)).toEqual([
      { from: 'machine', path: 'D:\\Data\\Fieldkit\\organisation.json' },
      { from: 'option', path: 'E:\\o.json' },
      { from: 'beside', path: join(folder, 'organisation.json') },
    ]);
  });

  it('takes a variable where no option is given', () => {
    const machine = {
      platform: 'linux' as const,
      arch: 'x64',
      env: { FIELDKIT_ORGANISATION: '/o' },
    };
    expect(organisationPlaces(undefined, machine, folder)[1]).toEqual({
      from: 'option',
      path: '/o',
    });
    expect(organisationPlaces('/p', machine, folder)[1]).toEqual({ from: 'option', path: '/p' });
  });
});

describe('who may change a file', () => {
  // Nothing on this machine is where only an administrator of Windows may look.
  const windows = { platform: 'win32' as const, arch: 'x64', env: {} };

  it('is found out by opening it for writing, and leaves it as it was', async () => {
    const own = place('machine', named('A'));
    expect(await personMayChange(own.path, windows)).toBe(true);
    expect((await load(own)).organisation?.name).toBe('A');
  });

  it('is nobody where it cannot be opened so', async () => {
    expect(await personMayChange(folder, windows)).toBe(false);
    expect(await personMayChange(join(folder, 'none'), windows)).toBe(false);
  });
});
