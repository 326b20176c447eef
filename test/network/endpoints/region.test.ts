import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { regionOf } from '../../../main/network/endpoints/region';
import { say } from '../../terminal/fake';

vi.mock('../../../main/network/wire', async (original) =>
  (await import('../../harness/net/loopback-only')).loopbackOnly(original),
);

const device = 'resources/devices/healthy-cloud-laptop';
const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((one) => rm(one, { recursive: true }))));

const managedAt = async (host: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'fieldkit-region-'));
  folders.push(folder);
  await cp(device, folder, { recursive: true });
  const file = join(folder, 'registry-omadm-accounts.txt');
  const text = await readFile(file, 'utf8');
  expect(text).toContain('https://r.manage.microsoft.com/');
  await writeFile(file, text.replace('r.manage.microsoft.com', host));
  return folder;
};

const idsFor = async (...args: string[]) => {
  const said = await say(['endpoints', '--offline', '--json', ...args]);
  const { endpoints } = JSON.parse(said.out) as { endpoints: { host: string }[] };
  return { hosts: endpoints.map(({ host }) => host), err: said.err };
};

describe('the region of an MDM address', () => {
  it.each([
    ['https://fef.msua06.manage.microsoft.com/StatelessIOSEnrollmentService', 'na'],
    ['https://FEF.MSUB05.manage.microsoft.com:443/a?b', 'eu'],
    ['https://fef.amsuc0201.manage.microsoft.com/', 'ap'],
    ['https://r.manage.microsoft.com/devicegatewayproxy/cimhandler.ashx', null],
    ['https://fef.msuz01.manage.microsoft.com/', null],
    ['https://fef.msub05.manage.microsoft.com.example.com/', null],
    ['https://example.com/fef.msub05.manage.microsoft.com', null],
    ['https://xmsub05.manage.microsoft.com/', null],
    ['not an address', null],
    ['', null],
  ])('%s: %s', (address, region) => {
    expect(regionOf([address])).toBe(region);
  });

  it('is what all addresses agree on, silent ones aside', () => {
    const [na, eu, none] = ['a', 'b', 'z'].map(
      (letter) => `https://fef.msu${letter}01.manage.microsoft.com/`,
    ) as [string, string, string];
    expect(regionOf([])).toBeNull();
    expect(regionOf([null, none, eu, eu])).toBe('eu');
    expect(regionOf([na, eu])).toBeNull();
  });

  it('is read from no other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(regionOf([text, `https://${text}`])).toBeNull();
      }),
    );
  });
});

describe('fieldkit endpoints --capture', () => {
  it('leaves out other regions and says so', async () => {
    const path = await managedAt('fef.msub05.manage.microsoft.com');
    const [own, typed, all] = [
      await idsFor('--capture', path),
      await idsFor('--region', 'eu'),
      await idsFor(),
    ];
    expect(own.hosts).toEqual(typed.hosts);
    expect(own.hosts.length).toBeLessThan(all.hosts.length);
    expect(own.err).toContain('region eu');
  });

  it('tests every region when the address names none, and says so', async () => {
    const own = await idsFor('--capture', device);
    expect(own.hosts).toEqual((await idsFor()).hosts);
    expect(own.err).toContain('names no region');
  });

  it('yields to a typed region', async () => {
    const path = await managedAt('fef.msub05.manage.microsoft.com');
    const own = await idsFor('--capture', path, '--region', 'na');
    expect(own.hosts).toEqual((await idsFor('--region', 'na')).hosts);
  });

  it('refuses what is no capture', async () => {
    const said = await say(['endpoints', '--offline', '--capture', '/nowhere/at/all']);
    expect(said.code).not.toBe(0);
    expect(said.out).toBe('');
    expect(said.err).toContain('/nowhere/at/all');
  });
});
