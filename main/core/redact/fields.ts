import { maskGroups, type MaskGroup } from './groups';

/** Names of registry values, properties, JSON keys and event data that hold something of somebody's. */
const telling: Readonly<Record<MaskGroup, string>> = {
  secrets: [
    'OwnerAuth(?:Full)?|DefaultPassword|DeviceHardwareData|HardwareHash|Proxy(?:User|Pass(?:word)?)',
    'Recovery(?:Password|Key)|NumericalPassword|(?:Partial)?ProductKey|Password|Secret',
  ].join('|'),
  ids: [
    '(?:System|BaseBoard|Chassis|BIOS|Device)?Serial ?(?:Number)?|IdentifyingNumber|(?:SMBIOS)?AssetTag',
    'gaia_id',
  ].join('|'),
  addresses: 'PhoneNumber',
  names: [
    '[A-Za-z]*UPN|UserPrincipalName|User ?(?:Name|Email|Id|Identity)?|UserFolder|E-?mail(?:Address)?|Owner',
    'Registered(?:Owner|Organization)|CLIENTNAME|LogonServer',
    '(?:Default|AltDefault|LastUsed)(?:User|Domain)?Name|LastLoggedOn(?:User|SAMUser|DisplayName)',
    'USER(?:DNS)?DOMAIN|HOME(?:PATH|SHARE)|sAMAccountName|Account(?:Name)?|(?:Subject|Target)UserName',
    '(?:Workplace)?Tenant ?(?:Display)?Name|(?:CloudAssigned|AADAssigned)?TenantDomain|IdpDomain',
    'CloudAssigned(?:DeviceName|Domain[A-Za-z]*)|DeploymentProfileName|Device ?Name|dnsDomain',
    '(?:Active)?Computer(?:Name)?|(?:NV )?Host ?Name|DnsHostName|MachineName|Workgroup|SearchList',
    '(?:NV |Dhcp|ICS)?Domain|Domain ?Name(?:Flat)?|DNSDomain|DNSDomainSuffixSearchOrder',
    'Forest(?:Name)?|DynamicSiteName|SiteName|AssignedSiteCode|AutoDetectedSite|LastServer',
    'Remote ?(?:Path|Name)|ServerName|ServerAddress|ShareName|PrinterName|WU(?:Status)?Server',
    'AutoConfigURL|Auto-Configuration URL|Proxy(?:Server|Override|Bypass)?',
    'Proxy (?:Server|Bypass) List|ServiceEndpointUri|SSID|NetworkName',
    'user_name|gaia_(?:name|given_name)|hosted_domain',
  ].join('|'),
};

/** Keys that mean something of the user's in one source and something of Windows' elsewhere. */
const tellingIn: readonly (readonly [RegExp, string])[] = [
  [/^host$/, 'user|domain|computer|home'],
  [/^cim-(computer-system|mapped-drives|network-profiles)$/, 'Name|LocalName'],
  [/^registry-computer-name$/, '[A-Za-z]*Name'],
];

/** Values that are masked whole, but whose words are too ordinary to be looked for elsewhere. */
const privateIn: readonly (readonly [RegExp, string])[] = [
  [/./, 'USERPROFILE|PortName|ProfileName|InterfaceAlias|NtpServer|OrgId[A-Za-z]*|UUID'],
  [/^cim-(printers|network-adapters)$/, 'Name'],
  [/^registry-dns-/, 'Name'],
  [/^registry-/, 'DisplayName'],
  [/^registry-autopilot-/, 'ErrorMessage'],
  [/^registry-windows-version$/, 'ProductId'],
  [/^file-vpn-/, 'Device|EapUserData|CustomAuthData'],
];

const fit = (key: string, list: readonly (readonly [RegExp, string])[]): string[] =>
  list.flatMap(([source, names]) => (source.test(key) ? [names] : []));

/** Empty where no masked group has such a field. */
export const tellingFields = (key: string, masked: ReadonlySet<MaskGroup>): string =>
  [
    ...(masked.has('names') ? fit(key, tellingIn) : []),
    ...maskGroups.filter((group) => masked.has(group)).map((group) => telling[group]),
  ].join('|');
export const privateFields = (key: string): string => fit(key, privateIn).join('|');
