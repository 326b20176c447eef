import { isIP } from 'node:net';
import { describe, expect, it } from 'vitest';
import {
  clouds,
  loadEndpoints,
  purposesOf,
  select,
} from '../../../main/network/endpoints/catalogue';

const rows = await loadEndpoints();
const everything = { purposes: [], cloud: 'public', region: null } as const;

describe('the catalogue of endpoints', () => {
  it('has unique ids and names its source everywhere', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row.source, row.id).toMatch(/^https:\/\/[\w.]+\//);
      expect(row.purpose, row.id).not.toBe('');
      expect(row.neededFor.length, row.id).toBeGreaterThan(0);
      expect(row.port, row.id).toBeGreaterThan(0);
      expect(row.port, row.id).toBeLessThan(65_536);
      expect(['tcp', 'udp'], row.id).toContain(row.protocol);
      expect(
        row.clouds.every((cloud) => clouds.includes(cloud)),
        row.id,
      ).toBe(true);
    }
  });

  it('has a plain host name wherever it can be tested', () => {
    for (const { concreteProbeHost, id } of rows)
      if (concreteProbeHost !== null) expect(concreteProbeHost, id).toMatch(/^[\w-]+(\.[\w-]+)+$/);
  });
});

describe('a selection', () => {
  it('tests every real place once', () => {
    const { targets } = select(rows, everything);
    const places = targets.map(({ host, port, protocol }) => `${host}:${String(port)}/${protocol}`);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(150);
  });

  it('loses no line: each is a target or untestable with its reason', () => {
    for (const cloud of clouds) {
      const { targets, untestable } = select(rows, { ...everything, cloud });
      for (const row of rows.filter((one) => one.clouds.includes(cloud))) {
        const tested = targets.some(
          ({ host, port, protocol }) =>
            host === row.concreteProbeHost?.toLowerCase() &&
            port === row.port &&
            protocol === row.protocol,
        );
        expect(tested || untestable.some((one) => one.row === row), row.id).toBe(true);
      }
    }
  });

  it('never goes to a number: what the list gives as one exists only inside Azure', () => {
    for (const cloud of clouds) {
      const { targets, untestable } = select(rows, { ...everything, cloud });
      expect(targets.filter(({ host }) => isIP(host) !== 0)).toEqual([]);
      if (cloud === 'public')
        expect(untestable.filter(({ why }) => why === 'inside-azure').length).toBeGreaterThan(0);
    }
  });

  it('says why a line cannot be tested', () => {
    const { untestable } = select(rows, everything);
    const why = Object.fromEntries(untestable.map((one) => [one.row.host, one.why]));
    expect(why).toMatchObject({
      '*.msidentity.com': 'wildcard',
      '52.112.0.0/14': 'address-range',
      '{tenant}.sharepoint.com': 'own-name',
      '*.cloud.microsoft': 'no-test',
    });
  });

  it('names the wildcard that a concrete host stands for', () => {
    const { targets } = select(rows, { ...everything, purposes: ['wns'] });
    expect(targets.find(({ host }) => host === 'client.wns.windows.com')?.standsFor).toBe(
      '*.wns.windows.com',
    );
  });

  it('keeps to purpose, cloud and region', () => {
    const join = select(rows, { ...everything, purposes: ['entra-join'] });
    expect(join.targets.every(({ neededFor }) => neededFor.includes('entra-join'))).toBe(true);
    const china = select(rows, { ...everything, cloud: 'china' });
    expect(china.targets.map(({ host }) => host)).not.toContain('login.microsoftonline.com');
    const europe = select(rows, { ...everything, region: 'eu' });
    expect(europe.targets.length).toBeLessThan(select(rows, everything).targets.length);
    expect(europe.targets.map(({ host }) => host)).not.toContain(
      'intunemaape1.eus.attest.azure.net',
    );
  });

  it('is essential when everybody signs in by it, or when it was asked for', () => {
    const all = select(rows, everything).targets;
    const find = (list: typeof all, name: string) => list.find(({ host }) => host === name);
    expect(find(all, 'login.microsoftonline.com')?.essential).toBe(true);
    expect(find(all, 'rdweb.wvd.microsoft.com')?.essential).toBe(false);
    const avd = select(rows, { ...everything, purposes: ['avd'] }).targets;
    expect(find(avd, 'rdweb.wvd.microsoft.com')?.essential).toBe(true);
  });

  it('knows its purposes', () => {
    expect(purposesOf(rows)).toEqual(expect.arrayContaining(['entra-join', 'prt', 'autopilot']));
  });
});
