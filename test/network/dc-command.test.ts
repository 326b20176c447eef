import { afterEach, describe, expect, it, vi } from 'vitest';
import { owners } from '../../main/network/locator/owners';
import { serverAddress } from '../../main/network/server-address';
import english from '../../strings/en/network.json';
import { type Controller, pingable } from '../harness/net/directory';
import { Opened } from '../harness/net/listeners';
import { nameServer, type Zone } from '../harness/net/name-server';
import { say } from '../terminal/fake';

vi.mock('../../main/network/wire', async (original) =>
  (await import('../harness/net/loopback-only')).loopbackOnly(original),
);

const opened = new Opened();
afterEach(() => opened.close());

/** A domain whose controller answers the ping on a loopback address of its own, and nothing else. */
const domain = async (controller: Controller = {}) => {
  const address = '127.90.1.1';
  const dc = await opened.add(pingable({ domain: 'corp.test', ...controller }, { address }));
  const zone: Zone = new Map([
    [
      '_ldap._tcp.dc._msdcs.corp.test',
      [{ type: 'SRV' as const, target: 'dc1.corp.test', port: dc.spot.port }],
    ],
    ['dc1.corp.test', [{ type: 'A' as const, address }]],
  ]);
  const dns = await opened.add(nameServer(zone));
  return `${dns.spot.address}:${String(dns.spot.port)}`;
};

describe('fieldkit dc', () => {
  it('says broken, with proof, when the ports behind the ping are shut', async () => {
    const said = await say(['dc', 'corp.test', '--dns', await domain(), '--json']);
    expect(said.code).toBe(2);
    expect(JSON.parse(said.out)).toMatchObject({
      schema: 1,
      verdict: { state: 'broken', code: 'kerberos-blocked', owner: 'network' },
      chosen: 'dc1.corp.test',
      controllers: [{ site: 'Office', flagBits: '0x1fd', steps: { smb: { result: 'refused' } } }],
    });
  });

  it.each(['en', 'de'])('speaks to people in %s, in whole words', async (lang) => {
    const said = await say(['dc', 'corp.test', '--dns', await domain(), '--lang', lang]);
    expect(said.code).toBe(2);
    expect(said.out).toContain('dc1.corp.test');
    expect(said.out).not.toMatch(/\b(dc|net|owner|terminal)\.[a-z]/);
  });

  it('shows that it is at work to somebody who watches, and takes it away again', async () => {
    const watched = { terminal: { watched: true } };
    const said = await say(['dc', 'corp.test', '--dns', await domain()], watched);
    expect(said.err).toContain('Looking for domain controllers of corp.test');
    expect(said.err.endsWith('\r\u001b[K')).toBe(true);
  });

  it('shows what a stranger calls itself, and obeys none of it', async () => {
    const dns = await domain({ dcSite: '\u001b[2Jgone', clientSite: 'a\u202eb' });
    const said = await say(['dc', 'corp.test', '--dns', dns]);
    expect(said.out).toContain('[2Jgone');
    for (const order of ['\u001b', '\u202e']) expect(said.out).not.toContain(order);
  });

  it('exits with 2 where there is no such domain, and says who can help', async () => {
    const said = await say(['dc', 'other.test', '--dns', await domain()]);
    expect(said.code).toBe(2);
    expect(said.out).toContain(english['dc.code.not-in-dns']);
    expect(said.out.replace(/\s+/g, ' ')).toContain(english['dc.do.not-in-dns']);
  });

  it('exits with 3 and asks nobody when offline', async () => {
    const dns = await opened.add(nameServer(new Map()));
    const server = `${dns.spot.address}:${String(dns.spot.port)}`;
    const said = await say(['dc', 'corp.test', '--dns', server, '--offline', '--json']);
    expect(said.code).toBe(3);
    expect(JSON.parse(said.out)).toMatchObject({ verdict: { state: 'unknown', code: 'offline' } });
    expect(dns.count()).toBe(0);
  });

  it.each([
    [['dc']],
    [['dc', '192.0.2.1']],
    [['dc', 'a b']],
    [['dc', 'corp.test', '--dns', 'dns.corp.test']],
    [['dc', 'corp.test', '--dns', '127.0.0.1:99999']],
    [['dc', 'corp.test', '--site', 'a.b', '--offline']],
  ])('%j is wrong use', async (args) => {
    const said = await say(args);
    expect(said.code).toBe(64);
    expect(said.out).toBe('');
    expect(said.err).toMatch(/^fieldkit: .+/);
  });
});

describe('the address of a name server', () => {
  it.each([
    ['192.0.2.1', { address: '192.0.2.1', port: 53 }],
    ['192.0.2.1:5353', { address: '192.0.2.1', port: 5353 }],
    ['::1', { address: '::1', port: 53 }],
    ['[2001:db8::1]:54', { address: '2001:db8::1', port: 54 }],
    ['fe80::1%eth0', { address: 'fe80::1%eth0', port: 53 }],
    ['[dns]:53', null],
    ['192.0.2.1:0', null],
    ['192.0.2', null],
    ['', null],
  ])('%s', (typed, spot) => {
    expect(serverAddress(typed, 53)).toEqual(spot);
  });
});

describe('words', () => {
  it('exist for every verdict, and say what to do wherever somebody can do something', () => {
    const words: Record<string, string> = english;
    for (const [code, owner] of Object.entries(owners)) {
      expect(words[`dc.code.${code}`], code).toBeTruthy();
      expect(Boolean(words[`dc.do.${code}`]), code).toBe(owner !== null);
    }
  });
});
