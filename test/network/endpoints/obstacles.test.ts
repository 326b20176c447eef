import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '../../../main/network/endpoints/catalogue';
import { runEndpoints } from '../../../main/network/endpoints/run';
import { nameService } from '../../../main/network/names';
import { openWire, type Spot } from '../../../main/network/wire';
import type { Means } from '../../../main/network/web-walk';
import { authority } from '../../harness/net/authority';
import { closedPort, freePort, Opened, udp } from '../../harness/net/listeners';
import { World } from '../../harness/net/map';
import { nameServer, type Zone } from '../../harness/net/name-server';
import { proxy, site } from '../../harness/net/web';

const roots = authority('Public Trust');
const inspector = authority('Inspector Inc');
const trust = createSecureContext({ ca: [roots.root] });
const dns = { address: '192.0.2.53', port: 53 };
const addresses = { web: '198.51.100.1', probe: '198.51.100.2', time: '198.51.100.3' };
const hosts = { web: 'a.cloud.test', probe: 'www.msftconnecttest.com', time: 'time.cloud.test' };

const target = (host: string, more: Partial<Target> = {}): Target => ({
  ...{ id: host, host, port: 443, protocol: 'tcp', service: 'Sign-in', neededFor: ['prt'] },
  ...{ scope: 'device', inspectionForbidden: false, optional: false, essential: true },
  ...{ standsFor: null, source: 'https://example.test/' },
  ...more,
});
const targets = [
  target(hosts.web),
  target(hosts.probe, { port: 80 }),
  target(hosts.time, { port: 123, protocol: 'udp' }),
];

const opened = new Opened();
let world: World;
let zone: Zone;
let way: Partial<Means>;
let now: () => number;

const secondsTo1970 = 2_208_988_800;
const stamp = (packet: Buffer, at: number) =>
  packet.writeUInt32BE(Math.round(Date.now() / 1000) + secondsTo1970, at);
const rightTime = () =>
  udp((question, reply) => {
    const answer = Buffer.alloc(48);
    answer[0] = 0x24;
    answer[1] = 2;
    Buffer.from(question).copy(answer, 24, 40, 48);
    stamp(answer, 32);
    stamp(answer, 40);
    reply(answer);
  });

const page = (text: string) =>
  opened.add(site((_request, response) => response.writeHead(200).end(text)));
const sign = (by: typeof roots) =>
  opened.add(site((_request, response) => response.end(), by.issue([hosts.web])));

/** A network in which nothing is in the way. */
beforeEach(async () => {
  world = new World(await closedPort());
  zone = new Map(
    Object.entries(hosts).map(([part, host]) => [
      host,
      [{ type: 'A', address: addresses[part as keyof typeof addresses] }],
    ]),
  );
  world.put(dns, (await opened.add(nameServer(zone))).spot);
  world.put({ address: addresses.web, port: 443 }, (await sign(roots)).spot);
  world.put({ address: addresses.probe, port: 80 }, (await page('Microsoft Connect Test')).spot);
  world.put({ address: addresses.time, port: 123 }, (await opened.add(rightTime())).spot);
  way = {};
  now = Date.now;
});
afterEach(() => opened.close());

const causes = async (more: Partial<Means> = {}) => {
  const wire = { ...world.wire, now };
  const means = { wire, names: nameService(wire, [dns]), proxy: null, trust, limitMs: 700 };
  const report = await runEndpoints({ ...means, ...way, ...more }, { targets, untestable: [] });
  return { codes: report.causes.map(({ code }) => code), clockOffsetMs: report.clockOffsetMs };
};

