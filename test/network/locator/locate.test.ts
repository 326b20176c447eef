import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locate, type LocateRequest } from '../../../main/network/locator/locate';
import { nameService } from '../../../main/network/names';
import { closedWire, type Spot } from '../../../main/network/wire';
import { type Controller, ordinaryFlags, pingable } from '../../harness/net/directory';
import { closedPort, mute, Opened, saying, tcp, udp } from '../../harness/net/listeners';
import { World } from '../../harness/net/map';
import { nameServer, type Zone } from '../../harness/net/name-server';
import { recorded } from '../recorded';

const opened = new Opened();
const domain = 'corp.test';
const dns = { address: '192.0.2.53', port: 53 };
const anyDc = `_ldap._tcp.dc._msdcs.${domain}`;
const inSite = (site: string) => `_ldap._tcp.${site.toLowerCase()}._sites.dc._msdcs.${domain}`;
const kdcTime = Date.UTC(2026, 10, 21, 3, 10, 54);

let world: World;
let zone: Zone;
let silence: Spot;
let refusal: Spot;

beforeEach(async () => {
  silence = (await opened.add(mute())).spot;
  await opened.add(udp(() => undefined, silence));
  refusal = await closedPort();
  world = new World(refusal);
  zone = new Map();
  const server = await opened.add(nameServer(zone));
  world.put(dns, server.spot);
});
afterEach(() => opened.close());

const srv = (...hosts: string[]) =>
  hosts.map((target) => ({ type: 'SRV' as const, target, port: 389 }));

const list = (record: string, ...hosts: string[]) => {
  const known = zone.get(record);
  zone.set(record, [...(Array.isArray(known) ? known : []), ...srv(...hosts)]);
};

const host = (name: string, address: string) => {
  zone.set(name, [{ type: 'A', address }]);
  return { address, port: 389 };
};

/** A domain controller that is well in every respect we look at. */
const healthy = async (address: string, controller: Controller = {}, delayMs = 0) => {
  const ldap = await opened.add(pingable({ domain, ...controller }, {}, delayMs));
  world.put({ address, port: 389 }, ldap.spot);
  const parts: [number, Uint8Array][] = [
    [88, recorded.kdcTcp],
    [445, recorded.smb],
  ];
  for (const [port, bytes] of parts)
    world.put({ address, port }, (await opened.add(saying(bytes))).spot);
  const open = await opened.add(tcp(() => undefined));
  for (const port of [135, 464]) world.put({ address, port }, open.spot);
  const catalogue = await opened.add(saying(recorded.rootDse));
  world.put({ address, port: 3268 }, catalogue.spot);
  return ldap;
};

const request = (more: Partial<LocateRequest> = {}): LocateRequest => ({
  domain,
  site: null,
  guid: null,
  all: false,
  here: [],
  host: null,
  oneLabel: false,
  ...more,
});

const run = (more: Partial<LocateRequest> = {}, now = kdcTime) => {
  const wire = { ...world.wire, now: () => now };
  return locate(wire, nameService(wire, [dns]), request(more));
};

describe('a healthy domain', () => {
  it('is found, chosen and well', async () => {
    list(anyDc, 'dc1.corp.test');
    host('dc1.corp.test', '10.0.0.1');
    await healthy('10.0.0.1');
    const report = await run();
    expect(report.chosen?.problems.map(({ code }) => code)).toEqual([
      'ldaps-not-offered',
      'time-not-served',
    ]);
    expect(report.verdict).toEqual({ state: 'healthy', code: 'found', hints: [] });
    expect(report.chosen?.heard).toMatchObject({ host: 'dc1.corp.test', address: '10.0.0.1' });
  });

  it('contacts nobody but its name server and its controllers', async () => {
    list(anyDc, 'dc1.corp.test');
    host('dc1.corp.test', '10.0.0.1');
    await healthy('10.0.0.1');
    await run();
    expect(new Set(world.contacted.map((spot) => spot.split('|')[0]))).toEqual(
      new Set(['192.0.2.53', '10.0.0.1']),
    );
  });

  it('asks the site it learns from the first answer, and takes the one there', async () => {
    list(anyDc, 'far.corp.test');
    list(inSite('Branch'), 'near.corp.test');
    host('far.corp.test', '10.0.0.1');
    host('near.corp.test', '10.0.0.2');
    await healthy('10.0.0.1', { flags: 0x17d, dcSite: 'Hq', clientSite: 'Branch' });
    await healthy('10.0.0.2', { dcSite: 'Branch', clientSite: 'Branch' });
    const report = await run();
    expect(report.chosen?.heard.host).toBe('near.corp.test');
    expect(report.verdict.code).toBe('found');
  });

  it('finds it by GUID when the name lists nobody', async () => {
    list(`_ldap._tcp.abc.domains._msdcs.${domain}`, 'dc1.corp.test');
    host('dc1.corp.test', '10.0.0.1');
    await healthy('10.0.0.1');
    expect((await run({ guid: 'abc' })).verdict.code).toBe('found');
  });
});

