import type { ProbeId } from '../../../main/core/facts/index';
import { ok, unavailable, type Reading } from '../../../main/core/reading';
import type { Snapshot } from '../../../main/core/snapshot';
import { outputOf, snapshotOf, soonAfter, type Changes } from '../make';
import {
  type Some,
  adapter,
  address,
  broker,
  certificate,
  cloudKerberos,
  controller,
  dns,
  helloPolicy,
  joinRecord,
  kerberosSettings,
  minutesAgo,
  noController,
  profile,
  proxies,
  services,
  sync,
  tenant,
  tickets,
  tpm,
  tunnel,
} from './make-readings';

/** An Entra joined laptop at home, with everything these rules look at, and nothing wrong. */
const calm: Some = {
  'domain-membership': { joined: 'no', domain: null, workgroup: 'WORKGROUP' },
  'domain-controller': noController(),
  'directory-site': { name: null, failure: { number: 1919, symbol: 'ERROR_NO_SITENAME' } },
  'secure-channel': { state: 'unknown', controller: null, status: null, complaints: [] },
  'cloud-kerberos-settings': kerberosSettings(),
  'cloud-kerberos': cloudKerberos(),
  'kerberos-tickets': tickets(),
  'stored-credentials': { credentials: [] },
  'mapped-drives': { remembered: [], connected: [] },
  printers: { printers: [], connections: [] },
  'proxy-settings': proxies({}),
  adapters: {
    adapters: [adapter(), adapter({ description: 'Realtek PCIe GbE', connected: 'no' })],
  },
  'network-profiles': { profiles: [profile()], domainVerified: 'no' },
  'ip-configurations': { adapters: [address()] },
  'vpn-connections': { connections: [] },
  'dns-client': dns(),
  'clock-sync': sync(),
  'time-service': { type: 'server', servers: ['time.windows.com'], start: 'manual' },
  'time-zone': { name: 'W. Europe Standard Time', biasMinutes: -120, setAutomatically: 'yes' },
  'hello-policy': helloPolicy({ enabled: true }),
  'hello-keys': {
    keys: [
      {
        sid: 'S-1-12-1-1-2-3-4',
        relyingParty: 'login.windows.net',
        tenantId: tenant,
        user: 'anna.berg@fabrikam.com',
        tpmProtected: 'yes',
      },
    ],
  },
  'hello-events': { events: [], cut: false },
  'pin-reset': { recoveryService: 'yes', webSignInHosts: [] },
  'security-keys': { group: null, mdm: null, allowed: 'unknown' },
  'password-reset-link': { offered: 'yes', blockers: [] },
  'token-broker': broker(),
  'sign-in-services': services(),
  'entra-events': { events: [], cut: false },
  'last-sign-in': { user: 'anna.berg@fabrikam.com', account: null, sid: null, method: 'pin' },
  'join-records': { joins: [joinRecord()], tenants: [] },
  'registration-target': { tenantId: null, tenantName: null },
  'join-policy': {
    automaticRegistration: 'not-configured',
    workAccountsBlocked: 'no',
    keyFromProfile: 'no',
  },
  'join-tasks': { tasks: [{ name: 'Automatic-Device-Join', state: 'ready' }] },
  'device-certificates': { certificates: [certificate()], unreadable: 0 },
  'registration-events': { events: [], lastFailure: null, lastSuccess: null, cut: false },
  'workplace-joins': { accounts: [] },
  tpm,
};

