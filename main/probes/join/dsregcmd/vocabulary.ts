/**
 * The words of `dsregcmd`: which titles there are, which rows each may hold and what kind of value a
 * row carries. A label may stand in several sections, so a row is known by section and label together.
 */

export type SectionKind =
  | 'device-state'
  | 'device-details'
  | 'tenant'
  | 'user'
  | 'sso'
  | 'work-account'
  | 'diagnostics'
  | 'proxy-system'
  | 'proxy-url'
  | 'proxy-user'
  | 'proxy-winhttp'
  | 'hello';

/** `word`: one of a few short words, never wrapped by a console. `text`: anything, may wrap. */
export type ValueKind = 'word' | 'text';

export const titles: Readonly<Record<string, SectionKind>> = {
  'device state': 'device-state',
  'device details': 'device-details',
  'tenant details': 'tenant',
  'user state': 'user',
  'sso state': 'sso',
  'diagnostic data': 'diagnostics',
  'ie proxy config for system account': 'proxy-system',
  'url specific proxy config': 'proxy-url',
  'ie proxy config for current user': 'proxy-user',
  'winhttp default proxy config': 'proxy-winhttp',
  'ngc prerequisite check': 'hello',
};

const words = (...labels: string[]) => labels.map((label) => [label, 'word'] as const);
const texts = (...labels: string[]) => labels.map((label) => [label, 'text'] as const);

const keyRows = [
  ...texts('DeviceCertificateValidity', 'KeyContainerId', 'KeyProvider'),
  ...words('TpmProtected'),
];

const prtRows = [
  ...words('AzureAdPrt', 'EnterprisePrt', 'OnPremTgt', 'CloudTgt'),
  ...texts(
    'AzureAdPrtUpdateTime',
    'AzureAdPrtExpiryTime',
    'AzureAdPrtAuthority',
    'EnterprisePrtUpdateTime',
    'EnterprisePrtExpiryTime',
    'EnterprisePrtAuthority',
    'KerbTopLevelNames',
  ),
  ...words('AcquirePrtDiagnostics', 'RefreshPrtDiagnostics', 'HTTP Method', 'HTTP status'),
  ...texts(
    'Previous Prt Attempt',
    'Attempt Status',
    'User Identity',
    'Credential Type',
    'Correlation ID',
    'Endpoint URI',
    'HTTP Error',
    'Server Error Code',
    'Server Error Description',
  ),
];

const workRows = [
  ...texts(
    'WorkplaceDeviceId',
    'WorkplaceThumbprint',
    'WorkplaceIdp',
    'WorkplaceTenantId',
    'WorkplaceTenantName',
    'WorkplaceMdmUrl',
    'WorkplaceSettingsUrl',
  ),
  ...keyRows,
  ...words('NgcSet'),
];

const deviceRows = [...texts('DeviceId', 'Thumbprint'), ...keyRows, ...texts('DeviceAuthStatus')];

const tenantRows = texts(
  'TenantName',
  'TenantId',
  'Idp',
  'AuthCodeUrl',
  'AccessTokenUrl',
  'MdmUrl',
  'MdmTouUrl',
  'MdmComplianceUrl',
  'SettingsUrl',
  'JoinSrvVersion',
  'JoinSrvUrl',
  'JoinSrvId',
  'KeySrvVersion',
  'KeySrvUrl',
  'KeySrvId',
  'WebAuthNSrvVersion',
  'WebAuthNSrvUrl',
  'WebAuthNSrvId',
  'DeviceManagementSrvVer',
  'DeviceManagementSrvVersion',
  'DeviceManagementSrvUrl',
  'DeviceManagementSrvId',
);

const proxyRows = [
  ...words('Auto Detect Settings', 'Auto Detect PAC Status'),
  ...texts('Auto-Configuration URL', 'Proxy Server List', 'Proxy Bypass List'),
];

const diagnosticRows = [
  ...texts('Diagnostics Reference', 'User Context', 'Client Time', 'Previous Registration'),
  ...words(
    'AD Connectivity Test',
    'AD Configuration Test',
    'DRS Discovery Test',
    'DRS Connectivity Test',
    'Kerberos Ticket Test',
    'Token acquisition Test',
    'Fallback to Sync-Join',
    'Fallback to Fed-Join',
    'Registration Type',
    'Error Phase',
    'Https Status',
    'AadRecoveryEnabled',
  ),
  ...texts(
    'Client ErrorCode',
    'Server ErrorCode',
    'Server ErrorSubCode',
    'Server Operation',
    'Server Message',
    'Request Id',
    'Executing Account Name',
    'KeySignTest',
    'DisplayNameUpdated',
    'OsVersionUpdated',
    'HostNameUpdated',
    'Last HostName Update',
  ),
];

