import type { SetupCategory, TrackedItem } from '../../../main/core/facts/autopilot';
import type { Facts } from '../../../main/core/facts/index';
import type { Enrolment } from '../../../main/core/facts/mdm';
import type { ServiceState } from '../../../main/core/facts/machine';
import { ok, type Reading } from '../../../main/core/reading';
import type { Snapshot } from '../../../main/core/snapshot';
import { outputOf, snapshotOf, soonAfter, type Changes } from '../make';

export const hours = (count: number): number => soonAfter - count * 3_600_000;
export const days = (count: number): number => hours(count * 24);
export const tenant = '4EA5C1EB-49C1-5B93-BBBB-F4B4F3BFB408';
export const otherTenant = '0AAAAAAA-1111-4222-8333-944444444444';
export const enrolmentId = 'C6C2A1F0-0F54-4A93-9B4B-2E8D5B0F1A77';
const gigabyte = 1024 ** 3;
const certificate = '8F3AC5B1E2D94C60B7A1D2E3F4A5968778695A4B';

export type Known = Omit<Facts, 'device-registration'>;
export type Some = { [K in keyof Known]?: Known[K] };

export const enrolment = (parts: Partial<Enrolment> = {}): Enrolment => ({
  id: enrolmentId,
  kind: 'intune',
  provider: 'MS DM Server',
  state: 1,
  type: 6,
  user: 'anna.berg@fabrikam.com',
  standInUser: 'no',
  tenantId: tenant,
  tenantMatches: 'yes',
  resource: 'https://manage.microsoft.com/',
  discoveryUrl: 'https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc',
  thumbprint: certificate,
  keyStore: 'tpm',
  managedDeviceId: 'E0E1E2E3-1111-4222-8333-944444444444',
  renewal: { status: 0, error: null },
  linked: null,
  witnesses: {
    account: 'yes',
    tasks: 'yes',
    certificate: 'yes',
    certificateInDate: 'yes',
    addressPlausible: 'yes',
  },
  score: { points: 9, undecided: 0 },
  orphan: 'no',
  ...parts,
});

export const enrolments = (
  parts: Partial<Facts['mdm-enrolments']> = {},
): Facts['mdm-enrolments'] => ({
  enrolments: [enrolment()],
  intune: 'yes',
  secondChannel: 'no',
  fake: 'no',
  externallyManaged: 'no',
  secondChannelFlag: null,
  ...parts,
});
export const notEnrolled = enrolments({ enrolments: [], intune: 'no' });

const running = (start: ServiceState['start'] = 'automatic'): ServiceState => ({
  installed: 'yes',
  running: 'yes',
  start,
  exitCode: 0,
  processId: null,
});
export const absent: ServiceState = {
  installed: 'no',
  running: 'no',
  start: 'unknown',
  exitCode: null,
  processId: null,
};
export const stopped = (start: ServiceState['start'] = 'automatic'): ServiceState => ({
  installed: 'yes',
  running: 'no',
  start,
  exitCode: 1067,
  processId: null,
});
export const services = (changed: Record<string, ServiceState> = {}): Facts['services'] => ({
  services: {
    ccmexec: absent,
    dmenrollmentsvc: stopped('manual'),
    dmwappushservice: stopped('manual'),
    intunemanagementextension: running(),
    mpssvc: running(),
    sense: running(),
    usosvc: running(),
    wlidsvc: stopped('manual'),
    wuauserv: stopped('manual'),
    ...changed,
  },
});

const signs: Facts['virtual-desktop']['signs'] = {
  'windows-365-key': 'no',
  'cloud-pc-extension': 'no',
  'cloud-pc-model': 'no',
  'session-host-agent': 'no',
  'multi-session-edition': 'no',
  'cloud-pc-name': 'no',
  'virtual-hardware': 'no',
};
export const kind = (parts: Partial<Facts['virtual-desktop']> = {}): Facts['virtual-desktop'] => ({
  kind: 'physical',
  cloudPc: 'no',
  sessionHost: 'no',
  virtual: 'no',
  signs,
  ...parts,
});

export const version = (
  parts: Partial<Facts['windows-version']> = {},
): Facts['windows-version'] => ({
  build: 26200,
  revision: 7019,
  displayVersion: '25H2',
  edition: 'Enterprise',
  home: 'no',
  family: 'windows-11',
  installedAt: days(200),
  breakages: [],
  ...parts,
});

