import { createSecureContext } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '../../../main/network/endpoints/catalogue';
import { runEndpoints } from '../../../main/network/endpoints/run';
import type { Means } from '../../../main/network/web-walk';
import { nameService } from '../../../main/network/names';
import { closedWire, type Spot } from '../../../main/network/wire';
import { authority } from '../../harness/net/authority';
import { closedPort, mute, Opened, resetting, saying, udp } from '../../harness/net/listeners';
import { World } from '../../harness/net/map';
import { nameServer, type Zone } from '../../harness/net/name-server';
import { proxy, site } from '../../harness/net/web';

const publicRoots = authority('Public Trust');
const inspector = authority('Inspector Inc');
const vendor = authority('Microsoft Corporation');
const good = publicRoots.issue(['*.cloud.test', '*.other.test']);
const trust = createSecureContext({ ca: [publicRoots.root] });
const dns = { address: '192.0.2.53', port: 53 };
const minute = 60_000;

const opened = new Opened();
let world: World;
let zone: Zone;
let next = 1;

beforeEach(async () => {
  world = new World(await closedPort());
  zone = new Map();
  world.put(dns, (await opened.add(nameServer(zone))).spot);
});
afterEach(() => opened.close());

const target = (host: string, more: Partial<Target> = {}): Target => ({
  id: host,
  host,
  port: 443,
  protocol: 'tcp',
  service: 'Sign-in',
  neededFor: ['prt'],
  scope: 'device',
  inspectionForbidden: false,
  optional: false,
  essential: true,
  standsFor: null,
  source: 'https://example.test/',
  ...more,
});

const lead = (host: string, real: Spot | null, port = 443) => {
  next += 1;
  const address = `198.51.${String(next >> 8)}.${String(next & 255)}`;
  zone.set(host, [{ type: 'A', address }]);
  if (real) world.put({ address, port }, real);
  return address;
};

const run = (targets: Target[], more: Partial<Means> = {}, now: () => number = Date.now) => {
  const wire = { ...world.wire, now };
  return runEndpoints(
    {
      wire,
      names: more.names ?? nameService(wire, [dns]),
      proxy: null,
      trust,
      limitMs: 1500,
      ...more,
    },
    { targets, untestable: [] },
  );
};

const healthySite = () =>
  opened.add(site((_request, response) => response.writeHead(200).end('hello'), good));

describe('an endpoint that is well', () => {
  it('is shown by name, connection, certificate and answer', async () => {
    const web = await healthySite();
    lead('a.cloud.test', web.spot);
    const report = await run([target('a.cloud.test')]);
    expect(report).toMatchObject({ state: 'healthy', causes: [] });
    expect(report.results[0]).toMatchObject({
      problem: null,
      steps: {
        names: { kind: 'answered' },
        tcp: { kind: 'answered' },
        tls: { value: { protocol: 'TLSv1.3', untrusted: null } },
        http: { value: { status: 200 } },
      },
    });
    expect(Math.abs(report.clockOffsetMs ?? Infinity)).toBeLessThan(30_000);
  });

  it('may be signed by a root of its own maker', async () => {
    const own = vendor.issue(['w.cloud.test']);
    const web = await opened.add(site((_request, response) => response.end(), own));
    lead('w.cloud.test', web.spot);
    expect((await run([target('w.cloud.test')])).state).toBe('healthy');
  });

  it('answers over plain HTTP where that is what is listed', async () => {
    const web = await opened.add(site((_request, response) => response.writeHead(404).end()));
    lead('p.cloud.test', web.spot, 80);
    expect((await run([target('p.cloud.test', { port: 80 })])).state).toBe('healthy');
  });

  it('gives the time', async () => {
    const clock = await opened.add(
      udp((packet, reply) => {
        const answer = Buffer.alloc(48);
        answer.set([0x24, 1]);
        answer.set(packet.subarray(40, 48), 24);
        const seconds = Math.floor(Date.now() / 1000) + 2_208_988_800;
        answer.writeUInt32BE(seconds, 32);
        answer.writeUInt32BE(seconds, 40);
        reply(answer);
      }),
    );
    lead('time.test', clock.spot, 123);
    const report = await run([target('time.test', { port: 123, protocol: 'udp' })]);
    expect(report).toMatchObject({ state: 'healthy' });
  });

  it('is asked without cookie and credentials, and nobody else is asked', async () => {
    const headers: object[] = [];
    const web = await opened.add(
      site((request, response) => {
        headers.push(request.headers);
        response.end();
      }, good),
    );
    const address = lead('a.cloud.test', web.spot);
    await run([target('a.cloud.test')]);
    expect(headers).toEqual([
      { host: 'a.cloud.test', 'user-agent': 'fieldkit', accept: '*/*', connection: 'close' },
    ]);
    expect(new Set(world.contacted)).toEqual(new Set(['192.0.2.53|53', `${address}|443`]));
  });
});