describe('what is wrong has a name', () => {
  const one = async (controller: Controller = {}) => {
    list(anyDc, 'dc1.corp.test');
    host('dc1.corp.test', '10.0.0.1');
    return healthy('10.0.0.1', controller);
  };
  const refuse = (port: number) => world.put({ address: '10.0.0.1', port }, refusal);

  it('not in DNS', async () => {
    expect((await run()).verdict).toMatchObject({ state: 'broken', code: 'not-in-dns' });
  });

  it('not in DNS, and only one label', async () => {
    expect((await run({ oneLabel: true })).verdict.hints).toContain('one-label');
  });

  it('name server broken, silent', async () => {
    zone.set(anyDc, 'server-failure');
    expect((await run()).verdict.code).toBe('dns-failure');
    zone.set(anyDc, 'silent');
    expect((await run()).verdict.code).toBe('dns-silent');
  });

  it('listed, but the names lead nowhere', async () => {
    list(anyDc, 'dc1.corp.test', 'dc2.corp.test');
    expect((await run()).verdict.code).toBe('targets-unresolvable');
  });

  it('found but silent', async () => {
    list(anyDc, 'dc1.corp.test');
    world.put(host('dc1.corp.test', '10.0.0.1'), silence);
    expect((await run()).verdict).toEqual({
      state: 'broken',
      code: 'found-but-silent',
      hints: ['vpn-or-split-tunnel'],
    });
  });

  it('found but refused', async () => {
    list(anyDc, 'dc1.corp.test');
    host('dc1.corp.test', '10.0.0.1');
    refuse(389);
    expect((await run()).verdict.code).toBe('found-but-refused');
  });

  it('a directory of somebody else', async () => {
    list(anyDc, 'dc1.corp.test');
    const other = await opened.add(
      udp((_packet, reply) => reply(recorded.cldapOtherDomain), { address: '127.0.0.1' }),
    );
    world.put(host('dc1.corp.test', '10.0.0.1'), other.spot);
    expect((await run()).verdict.code).toBe('not-domain-controllers');
  });

  it('UDP 389 blocked, TCP open', async () => {
    const dc = await one();
    // The same controller, but its datagrams get lost.
    const swallowing = await opened.add(
      tcp((socket) => {
        socket.once('data', () => {
          void import('../../harness/net/directory').then(({ searchAnswer, netlogonBytes }) =>
            socket.write(searchAnswer({ netlogon: netlogonBytes({ domain }) })),
          );
        });
      }),
    );
    await opened.add(udp(() => undefined, swallowing.spot));
    world.put({ address: '10.0.0.1', port: 389 }, swallowing.spot);
    const report = await run();
    expect(report.chosen?.problems).toContainEqual({
      code: 'udp-389-blocked',
      severity: 'attention',
    });
    expect(dc.count()).toBe(0);
  });

  it.each([
    [
      'another site',
      { flags: 0x17d, dcSite: 'Hq', clientSite: 'Branch' },
      'other-site',
      'attention',
    ],
    ['read-only', { flags: ordinaryFlags & ~0x100 }, 'read-only', 'healthy'],
    ['no site for our subnet', { flags: 0x17d, clientSite: '' }, 'site-unknown', 'healthy'],
  ])('%s', async (_title, controller, code, state) => {
    await one(controller);
    const report = await run();
    expect(report.chosen?.problems.map((problem) => problem.code)).toContain(code);
    expect(report.verdict.state).toBe(state);
  });

  it('paused', async () => {
    await one({ opcode: 24 });
    expect((await run()).verdict).toMatchObject({ state: 'broken', code: 'all-paused' });
  });

  it('clock apart, either way', async () => {
    await one();
    for (const away of [-6, 6])
      expect((await run({}, kdcTime + away * 60_000)).verdict.code).toBe('clock-apart');
  });

  it('clock drifting, but not yet refused', async () => {
    await one();
    expect((await run({}, kdcTime + 2 * 60_000)).verdict.code).toBe('clock-drifting');
  });

  it.each([
    [88, 'kerberos-blocked'],
    [445, 'smb-blocked'],
    [135, 'rpc-blocked'],
    [464, 'password-change-blocked'],
    [3268, 'global-catalogue-blocked'],
  ])('port %i refused is %s', async (port, code) => {
    await one();
    refuse(port);
    expect((await run()).verdict.code).toBe(code);
  });
});

