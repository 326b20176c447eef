import { describe, expect, it } from 'vitest';
import type { ProbeId } from '../../../main/core/facts/index';
import { deviceRulesBeyond } from '../../../main/core/rules/device-list';
import type { Snapshot } from '../../../main/core/snapshot';
import { judge, soonAfter } from '../make';
import {
  cloudLaptop,
  domainAtHome,
  domainAtWork,
  hybridAtHome,
  hybridAtWork,
  noCloud,
  without,
} from './make-device';
import { adapter, minutesAgo, services, sync, tickets, withoutTpm } from './make-readings';

const nobodyInCloud = {
  AzureAdJoined: 'NO',
  AzureAdPrt: 'NO',
  AzureAdPrtUpdateTime: null,
  AzureAdPrtExpiryTime: null,
  DeviceId: null,
  TenantId: null,
  DeviceCertificateValidity: null,
  KeyProvider: null,
  TpmProtected: null,
  DeviceAuthStatus: null,
  AadRecoveryEnabled: null,
  KeySignTest: null,
  NgcSet: 'NO',
  WamDefaultSet: 'NO',
  'Executing Account Name': 'LT-7\\anna',
  IsUserAzureAD: 'NO',
};
const offline = {
  adapters: { adapters: [adapter({ connected: 'no' as const })] },
  'network-profiles': { profiles: [], domainVerified: 'no' as const },
  'ip-configurations': { adapters: [] },
  'entra-events': {
    events: Array.from({ length: 12 }, (_, index) => ({
      id: 1084,
      at: minutesAgo(index * 10),
      level: 2,
      code: '0x80072ee7',
      entraErrors: [],
      target: 'https://login.microsoftonline.com/x/oauth2/token',
      correlationId: null,
    })),
    cut: false,
  },
};
const virtual = {
  tpm: withoutTpm,
  'clock-sync': sync({ reference: 'host' }),
  'hello-keys': { keys: [] },
};

const healthy: readonly (readonly [string, Snapshot])[] = [
  ['an Entra joined laptop at home', cloudLaptop()],
  ['a hybrid PC at work', hybridAtWork()],
  ['a hybrid laptop at home, signed in from memory', hybridAtHome()],
  ['a PC of a domain without any cloud, at work', domainAtWork()],
  ['the same at home', domainAtHome()],
  [
    'a domain laptop whose domain never set hybrid join up',
    domainAtHome({
      facts: {
        'registration-events': {
          events: Array.from({ length: 6 }, (_, index) => ({
            id: 304,
            at: minutesAgo(index * 60),
            step: index % 2 === 0 ? ('discovery' as const) : ('directory-lookup' as const),
            outcome: 'failed' as const,
            code: '0x801c001d',
            httpStatus: null,
            entraErrors: [],
            tenantId: null,
          })),
          lastFailure: null,
          lastSuccess: null,
          cut: false,
        },
      },
    }),
  ],
  ['a cloud laptop on a train, offline', cloudLaptop({ facts: offline })],
  ['a hybrid laptop on a train, offline', hybridAtHome({ facts: offline })],
  [
    'a hybrid laptop just woken, its token eight hours old',
    hybridAtHome({ observedAt: soonAfter + 8 * 3_600_000 }),
  ],
  [
    'a local account on an Entra joined PC',
    cloudLaptop({
      rows: {
        'Executing Account Name': 'LT-7\\admin',
        IsUserAzureAD: 'NO',
        AzureAdPrt: 'NO',
        NgcSet: 'NO',
      },
      facts: {
        'kerberos-tickets': tickets({ noLogonSession: true, failure: '0xc000005f' }),
        'token-broker': { package: 'no', version: null, usedBefore: 'no' },
      },
    }),
  ],
  [
    'SYSTEM on a hybrid PC',
    hybridAtWork({
      rows: { 'Executing Account Name': 'NT AUTHORITY\\SYSTEM', AzureAdPrt: 'NO', NgcSet: 'NO' },
      facts: {
        'kerberos-tickets': tickets(),
        'token-broker': { package: 'no', version: null, usedBefore: 'no' },
      },
    }),
  ],
  [
    'a personal PC with a work account',
    cloudLaptop({ rows: { ...nobodyInCloud, WorkplaceJoined: 'YES' }, facts: noCloud }),
  ],
  ['a PC of nobody', cloudLaptop({ rows: nobodyInCloud, facts: noCloud })],
  [
    'a freshly reset PC, before any set-up',
    cloudLaptop({
      rows: { ...nobodyInCloud, 'Executing Account Name': null },
      facts: {
        ...noCloud,
        'hello-keys': { keys: [] },
        'token-broker': { package: 'yes', version: '1000', usedBefore: 'no' },
        'time-zone': { name: 'Pacific Standard Time', biasMinutes: 420, setAutomatically: 'no' },
        'clock-sync': sync({ leap: 3, stratum: 0, reference: 'none', synchronised: 'no' }),
      },
    }),
  ],
  ['a virtual desktop in the cloud', cloudLaptop({ facts: virtual })],
  ['a virtual desktop in the domain', hybridAtWork({ facts: virtual })],
  [
    'a server of the domain, seen through a remote session',
    domainAtWork({
      rows: { SessionIsNotRemote: 'NO', 'Executing Account Name': 'FABRIKAM\\ops' },
      facts: {
        ...virtual,
        'sign-in-services': services({
          name: 'NgcCtnrSvc',
          running: false,
          startMode: 'disabled',
        }),
      },
    }),
  ],
];

describe('nothing is alarmed on', () => {
  it.each(healthy)('%s', (_name, device) => {
    const alarmed = judge(device).findings.filter(({ severity }) => severity !== 'notice');
    expect(alarmed.map(({ id }) => id)).toEqual([]);
  });

  it.each(healthy)('%s, whichever reading is missing', (_name, device) => {
    const said = (seen: Snapshot) =>
      deviceRulesBeyond.filter((rule) => rule.when(seen) !== null).map(({ id }) => id);
    const before = new Set(said(device));
    for (const id of Object.keys(device.readings) as ProbeId[])
      expect(said(without(device, id)).filter((one) => !before.has(one))).toEqual([]);
  });
});

it('says nothing about a device of which nothing was read', () => {
  const nothing: Snapshot = {
    observedAt: soonAfter,
    origin: 'this-device',
    platform: 'win32',
    readings: {},
  };
  expect(deviceRulesBeyond.filter((rule) => rule.when(nothing) !== null)).toEqual([]);
});

describe('the rules beyond dsregcmd', () => {
  it('never let a mere possibility be broken', () => {
    const bold = deviceRulesBeyond.filter(
      ({ severity, certainty }) => severity === 'broken' && certainty === 'possible',
    );
    expect(bold.map(({ id }) => id)).toEqual([]);
  });

  it('let a mere possibility change no verdict by itself', () => {
    const bold = deviceRulesBeyond.filter(
      ({ severity, certainty }) => severity !== 'notice' && certainty === 'possible',
    );
    expect(bold.map(({ id }) => id)).toEqual([]);
  });
});
