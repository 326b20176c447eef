import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import { helloEventsProbe } from '../../../main/probes/sign-in/hello-events';
import { helloKeysProbe } from '../../../main/probes/sign-in/hello-keys';
import { helloPolicyProbe } from '../../../main/probes/sign-in/hello-policy';
import { pinResetProbe } from '../../../main/probes/sign-in/pin-reset';
import { securityKeysProbe } from '../../../main/probes/sign-in/security-keys';
import { capture, dword, eventLog, facts, noKey, parse, ran, registry } from '../support';
import { fixtures, tenant } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};
const policyKey = 'SOFTWARE\\Policies\\Microsoft\\PassportForWork';
const group = (hive: 'HKLM' | 'HKCU', values: Record<string, number>) =>
  ran(
    registry(hive, {
      [policyKey]: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, dword(value)]),
      ),
    }),
  );
const mdmWins = ran(
  registry('HKLM', {
    'SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\ControlPolicyConflict': {
      MDMWinsOverGP: dword(1),
    },
  }),
);

describe('Hello policy', () => {
  const base = given('hello-policy');

  it('reads what MDM asks for', () => {
    const policy = facts(helloPolicyProbe, base);
    expect(policy.mdm).toHaveLength(1);
    expect(policy.mdm[0]).toMatchObject({ tenantId: tenant, scope: 'device', enabled: true });
    expect(policy.effective).toEqual({
      enabled: true,
      tpmRequired: true,
      pinRecovery: true,
      cloudTrust: true,
      certificateTrust: null,
      postLogonProvisioning: true,
    });
  });

  it('lets group policy win, the user before the machine, row by row', () => {
    const both = {
      ...base,
      'registry-hello-group-policy': group('HKLM', { Enabled: 0, UseCertificateForOnPremAuth: 1 }),
      'registry-hello-group-policy-user': group('HKCU', { UseCertificateForOnPremAuth: 0 }),
    };
    expect(facts(helloPolicyProbe, both).effective).toMatchObject({
      enabled: false,
      certificateTrust: false,
      cloudTrust: true,
    });
  });

  it('lets the MDM policy of the user come before that of the machine', () => {
    const root = `SOFTWARE\\Microsoft\\Policies\\PassportForWork\\${tenant}`;
    for (const order of [
      ['Device', 'S-1-12-1-1-2-3-4'],
      ['S-1-12-1-1-2-3-4', 'Device'],
    ]) {
      const keys = order.map((holder) => [
        `${root}\\${holder}\\Policies`,
        { UsePassportForWork: dword(holder === 'Device' ? 1 : 0) },
      ]);
      const both = ran(registry('HKLM', Object.fromEntries(keys)));
      const policy = facts(helloPolicyProbe, { ...base, 'registry-hello-mdm': both });
      expect(policy.effective.enabled).toBe(false);
      expect(policy.mdm.map(({ scope }) => scope).sort()).toEqual(['device', 'user']);
    }
  });

  it('lets MDM win where the conflict is settled so', () => {
    const both = {
      ...base,
      'registry-hello-group-policy': group('HKLM', { Enabled: 0 }),
      'registry-policy-conflict': mdmWins,
    };
    expect(facts(helloPolicyProbe, both)).toMatchObject({
      mdmWins: true,
      group: { enabled: false },
      effective: { enabled: true },
    });
  });

  it('knows of nothing where nothing is set', () => {
    const policy = facts(helloPolicyProbe, { ...base, 'registry-hello-mdm': noKey });
    expect(policy.mdm).toEqual([]);
    expect(Object.values(policy.effective)).toEqual([null, null, null, null, null, null]);
  });

  it.each(Object.keys(base))('names no winner without %s', (key) => {
    const reading = parse(helloPolicyProbe, { ...base, [key]: unavailable('denied') });
    expect(reading).toEqual({ kind: 'unavailable', why: 'denied' });
  });
});

