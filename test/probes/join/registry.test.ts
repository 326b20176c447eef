import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import { deviceCertificatesProbe } from '../../../main/probes/join/device-certificates';
import { joinPolicyProbe } from '../../../main/probes/join/join-policy';
import { joinRecordsProbe } from '../../../main/probes/join/join-records';
import { joinTasksProbe } from '../../../main/probes/join/join-tasks';
import { registrationTargetProbe } from '../../../main/probes/join/registration-target';
import { workplaceJoinsProbe } from '../../../main/probes/join/workplace-joins';
import { readCertificateRecord } from '../../../main/probes/text/certificate-record';
import { binary, dword, facts, json, noKey, parse, ran, registry } from '../support';
import { certificateBlob, deviceCertificate } from './certificates';
import { fixtures, store, tenant } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};

describe('join records', () => {
  it('reads joins and tenants', () => {
    expect(facts(joinRecordsProbe, given('join-records'))).toEqual({
      joins: [
        {
          thumbprint: 'ba52e8d05fed11a47e66037e8a3d52c01804d11d',
          tenantId: tenant,
          userEmail: 'jürgen@contoso.test',
          identityProvider: 'login.windows.net',
        },
      ],
      tenants: [
        {
          tenantId: tenant,
          name: 'Contoso GmbH',
          mdmEnrollmentUrl: 'https://enrollment.manage.microsoft.com/x',
          mdmTermsOfUseUrl: null,
          mdmComplianceUrl: 'https://portal.manage.microsoft.com/?a=b',
        },
      ],
    });
  });

  it('keeps "never joined" apart from "may not look"', () => {
    const read = (raw: typeof noKey) =>
      parse(joinRecordsProbe, { 'registry-cloud-domain-join': raw });
    expect(read(noKey)).toEqual({ kind: 'ok', value: { joins: [], tenants: [] } });
    expect(read(unavailable('denied'))).toEqual(unavailable('denied'));
  });

  it('reads the work accounts of the user', () => {
    expect(facts(workplaceJoinsProbe, given('workplace-joins')).accounts).toMatchObject([
      { tenantId: tenant, userEmail: 'alice@contoso.test', identityProvider: null },
    ]);
  });

  it('reads the target of automatic registration', () => {
    expect(facts(registrationTargetProbe, given('registration-target'))).toEqual({
      tenantId: tenant,
      tenantName: 'contoso.test',
    });
    expect(facts(registrationTargetProbe, { 'registry-registration-target': noKey })).toEqual({
      tenantId: null,
      tenantName: null,
    });
  });
});

describe('join policy', () => {
  const base = given('join-policy');
  const policy = (value: number) =>
    ran(
      registry('HKLM', {
        'SOFTWARE\\Policies\\Microsoft\\Windows\\WorkplaceJoin': {
          autoWorkplaceJoin: dword(value),
        },
      }),
    );

  it('reads what is blocked', () => {
    expect(facts(joinPolicyProbe, base)).toEqual({
      automaticRegistration: 'blocked',
      workAccountsBlocked: 'yes',
      keyFromProfile: 'no',
    });
  });

  it('has three answers for automatic registration', () => {
    const read = (raw: typeof noKey) =>
      facts(joinPolicyProbe, { ...base, 'registry-workplace-join-policy': raw });
    expect(read(policy(1)).automaticRegistration).toBe('asked-for');
    expect(read(policy(0)).automaticRegistration).toBe('blocked');
    expect(read(noKey).automaticRegistration).toBe('not-configured');
  });

  it('does not know of roaming keys when that policy cannot be read', () => {
    const closed = { ...base, 'registry-entra-account-policy': unavailable('denied') };
    expect(facts(joinPolicyProbe, closed).keyFromProfile).toBe('unknown');
  });
});

describe('join tasks', () => {
  it('reads states by number and leaves other folders out', () => {
    expect(facts(joinTasksProbe, given('join-tasks')).tasks).toEqual([
      { name: 'Automatic-Device-Join', state: 'ready' },
      { name: 'Recovery-Check', state: 'disabled' },
    ]);
    const odd = json([{ TaskName: 'Automatic-Device-Join', State: 9 }]);
    expect(facts(joinTasksProbe, { 'cim-join-tasks': odd }).tasks).toEqual([
      { name: 'Automatic-Device-Join', state: 'unknown' },
    ]);
  });
});

describe('device certificates', () => {
  const base = given('device-certificates');

  it('reads who issued them, until when, and where the key lives', () => {
    const { certificates, unreadable } = facts(deviceCertificatesProbe, base);
    expect(unreadable).toBe(1);
    expect(certificates).toEqual([
      {
        thumbprint: 'ba52e8d05fed11a47e66037e8a3d52c01804d11d',
        kind: 'device',
        issuer: 'MS-Organization-Access',
        name: '5b2f9c80-7a41-4d3e-8c16-0f9e2d7a6b35',
        from: Date.UTC(2026, 0, 1),
        to: Date.UTC(2036, 0, 1),
        keyProvider: 'Microsoft Platform Crypto Provider',
        tpmProtected: 'yes',
      },
      {
        thumbprint: '4124548815' + '42bd125be5ab13f20ca01bca6924d9',
        kind: 'peer-to-peer',
        issuer: 'MS-Organization-P2P-Access [2026]',
        name: '5b2f9c80-7a41-4d3e-8c16-0f9e2d7a6b35',
        from: Date.UTC(2026, 0, 1),
        to: Date.UTC(2036, 0, 1),
        keyProvider: null,
        tpmProtected: 'unknown',
      },
    ]);
    expect(JSON.stringify(certificates)).not.toContain('contoso');
  });

  it('tells a key in software from one that is not told', () => {
    const blob = certificateBlob(deviceCertificate, 'Microsoft Software Key Storage Provider');
    const one = ran(registry('HKLM', { [`${store}\\AB`]: { Blob: binary(blob) } }));
    const { certificates } = facts(deviceCertificatesProbe, {
      'registry-machine-certificates': one,
    });
    expect(certificates[0]?.tpmProtected).toBe('no');
  });

  it('makes no certificate of a record that is cut or damaged anywhere', () => {
    const blob = certificateBlob(deviceCertificate, 'Microsoft Platform Crypto Provider');
    expect(readCertificateRecord(blob)).not.toBeNull();
    for (let at = 0; at < blob.length; at += 3)
      expect(readCertificateRecord(blob.subarray(0, at))).toBeNull();
    const damaged = Buffer.from(blob);
    damaged.writeUInt32LE(0xffffffff, 8);
    expect(readCertificateRecord(damaged)).toBeNull();
  });

  it('does not trust a record whose last part is cut', () => {
    const blob = certificateBlob(deviceCertificate);
    const more = Buffer.concat([blob, Buffer.from([11, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0, 1])]);
    expect(readCertificateRecord(blob)).not.toBeNull();
    expect(readCertificateRecord(more)).toBeNull();
  });

  it('survives a provider that points outside its record', () => {
    const blob = certificateBlob(deviceCertificate, 'Microsoft Platform Crypto Provider');
    // Behind the hash property (12 + 20 bytes) and its own header stands where the provider's name is.
    const place = 32 + 12 + 4;
    for (const offset of [0x7fffffff, 0, 4]) {
      blob.writeUInt32LE(offset, place);
      const record = readCertificateRecord(blob);
      expect(record).not.toBeNull();
      expect(record?.keyProvider).toBeNull();
    }
  });
});