export const online = (
  level: Facts['network-profiles']['profiles'][number]['ipv4'] = 'internet',
): Facts['network-profiles'] => ({
  profiles: [
    { name: 'Home', interface: 'Wi-Fi', category: 'private', ipv4: level, ipv6: 'no-traffic' },
  ],
  domainVerified: 'no',
});

export const phase = (inSetup: 'yes' | 'no'): Facts['setup-phase'] => ({
  inSetup,
  imageState: inSetup === 'no' ? 'IMAGE_STATE_COMPLETE' : 'IMAGE_STATE_SPECIALIZE_RESEAL_TO_OOBE',
  setupInProgress: inSetup,
  oobeInProgress: inSetup,
});

export const autopilot = (
  parts: Partial<Facts['autopilot-profile']> = {},
): Facts['autopilot-profile'] => ({
  present: 'yes',
  disabled: 'no',
  tenantMatched: 'yes',
  signedInTenantId: tenant,
  ownerTenantId: tenant,
  ownerTenantDomain: 'fabrikam.com',
  profileName: 'Fabrikam - user driven',
  oobe: { raw: 28, settings: [], unknownBits: 0, selfDeploying: false },
  error: { code: null, reason: null },
  registrationId: '7B7B7B7B-1111-4222-8333-944444444444',
  correlationId: null,
  managedDeviceId: null,
  ...parts,
});
export const selfDeploying = {
  oobe: { raw: 0x7e, settings: [], unknownBits: 0, selfDeploying: true },
};

export const autopilotEvents = (
  parts: Partial<Facts['autopilot-events']> = {},
): Facts['autopilot-events'] => ({
  verdict: 'profile-received',
  tpmIdentityFailed: 'unknown',
  profileNotSet: 'unknown',
  events: [],
  ...parts,
});

export const category = (
  name: SetupCategory['name'],
  state: SetupCategory['state'] = 'succeeded',
  code: string | null = null,
): SetupCategory => ({ name, state, parts: [{ name: 'Apps', state, code }], damaged: false });
export const item = (
  tracked: TrackedItem['kind'],
  state: TrackedItem['state'],
  name = './Vendor/MSFT/Contoso',
): TrackedItem => ({ kind: tracked, user: null, name, state, rawState: 1 });
export const tracking = (
  parts: Partial<Facts['setup-tracking']> = {},
): Facts['setup-tracking'] => ({
  pages: [],
  categories: [category('device-preparation'), category('device-setup'), category('account-setup')],
  items: [item('win32-app', 'succeeded')],
  ...parts,
});

export const tpm = (parts: Partial<Facts['tpm']> = {}): Facts['tpm'] => ({
  present: 'yes',
  version: '2.0',
  manufacturer: 'INTC',
  firmware: '600.18.0.0',
  initialized: 'yes',
  readyForStorage: 'yes',
  readyForAttestation: 'yes',
  canAttest: 'yes',
  clearNeeded: 'no',
  vulnerableFirmware: 'no',
  lockedOut: 'no',
  attestationReady: 'yes',
  ...parts,
});

export const volume = (
  parts: Partial<Facts['bitlocker']['volumes'][number]> = {},
): Facts['bitlocker'] => ({
  from: 'management',
  volumes: [
    {
      letter: 'C:',
      state: 'protected',
      protection: 'yes',
      encryptedPercent: 100,
      method: 'XTS-AES 256',
      waitingForAccount: 'no',
      ...parts,
    },
  ],
});

const folder = (name: 'desktop' | 'documents' | 'pictures', place: 'onedrive' | 'local') => ({
  name,
  path: place === 'local' ? `C:\\Users\\anna\\${name}` : `C:\\Users\\anna\\OneDrive\\${name}`,
  place,
  protected: place === 'local' ? ('no' as const) : ('yes' as const),
});
export const oneDrive = (
  place: 'onedrive' | 'local' = 'onedrive',
  parts: Partial<Facts['onedrive']> = {},
): Facts['onedrive'] => ({
  accounts: [
    {
      name: 'Business1',
      business: true,
      email: 'anna.berg@fabrikam.com',
      folder: 'C:\\Users\\anna\\OneDrive',
      tenantId: tenant,
    },
  ],
  workAccount: 'yes',
  folders: [folder('desktop', place), folder('documents', place), folder('pictures', place)],
  policy: { silentOptInTenant: null, optInBlocked: 'no', silentAccount: 'no' },
  allUploaded: 'unknown',
  ...parts,
});

