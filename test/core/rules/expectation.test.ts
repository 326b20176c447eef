import { describe, expect, it } from 'vitest';
import { expectationOf } from '../../../main/core/expectation';
import type { Organisation } from '../../../main/core/organisation';
import { readOrganisation } from '../../../main/organisation/read';
import type { Snapshot } from '../../../main/core/snapshot';
import { judge, outputOf, snapshotOf } from '../make';
import { cloudLaptop, domainAtWork, hybridAtWork, without } from './make-device';
import { tenant } from './make-readings';

const organisation = (devices: object): Organisation => {
  const text = JSON.stringify({ schema: 1, name: 'Fabrikam', devices });
  const read = readOrganisation(Buffer.from(text));
  if (!read.ok) throw new Error(read.problem.code);
  return read.organisation;
};
const of = (snapshot: Snapshot, devices: object): Snapshot => ({
  ...snapshot,
  organisation: organisation(devices),
});
const mine = (snapshot: Snapshot) =>
  judge(snapshot).findings.filter(({ id }) => /^expected-|^autopilot-meant/.test(id));
const alone = snapshotOf(outputOf({ AzureAdJoined: 'NO', DomainJoined: 'NO', AzureAdPrt: 'NO' }));
const other = '11111111-2222-4333-8444-555555555555';
const setup = {
  inSetup: 'no',
  imageState: null,
  setupInProgress: 'no',
  oobeInProgress: 'no',
} as const;
const profile = (joinMethod: 'entra' | 'hybrid') => ({
  'setup-phase': setup,
  'autopilot-policy-cache': {
    present: 'yes',
    profileAvailable: 'yes',
    joinMethod,
    mode: null,
    policy: null,
    damaged: false,
  } as const,
});

describe('what the organisation says', () => {
  it.each([
    [
      'another tenant',
      cloudLaptop(),
      { tenants: [{ id: other }] },
      'expected-other-tenant',
      'attention',
    ],
    [
      'another way to join',
      hybridAtWork(),
      { joins: ['entra-joined'] },
      'expected-other-join',
      'attention',
    ],
    ['that it is joined', alone, { joins: ['entra-joined'] }, 'expected-but-not-joined', 'broken'],
    [
      'another domain',
      domainAtWork(),
      { domains: ['corp.contoso.com'] },
      'expected-other-domain',
      'attention',
    ],
  ])('%s: is a finding of its own', (_name, device, devices, id, severity) => {
    const findings = mine(of(device, devices));
    expect(findings).toMatchObject([{ id, severity, certainty: 'proved' }]);
    expect(findings[0]?.owner).not.toBe('user');
    expect(findings[0]?.evidence.map(({ source }) => source)).toContain('organisation');
    expect(findings[0]?.evidence.length).toBeGreaterThan(1);
  });

  it.each([
    ['its own tenant, in capitals', cloudLaptop(), { tenants: [{ id: tenant.toUpperCase() }] }],
    ['one of several ways to join', hybridAtWork(), { joins: ['entra-joined', 'hybrid-joined'] }],
    ['its own domain, or the one above it', domainAtWork(), { domains: ['fabrikam.com'] }],
    ['nothing about devices', alone, {}],
    ['a tenant, of a device that is in none', alone, { tenants: [{ id: other }] }],
  ])('%s: nothing is wrong', (_name, device, devices) => {
    expect(mine(of(device, devices))).toEqual([]);
  });

  it('is no accusation where the join could not be read', () => {
    for (const joins of [['entra-joined'], ['hybrid-joined']])
      expect(mine(of(without(cloudLaptop(), 'device-registration'), { joins }))).toEqual([]);
  });

  it('is not held against a device that is still being set up', () => {
    const device = { ...alone, readings: { ...alone.readings } };
    device.readings['setup-phase'] = { kind: 'ok', value: { ...setup, inSetup: 'yes' } };
    expect(mine(of(device, { joins: ['entra-joined'] }))).toEqual([]);
  });
});

describe('what is inferred', () => {
  it('is a remark, never a fault', () => {
    const found = mine(cloudLaptop({ facts: profile('hybrid') }));
    expect(found).toMatchObject([
      { id: 'autopilot-meant-other-join', severity: 'notice', certainty: 'likely' },
    ]);
    expect(mine(cloudLaptop({ facts: profile('entra') }))).toEqual([]);
  });

  it('gives way to the word of the organisation', () => {
    const device = of(cloudLaptop({ facts: profile('hybrid') }), { joins: ['entra-joined'] });
    expect(mine(device)).toEqual([]);
    expect(expectationOf(device).joins).toMatchObject({
      wanted: ['entra-joined'],
      certainty: 'proved',
    });
  });

  it('knows a member that is asked to register, and a virtual desktop', () => {
    const member = domainAtWork({
      facts: {
        'join-policy': {
          automaticRegistration: 'asked-for',
          workAccountsBlocked: 'no',
          keyFromProfile: 'no',
        },
      },
    });
    expect(expectationOf(member).joins).toMatchObject({
      wanted: ['hybrid-joined'],
      certainty: 'likely',
    });
    expect(expectationOf(without(member, 'join-policy')).joins).toBeNull();
    expect(expectationOf(alone)).toEqual({ joins: null, kinds: null, tenants: null });
  });
});