describe('an endpoint that is not', () => {
  const alone = async (real: Spot | null, more: Partial<Target> = {}) => {
    lead('a.cloud.test', real, more.port);
    const report = await run([target('a.cloud.test', more)]);
    return { report, problem: report.results[0]?.problem, state: report.state };
  };

  it.each([
    ['silent', async () => (await opened.add(mute())).spot, 'tls-failed'],
    ['reset in the middle', async () => (await opened.add(resetting())).spot, 'cut-off'],
    ['refused', async () => null, 'refused'],
    [
      'no TLS at all',
      async () => (await opened.add(saying(Buffer.from('SSH-2.0-x\r\n')))).spot,
      'tls-failed',
    ],
    [
      'an alert',
      async () => (await opened.add(saying(Uint8Array.of(0x15, 3, 3, 0, 2, 2, 40)))).spot,
      'tls-failed',
    ],
  ])('is named: %s', async (_title, make, problem) => {
    expect(await alone(await make())).toMatchObject({ problem, state: 'broken' });
  });

  it('is named: not found, name service broken', async () => {
    const report = await run([target('none.test')]);
    expect(report.causes).toMatchObject([{ code: 'name-not-found', hosts: ['none.test:443'] }]);
    zone.set('x.test', 'server-failure');
    expect((await run([target('x.test')])).causes).toMatchObject([{ code: 'name-service-down' }]);
  });

  it('is named: wrong name on the certificate', async () => {
    const wrong = publicRoots.issue(['portal.test']);
    const web = await opened.add(site((_request, response) => response.end(), wrong));
    expect((await alone(web.spot)).problem).toBe('wrong-certificate');
  });

  it('is named: certificate past its date, while our clock is right', async () => {
    const old = publicRoots.issue(['a.cloud.test'], { from: -minute * 9, to: -minute * 8 });
    const web = await opened.add(site((_request, response) => response.end(), old));
    const { report } = await alone(web.spot);
    expect(report.causes).toMatchObject([{ code: 'certificate-dates', owner: 'vendor' }]);
  });

  it('costs no more than its deadline when its answer never ends', async () => {
    const web = await opened.add(
      site((_request, response) => {
        const flood = setInterval(() => response.write(Buffer.alloc(1 << 20, 65)), 1);
        response.on('close', () => clearInterval(flood));
      }),
    );
    lead('www.msftconnecttest.com', web.spot, 80);
    const report = await run([target('www.msftconnecttest.com', { port: 80 })]);
    expect(report.results[0]?.problem).toBe('captive-portal');
    const { http } = report.results[0]!.steps;
    expect(http?.kind === 'answered' && http.value.body.length).toBe(512);
  });

  it('is named: answers that are no HTTP, and headers without end', async () => {
    const garbage = await opened.add(saying(Buffer.from('what?\r\n\r\n')));
    expect((await alone(garbage.spot, { port: 80 })).problem).toBe('no-answer');
    const endless = await opened.add(
      saying(Buffer.from(`HTTP/1.1 200 OK\r\n${'X-A: b\r\n'.repeat(20_000)}`)),
    );
    expect((await alone(endless.spot, { port: 80 })).problem).toBe('no-answer');
  });

  it('is named: UDP lost', async () => {
    const swallowing = await opened.add(udp(() => undefined));
    lead('time.test', swallowing.spot, 123);
    const report = await run([target('time.test', { port: 123, protocol: 'udp' })]);
    expect(report.results[0]?.problem).toBe('udp-blocked');
  });

  it('stops work only where it is essential, and time over UDP never does', async () => {
    expect((await alone(null, { essential: false })).state).toBe('attention');
    lead('time.test', (await opened.add(udp(() => undefined))).spot, 123);
    const report = await run([target('time.test', { port: 123, protocol: 'udp' })]);
    expect(report.state).toBe('attention');
  });

  it('only attracts notice when it is optional', async () => {
    expect((await alone(null, { optional: true })).state).toBe('healthy');
  });
});

