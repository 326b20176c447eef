import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import { entraEventsProbe } from '../../../main/probes/sign-in/entra-events';
import { lastSignInProbe } from '../../../main/probes/sign-in/last-sign-in';
import { passwordResetLinkProbe } from '../../../main/probes/sign-in/password-reset-link';
import { signInServicesProbe } from '../../../main/probes/sign-in/services';
import { tokenBrokerProbe } from '../../../main/probes/sign-in/token-broker';
import { dword, encode, facts, noKey, parse, ran, registry, text } from '../support';
import { family, fixtures } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};

describe('password reset link', () => {
  const base = given('password-reset-link');
  const none = { ...base, 'registry-system-policies': noKey };

  it('reads the wish and what stands in its way', () => {
    expect(facts(passwordResetLinkProbe, base)).toEqual({
      offered: 'yes',
      blockers: ['last-user-hidden', 'custom-shell'],
    });
    expect(facts(passwordResetLinkProbe, none)).toEqual({ offered: 'yes', blockers: [] });
  });

  it.each([
    ['registry-system-policies', 'HideFastUserSwitching', 'fast-user-switching-hidden'],
    ['registry-system-policies', 'scforceoption', 'smart-card-required'],
    ['registry-personalization-policy', 'NoLockScreen', 'no-lock-screen'],
    ['registry-appx-policy', 'BlockNonAdminUserInstall', 'non-admin-install-blocked'],
  ])('finds %s %s', (key, name, blocker) => {
    const path = passwordResetLinkProbe.reads.find((source) => source.key === key);
    if (path?.kind !== 'registry') return expect.fail(key);
    const set = (value: number) => ({
      ...none,
      [key]: ran(registry('HKLM', { [path.path]: { [name]: dword(value) } })),
    });
    expect(facts(passwordResetLinkProbe, set(1)).blockers).toEqual([blocker]);
    expect(facts(passwordResetLinkProbe, set(0)).blockers).toEqual([]);
  });

  it('accepts the usual shell by any path', () => {
    const shell = (value: string) => ({
      ...base,
      'registry-system-policies': ran(
        registry('HKLM', {
          'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System': { Shell: text(value) },
        }),
      ),
    });
    expect(facts(passwordResetLinkProbe, shell('C:\\Windows\\Explorer.exe')).blockers).toEqual([]);
    expect(facts(passwordResetLinkProbe, shell('myexplorer.exe')).blockers).toEqual([
      'custom-shell',
    ]);
  });

  it('is not offered unless asked for, but only when every place was read', () => {
    const unset = { ...none, 'registry-entra-account-policy': noKey };
    expect(facts(passwordResetLinkProbe, unset).offered).toBe('no');
    for (const key of Object.keys(base))
      expect(parse(passwordResetLinkProbe, { ...unset, [key]: unavailable('denied') }).kind).toBe(
        'unavailable',
      );
  });
});

describe('account broker', () => {
  const base = given('token-broker');

  it('is there, with its version', () => {
    expect(facts(tokenBrokerProbe, base)).toEqual({
      package: 'yes',
      version: '1000.19580.1000.0',
      usedBefore: 'yes',
    });
  });

  it('is missing only where another package shows that the list is kept here', () => {
    const gone = { ...base, 'registry-broker-package': noKey };
    expect(facts(tokenBrokerProbe, gone)).toMatchObject({ package: 'no', version: null });
    const nowhere = { ...gone, 'registry-shell-package': noKey };
    expect(facts(tokenBrokerProbe, nowhere).package).toBe('unknown');
    const emptied = {
      ...base,
      'registry-broker-package': family('Microsoft.AAD.BrokerPlugin_cw5n1h2txyewy'),
    };
    expect(facts(tokenBrokerProbe, emptied).package).toBe('no');
  });

  it('does not know of earlier use when that cannot be read', () => {
    const closed = { ...base, 'registry-broker-storage': unavailable('denied') };
    expect(facts(tokenBrokerProbe, closed).usedBefore).toBe('unknown');
    expect(facts(tokenBrokerProbe, { ...base, 'registry-broker-storage': noKey }).usedBefore).toBe(
      'no',
    );
  });
});

describe('services', () => {
  it('reads state and start, and leaves open what is not said', () => {
    expect(facts(signInServicesProbe, given('sign-in-services')).services).toEqual([
      { name: 'TokenBroker', running: true, startMode: 'manual' },
      { name: 'W32Time', running: false, startMode: 'disabled' },
      { name: 'KeyIso', running: null, startMode: 'unknown' },
    ]);
  });

  it('asks a question short enough for the query language', () => {
    const [source] = signInServicesProbe.reads;
    expect(source?.kind === 'cim' && source.query.length).toBeLessThan(500);
  });
});

describe('sign-in log', () => {
  it('keeps numbers and drops sentences, names and query strings', () => {
    const { events } = facts(entraEventsProbe, given('entra-events'));
    expect(events).toMatchObject([
      { id: 1098, code: '0xcaa2000c', entraErrors: ['AADSTS50076'], target: null },
      {
        id: 1084,
        code: '0x80072ee7',
        entraErrors: [],
        target: 'https://login.microsoftonline.com/a/b',
      },
      {
        id: 1081,
        code: null,
        entraErrors: ['AADSTS700003'],
        correlationId: 'c0ffee00-0000-4000-8000-000000000001',
      },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/alice|client=x/);
  });
});

describe('last sign-in', () => {
  const key = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI';
  const method = (provider: string) =>
    facts(lastSignInProbe, {
      'registry-logon-ui': ran(
        registry('HKLM', { [key]: { LastLoggedOnProvider: text(provider) } }),
      ),
    }).method;

  it('reads who and how', () => {
    expect(facts(lastSignInProbe, given('last-sign-in'))).toEqual({
      user: 'AzureAD\\JürgenGroß',
      account: 'AzureAD\\JürgenGroß',
      sid: 'S-1-12-1-1-2-3-4',
      method: 'pin',
    });
  });

  it('knows the common providers and no others', () => {
    expect(method('{60B78E88-EAD8-445C-9CFD-0B87F74EA6CD}')).toBe('password');
    expect(method('{F8A1793B-7873-4046-B2A7-1F318747F427}')).toBe('security-key');
    expect(method('{00000000-0000-0000-0000-000000000000}')).toBe('unknown');
  });

  it('reads a name in the code page of the PC', () => {
    const bytes = encode(
      registry('HKLM', { [key]: { LastLoggedOnUser: text('AzureAD\\ИванПетров') } }),
      'cp866',
    );
    const page = registry('HKLM', {
      'SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage': { OEMCP: text('866') },
    });
    const read = facts(lastSignInProbe, {
      'registry-logon-ui': ran(bytes),
      'registry-code-page': ran(page),
    });
    expect(read.user).toBe('AzureAD\\ИванПетров');
  });
});
