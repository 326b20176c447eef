import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import type { RawReading } from '../../../main/os/port';
import { diskSpaceProbe } from '../../../main/probes/recovery/disk-space';
import { breakagesOf, knownBreakages } from '../../../main/probes/recovery/known-breakages';
import { pendingRestartProbe } from '../../../main/probes/recovery/pending-restart';
import { powerProbe } from '../../../main/probes/recovery/power';
import { windowsUpdateProbe } from '../../../main/probes/recovery/windows-update';
import { windowsVersionProbe } from '../../../main/probes/recovery/windows-version';
import { dword, facts, json, noKey, parse, ran, registry, text } from '../support';
import { calm, fixtures, windowsVersion } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};
const version = (values: Parameters<typeof windowsVersion>[0]) =>
  facts(windowsVersionProbe, { 'registry-windows-version': windowsVersion(values) });

describe('builds that broke a way back', () => {
  it.each(knownBreakages.flatMap((known) => known.builds.map((build) => [build, known] as const)))(
    '%s is affected from the update to the one that mended it',
    (build, { id, firstBad, firstGood }) => {
      expect(breakagesOf(build, firstBad - 1)).toEqual([]);
      expect(breakagesOf(build, firstBad)).toEqual([expect.objectContaining({ id })]);
      expect(breakagesOf(build, firstGood - 1)).toEqual([expect.objectContaining({ id })]);
      expect(breakagesOf(build, firstGood)).toEqual([]);
    },
  );

  it('says nothing of a build it cannot see', () => {
    expect(breakagesOf(null, 5768)).toEqual([]);
    expect(breakagesOf(22631, null)).toEqual([]);
  });

  it('has a source for each', () => {
    for (const { source, update, mendedBy } of knownBreakages) {
      expect(source).toMatch(/^https:/);
      expect([update, mendedBy]).toEqual([
        expect.stringMatching(/^KB\d{7}$/),
        expect.stringMatching(/^KB\d{7}$/),
      ]);
    }
  });
});

describe('the version of Windows', () => {
  it('goes by the build, not by the product name', () => {
    expect(version({ build: '26100', revision: 6899 })).toMatchObject({
      build: 26100,
      revision: 6899,
      family: 'windows-11',
      home: 'no',
      breakages: [{ id: 'recovery-input-2025-10', update: 'KB5066835', mendedBy: 'KB5070773' }],
      installedAt: 1_752_000_000_000,
    });
    expect(version({ build: '19045', revision: 1 }).family).toBe('windows-10');
    expect(version({ build: '26100', revision: 1, type: 'Server' }).family).toBe('server');
    expect(version({ build: '7601', revision: 1 }).family).toBe('unknown');
  });

  it.each([
    ['Core', 'yes'],
    ['CoreSingleLanguage', 'yes'],
    ['CoreCountrySpecific', 'yes'],
    ['Professional', 'no'],
  ])('takes %s for a home edition: %s', (edition, home) => {
    expect(version({ build: '26100', revision: 1, edition }).home).toBe(home);
  });

  it('is not understood without build and edition', () => {
    const strange = ran(
      registry('HKLM', {
        'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion': { CurrentBuild: text('new') },
      }),
    );
    expect(parse(windowsVersionProbe, { 'registry-windows-version': strange })).toMatchObject({
      kind: 'failed',
    });
  });
});

const control = 'SYSTEM\\CurrentControlSet\\Control';
const restart = (change: Record<string, RawReading> = {}) =>
  facts(pendingRestartProbe, { ...calm, ...change });