export const markers = (
  ...set: Facts['pending-restart']['markers'][number]['name'][]
): Facts['pending-restart'] => ({
  pending: set.some((name) => name !== 'file-renames') ? 'yes' : 'no',
  markers: (
    [
      'servicing',
      'servicing-in-progress',
      'packages-pending',
      'windows-update',
      'file-renames',
      'computer-name',
      'domain-join',
    ] as const
  ).map((name) => ({ name, set: set.includes(name) ? ('yes' as const) : ('no' as const) })),
});

export const updates = (parts: Partial<Facts['windows-update']> = {}): Facts['windows-update'] => ({
  managed: 'yes',
  server: null,
  pausedUntil: null,
  lastFound: days(2),
  failures: [],
  ...parts,
});

export const licence = (
  state: Facts['licence']['products'][number]['state'] = 'licensed',
  graceMinutes: number | null = 0,
): Facts['licence'] => ({
  activated: state === 'licensed' ? 'yes' : 'no',
  products: [
    {
      name: 'Windows(R), Enterprise edition',
      state,
      reason: state === 'licensed' ? '0x00000000' : '0xc004f034',
      graceMinutes,
      partialKey: '2YT43',
    },
  ],
});

export const coManagement = (
  parts: Partial<Facts['co-management']> = {},
): Facts['co-management'] => ({
  clientInstalled: 'yes',
  on: 'yes',
  flags: 67,
  intuneWorkloads: ['compliance', 'client-apps'],
  unknownBits: null,
  siteCode: 'P01',
  version: '5.00.9122',
  provisioningMode: 'no',
  ...parts,
});

export const defender = (parts: Partial<Facts['defender']> = {}): Facts['defender'] => ({
  service: 'yes',
  realTime: 'yes',
  tamperProtected: 'yes',
  signatureAgeDays: 0,
  mode: 'Normal',
  ...parts,
});
export const antivirus = (
  on: 'yes' | 'no' = 'yes',
  current: 'yes' | 'no' = 'yes',
): Facts['antivirus-products'] => ({ products: [{ name: 'Windows Defender', on, current }] });
export const firewall = (
  on: 'yes' | 'no' = 'yes',
  by: 'local' | 'policy' = 'local',
): Facts['firewall'] => ({
  profiles: (['domain', 'private', 'public'] as const).map((name) => ({ name, on, by })),
});

export const machine = (parts: Partial<Facts['machine']> = {}): Facts['machine'] => ({
  name: 'LT-7',
  manufacturer: 'Contoso',
  model: 'Book 14',
  serial: 'PF3ABCDE',
  firmware: '1.42',
  chassis: 'laptop',
  memory: 16 * gigabyte,
  domainMember: 'no',
  domain: null,
  domainRole: 0,
  virtual: 'no',
  systemSku: null,
  ...parts,
});

