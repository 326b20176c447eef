import { createSecureContext } from 'node:tls';
import type { RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { namedCodes } from '../../../main/network/named/outcome';
import { reachNamed, type NamedMeans } from '../../../main/network/named/reach';
import { namedStepsOf } from '../../../main/network/named/report-json';
import { namedTarget } from '../../../main/network/named/target';
import { nameService } from '../../../main/network/names';
import { closedWire, type Spot } from '../../../main/network/wire';
import english from '../../../strings/en/named.json';
import { authority, type Issued } from '../../harness/net/authority';
import { blackHole } from '../../harness/net/black-hole';
import { closedPort, mute, Opened, resetting, saying, tcp } from '../../harness/net/listeners';
import { World } from '../../harness/net/map';
import { nameServer, type Zone } from '../../harness/net/name-server';
import { proxy, site } from '../../harness/net/web';
import { recorded } from '../recorded';

const opened = new Opened();
const dns = { address: '192.0.2.53', port: 53 };
const address = '10.1.2.3';
const roots = authority('Public Trust');
const trust = createSecureContext({ ca: [roots.root] });

let world: World;
let zone: Zone;
let refusal: Spot;

beforeEach(async () => {
  refusal = await closedPort();
  world = new World(refusal);
  zone = new Map<string, NonNullable<ReturnType<Zone['get']>>>([
    ['fs1.corp.test', [{ type: 'A', address }]],
    ['empty.corp.test', []],
    ['ill.corp.test', 'server-failure'],
    ['mute.corp.test', 'silent'],
  ]);
  world.put(dns, (await opened.add(nameServer(zone))).spot);
});
afterEach(() => opened.close());

const put = (port: number, spot: Spot) => world.put({ address, port }, spot);

const reach = (typed: string, more: Partial<NamedMeans> = {}, printer = false) => {
  const named = namedTarget(typed, printer);
  if (named.kind === 'wrong') throw new Error(named.why);
  const wire = { ...world.wire, ...more.wire };
  return reachNamed(
    {
      names: nameService(wire, [dns]),
      system: null,
      proxy: null,
      trust,
      limitMs: 600,
      ...more,
      wire,
    },
    named.target,
  );
};

const smbTime = Date.UTC(2026, 10, 21, 3, 10, 54);
const atThatTime = { now: () => smbTime };
const serves = async (answer: RequestListener, identity?: Issued) =>
  (await opened.add(site(answer, identity))).spot;
const says =
  (status: number, headers: Record<string, string | string[]> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(status, headers).end();

describe('a file server', () => {
  it('that greets can be reached, and nobody else was contacted', async () => {
    put(445, (await opened.add(saying(recorded.smb))).spot);
    const report = await reach('\\\\fs1.corp.test\\team', {
      wire: { ...world.wire, ...atThatTime },
    });
    expect(report.verdict).toMatchObject({ state: 'healthy', code: 'reachable', breaksAt: null });
    expect(report.verdict.hints).toEqual(['sign-in-not-tested']);
    expect(namedStepsOf(report).map(({ id, result }) => `${id} ${result}`)).toEqual([
      'name answered',
      'way answered',
      'port answered',
      'files answered',
    ]);
    expect(namedStepsOf(report)[3]?.values).toMatchObject({ dialect: '3.1.1' });
    const hosts = new Set(world.contacted.map((spot) => spot.split('|')[0]));
    expect(hosts).toEqual(new Set(['192.0.2.53', address]));
  });

  it('with a clock of its own is reached, but refuses the sign-in', async () => {
    put(445, (await opened.add(saying(recorded.smb))).spot);
    const late = { ...world.wire, now: () => smbTime + 10 * 60_000 };
    const { verdict } = await reach('\\\\fs1.corp.test', { wire: late });
    expect(verdict).toMatchObject({ state: 'attention', code: 'clock-apart' });
  });

  it.each([
    [
      'refused',
      () => closedPort().then((spot) => ({ spot, close: () => Promise.resolve() })),
      'port',
    ],
    ['silent', blackHole, 'port'],
    ['files-silent', mute, 'files'],
    ['files-cut-off', resetting, 'files'],
    ['files-not-understood', () => saying(Buffer.from('SSH-2.0-OpenSSH\r\n'.repeat(9))), 'files'],
    ['files-only-smb1', () => saying(smb1), 'files'],
  ] as const)('is %s, and the chain breaks there', async (code, listener, at) => {
    put(445, (await opened.add(listener())).spot);
    const report = await reach('\\\\fs1.corp.test\\team');
    expect(report.verdict).toMatchObject({ state: 'broken', code, breaksAt: at });
    const chain = namedStepsOf(report);
    expect(chain.at(-1)?.result === 'not-tried').toBe(at === 'port');
  });

  it.each([
    ['gone.corp.test', 'name-not-found'],
    ['empty.corp.test', 'name-without-address'],
    ['ill.corp.test', 'name-service-broken'],
    ['mute.corp.test', 'name-service-silent'],
  ])('%s is %s', async (host, code) => {
    const report = await reach(`\\\\${host}\\x`);
    expect(report.verdict).toMatchObject({ state: 'broken', code, breaksAt: 'name' });
    expect(
      namedStepsOf(report)
        .slice(1)
        .map(({ result }) => result),
    ).toEqual(['way', 'port', 'files'].map(() => 'not-tried'));
  });

  it('by number has no name to find, and Kerberos cannot be used', async () => {
    put(445, (await opened.add(saying(recorded.smb))).spot);
    const report = await reach(`\\\\${address}\\x`, { wire: { ...world.wire, ...atThatTime } });
    expect(report.verdict.hints).toContain('number-instead-of-name');
    expect(namedStepsOf(report)[0]?.id).toBe('way');
  });

  it('known to this PC alone is said so, and its own answer counts', async () => {
    zone.delete('fs1.corp.test');
    put(445, (await opened.add(saying(recorded.smb))).spot);
    const system = {
      addresses: () => Promise.resolve({ kind: 'answered' as const, value: [address], ms: 1 }),
    };
    const report = await reach('\\\\fs1.corp.test', {
      system,
      wire: { ...world.wire, ...atThatTime },
    });
    expect(report.verdict).toMatchObject({ code: 'reachable' });
    expect(report.verdict.hints).toContain('only-this-pc-knows-the-name');
  });

  it('that shares printers needs RPC as well', async () => {
    put(445, (await opened.add(saying(recorded.smb))).spot);
    const wire = { ...world.wire, ...atThatTime };
    const printer = '\\\\fs1.corp.test\\Room 5';
    expect((await reach(printer, { wire }, true)).verdict.code).toBe('print-blocked');
    put(135, (await opened.add(tcp(() => undefined))).spot);
    expect((await reach(printer, { wire }, true)).verdict.code).toBe('reachable');
  });
});

/** The head of an old server's answer: framed, and marked with the protocol of the last century. */
const smb1 = Buffer.concat([Buffer.from('00000023ff534d42', 'hex'), Buffer.alloc(31)]);

describe('a web site', () => {
  const host = 'fs1.corp.test';
  it.each([
    ['reachable', 200, {}, 'healthy'],
    ['reachable', 403, {}, 'healthy'],
    ['offers-windows-sign-in', 401, { 'www-authenticate': ['Negotiate', 'NTLM'] }, 'healthy'],
    ['no-windows-sign-in', 401, { 'www-authenticate': 'Basic realm="x"' }, 'attention'],
    ['signs-in-elsewhere', 302, { location: 'https://login.microsoftonline.com/x' }, 'healthy'],
    ['server-fault', 503, {}, 'attention'],
    ['not-there', 404, {}, 'attention'],
    ['captive-portal', 511, {}, 'broken'],
  ])('is %s when it says %i', async (code, status, headers, state) => {
    put(443, await serves(says(status, headers), roots.issue([host])));
    expect((await reach(`https://${host}/x`)).verdict).toMatchObject({ code, state });
  });

  it('is sent nothing that says who asks', async () => {
    let seen = {};
    const answer: RequestListener = (request, response) => {
      seen = request.headers;
      response.end();
    };
    put(443, await serves(answer, roots.issue([host])));
    await reach(`https://${host}/a?token=secret`);
    expect(Object.keys(seen).sort()).toEqual(['accept', 'connection', 'host', 'user-agent']);
  });

  it('by another authority is a hint, not a fault', async () => {
    const own = authority('Company');
    put(443, await serves(says(200), own.issue([host])));
    const { verdict } = await reach(`https://${host}/`);
    expect(verdict).toMatchObject({ state: 'healthy', hints: ['own-authority'] });
  });

  it.each([
    ['other-certificate', () => roots.issue(['else.test'])],
    ['certificate-dates', () => roots.issue([host], { from: -9e8, to: -1e8 })],
  ])('is %s', async (code, issued) => {
    put(443, await serves(says(200), issued()));
    expect((await reach(`https://${host}/`)).verdict).toMatchObject({
      code,
      breaksAt: 'encryption',
    });
  });

  it('behind what speaks no TLS fails at the encryption', async () => {
    put(443, (await opened.add(saying(Buffer.from('HTTP/1.1 400 No\r\n\r\n')))).spot);
    expect((await reach(`https://${host}/`)).verdict.code).toBe('encryption-fails');
  });

  it('through a proxy: let through, asked to sign in, gone', async () => {
    const web = await serves(says(200), roots.issue([host]));
    const through = async (deny?: number) => {
      const one = await opened.add(proxy({ lead: () => web, ...(deny ? { deny } : {}) }));
      world.put({ address: '10.9.9.9', port: 3128 }, one.spot);
      return reach(`https://${host}/`, { proxy: { host: '10.9.9.9', port: 3128 } });
    };
    expect((await through()).verdict.code).toBe('reachable');
    expect((await through(407)).verdict).toMatchObject({
      code: 'proxy-needs-sign-in',
      breaksAt: 'proxy',
    });
    expect((await through(403)).verdict.code).toBe('proxy-refuses');
    world.put({ address: '10.9.9.9', port: 3128 }, refusal);
    expect(
      (await reach(`https://${host}/`, { proxy: { host: '10.9.9.9', port: 3128 } })).verdict.code,
    ).toBe('proxy-unreachable');
  });
});

describe('a printer, a port, a computer', () => {
  it('a printer of the network answers over IPP', async () => {
    put(631, await serves(says(200)));
    expect((await reach('ipp://fs1.corp.test/ipp')).verdict.code).toBe('reachable');
    expect((await reach('socket://fs1.corp.test')).verdict.code).toBe('refused');
  });

  it('a port is open or not', async () => {
    put(1433, (await opened.add(mute())).spot);
    expect((await reach('fs1.corp.test:1433')).verdict.code).toBe('reachable');
    expect((await reach('fs1.corp.test:1434')).verdict.code).toBe('refused');
  });

  it('a computer is there when one of its usual services is', async () => {
    expect((await reach('fs1.corp.test')).verdict.code).toBe('refused');
    put(443, (await opened.add(mute())).spot);
    const report = await reach('fs1.corp.test');
    expect(report.verdict.code).toBe('reachable');
    expect(namedStepsOf(report).filter(({ id }) => id === 'port')).toHaveLength(5);
  });
});

it('offline contacts nobody and knows nothing', async () => {
  const names = nameService(closedWire, [dns]);
  for (const typed of ['\\\\fs1.corp.test\\x', 'https://192.0.2.1/', '192.0.2.1']) {
    const { verdict } = await reach(typed, { wire: closedWire, names });
    expect(verdict).toMatchObject({ state: 'unknown', code: 'offline' });
  }
  expect(world.contacted).toEqual([]);
});

it('every outcome has its words, and every fault says what to do', () => {
  const words = english as Record<string, string>;
  for (const code of namedCodes) expect(words[`named.code.${code}`], code).toBeTruthy();
  const fine = [
    'reachable',
    'offers-windows-sign-in',
    'signs-in-elsewhere',
    'offline',
    'cancelled',
  ];
  for (const code of namedCodes)
    expect(Boolean(words[`named.do.${code}`]), code).toBe(!fine.includes(code));
});
