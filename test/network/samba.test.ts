import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askKdcTcp, askKdcUdp } from '../../main/network/kdc';
import { namesFor } from '../../main/network/doh';
import { locate, type LocateRequest } from '../../main/network/locator/locate';
import { nameService, type Names } from '../../main/network/names';
import { openWire, type Wire } from '../../main/network/wire';
import { type Domain, firstSite, missing, startDomain } from '../harness/domain-controller';
import { fromServer, fromZone, httpsNameServer } from '../harness/net/doh';
import { nameServer, type Zone } from '../harness/net/name-server';
import { asPaused, relayTo } from '../harness/domain-controller/relay';
import { addNamespace, lackingForNamespace, type Namespace } from '../harness/net/namespace';
import { dns } from '../core/rules/make-readings';
import { say } from '../terminal/fake';

const dnsmasq = '/usr/sbin/dnsmasq';
const lacking = missing();
const title =
  lacking === null
    ? 'a real Active Directory domain (Samba)'
    : `a real Active Directory domain (Samba): not run, ${lacking} is missing`;

describe.skipIf(lacking !== null)(title, () => {
  let domain: Domain;

  /** A network of its own for it, where that can be made; else loopback. */
  let network: Namespace | null = null;

  beforeAll(async () => {
    if (lackingForNamespace() === null) network = addNamespace();
    domain = network ? await startDomain(network, network.another) : await startDomain();
  }, 400_000);
  afterAll(async () => {
    await domain?.stop();
    network?.remove();
  });

  const run = (
    more: Partial<LocateRequest> = {},
    wire: Wire = openWire,
    names: Names = nameService(wire, [domain.dns]),
  ) =>
    locate(wire, names, {
      domain: domain.domain,
      site: null,
      guid: null,
      all: false,
      here: [],
      host: 'PC1',
      oneLabel: false,
      ...more,
    });

  it('is found, chosen, and well', async () => {
    const report = await run();
    expect(report.verdict).toEqual({ state: 'healthy', code: 'found', hints: [] });
    expect(report.chosen?.heard).toMatchObject({
      host: domain.controller.host,
      address: domain.controller.address,
      transport: 'udp',
      netlogon: { dcSite: firstSite, clientSite: firstSite, netbiosDomain: 'CORP' },
    });
    expect(report.chosen?.examination).toMatchObject({
      ldap: { value: { host: domain.controller.host, synchronized: true } },
      kerberos: { value: { symbol: 'KDC_ERR_C_PRINCIPAL_UNKNOWN' } },
      kerberosUdp: { value: { symbol: 'KDC_ERR_C_PRINCIPAL_UNKNOWN' } },
      smb: { value: { answer: { kind: 'negotiated', dialect: '3.1.1' } } },
      passwordChange: { kind: 'answered' },
      rpc: { kind: 'answered' },
      globalCatalogue: { kind: 'answered' },
      dns: { value: 1 },
      ldaps: { kind: 'answered' },
      time: { kind: 'refused' },
    });
  });

  it('is found from the command line, by its name server alone', async () => {
    const server = `${domain.dns.address}:${String(domain.dns.port)}`;
    const json = await say(['dc', domain.domain, '--dns', server, '--json']);
    expect(JSON.parse(json.out)).toMatchObject({
      schema: 1,
      verdict: { state: 'healthy', code: 'found', owner: null },
      chosen: domain.controller.host,
      windowsWouldChoose: domain.controller.host,
      controllers: [{ nearness: 'same-site', steps: { smb: { dialect: '3.1.1' } } }],
    });
    expect(json.code).toBe(0);
    const people = await say(['dc', domain.domain, '--dns', server]);
    expect(people.out).toContain(domain.controller.host);
    expect(people.out).toContain('a domain controller was found and is well');
  });

  it('is a file server that can be named and reached, with its dialect', async () => {
    const server = `${domain.dns.address}:${String(domain.dns.port)}`;
    const share = `\\\\${domain.controller.host}\\sysvol`;
    const said = await say(['reach', share, '--dns', server, '--json']);
    expect(said.code).toBe(0);
    expect(JSON.parse(said.out)).toMatchObject({
      target: { kind: 'files', share: 'sysvol' },
      verdict: { code: 'reachable', hints: ['sign-in-not-tested'] },
      clock: { state: 'right' },
    });
    expect(said.out).toContain('"dialect": "3.1.1"');
  });

  it('shows its clock, which is ours', async () => {
    const spot = { address: domain.controller.address, port: 88 };
    for (const ask of [askKdcTcp, askKdcUdp]) {
      const answer = await ask(openWire, spot, domain.domain, { limitMs: 5000 });
      const offset = answer.kind === 'answered' ? answer.value.offsetMs : null;
      expect(Math.abs(offset ?? Infinity)).toBeLessThan(5000);
    }
  });

  it.each([-7, 7])('is refused for its clock when ours is %i minutes off', async (minutes) => {
    const wrong = { ...openWire, now: () => Date.now() + minutes * 60_000 };
    expect((await run({}, wrong)).verdict).toMatchObject({ state: 'broken', code: 'clock-apart' });
  });

  const withoutFirewall = lackingForNamespace();
  describe.skipIf(withoutFirewall !== null)(
    `behind a real firewall (nftables, netem)${withoutFirewall === null ? '' : `: not run, ${withoutFirewall} is missing`}`,
    () => {
      afterEach(() => network?.firewall());

      it.each([
        ['attention', 'udp-389-blocked', ['udp dport 389 drop']],
        ['broken', 'found-but-silent', ['udp dport 389 drop', 'tcp dport 389 drop']],
        [
          'broken',
          'found-but-refused',
          ['udp dport 389 reject', 'tcp dport 389 reject with tcp reset'],
        ],
        ['broken', 'kerberos-tcp-blocked', ['tcp dport 88 drop']],
        ['broken', 'kerberos-blocked', ['tcp dport 88 drop', 'udp dport 88 drop']],
        ['broken', 'smb-blocked', ['tcp dport 445 reject with tcp reset']],
        ['attention', 'password-change-blocked', ['tcp dport 464 drop']],
        ['attention', 'rpc-blocked', ['tcp dport 135 drop']],
        ['attention', 'global-catalogue-blocked', ['tcp dport 3268 drop']],
        ['broken', 'dns-silent', ['udp dport 53 drop', 'tcp dport 53 drop']],
      ])('is %s: %s', async (state, code, rules) => {
        network?.firewall(...rules);
        expect((await run()).verdict).toMatchObject({ state, code });
      });

      it('is silent in a split tunnel that lets names through and nothing else', async () => {
        network?.firewall('udp dport != 53 drop', 'tcp dport != 53 drop');
        expect((await run()).verdict).toEqual({
          state: 'broken',
          code: 'found-but-silent',
          hints: ['vpn-or-split-tunnel'],
        });
      });

      it.each(['route-missing', 'interface-down'] as const)(
        'has no way to it when the VPN is off: %s',
        async (how) => {
          // The name server at home still knows the names of the company.
          const zone: Zone = new Map([
            [
              `_ldap._tcp.dc._msdcs.${domain.domain}`,
              [{ type: 'SRV', target: domain.controller.host, port: 389 }],
            ],
            [domain.controller.host, [{ type: 'A', address: domain.controller.address }]],
          ]);
          const home = await nameServer(zone);
          const restore = network?.cut(how);
          try {
            const names = nameService(openWire, [home.spot]);
            expect((await run({}, openWire, names)).verdict).toEqual({
              state: 'broken',
              code: 'no-route',
              hints: ['vpn-or-split-tunnel'],
            });
          } finally {
            restore?.();
            await home.close();
          }
        },
      );

      it.skipIf(!existsSync(dnsmasq))(
        'is not known to a public name server (dnsmasq at its address)',
        async () => {
          const address = '149.112.112.112';
          network?.stranger(address);
          const [program = '', ...within] = network?.within ?? [];
          const rules = ['--no-resolv', '--no-hosts', '--conf-file=/dev/null', '--local=/test/'];
          const child = spawn(
            program,
            [...within, dnsmasq, '-k', '-x', ...rules, `-a${address}`, '--bind-interfaces'],
            { stdio: 'ignore' },
          );
          const gone = new Promise((resolve) => child.once('exit', resolve));
          try {
            const names = nameService(openWire, [{ address, port: 53 }]);
            await expect
              .poll(async () => (await names.srv('none.test', { limitMs: 300 })).kind, {
                timeout: 5000,
              })
              .toBe('no-such-name');
            expect((await run({}, openWire, names)).verdict).toEqual({
              state: 'broken',
              code: 'not-in-dns',
              hints: ['public-resolver'],
            });
          } finally {
            child.kill('SIGKILL');
            await gone;
          }
        },
      );

      it('and over a long way is well, with its latency told', async ({ skip }) => {
        if (network?.delay(60) !== true) skip('not run: this kernel has no netem');
        const report = await run();
        network?.delay(0);
        expect(report.verdict.code).toBe('found');
        expect(report.chosen?.heard.ms).toBeGreaterThan(55);
      });
    },
  );

  describe('behind a relay of the harness that alters the first byte of its real answer to a ping', () => {
    /** What one name server says of the domain: only the address of the relay. */
    const onlyAt = async (address: string) => {
      const host = domain.controller.host;
      const zone: Zone = new Map([
        [`_ldap._tcp.dc._msdcs.${domain.domain}`, [{ type: 'SRV', target: host, port: 389 }]],
        [host, [{ type: 'A', address }]],
      ]);
      const server = await nameServer(zone);
      return { ...server, names: nameService(openWire, [server.spot]) };
    };

    it.each([
      ['is paused, and no other one is there', asPaused, 'broken', 'all-paused'],
      ['is well when nothing is altered', undefined, 'healthy', 'found'],
    ] as const)('it %s', async (_title, alter, state, code) => {
      const relay = await relayTo(domain.controller.address, alter);
      const server = await onlyAt(relay.address);
      try {
        const report = await run({}, openWire, server.names);
        expect(report.verdict).toMatchObject({ state, code });
        const problems = report.controllers.flatMap((one) => one.problems.map((each) => each.code));
        expect(problems.includes('paused')).toBe(alter !== undefined);
      } finally {
        await server.close();
        await relay.close();
      }
    });

    it('the paused one is named, and the other one is taken', async () => {
      const relay = await relayTo(domain.controller.address, asPaused);
      const record = `_ldap._tcp.dc._msdcs.${domain.domain}`;
      const away = `paused.${domain.domain}`;
      const zone: Zone = new Map([
        [
          record,
          [
            { type: 'SRV', target: away, port: 389, priority: 0 },
            { type: 'SRV', target: domain.controller.host, port: 389, priority: 1 },
          ],
        ],
        [away, [{ type: 'A', address: relay.address }]],
        [domain.controller.host, [{ type: 'A', address: domain.controller.address }]],
      ]);
      const server = await nameServer(zone);
      try {
        const report = await run({ all: true }, openWire, nameService(openWire, [server.spot]));
        expect(report.verdict.code).toBe('found');
        expect(report.chosen?.heard.address).toBe(domain.controller.address);
        const paused = report.controllers.filter(({ problems }) =>
          problems.some(({ code }) => code === 'paused'),
        );
        expect(paused.map(({ heard }) => heard.host)).toEqual([away]);
      } finally {
        await server.close();
        await relay.close();
      }
    });
  });

  it.each([
    ['that knows only the world', fromZone(new Map()), 'not-in-dns', ['resolver-over-https']],
    ['that asks its real one', null, 'found', []],
  ] as const)('through a name server over HTTPS %s', async (_title, knows, code, hints) => {
    const https = await httpsNameServer(knows ?? fromServer(domain.dns));
    try {
      const settings = dns({
        overHttps: [{ server: '127.0.0.1', template: https.template, plainToo: false }],
      });
      const ours = nameService(openWire, [{ address: '127.0.0.1', port: 53 }]);
      const names = namesFor(openWire, settings, domain.domain, ours);
      expect((await run({}, openWire, names)).verdict).toMatchObject({ code, hints });
    } finally {
      await https.close();
    }
  });

  it('is not there under another name', async () => {
    const report = await run({ domain: `none.${domain.domain}` });
    expect(report.verdict.code).toBe('not-in-dns');
  });

  it('is not there under its first part alone, and that is said', async () => {
    const { verdict } = await run({ domain: 'corp', oneLabel: true });
    expect(verdict).toEqual({ state: 'broken', code: 'not-in-dns', hints: ['one-label'] });
  });

  it('is a directory, but not a controller of another domain', async () => {
    await domain.addRecord(
      domain.domain,
      '_ldap._tcp.dc._msdcs.other',
      'SRV',
      `${domain.controller.host} 389 0 100`,
    );
    const report = await run({ domain: `other.${domain.domain}` });
    expect(report.verdict.code).toBe('not-domain-controllers');
  });

  it('is found past records that lead nowhere', async () => {
    for (let at = 0; at < 6; at += 1)
      await domain.addRecord(
        domain.domain,
        `_ldap._tcp.${String(at)}._sites.dc._msdcs`,
        'SRV',
        `gone${String(at)}.${domain.domain} 389 0 100`,
      );
    expect((await run({ site: '3' })).verdict.code).toBe('found');
  });

  it('in another site is answering, but not near; then the read-only one of ours is taken', async () => {
    await domain.addSite('Branch');
    const away = await run();
    expect(away.verdict).toMatchObject({ state: 'attention', code: 'other-site' });
    expect(away.chosen?.heard.netlogon.clientSite).toBe('Branch');

    const reader = await domain.addReadOnly('Branch');
    const near = await run();
    expect(near.chosen?.heard).toMatchObject({ host: reader.host, address: reader.address });
    expect(near.windowsWouldChoose?.host).toBe(reader.host);
    expect(near.chosen?.problems.map(({ code }) => code)).toContain('read-only');
    expect(near.verdict).toMatchObject({ state: 'healthy', code: 'found' });
    expect((await run({ all: true })).controllers).toHaveLength(2);
  }, 400_000);

  it('stopped, takes its name server with it', async () => {
    await domain.controller.stop();
    expect(['dns-refused', 'dns-silent']).toContain((await run()).verdict.code);
  });
});