describe('when nobody may ask', () => {
  it('offline is "not known", and nothing is contacted', async () => {
    list(anyDc, 'dc1.corp.test');
    const report = await locate(closedWire, nameService(closedWire, [dns]), request());
    expect(report.verdict).toMatchObject({ state: 'unknown', code: 'offline' });
    expect(world.contacted).toEqual([]);
  });

  it('cancelled is "not known", however much was heard', async () => {
    list(anyDc, 'dc1.corp.test');
    world.put(host('dc1.corp.test', '10.0.0.1'), silence);
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 100);
    const report = await run({ signal: cancel.signal });
    expect(report.verdict).toMatchObject({ state: 'unknown', code: 'cancelled' });
    expect(report.search.asked[0]?.pings).toMatchObject([{ udp: { kind: 'cancelled' } }]);
  });
});

describe('crowds', () => {
  it('64 listed, 60 dead: a living one is chosen without waiting for the silent ones', async () => {
    const names = Array.from(
      { length: 64 },
      (_, at) => `dc${String(at).padStart(2, '0')}.corp.test`,
    );
    list(anyDc, ...names);
    for (const [at, name] of names.entries()) {
      const address = `10.0.1.${String(at + 1)}`;
      if (at >= 60) {
        host(name, address);
        await healthy(address, { flags: 0x17d, dcSite: 'Hq', clientSite: 'Nowhere' }, 20);
      } else if (at % 3 === 0) zone.set(name, at % 2 ? 'silent' : 'server-failure');
      else world.put(host(name, address), at % 3 === 1 ? silence : refusal);
    }
    const { search } = await run();
    expect(search.chosen?.address).toMatch(/^10\.0\.1\.6[1-4]$/);
    const pings = search.asked.flatMap((asked) => asked.pings);
    expect(pings.filter(({ udp: ping }) => ping.kind === 'cancelled').length).toBeGreaterThan(10);
    expect(pings.filter(({ udp: ping }) => ping.kind === 'silent')).toEqual([]);
  });

  it('500 listed are not all asked, and the report says so', async () => {
    list(anyDc, ...Array.from({ length: 500 }, (_, at) => `dc${String(at)}.corp.test`));
    const report = await run();
    expect(report.search.leftOut).toBe(500 - 256);
    expect(report.search.asked).toHaveLength(256);
    expect(report.verdict.hints).toContain('list-cut');
  });

  it('does not stop at the first one when all are wanted', async () => {
    list(anyDc, 'dc1.corp.test', 'dc2.corp.test');
    host('dc1.corp.test', '10.0.0.1');
    host('dc2.corp.test', '10.0.0.2');
    await healthy('10.0.0.1');
    await healthy('10.0.0.2', {}, 30);
    const report = await run({ all: true });
    expect(report.controllers).toHaveLength(2);
    expect(report.controllers.every(({ examination }) => examination !== null)).toBe(true);
  });

  it('follows few sites, and only ones that are names', async () => {
    list(anyDc, ...['a', 'b', 'c', 'd', 'e', 'f'].map((one) => `${one}.corp.test`));
    for (const [at, one] of ['a', 'b', 'c', 'd', 'e', 'f'].entries()) {
      host(`${one}.corp.test`, `10.0.0.${String(at + 1)}`);
      const clientSite = one === 'a' ? 'x y' : `Site${one}`;
      await healthy(`10.0.0.${String(at + 1)}`, { flags: 0x17d, dcSite: 'Hq', clientSite });
    }
    const { search } = await run({ all: true });
    const sites = search.records.filter(({ origin }) => origin === 'site');
    expect(sites).toHaveLength(3);
    expect(sites.every(({ name }) => !name.includes(' '))).toBe(true);
  });
});