describe('PIN reset and security keys', () => {
  it('reads the recovery service and the hosts', () => {
    expect(facts(pinResetProbe, given('pin-reset'))).toEqual({
      recoveryService: 'yes',
      webSignInHosts: ['login.contoso.test', 'sts.contoso.test'],
    });
  });

  it('does not say "no hosts" when they cannot be read', () => {
    const closed = {
      ...given('pin-reset'),
      'registry-authentication-policy': unavailable('denied'),
    };
    expect(facts(pinResetProbe, closed).webSignInHosts).toBeNull();
  });

  it('does not take "not set" for "off"', () => {
    const unset = { ...given('pin-reset'), 'registry-hello-mdm': noKey };
    expect(facts(pinResetProbe, unset).recoveryService).toBe('unknown');
  });

  it('lets the group policy decide on security keys', () => {
    const base = given('security-keys');
    expect(facts(securityKeysProbe, base)).toEqual({ group: null, mdm: true, allowed: 'yes' });
    const off = ran(
      registry('HKLM', {
        'SOFTWARE\\Policies\\Microsoft\\FIDO': { EnableFIDODeviceLogon: dword(0) },
      }),
    );
    expect(facts(securityKeysProbe, { ...base, 'registry-fido-policy': off }).allowed).toBe('no');
    const nowhere = { 'registry-fido-policy': noKey, 'registry-hello-mdm': noKey };
    expect(facts(securityKeysProbe, nowhere).allowed).toBe('unknown');
  });
});

describe('Hello keys', () => {
  const read = (text: string, exit = 0) =>
    parse(helloKeysProbe, { 'certutil-hello-keys': ran(text, exit) });
  const text = capture('certutil-passport-ksp-reconstructed.txt');

  it('reads the container and where the key lives', () => {
    expect(read(text)).toEqual({
      kind: 'ok',
      value: {
        keys: [
          {
            sid: 'S-1-12-1-1111111111-2222222222-3333333333-4444444444',
            relyingParty: 'login.windows.net',
            tenantId: tenant,
            user: 'alice@contoso.com',
            tpmProtected: 'yes',
          },
        ],
      },
    });
  });

  it.each([
    ['2 (0x2)', 'no'],
    ['33 (0x21)', 'unknown'],
  ])('reads implementation %s', (kind, tpmProtected) => {
    expect(read(text.replace('1 (0x1)', kind))).toMatchObject({
      value: { keys: [{ tpmProtected }] },
    });
  });

  it('knows a user without keys', () => {
    const empty =
      'Microsoft Passport Key Storage Provider:\r\nCertUtil: Befehl -key erfolgreich.\r\n';
    expect(read(empty)).toEqual({ kind: 'ok', value: { keys: [] } });
  });

  it('does not take a failure or other text for no keys', () => {
    expect(read('CertUtil: 0x80090030', -2146893776)).toMatchObject({ kind: 'failed' });
    expect(read('hello')).toMatchObject({ kind: 'failed', reason: 'not-understood' });
  });
});

describe('Hello log', () => {
  it('puts both logs in one order and keeps the words without deciding on them', () => {
    const { events, cut } = facts(helloEventsProbe, given('hello-events'));
    expect(cut).toBe(false);
    expect(events.map(({ id, step, code }) => [id, step, code])).toEqual([
      [7001, 'sign-in-failed', '0xc000006d'],
      [360, 'will-not-provision', null],
      [301, 'key-registration-failed', '0x8018002b'],
    ]);
    expect(events[1]?.answers).toContainEqual({ field: 'NgcPolicyEnabled', value: 'Nein' });
    expect(JSON.stringify(events)).not.toContain('Bereitstellung');
  });

  it('says that something is missing when one log cannot be read', () => {
    const one = { ...given('hello-events'), 'events-hello': unavailable('absent') };
    const { events, cut } = facts(helloEventsProbe, one);
    expect(events).toHaveLength(2);
    expect(cut).toBe(true);
    const other = {
      'events-user-device-registration': unavailable('denied'),
      'events-hello': eventLog({ id: 7001 }),
    };
    expect(parse(helloEventsProbe, other)).toMatchObject({ kind: 'unavailable', why: 'denied' });
  });
});