const desktopRows = texts('Provider', 'Type', 'User mode', 'Extensions');

/** Rows by section, older layouts included: until 1803 Device State and User State held much more. */
const rowsBySection: Readonly<Record<SectionKind, readonly (readonly [string, ValueKind])[]>> = {
  'device-state': [
    ...words('AzureAdJoined', 'EnterpriseJoined', 'DomainJoined'),
    ...texts('DomainName', 'Virtual Desktop', 'Device Name'),
    ...desktopRows,
    ...deviceRows,
    ...texts('KeySignTest'),
    ...tenantRows,
  ],
  'device-details': deviceRows,
  tenant: tenantRows,
  user: [
    ...words('NgcSet', 'CanReset', 'WorkplaceJoined', 'WorkAccountCount'),
    ...texts('NgcKeyId', 'WamDefaultSet', 'WamDefaultAuthority', 'WamDefaultId', 'WamDefaultGUID'),
    ...prtRows,
    ...workRows,
  ],
  sso: prtRows,
  'work-account': workRows,
  diagnostics: diagnosticRows,
  'proxy-system': proxyRows,
  'proxy-url': [...proxyRows, ...texts('Executing Account Name')],
  'proxy-user': proxyRows,
  'proxy-winhttp': texts('Access Type', 'Proxy Server List', 'Proxy Bypass List'),
  hello: [
    ...words(
      'NgcPreReq',
      'IsDeviceJoined',
      'IsUserAzureAD',
      'PolicyEnabled',
      'PostLogonEnabled',
      'DeviceEligible',
      'SessionIsNotRemote',
      'AdfsRefreshToken',
      'AdfsRaIsReady',
      'LogonCertTemplateReady',
      'OnPremTGT',
      'CloudTGT',
      'ScepReady',
      'AadRecoveryNeeded',
      'X509CertRequired',
      'PreReqResult',
    ),
    ...texts('CertEnrollment'),
  ],
};

/** How a label is compared: people retype case and spacing. */
export const fold = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();

export interface KnownLabel {
  label: string;
  kind: ValueKind;
  /** Sections this label may stand in; the first is where it stands in today's layout. */
  sections: SectionKind[];
  /** Unlike any other word, so it is believed even in the middle of a line. */
  distinctive: boolean;
}

/** Sections in the order in which a label's home is decided when nothing else tells. */
const homeOrder: readonly SectionKind[] = [
  'device-details',
  'tenant',
  'sso',
  'diagnostics',
  'hello',
  'user',
  'device-state',
  'work-account',
  'proxy-user',
  'proxy-system',
  'proxy-url',
  'proxy-winhttp',
];

export const knownLabels: ReadonlyMap<string, KnownLabel> = (() => {
  const known = new Map<string, KnownLabel>();
  for (const section of homeOrder)
    for (const [label, kind] of rowsBySection[section]) {
      const key = fold(label);
      const entry = known.get(key);
      if (entry) {
        if (!entry.sections.includes(section)) entry.sections.push(section);
      } else
        known.set(key, {
          label,
          kind,
          sections: [section],
          distinctive: label.length >= 6 && !label.includes(' ') && /[a-z][A-Z]/.test(label),
        });
    }
  return known;
})();

/** All label lengths, longest first: a look-back from a colon tries only these. */
export const labelLengths: readonly number[] = [
  ...new Set([...knownLabels.keys()].map((key) => key.length)),
].sort((a, b) => b - a);

/** Labels that many other tools print as well: such a row alone does not make a text this tool's output. */
const generic = new Set(
  [
    ...['Provider', 'Type', 'User mode', 'Extensions', 'Idp', 'Access Type', 'Device Name'],
    ...['DomainName', 'DeviceId', 'Thumbprint', 'TenantId', 'TenantName', 'SettingsUrl'],
    ...['Proxy Server List', 'Proxy Bypass List', 'Auto-Configuration URL', 'Request Id'],
    ...['Client Time', 'HTTP Method', 'HTTP status', 'Https Status', 'HTTP Error'],
    ...['User Identity', 'User Context', 'Credential Type', 'Correlation ID', 'Endpoint URI'],
    ...['Server Message', 'Server Operation', 'KeyProvider'],
  ].map(fold),
);

export const isTelling = (label: string): boolean => !generic.has(fold(label));