/** Puts one thing in the way of everything that is well. */
const obstacles: Record<string, { make(): Promise<void>; codes: string[] }> = {
  'a proxy that wants a sign-in': {
    codes: ['proxy-needs-sign-in'],
    make: async () => {
      const one = await opened.add(proxy({ deny: 407, lead: () => null }));
      world.put({ address: '10.9.9.9', port: 3128 }, one.spot);
      way = { proxy: { host: '10.9.9.9', port: 3128 } };
    },
  },
  interception: {
    codes: ['intercepted'],
    make: async () => {
      world.put({ address: addresses.web, port: 443 }, (await sign(inspector)).spot);
    },
  },
  'a captive portal': {
    codes: ['captive-portal'],
    make: async () => {
      world.put({ address: addresses.probe, port: 80 }, (await page('Welcome, guest')).spot);
    },
  },
  'a name server that lies': {
    codes: ['name-service-lies'],
    make: () => {
      zone.set('*', [{ type: 'A', address: '198.51.100.99' }]);
      return Promise.resolve();
    },
  },
  'a clock that is wrong': {
    codes: ['clock-wrong'],
    make: () => {
      now = () => Date.now() + 20 * 60_000;
      return Promise.resolve();
    },
  },
  'UDP that is blocked': {
    codes: ['udp-blocked'],
    make: async () => {
      const hole = await opened.add(udp(() => undefined));
      world.put({ address: addresses.time, port: 123 }, hole.spot);
    },
  },
};

describe('each thing in the way is told when it is there, and none of the others', () => {
  it('nothing in the way is nothing told', async () => {
    const { codes, clockOffsetMs } = await causes();
    expect(codes).toEqual([]);
    expect(Math.abs(clockOffsetMs ?? Infinity)).toBeLessThan(60_000);
  });

  it('a proxy that lets everybody through is nothing in the way', async () => {
    const lead = (asked: string): Spot | null =>
      asked.startsWith(hosts.web) ? world.wire.route({ address: addresses.web, port: 443 }) : null;
    const one = await opened.add(proxy({ lead }));
    world.put({ address: '10.9.9.9', port: 3128 }, one.spot);
    const { codes } = await causes({ proxy: { host: '10.9.9.9', port: 3128 } });
    expect(codes.filter((code) => code.startsWith('proxy'))).toEqual([]);
  });

  it.each(Object.entries(obstacles))('%s', async (_name, { make, codes }) => {
    await make();
    expect((await causes()).codes).toEqual(codes);
  });
});

const dnsmasq = '/usr/sbin/dnsmasq';
const installed = existsSync(dnsmasq);
const title = `a real name server (dnsmasq)${installed ? '' : ': not run, it is not installed'}`;

describe.skipIf(!installed)(title, () => {
  const serve = async (...rules: string[]) => {
    const spot = await freePort();
    const args = ['--keep-in-foreground', '--no-resolv', '--no-hosts', '--conf-file=/dev/null'];
    const where = [`--port=${String(spot.port)}`, `--listen-address=${spot.address}`];
    const child = spawn(dnsmasq, [...args, '--bind-interfaces', '--pid-file', ...where, ...rules], {
      stdio: 'ignore',
    });
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const close = async () => {
      child.kill('SIGKILL');
      await gone;
    };
    await opened.add(Promise.resolve({ close }));
    const names = nameService(openWire, [spot]);
    for (let tries = 0; tries < 60; tries += 1) {
      if ((await names.addresses(hosts.web, { limitMs: 500 })).kind === 'answered') break;
      await sleep(50);
    }
    return names;
  };
  const known = Object.entries(hosts).map(
    ([part, host]) => `--address=/${host}/${addresses[part as keyof typeof addresses]}`,
  );

  it('that tells the truth is not called a liar', async () => {
    expect((await causes({ names: await serve(...known) })).codes).toEqual([]);
  });

  it('that rewrites "no such name" is found out', async () => {
    const names = await serve(...known, '--address=/#/198.51.100.99');
    expect((await causes({ names })).codes).toEqual(['name-service-lies']);
  });

  it('that knows other names inside than outside is asked for what it knows', async () => {
    const [web = '', ...rest] = known;
    const inside = await serve(web, ...rest, '--address=/fs1.corp.test/10.1.2.3');
    const outside = await serve(web, ...rest);
    const asked = (names: typeof inside) => names.addresses('fs1.corp.test', { limitMs: 1000 });
    expect((await asked(inside)).kind).toBe('answered');
    expect((await asked(outside)).kind).not.toBe('answered');
  });
});
