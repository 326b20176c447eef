import type { Facts } from '../../../main/core/facts/index';
import type { HelloSettings } from '../../../main/core/facts/sign-in';
import { soonAfter } from '../make';

export const thumbprint = '8f3ac5b1e2d94c60b7a1d2e3f4a5968778695a4b';
const deviceId = 'c2920b2b-5302-5b13-af8c-c77ce51dc5b6';
export const tenant = '4ea5c1eb-49c1-5b93-bbbb-f4b4f3bfb408';
export const minutesAgo = (minutes: number): number => soonAfter - minutes * 60_000;

type Known = Omit<Facts, 'device-registration'>;
export type Some = { [K in keyof Known]?: Known[K] };

const silent: HelloSettings = {
  enabled: null,
  tpmRequired: null,
  pinRecovery: null,
  cloudTrust: null,
  certificateTrust: null,
  postLogonProvisioning: null,
};
export const helloPolicy = (
  effective: Partial<HelloSettings> = {},
  parts: Partial<Facts['hello-policy']> = {},
): Facts['hello-policy'] => ({
  mdm: [],
  group: silent,
  groupUser: silent,
  mdmWins: false,
  effective: { ...silent, ...effective },
  ...parts,
});
export const mdmHello = (
  settings: Partial<HelloSettings>,
): Facts['hello-policy']['mdm'][number] => ({
  tenantId: tenant,
  scope: 'device',
  ...silent,
  ...settings,
});
export const groupHello = (settings: Partial<HelloSettings>): HelloSettings => ({
  ...silent,
  ...settings,
});

const noProxy = {
  enabled: 'no',
  servers: null,
  bypass: null,
  pacUrl: null,
  autoDetect: 'no',
} as const;
export const proxies = (parts: {
  user?: Partial<Facts['proxy-settings']['user']>;
  policy?: Partial<Facts['proxy-settings']['user']>;
  services?: Partial<Facts['proxy-settings']['services']>;
  system?: Partial<Facts['proxy-settings']['system']>;
  environment?: Partial<NonNullable<Facts['proxy-settings']['environment']>> | null;
}): Facts['proxy-settings'] => ({
  user: { ...noProxy, ...parts.user },
  policy: { ...noProxy, enabled: 'unknown', autoDetect: 'unknown', ...parts.policy },
  perMachine: null,
  services: {
    access: 'direct',
    servers: null,
    bypass: null,
    witness: 'registry',
    ...parts.services,
  },
  system: { ...noProxy, ...parts.system },
  environment:
    parts.environment === null
      ? null
      : { https: null, http: null, all: null, bypass: null, ...parts.environment },
});

type Adapter = Facts['adapters']['adapters'][number];
export const adapter = (parts: Partial<Adapter> = {}): Adapter => ({
  name: 'Wi-Fi',
  description: 'Intel(R) Wi-Fi 6E AX211 160MHz',
  type: 71,
  connected: 'yes',
  virtual: false,
  hardware: true,
  vpn: null,
  ...parts,
});
export const tunnel = (parts: Partial<Adapter> = {}): Adapter =>
  adapter({
    name: 'Ethernet 3',
    description: 'PANGP Virtual Ethernet Adapter',
    type: 53,
    connected: 'no',
    virtual: true,
    hardware: false,
    vpn: 'GlobalProtect',
    ...parts,
  });

type Address = Facts['ip-configurations']['adapters'][number];
export const address = (parts: Partial<Address> = {}): Address => ({
  description: 'Intel(R) Wi-Fi 6E AX211 160MHz',
  addresses: ['192.168.178.23', 'fe80::1c2d:3e4f'],
  gateways: ['192.168.178.1'],
  nameServers: ['192.168.178.1'],
  suffix: 'fritz.box',
  dhcp: true,
  leaseObtained: null,
  ...parts,
});

type Profile = Facts['network-profiles']['profiles'][number];
export const profile = (parts: Partial<Profile> = {}): Profile => ({
  name: 'Home',
  interface: 'Wi-Fi',
  category: 'private',
  ipv4: 'internet',
  ipv6: 'no-traffic',
  ...parts,
});

export const sync = (parts: Partial<Facts['clock-sync']> = {}): Facts['clock-sync'] => ({
  serviceRunning: 'yes',
  leap: 0,
  stratum: 4,
  reference: 'server',
  source: 'time.windows.com,0x9',
  pollSeconds: 1024,
  offsetSeconds: 0.01,
  stateMachine: 'sync',
  lastError: 0,
  secondsSinceSync: 700,
  synchronised: 'yes',
  ...parts,
});