describe('in the way', () => {
  it('an inspector is named, and it matters most where it is forbidden', async () => {
    const forged = inspector.issue(['*.cloud.test']);
    const web = await opened.add(site((_request, response) => response.end(), forged));
    lead('a.cloud.test', web.spot);
    lead('b.cloud.test', web.spot);
    const allowed = await run([target('a.cloud.test')]);
    expect(allowed).toMatchObject({ state: 'attention', causes: [{ code: 'intercepted' }] });
    const both = await run([
      target('a.cloud.test'),
      target('b.cloud.test', { inspectionForbidden: true }),
    ]);
    expect(both.state).toBe('broken');
    expect(both.causes).toMatchObject([
      { code: 'vendor-forbids-inspection', hosts: ['b.cloud.test:443'] },
      { code: 'intercepted', hosts: ['a.cloud.test:443'] },
    ]);
    expect(both.causes[0]?.about).toContain('O=Inspector Inc');
  });

  it('a captive portal is one cause for all that fails behind it', async () => {
    const portal = await opened.add(
      site((_request, response) =>
        response.writeHead(302, { location: 'http://hotel.test/' }).end(),
      ),
    );
    lead('www.msftconnecttest.com', portal.spot, 80);
    lead('a.cloud.test', null);
    const report = await run([
      target('www.msftconnecttest.com', { port: 80 }),
      target('a.cloud.test'),
    ]);
    expect(report.causes).toMatchObject([{ code: 'captive-portal', owner: 'user' }]);
    expect(report.causes[0]?.hosts).toHaveLength(2);
  });

  it('no portal is reported where the real page comes', async () => {
    const real = await opened.add(
      site((_request, response) => response.end('Microsoft Connect Test')),
    );
    lead('www.msftconnecttest.com', real.spot, 80);
    expect((await run([target('www.msftconnecttest.com', { port: 80 })])).state).toBe('healthy');
  });

  it('a name server that makes up addresses is found out', async () => {
    const web = await healthySite();
    const address = lead('a.cloud.test', web.spot);
    zone.set('*', [{ type: 'A', address }]);
    const report = await run([target('a.cloud.test')]);
    expect(report).toMatchObject({ state: 'attention', causes: [{ code: 'name-service-lies' }] });
  });

  it('a wrong clock explains certificates and is found by the date of the answers', async () => {
    const old = publicRoots.issue(['*.cloud.test'], { from: -minute * 9, to: -minute * 8 });
    const web = await opened.add(site((_request, response) => response.end(), old));
    lead('a.cloud.test', web.spot);
    const report = await run([target('a.cloud.test')], {}, () => Date.now() + 20 * minute);
    expect(report.causes).toMatchObject([{ code: 'clock-wrong', owner: 'technician' }]);
    expect(report.state).toBe('broken');
  });

  it('a port that is shut for all is one cause; what works on another port is left alone', async () => {
    const web = await opened.add(site((_request, response) => response.end()));
    const hosts = ['a', 'b', 'c'].map((one) => `${one}.cloud.test`);
    for (const host of hosts) lead(host, null);
    lead('p.cloud.test', web.spot, 80);
    const report = await run([
      ...hosts.map((host) => target(host)),
      target('p.cloud.test', { port: 80 }),
    ]);
    expect(report.causes).toMatchObject([{ code: 'port-blocked', about: '443' }]);
    expect(report.causes[0]?.hosts).toHaveLength(3);
    const dark = await run(hosts.map((host) => target(host)));
    expect(dark.causes).toMatchObject([{ code: 'no-internet' }]);
  });
});

describe('through a proxy', () => {
  const behind = async (deny?: number) => {
    const web = await healthySite();
    const rules = { lead: (to: string) => (to.startsWith('a.cloud.test') ? web.spot : null) };
    const server = await opened.add(proxy(deny ? { ...rules, deny } : rules));
    lead('proxy.test', server.spot, 3128);
    return server;
  };
  const means = { proxy: { host: 'proxy.test', port: 3128 } };

  it('an endpoint is reached and looked at as if directly', async () => {
    const server = await behind();
    const report = await run([target('a.cloud.test')], means);
    expect(report.state).toBe('healthy');
    expect(report.results[0]).toMatchObject({ viaProxy: true, problem: null });
    expect(server.seen).toEqual([
      {
        target: 'a.cloud.test:443',
        headers: { host: 'a.cloud.test:443', 'user-agent': 'fieldkit', connection: 'close' },
      },
    ]);
  });

  it.each([
    [407, 'proxy-needs-sign-in'],
    [403, 'proxy-refuses'],
  ])('that answers %i is named %s, once for all', async (deny, code) => {
    const server = await behind(deny);
    const report = await run([target('a.cloud.test'), target('b.cloud.test', { port: 80 })], means);
    expect(report.causes.map((cause) => cause.code)).toContain(code);
    expect(JSON.stringify(server.seen)).not.toContain('authorization');
  });

  it('that is not there is named', async () => {
    lead('proxy.test', null, 3128);
    const report = await run([target('a.cloud.test'), target('b.cloud.test')], means);
    expect(report.causes).toMatchObject([{ code: 'proxy-unreachable' }]);
    const unknown = await run([target('a.cloud.test')], { proxy: { host: 'no.test', port: 1 } });
    expect(unknown.causes).toMatchObject([{ code: 'proxy-unreachable' }]);
  });
});

describe('when nobody may ask', () => {
  it('offline is "not known", and nothing leaves', async () => {
    lead('a.cloud.test', null);
    const names = nameService(closedWire, [dns]);
    const report = await run([target('a.cloud.test')], { wire: closedWire, names });
    expect(report).toMatchObject({ state: 'unknown', causes: [{ code: 'offline' }] });
    expect(world.contacted).toEqual([]);
  });

  it('cancelled is "not known", at once', async () => {
    lead('a.cloud.test', (await opened.add(mute())).spot);
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 50);
    const report = await run([target('a.cloud.test')], { limitMs: 20_000, signal: cancel.signal });
    expect(report).toMatchObject({ state: 'unknown', causes: [{ code: 'cancelled' }] });
  });

  it('nothing asked is "not known", never healthy', async () => {
    expect((await run([])).state).toBe('unknown');
  });
});
