import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { DnsClient } from '../../main/core/facts/network';
import { namesFor, readAnswer } from '../../main/network/doh';
import { locate } from '../../main/network/locator/locate';
import { type Names, nameService } from '../../main/network/names';
import { closedWire, openWire, type Spot } from '../../main/network/wire';
import { dnsClientProbe } from '../../main/probes/network/dns-client';
import { dns } from '../core/rules/make-readings';
import { fromZone, httpsNameServer } from '../harness/net/doh';
import { Opened } from '../harness/net/listeners';
import { nameServer, type Zone } from '../harness/net/name-server';
import { site } from '../harness/net/web';
import { facts, noKey, ran, registry, text } from '../probes/support';

const opened = new Opened();
afterEach(() => opened.close());

const domain = 'corp.test';
const record = `_ldap._tcp.dc._msdcs.${domain}`;
const patience = { limitMs: 5000 };

/** The name servers of this PC are at one address of loopback, whatever they are asked by. */
const inUse = (spot: Spot): Names => nameService(openWire, [spot]);

const worldOnly: Zone = new Map([['world.test', [{ type: 'A', address: '198.51.100.7' }]]]);
const whole: Zone = new Map([
  [record, [{ type: 'SRV', target: `dc1.${domain}`, port: 389 }]],
  [`dc1.${domain}`, [{ type: 'A', address: '127.0.0.1' }]],
]);

/** The settings as the probe reads them from the registry of a PC that asks 127.0.0.1 over HTTPS. */
const settingsWith = (template: string, flags = '0x2'): DnsClient => {
  const adapters =
    'SYSTEM\\CurrentControlSet\\Services\\Dnscache\\InterfaceSpecificParameters\\{0001}';
  return facts(dnsClientProbe, {
    'registry-tcpip-parameters': noKey,
    'registry-dns-policy': noKey,
    'registry-dns-rules': noKey,
    'registry-dns-known-servers': noKey,
    'registry-dns-over-https': ran(
      registry('HKLM', {
        [`${adapters}\\DohInterfaceSettings\\Doh\\127.0.0.1`]: {
          DohFlags: ['REG_QWORD', flags],
          DohTemplate: text(template),
        },
      }),
    ),
  });
};

const run = (names: Names) =>
  locate(openWire, names, {
    domain,
    oneLabel: false,
    ...{ site: null, guid: null, all: false, host: null },
    here: [],
  });

describe('names over HTTPS, as the settings of the PC want it', () => {
  it('a domain that the resolver does not know is missed because of it, and that is named', async () => {
    const plain = await opened.add(nameServer(whole));
    const https = await opened.add(httpsNameServer(fromZone(worldOnly)));
    const names = namesFor(openWire, settingsWith(https.template), domain, inUse(plain.spot));
    const report = await run(names);
    expect(report.verdict).toEqual({
      state: 'broken',
      code: 'not-in-dns',
      hints: ['resolver-over-https'],
    });
    expect(report.servers[0]).toMatch(/^https:\/\/dns\.harness\.test:\d+\/dns-query$/u);
    expect(https.asked).toEqual(['GET application/dns-message']);
    expect(plain.count()).toBe(0);
  });

  it('one that knows the company is no reason for anything', async () => {
    const plain = await opened.add(nameServer(new Map()));
    const https = await opened.add(httpsNameServer(fromZone(whole)));
    const names = namesFor(openWire, settingsWith(https.template), domain, inUse(plain.spot));
    expect(await names.srv(record, patience)).toMatchObject({
      value: [{ name: `dc1.${domain}`, port: 389, priority: 0, weight: 100 }],
    });
    expect(await names.addresses(`dc1.${domain}`, patience)).toMatchObject({
      value: ['127.0.0.1'],
    });
    expect((await run(names)).verdict.hints).toEqual([]);
  });

  it('without it the same missing name is not blamed on it', async () => {
    const plain = await opened.add(nameServer(worldOnly));
    const report = await run(namesFor(openWire, dns({}), domain, inUse(plain.spot)));
    expect(report.verdict).toEqual({ state: 'broken', code: 'not-in-dns', hints: [] });
  });

  it('counts only for a server that is still asked, and for an address that is one', async () => {
    const plain = inUse((await opened.add(nameServer(whole))).spot);
    const on = (server: string, template: string | null) =>
      namesFor(
        openWire,
        dns({ overHttps: [{ server, template, plainToo: false }] }),
        domain,
        plain,
      );
    expect(on('192.0.2.1', 'https://old.test/dns-query')).toBe(plain);
    for (const template of [null, '', 'http://dns.test/', 'file:///x', 'nonsense'])
      expect(on('127.0.0.1', template)).toBe(plain);
    expect(namesFor(openWire, null, domain, plain)).toBe(plain);
  });

  it('a rule for the company’s names goes before it, the closest one', () => {
    const names = namesFor(
      openWire,
      dns({
        rules: [
          { names: ['.'], servers: ['192.0.2.1'], origin: 'local' },
          { names: ['.Corp.test'], servers: ['192.0.2.2', 'not-a-number'], origin: 'policy' },
          { names: ['other.test'], servers: ['192.0.2.3'], origin: 'policy' },
        ],
      }),
      domain,
    );
    expect(names.servers()).toEqual(['192.0.2.2:53']);
  });

  it.each([
    ['0x2', 'server-failure'],
    ['0x6', 'answered'],
  ])(
    'that fails is followed by plain questions only where that is allowed: %s',
    async (flags, kind) => {
      const plain = await opened.add(nameServer(whole));
      const https = await opened.add(httpsNameServer(() => Promise.resolve(null)));
      const names = namesFor(
        openWire,
        settingsWith(https.template, flags),
        domain,
        inUse(plain.spot),
      );
      expect((await names.srv(record, patience)).kind).toBe(kind);
    },
  );

  it('a page, an error and nonsense are told from an answer', async () => {
    const names = async (status: number, body: Buffer | string) => {
      const identity = await opened.add(
        site((_request, response) => response.writeHead(status).end(body)),
      );
      return namesFor(
        openWire,
        dns({
          overHttps: [
            {
              server: '127.0.0.1',
              template: `https://dns.test:${String(identity.spot.port)}/`,
              plainToo: false,
            },
          ],
        }),
        domain,
        inUse({ address: '127.0.0.1', port: 9 }),
      );
    };
    // Not even encrypted.
    const answer = await (await names(200, 'hello')).srv(record, patience);
    expect(['not-understood', 'cut-off', 'failed']).toContain(answer.kind);
    const page = await opened.add(httpsNameServer(() => Promise.resolve(Buffer.from('<html>'))));
    const asked = namesFor(
      openWire,
      settingsWith(page.template),
      domain,
      inUse({ address: '127.0.0.1', port: 9 }),
    );
    expect((await asked.srv(record, patience)).kind).toBe('not-understood');
  });

  it('is not asked at all when nobody may be contacted', async () => {
    const https = await opened.add(httpsNameServer(fromZone(whole)));
    const names = namesFor(closedWire, settingsWith(https.template), domain);
    expect((await names.srv(record, patience)).kind).toBe('offline');
    expect(https.count()).toBe(0);
  });
});

describe('an answer over HTTPS', () => {
  it('is read or is none, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const read = readAnswer(bytes);
        expect(read === null || read.type === 'response').toBe(true);
      }),
    );
    // A name that points at itself.
    const loop = Buffer.alloc(18);
    loop.writeUInt16BE(0x8180, 2);
    loop.writeUInt16BE(1, 4);
    loop.writeUInt16BE(0xc00c, 12);
    expect(readAnswer(loop)).toBeNull();
  });
});