type Service = Facts['sign-in-services']['services'][number];
const ordinaryServices: readonly Service[] = [
  { name: 'TokenBroker', running: true, startMode: 'manual' },
  { name: 'VaultSvc', running: true, startMode: 'manual' },
  { name: 'KeyIso', running: true, startMode: 'manual' },
  { name: 'NgcSvc', running: true, startMode: 'manual' },
  { name: 'NgcCtnrSvc', running: true, startMode: 'manual' },
  { name: 'WinHttpAutoProxySvc', running: true, startMode: 'manual' },
  { name: 'iphlpsvc', running: true, startMode: 'automatic' },
  { name: 'Netlogon', running: true, startMode: 'automatic' },
  { name: 'LanmanWorkstation', running: true, startMode: 'automatic' },
  { name: 'Dnscache', running: true, startMode: 'automatic' },
  { name: 'Schedule', running: true, startMode: 'automatic' },
];
export const services = (...changed: Service[]): Facts['sign-in-services'] => ({
  services: ordinaryServices.map(
    (service) => changed.find(({ name }) => name === service.name) ?? service,
  ),
});

export const cloudKerberos = (
  parts: Partial<Facts['cloud-kerberos']> = {},
): Facts['cloud-kerberos'] => ({
  enabledByPolicy: false,
  replyReceived: false,
  replyUsed: false,
  referralTgt: false,
  nameOracle: false,
  proxyCached: false,
  keyCredential: true,
  passwordKeys: false,
  plaintextPassword: false,
  replyCredentialType: 0,
  primaryTgt: false,
  ...parts,
});
export const kerberosSettings = (
  parts: Partial<Facts['cloud-kerberos-settings']> = {},
): Facts['cloud-kerberos-settings'] => ({
  cloudTrust: 'unknown',
  retrievalPolicy: null,
  retrievalLsa: null,
  retrieval: 'unknown',
  proxyRealms: [],
  ...parts,
});

export const tickets = (
  parts: Partial<Facts['kerberos-tickets']> = {},
): Facts['kerberos-tickets'] => ({
  logonId: '0:0x3e7a1',
  count: 0,
  tickets: [],
  noLogonSession: false,
  failure: null,
  onPremTgt: 'no',
  cloudTgt: 'no',
  ...parts,
});

export const controller = (
  parts: Partial<NonNullable<Facts['domain-controller']['found']>> = {},
): Facts['domain-controller'] => ({
  found: {
    host: 'dc1.corp.fabrikam.com',
    address: '10.10.0.11',
    domainGuid: null,
    domain: 'corp.fabrikam.com',
    forest: 'fabrikam.com',
    site: 'Berlin',
    ourSite: 'Berlin',
    flags: 0xe003f1fc,
    ...parts,
  },
  failure: null,
});
export const noController = (number = 1355): Facts['domain-controller'] => ({
  found: null,
  failure: { number, symbol: 'ERROR_NO_SUCH_DOMAIN' },
});

type Certificate = Facts['device-certificates']['certificates'][number];
export const certificate = (parts: Partial<Certificate> = {}): Certificate => ({
  thumbprint,
  kind: 'device',
  issuer: 'MS-Organization-Access',
  name: deviceId,
  from: Date.UTC(2025, 2, 9),
  to: Date.UTC(2035, 2, 9),
  keyProvider: 'Microsoft Platform Crypto Provider',
  tpmProtected: 'yes',
  ...parts,
});
export const joinRecord = (
  parts: Partial<Facts['join-records']['joins'][number]> = {},
): Facts['join-records']['joins'][number] => ({
  thumbprint,
  tenantId: tenant,
  userEmail: 'anna.berg@fabrikam.com',
  identityProvider: 'login.windows.net',
  ...parts,
});

export const broker = (parts: Partial<Facts['token-broker']> = {}): Facts['token-broker'] => ({
  package: 'yes',
  version: '1000.19580',
  usedBefore: 'yes',
  ...parts,
});

export const dns = (parts: Partial<Facts['dns-client']> = {}): Facts['dns-client'] => ({
  hostName: 'LT-7',
  domain: null,
  searchList: [],
  staticServers: [],
  overHttps: [],
  encryptedDns: null,
  rules: [],
  ...parts,
});

export const tpm: Facts['tpm'] = {
  present: 'yes',
  version: '2.0',
  manufacturer: 'INTC',
  firmware: null,
  initialized: 'yes',
  readyForStorage: 'yes',
  readyForAttestation: 'yes',
  canAttest: 'yes',
  clearNeeded: 'no',
  vulnerableFirmware: 'no',
  lockedOut: 'no',
  attestationReady: 'yes',
};
export const withoutTpm: Facts['tpm'] = { ...tpm, present: 'no' };