/** A laptop of a company that does everything right, months after it was set up. */
export const calm: Some = {
  'setup-phase': phase('no'),
  'network-profiles': online(),
  'operating-system': {
    systemDrive: 'C:',
    sku: 4,
    multiSession: 'no',
    startedAt: days(3),
  },
  'windows-version': version(),
  'virtual-desktop': kind(),
  'session-host-agent': { installed: 'no', services: [] },
  machine: machine(),
  services: services(),
  'mdm-enrolments': enrolments(),
  'mdm-accounts': {
    accounts: [
      {
        id: enrolmentId,
        certificateStore: 'machine',
        thumbprint: certificate,
        address: 'https://r.manage.microsoft.com/devicegatewayproxy/cimhandler.ashx',
      },
    ],
  },
  'mdm-tasks': {
    tasks: [
      { enrolmentId, name: 'PushLaunch', state: 'ready' },
      { enrolmentId, name: 'Schedule #3 created by enrollment client', state: 'ready' },
    ],
    autoEnrolmentTask: 'no',
  },
  'mdm-auto-enrolment': {
    policy: 'no',
    credential: 'unknown',
    tenants: [
      {
        tenantId: tenant,
        enrolmentUrl: 'https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc',
        termsUrl: null,
        complianceUrl: null,
      },
    ],
    inScopeAtJoin: 'yes',
  },
  'mdm-events': {
    autoEnrolment: null,
    enrolment: { outcome: 'succeeded', at: days(200), code: null },
    failures: [],
    since: days(200),
  },
  'mdm-sessions': { lastStart: hours(2), lastEnd: hours(2), failures: [], since: days(5) },
  'mdm-server-times': {
    servers: [
      {
        id: enrolmentId,
        lastSuccess: hours(2),
        lastFailure: days(40),
        lastAccess: hours(2),
        lastResult: '0x00000000',
      },
    ],
  },
  'mdm-installs': { started: 2, finished: 2, failed: [], since: days(100) },
  'mdm-packages': { packages: [] },
  'management-extension': { installed: 'yes', apps: [] },
  'management-extension-log': { entries: 100, names: [], last: null, problems: [] },
  'autopilot-profile': autopilot(),
  'autopilot-events': autopilotEvents(),
  'autopilot-policy-cache': {
    present: 'yes',
    profileAvailable: 'yes',
    joinMethod: 'entra',
    mode: 1,
    policy: null,
    damaged: false,
  },
  'device-preparation': { used: 'no', phase: 'none', rawHint: null, page: null },
  'setup-tracking': tracking(),
  'offline-domain-join': { applied: 'no', state: 'none', events: [] },
  'recovery-environment': {
    enabled: 'yes',
    from: 'file',
    disagree: false,
    location: '\\Recovery\\WindowsRE',
    bootEntry: '{1f2e3d4c-0000-4111-8222-933333333333}',
    operationPending: 'no',
  },
  'disk-space': {
    systemDrive: 'C:',
    volumes: [{ letter: 'C:', fileSystem: 'NTFS', size: 476 * gigabyte, free: 210 * gigabyte }],
  },
  power: { hasBattery: 'yes', onMains: 'yes', charge: 90 },
  'pending-restart': markers('file-renames'),
  'windows-update': updates(),
  onedrive: oneDrive(),
  'settings-backup': { syncOn: 'yes', blockedByPolicy: 'no', groups: [], backupPolicy: 'unknown' },
  'reset-losses': { losses: [] },
  'reset-options': { localAutopilotReset: 'no' },
  tpm: tpm(),
  'tpm-ownership': {
    enabled: 'yes',
    activated: 'yes',
    owned: 'yes',
    version: '2.0',
    manufacturer: 'INTC',
    firmware: null,
  },
  attestation: { keyCertificate: 'issued', keyCertificateError: null },
  'secure-boot': { on: 'yes', capable: 'yes', certificateUpdate: 'Updated' },
  bitlocker: volume(),
  'bitlocker-at-start': { systemDriveProtected: 'yes' },
  'bitlocker-policy': { demanded: 'yes', escrowToEntra: 'yes' },
  'key-escrow': {
    last: { outcome: 'saved', at: days(190), protector: null, code: null },
    saved: [],
    since: days(190),
  },
  licence: licence(),
  'co-management': coManagement({
    clientInstalled: 'no',
    on: 'unknown',
    flags: null,
    intuneWorkloads: [],
    siteCode: null,
    version: null,
    provisioningMode: 'unknown',
  }),
  defender: defender(),
  'antivirus-products': antivirus(),
  firewall: firewall(),
  'endpoint-detection': { onboarded: 'yes', organisationId: null },
};

export interface Parts {
  facts?: Some;
  rows?: Changes;
  extra?: Readonly<Record<string, string>>;
  observedAt?: number | null;
}

export const laptop = (
  facts: Some = {},
  { rows = {}, extra, observedAt }: Parts = {},
): Snapshot => {
  const told = snapshotOf(outputOf(rows, extra), observedAt === undefined ? soonAfter : observedAt);
  const others = Object.entries({ ...calm, ...facts }).map(
    ([id, value]): [string, Reading<unknown>] => [id, ok(value)],
  );
  return {
    ...told,
    origin: 'this-device',
    readings: { ...told.readings, ...(Object.fromEntries(others) as Snapshot['readings']) },
  };
};

/** The same while Windows is being set up for the first time. */
export const inSetup = (facts: Some = {}): Snapshot =>
  laptop({ 'setup-phase': phase('yes'), ...facts });

export const notJoinedRows: Changes = {
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
  PolicyEnabled: 'NO',
  'Executing Account Name': 'LT-7\\anna',
};
