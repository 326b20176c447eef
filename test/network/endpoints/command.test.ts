import { afterEach, describe, expect, it, vi } from 'vitest';
import { causesOf } from '../../../main/network/endpoints/causes';
import { chosenProxy, proxyFrom } from '../../../main/network/proxy';
import type { ProxySettings } from '../../../main/core/facts/network';
import english from '../../../strings/en/network.json';
import { Opened } from '../../harness/net/listeners';
import { nameServer } from '../../harness/net/name-server';
import { say } from '../../terminal/fake';

vi.mock('../../../main/network/wire', async (original) =>
  (await import('../../harness/net/loopback-only')).loopbackOnly(original),
);

const opened = new Opened();
afterEach(() => opened.close());

/** Every name in the world leads to an address of loopback on which nobody listens. */
const nowhere = async () => {
  const dns = await opened.add(
    nameServer(new Map([['*', [{ type: 'A' as const, address: '127.93.1.1' }]]])),
  );
  return ['--dns', `${dns.spot.address}:${String(dns.spot.port)}`, '--proxy', 'none'];
};

describe('fieldkit endpoints', () => {
  it('says broken, with causes instead of rows', async () => {
    const args = ['endpoints', '--for', 'entra-join', '--json', ...(await nowhere())];
    const said = await say(args);
    expect(said.code).toBe(2);
    const answer = JSON.parse(said.out) as { endpoints: unknown[] };
    expect(answer).toMatchObject({
      schema: 1,
      verdict: { state: 'broken' },
      causes: [{ code: 'name-service-lies' }, { code: 'no-internet' }],
      clock: null,
    });
    expect(answer.endpoints.length).toBeGreaterThan(10);
  });

  it.each(['en', 'de'])('speaks to people in %s, in whole words', async (lang) => {
    const said = await say(['endpoints', '--lang', lang, ...(await nowhere())]);
    expect(said.code).toBe(2);
    expect(said.out).not.toMatch(/\b(endpoints|dc|net|owner|terminal)\.[a-z]/);
    expect(said.out.split('\n').length).toBeLessThan(45);
  });

  it('exits with 3 and contacts nobody when offline', async () => {
    const dns = await opened.add(nameServer(new Map()));
    const server = `${dns.spot.address}:${String(dns.spot.port)}`;
    const said = await say(['endpoints', '--offline', '--json', '--dns', server]);
    expect(said.code).toBe(3);
    expect(JSON.parse(said.out)).toMatchObject({ causes: [{ code: 'offline' }] });
    expect(dns.count()).toBe(0);
  });

  it('goes nowhere in a test: what is not on this machine counts as offline', async () => {
    const dns = await opened.add(
      nameServer(new Map([['*', [{ type: 'A' as const, address: '192.0.2.1' }]]])),
    );
    const server = `127.0.0.1:${String(dns.spot.port)}`;
    const said = await say(['endpoints', '--dns', server, '--proxy', 'none', '--json']);
    expect(said.code).toBe(3);
  });

  it('exits with 3 when stopped', async () => {
    const terminal = { signal: AbortSignal.abort() };
    const said = await say(['endpoints', '--json', ...(await nowhere())], { terminal });
    expect(said.code).toBe(3);
  });

  it.each([
    [['--for', 'entra-joim']],
    [['--cloud', 'moon']],
    [['--region', 'xx']],
    [['--proxy', 'socks://a:1']],
    [['--dns', 'name']],
    [['extra']],
  ])('%j is wrong use', async (args) => {
    const said = await say(['endpoints', '--offline', ...args]);
    expect(said.code).toBe(args[0] === '--proxy' ? 3 : 64);
  });

  it('counts for somebody who watches', async () => {
    const args = ['endpoints', '--for', 'prt', ...(await nowhere())];
    const said = await say(args, { terminal: { watched: true } });
    expect(said.err).toMatch(/0 of \d+ tested/);
  });

  it('names the nearest purpose', async () => {
    const said = await say(['endpoints', '--offline', '--for', 'entra-joim']);
    expect(said.err).toContain('entra-join');
  });
});

describe('a proxy setting', () => {
  it.each([
    ['proxy.example:3128', { host: 'proxy.example', port: 3128 }],
    ['http://user:secret@proxy.example:80/', { host: 'proxy.example', port: 80 }],
    ['proxy.example', { host: 'proxy.example', port: 8080 }],
    ['[2001:db8::1]:3128', { host: '2001:db8::1', port: 3128 }],
    ['socks5://proxy.example:1080', null],
    ['', null],
    ['a b', null],
  ])('%s', (setting, proxy) => {
    expect(proxyFrom(setting)).toEqual(proxy);
  });

  const none = {
    enabled: 'no',
    servers: null,
    bypass: null,
    pacUrl: null,
    autoDetect: 'no',
  } as const;
  const settings = (user: Partial<ProxySettings['user']>): ProxySettings => ({
    user: { ...none, ...user },
    policy: none,
    perMachine: null,
    services: { access: 'direct', servers: null, bypass: null, witness: 'registry' },
    system: none,
    environment: null,
  });

  it.each([
    [{}, { kind: 'direct' }],
    [
      { enabled: 'yes', servers: 'p:1' },
      { kind: 'proxy', proxy: { host: 'p', port: 1 } },
    ],
    [
      { enabled: 'yes', servers: 'http=a:1;https=b:2' },
      { kind: 'proxy', proxy: { host: 'b', port: 2 } },
    ],
    [{ enabled: 'yes', servers: 'ftp=a:1' }, { kind: 'not-understood' }],
    [{ enabled: 'no', servers: 'p:1' }, { kind: 'direct' }],
    [{ pacUrl: 'http://a/p.pac' }, { kind: 'automatic', script: 'http://a/p.pac' }],
    [{ autoDetect: 'yes' }, { kind: 'automatic', script: null }],
  ] as const)('%j means %j', (user, choice) => {
    expect(chosenProxy(settings(user))).toEqual(choice);
  });
});

describe('words', () => {
  it('exist for every cause, with what to do', () => {
    const words: Record<string, string> = english;
    const causes = Object.keys(words).filter((key) => key.startsWith('endpoints.cause.'));
    for (const key of causes) expect(words[key.replace('.cause.', '.do.')], key).toBeTruthy();
    expect(
      causesOf([], { namesLie: true, sixOnly: null }).map(
        ({ code }) => words[`endpoints.cause.${code}`],
      ),
    ).toEqual([words['endpoints.cause.name-service-lies']]);
  });
});