describe('waiting restarts', () => {
  it('has none on a calm PC', () => {
    expect(restart().pending).toBe('no');
    expect(restart().markers.every(({ set }) => set === 'no')).toBe(true);
  });

  it.each([
    ['servicing', 'registry-servicing', 'Component Based Servicing\\RebootPending'],
    ['packages-pending', 'registry-servicing', 'Component Based Servicing\\PackagesPending'],
    ['windows-update', 'registry-auto-update', 'WindowsUpdate\\Auto Update\\RebootRequired'],
  ])('sees %s by the key that is there', (name, source, path) => {
    const key = `SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\${path}`;
    const read = restart({ [source]: ran(registry('HKLM', { [key]: {} })) });
    expect(read.pending).toBe('yes');
    expect(read.markers.find((marker) => marker.name === name)?.set).toBe('yes');
  });

  it('sees a new name and a join that wait', () => {
    const names = registry('HKLM', {
      [`${control}\\ComputerName\\ActiveComputerName`]: { ComputerName: text('OLD') },
      [`${control}\\ComputerName\\ComputerName`]: { ComputerName: text('NEW') },
    });
    expect(restart({ 'registry-computer-name': ran(names) }).pending).toBe('yes');
    const join = registry('HKLM', {
      'SYSTEM\\CurrentControlSet\\Services\\Netlogon': { JoinDomain: text('x') },
    });
    expect(restart({ 'registry-netlogon': ran(join) }).pending).toBe('yes');
  });

  it('does not count file renames alone', () => {
    const renames = registry('HKLM', {
      [`${control}\\Session Manager`]: {
        PendingFileRenameOperations: ['REG_MULTI_SZ', '\\??\\C:\\a.tmp\\0'],
      },
    });
    const read = restart({ 'registry-session-manager': ran(renames) });
    expect(read.pending).toBe('no');
    expect(read.markers.find(({ name }) => name === 'file-renames')?.set).toBe('yes');
  });

  it('does not say "none" while a marker is hidden', () => {
    expect(restart({ 'registry-servicing': unavailable('denied') }).pending).toBe('unknown');
  });
});

describe('space and power', () => {
  it('reads sizes of disks, leaving out those without', () => {
    expect(facts(diskSpaceProbe, given('disk-space'))).toEqual({
      systemDrive: 'C:',
      volumes: [{ letter: 'C:', fileSystem: 'NTFS', size: 510770802688, free: 8589934592 }],
    });
  });

  const power = (battery: unknown, driver?: RawReading) =>
    facts(powerProbe, {
      'cim-batteries': json(battery),
      'cim-battery-driver': driver ?? unavailable('denied'),
    });

  it.each([
    [1, 'no'],
    [2, 'yes'],
    [3, 'yes'],
    [4, 'unknown'],
    [6, 'yes'],
    [null, 'unknown'],
  ])('takes the battery number %s for mains: %s', (BatteryStatus, onMains) => {
    expect(power([{ BatteryStatus, EstimatedChargeRemaining: 50 }]).onMains).toBe(onMains);
  });

  it('lets the driver decide where it answers', () => {
    const flags = json([{ PowerOnline: false }, { PowerOnline: true }]);
    expect(power([{ BatteryStatus: 1 }], flags).onMains).toBe('yes');
    expect(power([{ BatteryStatus: 2 }], json([{ PowerOnline: false }])).onMains).toBe('no');
  });

  it('runs on mains without any battery', () => {
    expect(power([])).toEqual({ hasBattery: 'no', onMains: 'yes', charge: null });
  });
});

describe('Windows Update', () => {
  it('reads policy, pause and the last failures', () => {
    expect(facts(windowsUpdateProbe, given('windows-update'))).toMatchObject({
      managed: 'yes',
      server: null,
      pausedUntil: Date.UTC(2026, 7, 1, 10),
      lastFound: Date.UTC(2026, 6, 15, 8),
      failures: [{ event: 31, code: '0x8024402c' }],
    });
  });

  it('is not managed only when both policies are known to be empty', () => {
    const settings = ran(
      registry('HKLM', { 'SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\Settings': { x: dword(1) } }),
    );
    const managed = (mdm: RawReading) =>
      facts(windowsUpdateProbe, {
        'registry-policy-windows-update': noKey,
        'registry-policy-manager-update': mdm,
        'registry-windows-update-settings': settings,
      }).managed;
    expect(managed(noKey)).toBe('no');
    expect(managed(unavailable('denied'))).toBe('unknown');
  });
});
