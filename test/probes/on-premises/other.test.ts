import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import { cloudKerberosSettingsProbe } from '../../../main/probes/on-premises/cloud-kerberos-settings';
import { domainMembershipProbe } from '../../../main/probes/on-premises/domain-membership';
import { mappedDrivesProbe } from '../../../main/probes/on-premises/mapped-drives';
import { printersProbe } from '../../../main/probes/on-premises/printers';
import { storedCredentialsProbe } from '../../../main/probes/on-premises/stored-credentials';
import { translated } from '../mutate';
import { capture, dword, facts, json, noKey, parse, ran, registry } from '../support';
import { fixtures } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};

describe('domain membership', () => {
  const read = (rows: unknown) =>
    facts(domainMembershipProbe, { 'cim-domain-membership': json(rows) });

  it('tells a member from a workgroup PC', () => {
    expect(read([{ PartOfDomain: true, Domain: 'contoso.test' }])).toEqual({
      joined: 'yes',
      domain: 'contoso.test',
      workgroup: null,
    });
    expect(read([{ PartOfDomain: false, Domain: 'ARBEITSGRUPPE', Workgroup: null }])).toEqual({
      joined: 'no',
      domain: null,
      workgroup: 'ARBEITSGRUPPE',
    });
  });

  it('does not know without the property', () => {
    expect(read([{ Domain: 'contoso.test' }])).toEqual({
      joined: 'unknown',
      domain: null,
      workgroup: null,
    });
    expect(parse(domainMembershipProbe, { 'cim-domain-membership': json([]) })).toMatchObject({
      kind: 'failed',
    });
  });
});

describe('cloud ticket settings', () => {
  const base = given('cloud-kerberos-settings');
  const lsaKey = 'SYSTEM\\CurrentControlSet\\Control\\Lsa\\Kerberos\\Parameters';
  const lsa = (value: number) =>
    ran(registry('HKLM', { [lsaKey]: { CloudKerberosTicketRetrievalEnabled: dword(value) } }));

  it('reads both places and the proxies', () => {
    expect(facts(cloudKerberosSettingsProbe, base)).toEqual({
      cloudTrust: 'yes',
      retrievalPolicy: true,
      retrievalLsa: null,
      retrieval: 'yes',
      proxyRealms: ['KERBEROS.MICROSOFTONLINE.COM'],
    });
  });

  it.each([
    [1, 'yes'],
    [0, 'no'],
  ])('takes %d in the second place alone as %s', (value, retrieval) => {
    const changed = {
      ...base,
      'registry-system-policies': noKey,
      'registry-lsa-kerberos': lsa(value),
    };
    expect(facts(cloudKerberosSettingsProbe, changed).retrieval).toBe(retrieval);
  });

  it('is on where either place turns it on', () => {
    const key =
      'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\Kerberos\\Parameters';
    const off = ran(registry('HKLM', { [key]: { CloudKerberosTicketRetrievalEnabled: dword(0) } }));
    const both = { ...base, 'registry-system-policies': off, 'registry-lsa-kerberos': lsa(1) };
    expect(facts(cloudKerberosSettingsProbe, both)).toMatchObject({
      retrievalPolicy: false,
      retrievalLsa: true,
      retrieval: 'yes',
    });
  });

  it('does not know what is nowhere set', () => {
    const unset = {
      ...base,
      'registry-system-policies': noKey,
      'registry-lsa-kerberos': noKey,
      'registry-hello-group-policy': noKey,
    };
    expect(facts(cloudKerberosSettingsProbe, unset)).toMatchObject({
      retrieval: 'unknown',
      cloudTrust: 'unknown',
    });
  });

  it('keeps the rest when the Hello policies cannot be read', () => {
    const closed = { ...base, 'registry-hello-mdm': unavailable('denied') };
    expect(facts(cloudKerberosSettingsProbe, closed)).toMatchObject({
      cloudTrust: 'unknown',
      retrieval: 'yes',
    });
  });
});

