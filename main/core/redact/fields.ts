/** Names of registry values, properties, JSON keys and event data that hold a name of somebody's. */
const telling = [
  '[A-Za-z]*UPN|UserPrincipalName|User ?(?:Name|Email|Id|Identity)?|UserFolder|E-?mail(?:Address)?|Owner',
  'OwnerAuth(?:Full)?|DefaultPassword|Registered(?:Owner|Organization)|CLIENTNAME|LogonServer',
  '(?:Default|AltDefault|LastUsed)(?:User|Domain)?Name|LastLoggedOn(?:User|SAMUser|DisplayName)',
  'USER(?:DNS)?DOMAIN|HOME(?:PATH|SHARE)|sAMAccountName|Account(?:Name)?|(?:Subject|Target)UserName',
  '(?:Workplace)?Tenant ?(?:Display)?Name|(?:CloudAssigned|AADAssigned)?TenantDomain|IdpDomain',
  'CloudAssigned(?:DeviceName|Domain[A-Za-z]*)|DeploymentProfileName|Device ?Name|dnsDomain',
  '(?:Active)?Computer(?:Name)?|(?:NV )?Host ?Name|DnsHostName|MachineName|Workgroup|SearchList',
  '(?:NV |Dhcp|ICS)?Domain|Domain ?Name(?:Flat)?|DNSDomain|DNSDomainSuffixSearchOrder',
  'Forest(?:Name)?|DynamicSiteName|SiteName|AssignedSiteCode|AutoDetectedSite|LastServer',
  'Remote ?(?:Path|Name)|ServerName|ServerAddress|ShareName|PrinterName|WU(?:Status)?Server',
  'AutoConfigURL|Auto-Configuration URL|Proxy(?:Server|Override|User|Pass(?:word)?|Bypass)?',
  'Proxy (?:Server|Bypass) List|ServiceEndpointUri|SSID|NetworkName|PhoneNumber|AssetTag',
  '(?:System|BaseBoard|Chassis|BIOS|Device)?Serial ?(?:Number)?|IdentifyingNumber|SMBIOSAssetTag',
  'DeviceHardwareData|HardwareHash|Recovery(?:Password|Key)|NumericalPassword|(?:Partial)?ProductKey',
  'user_name|gaia_(?:name|given_name|id)|hosted_domain|Password|Secret',
].join('|');

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

export const tellingFields = (key: string): string => [...fit(key, tellingIn), telling].join('|');
export const privateFields = (key: string): string => fit(key, privateIn).join('|');
