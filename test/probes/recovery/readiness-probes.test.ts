import fc from 'fast-check';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSizes } from '../../../main/os/sizes';
import { localAccountsProbe } from '../../../main/probes/machine/local-accounts';
import { knownNetworksProbe } from '../../../main/probes/network/known-networks';
import { folderSizesProbe } from '../../../main/probes/recovery/folder-sizes';
import { dword, facts, gaps, json, noKey, parse, ran, registry, text } from '../support';

describe('measuring a profile', () => {
  let root = '';
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'sizes-'));
    await mkdir(join(root, 'Downloads', 'deep'), { recursive: true });
    await mkdir(join(root, 'AppData'));
    await mkdir(join(root, '.cache'));
    await writeFile(join(root, 'Downloads', 'a.iso'), 'x'.repeat(1000));
    await writeFile(join(root, 'Downloads', 'deep', 'b.txt'), 'y'.repeat(24));
    await writeFile(join(root, 'AppData', 'huge'), 'z'.repeat(5000));
    await writeFile(join(root, 'NTUSER.DAT'), 'no file of a person');
    await writeFile(join(root, 'note.txt'), '12345');
    await symlink(root, join(root, 'Downloads', 'round'));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('counts what a person saved, follows no link, and leaves out what programs keep', async () => {
    const raw = await readSizes(root, 10_000);
    const { folders, loose } = facts(folderSizesProbe, { 'sizes-profile': raw });
    expect(folders).toEqual([{ name: 'Downloads', bytes: 1024, files: 2, whole: true }]);
    expect(loose).toMatchObject({ bytes: 5, files: 1 });
  });

  it('says “at least” when the time is up', async () => {
    const raw = await readSizes(root, -1);
    const { folders } = facts(folderSizesProbe, { 'sizes-profile': raw });
    expect(folders).toEqual([{ name: 'Downloads', bytes: 0, files: 0, whole: false }]);
  });

  it('has no answer for a profile that is not there, or when it was stopped', async () => {
    expect(await readSizes(join(root, 'nobody'), 1000)).toMatchObject({
      kind: 'unavailable',
      why: 'absent',
    });
    expect(await readSizes(root, 1000, AbortSignal.abort())).toMatchObject({
      kind: 'failed',
      reason: 'cancelled',
    });
  });

  it('takes no damaged answer for a fact', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (given) => {
        const read = parse(folderSizesProbe, { 'sizes-profile': ran(given, null) });
        return read.kind === 'failed';
      }),
    );
  });
});

const list = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\NetworkList\\Profiles';
describe('networks this PC knows', () => {
  it('are the wireless ones, each once', () => {
    const tree = registry('HKLM', {
      [list]: {},
      [`${list}\\{1}`]: { ProfileName: text('Home'), NameType: dword(71) },
      [`${list}\\{2}`]: { ProfileName: text('Cable'), NameType: dword(6) },
      [`${list}\\{3}`]: { ProfileName: text('Home'), NameType: dword(71) },
      [`${list}\\{4}`]: { NameType: dword(71) },
    });
    expect(facts(knownNetworksProbe, { 'registry-network-list': ran(tree) })).toEqual({
      wireless: ['Home'],
    });
  });
});

const managed = 'SOFTWARE\\Microsoft\\Policies\\LAPS';
const grouped = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\LAPS';
describe('local accounts', () => {
  const rows = json([
    { Name: 'Administrator', SID: 'S-1-5-21-1-2-3-500', Disabled: true },
    { Name: 'helper', SID: 'S-1-5-21-1-2-3-1001', Disabled: false },
    { Name: 'odd', SID: null, Disabled: null },
    { SID: 'S-1-5-21-1-2-3-1002', Disabled: false },
  ]);
  it('tell who is switched on, and where the password is kept', () => {
    expect(
      facts(localAccountsProbe, {
        'cim-local-accounts': rows,
        'registry-laps-management': ran(
          registry('HKLM', {
            [managed]: { BackupDirectory: dword(1), AdministratorAccountName: text('helper') },
          }),
        ),
        'registry-laps-group-policy': noKey,
      }),
    ).toEqual({
      accounts: [
        { name: 'Administrator', enabled: 'no', builtInAdministrator: true },
        { name: 'helper', enabled: 'yes', builtInAdministrator: false },
        { name: 'odd', enabled: 'unknown', builtInAdministrator: false },
      ],
      passwordKeptIn: 'entra',
      managedName: 'helper',
    });
  });

  it.each([
    [noKey, noKey, 'nowhere'],
    [noKey, ran(registry('HKLM', { [grouped]: { BackupDirectory: dword(2) } })), 'directory'],
    [noKey, ran(registry('HKLM', { [grouped]: { BackupDirectory: dword(9) } })), 'unknown'],
    [gaps[0]!, noKey, 'unknown'],
  ])('%# policy decides', (first, second, passwordKeptIn) => {
    expect(
      facts(localAccountsProbe, {
        'cim-local-accounts': rows,
        'registry-laps-management': first,
        'registry-laps-group-policy': second,
      }),
    ).toMatchObject({ passwordKeptIn });
  });
});

describe.each([
  [folderSizesProbe, 'sizes-profile'],
  [knownNetworksProbe, 'registry-network-list'],
  [localAccountsProbe, 'cim-local-accounts'],
] as const)('%# what could not be read', (probe, key) => {
  it.each(gaps)('stays a gap: %j', (gap) => {
    expect(parse(probe as never, { [key]: gap })).toEqual(gap);
  });
});