describe('stored credentials', () => {
  const read = (raw: ReturnType<typeof ran>) =>
    parse(storedCredentialsProbe, { 'cmdkey-list': raw });
  const many =
    '\r\nAktuell gespeicherte Anmeldeinformationen:\r\n\r\n' +
    '    Ziel: LegacyGeneric:target=git:https://github.com\r\n    Typ: Generisch \r\n    Benutzer: x\r\n\r\n' +
    '    Ziel: Domain:target=fs01.contoso.com\r\n    Typ: Domänenkennwort\r\n    Benutzer: CONTOSO\\alice\r\n\r\n' +
    '    Ziel: MicrosoftAccount:target=SSO_POP_Device\r\n    Typ: Generisch \r\n    Benutzer: 02x\r\n';
  const targets = [
    { kind: 'generic', target: 'git:https://github.com' },
    { kind: 'domain', target: 'fs01.contoso.com' },
    { kind: 'microsoft-account', target: 'SSO_POP_Device' },
  ];

  it('names targets only', () => {
    expect(read(ran(capture('cmdkey-list-en.txt')))).toEqual({
      kind: 'ok',
      value: { credentials: [{ kind: 'domain', target: 'CONTOSO\\alice' }] },
    });
    expect(JSON.stringify(read(ran(many)))).not.toContain('CONTOSO');
  });

  it('reads the same in any language', () => {
    fc.assert(
      fc.property(translated('cmdkey-list', many), (given) => {
        const reading = parse(storedCredentialsProbe, given);
        expect(reading).toEqual({ kind: 'ok', value: { credentials: targets } });
      }),
    );
  });

  it('knows an empty list by its heading, in every language', () => {
    const none = (heading: string) => read(ran(`\r\n${heading}\r\n\r\n* KEINE *\r\n`));
    expect(none('Aktuell gespeicherte Anmeldeinformationen:')).toMatchObject({
      value: { credentials: [] },
    });
    expect(none('現在保存されている資格情報\uff1a')).toMatchObject({ value: { credentials: [] } });
    expect(none('something else')).toMatchObject({ kind: 'failed', reason: 'not-understood' });
  });

  it('does not take a failure for an empty list', () => {
    expect(read(ran('Fehler:', 1))).toMatchObject({ kind: 'failed', reason: 'crashed' });
    expect(read(ran(''))).toMatchObject({ kind: 'failed' });
  });
});

describe('network drives', () => {
  const base = given('mapped-drives');

  it('reads what is kept and what is connected', () => {
    expect(facts(mappedDrivesProbe, base)).toEqual({
      remembered: [
        {
          letter: 'H:',
          path: '\\\\fs01.contoso.com\\home\\Jürgen Groß',
          user: null,
          provider: 'Microsoft Windows Network',
        },
        { letter: 'P:', path: '\\\\fs01\\projects', user: 'CONTOSO\\alice', provider: null },
      ],
      connected: [
        { letter: 'H:', path: '\\\\fs01.contoso.com\\home\\Jürgen Groß', status: 'ok' },
        { letter: null, path: '\\\\fs02\\share', status: 'unavailable' },
      ],
    });
  });

  it('keeps "none connected" apart from "could not ask"', () => {
    expect(facts(mappedDrivesProbe, { ...base, 'cim-mapped-drives': json([]) }).connected).toEqual(
      [],
    );
    const dead = { ...base, 'cim-mapped-drives': unavailable('blocked-by-policy') };
    expect(facts(mappedDrivesProbe, dead).connected).toBeNull();
    const odd = { ...base, 'cim-mapped-drives': json([{ RemotePath: '\\\\a\\b', Status: 42 }]) };
    expect(facts(mappedDrivesProbe, odd).connected).toEqual([
      { letter: null, path: '\\\\a\\b', status: 'unknown' },
    ]);
  });

  it('knows a profile without drives', () => {
    expect(
      facts(mappedDrivesProbe, { ...base, 'registry-mapped-drives': noKey }).remembered,
    ).toEqual([]);
  });
});

describe('printers', () => {
  const base = given('printers');

  it('reads printers and the connections of the profile', () => {
    expect(facts(printersProbe, base)).toEqual({
      printers: [
        {
          name: '\\\\print01\\Empfang',
          port: 'nul:',
          driver: 'Generic',
          network: true,
          server: '\\\\print01',
          isDefault: true,
          offline: false,
        },
      ],
      connections: [{ server: 'print01', share: 'Empfang' }],
    });
  });

  it('keeps the connections when the spooler hangs', () => {
    const hung = { ...base, 'cim-printers': { kind: 'failed', reason: 'timed-out' } as const };
    expect(facts(printersProbe, hung)).toEqual({
      printers: null,
      connections: [{ server: 'print01', share: 'Empfang' }],
    });
  });
});