/** In the office, on the company's own network. */
const office: Some = {
  'domain-membership': { joined: 'yes', domain: 'corp.fabrikam.com', workgroup: null },
  'domain-controller': controller(),
  'directory-site': { name: 'Berlin', failure: null },
  'secure-channel': {
    state: 'healthy',
    controller: 'dc1.corp.fabrikam.com',
    status: { number: 0, symbol: 'NERR_Success' },
    complaints: [],
  },
  'kerberos-tickets': tickets({ count: 2, onPremTgt: 'yes' }),
  'network-profiles': {
    profiles: [profile({ name: 'corp.fabrikam.com', category: 'domain-authenticated' })],
    domainVerified: 'yes',
  },
  'ip-configurations': {
    adapters: [
      address({
        addresses: ['10.10.20.33'],
        gateways: ['10.10.20.1'],
        nameServers: ['10.10.0.11'],
        suffix: 'corp.fabrikam.com',
      }),
    ],
  },
  'dns-client': dns({ domain: 'corp.fabrikam.com', searchList: ['corp.fabrikam.com'] }),
  'time-service': { type: 'domain', servers: [], start: 'automatic' },
};

/** The same member at home: signed in from memory, VPN off, drives and clock without their servers. */
const home: Some = {
  ...office,
  'domain-controller': noController(),
  'directory-site': { name: 'Berlin', failure: null },
  'secure-channel': {
    state: 'unreachable',
    controller: null,
    status: { number: 1311, symbol: 'ERROR_NO_LOGON_SERVERS' },
    complaints: [{ id: 5719, at: minutesAgo(60) }],
  },
  'kerberos-tickets': tickets(),
  'network-profiles': { profiles: [profile()], domainVerified: 'no' },
  'ip-configurations': { adapters: [address()] },
  adapters: { adapters: [adapter(), tunnel()] },
  'mapped-drives': {
    remembered: [{ letter: 'H:', path: '\\\\files\\home', user: null, provider: null }],
    connected: [{ letter: 'H:', path: '\\\\files\\home', status: 'unavailable' }],
  },
  'clock-sync': sync({
    leap: 3,
    stratum: 0,
    reference: 'none',
    synchronised: 'no',
    secondsSinceSync: 400_000,
    lastError: 1,
  }),
};

export const hybridRows: Changes = {
  DomainJoined: 'YES',
  'Executing Account Name': 'FABRIKAM\\jdoe, john.doe@fabrikam.com',
};
export const domainRows: Changes = {
  ...hybridRows,
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
  IsUserAzureAD: 'NO',
};
/** A domain PC that is in no cloud keeps nothing of a join. */
export const noCloud: Some = {
  'join-records': { joins: [], tenants: [] },
  'device-certificates': { certificates: [], unreadable: 0 },
};

export interface Parts {
  facts?: Some;
  rows?: Changes;
  extra?: Readonly<Record<string, string>>;
  observedAt?: number | null;
  origin?: Snapshot['origin'];
}

const build = (base: Some, rows: Changes, parts: Parts): Snapshot => {
  const facts = { ...base, ...parts.facts };
  const text = outputOf({ ...rows, ...parts.rows }, parts.extra);
  const told = snapshotOf(text, parts.observedAt === undefined ? soonAfter : parts.observedAt);
  const others = Object.entries(facts).map(([id, value]): [string, Reading<unknown>] => [
    id,
    ok(value),
  ]);
  return {
    ...told,
    origin: parts.origin ?? 'this-device',
    readings: { ...told.readings, ...(Object.fromEntries(others) as Snapshot['readings']) },
  };
};

export const cloudLaptop = (parts: Parts = {}) => build(calm, {}, parts);
export const hybridAtWork = (parts: Parts = {}) => build({ ...calm, ...office }, hybridRows, parts);
export const hybridAtHome = (parts: Parts = {}) => build({ ...calm, ...home }, hybridRows, parts);
export const domainAtWork = (parts: Parts = {}) =>
  build({ ...calm, ...office, ...noCloud }, domainRows, parts);
export const domainAtHome = (parts: Parts = {}) =>
  build({ ...calm, ...home, ...noCloud }, domainRows, parts);

export const without = (snapshot: Snapshot, ...probes: ProbeId[]): Snapshot => ({
  ...snapshot,
  readings: {
    ...snapshot.readings,
    ...Object.fromEntries(probes.map((id) => [id, unavailable('denied')])),
  },
});
