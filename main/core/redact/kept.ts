/**
 * What carries meaning and tells nothing about anybody. Everything here is the same on many devices,
 * or is a word that our readers look for.
 */

/** Providers, classes, applications and places of Windows and of the cloud. */
const guids = new Set(
  [
    'B16898C6-A148-4967-9171-64D755DA8520',
    '2135F72A-90B5-4ED3-A7F1-8BB705AC276A',
    '374DE290-123F-4565-9164-39C4925E467B',
    '55C92734-D682-4D71-983E-D6EC3F16059F',
    '60B78E88-EAD8-445C-9CFD-0B87F74EA6CD',
    '8AF662BF-65A0-4D0A-A540-A338A999D36F',
    '8FD7E19C-3BF7-489B-A72C-846AB3678C96',
    'BEC09223-B018-416D-A0AC-523971B639F5',
    'C5D7540A-CD51-453B-B22B-05305BA03F07',
    'D6886603-9D2F-4EB2-B667-1971041FA96B',
    'F1346770-5B25-470B-88BD-D5744AB7952C',
    'F8A1793B-7873-4046-B2A7-1F318747F427',
    '29D9ED98-A469-4536-ADE2-F981BC1D605E',
  ].map((guid) => guid.toLowerCase()),
);

/** One repeated digit, applications of Microsoft numbered by hand, and classes of COM. */
const guidShapes = [
  /^(.)\1{7}-\1{4}-\1{4}-\1{4}-\1{12}$/,
  /^0000[0-9a-f]{4}-0000-0000-c000-000000000000$/,
  /^[0-9a-f]{8}-0000-0000-c000-000000000046$/,
];

export const isKnownGuid = (guid: string): boolean => {
  const lower = guid.toLowerCase();
  return guids.has(lower) || guidShapes.some((shape) => shape.test(lower));
};

/** Before the braces of a GUID that names a part of Windows, not of this device. */
export const namesAPart =
  /(?:<Provider\b[^<>]*\bGuid=['"]|\\CLSID\\|\\Credential Providers\\|\bLastLoggedOnProvider\s+REG_SZ\s+)\{?$/i;

/** Addresses of services that everybody uses. What stands before them may still name a tenant. */
export const publicHosts = [
  'microsoftonline.com',
  'microsoftonline.us',
  'microsoftonline-p.com',
  'chinacloudapi.cn',
  'partner.microsoftonline.cn',
  'microsoft.com',
  'microsoft.us',
  'microsoftazuread-sso.com',
  'windows.net',
  'windows.com',
  'windowsupdate.com',
  'azure.com',
  'azure.net',
  'azure.us',
  'azureedge.net',
  'live.com',
  'live.net',
  'office.com',
  'office.net',
  'office365.com',
  'outlook.com',
  'msftconnecttest.com',
  'msftauth.net',
  'msauth.net',
  'msocdn.com',
  'digicert.com',
  'w3.org',
  'pool.ntp.org',
  'aka.ms',
];

/** Services that give each customer a name of their own in front. */
export const tenantHosts = [
  'onmicrosoft.com',
  'onmicrosoft.us',
  'onmicrosoft.cn',
  'sharepoint.com',
  'sharepoint.us',
  'wvd.microsoft.com',
  'vault.azure.net',
  'blob.core.windows.net',
  'file.core.windows.net',
  'azurewebsites.net',
  'cloudapp.azure.com',
  'msappproxy.net',
];

/** Last labels that a file name does not end in. */
export const topLevels =
  'com|net|org|edu|gov|mil|int|info|biz|local|lan|internal|intern|intra|corp|home|arpa|example|test|invalid|localdomain|cloud|eu|de|at|ch|fr|uk|nl|be|lu|it|es|pt|pl|se|dk|fi|no|ie|us|ca|mx|br|au|nz|jp|cn|kr|in|ru|ua|tr|za|il|ae|sa|sg|hk|tw|gr|ro|hu|sk|si|bg|hr|ee|lv|lt';

const words = `
  yes no true false none null not set success failed error unknown enabled disabled on off ok and or
  user users admin admins administrator administrators administrateur system local localhost localdomain
  localservice networkservice service services device devices windows microsoft public private domain
  domains default defaultuser0 guest workgroup azuread nt authority autorité autoritÄt builtin
  computer desktop laptop tablet phone home work school office test server client host hosts workstation
  com net org edu gov local lan internal intern corp arpa example invalid cloud info onmicrosoft sharepoint
  http https ldap ldaps tcp udp rpc cifs krbtgt host termsrv gc dns restrictedkrbhost wsman mssqlsvc
  kerberos kpasswd realm krbtgts rpcss protectedstorage wpad pac proxy www sts adfs enterpriseregistration
  enterpriseenrollment autodiscover manage login autopilot foouser
  onedrive documents document desktop pictures music videos downloads appdata roaming localappdata temp tmp
  program files programdata data system32 profile profiles person work default business personal
  ethernet lan wlan vpn bluetooth virtual loopback vethernet switch adapter network netzwerk réseau
  default printer print pdf fax onenote xps writer drucker imprimante
  the of for with from to in at by is are was des der die das und von für mit les une pour dans
  january february march april may june july august september october november december
  status state type name target value version time date day key policy provider account accounts tenant
  group groups global full selected current configured automatic manual first last next new old
  cpc site sites first close full secret event events eventdata hkey machine local_machine current_user
  azure entra intune edge chrome google software hardware update updates security
`;

const kept = new Set(words.toLowerCase().split(/\s+/));

/** A word that names nobody, or one too short to be told from others. */
export const isPlainWord = (word: string): boolean => kept.has(word.toLowerCase());

/** Resolvers and places that whole countries use. */
export const publicAddresses = new Set([
  '8.8.8.8',
  '8.8.4.4',
  '1.1.1.1',
  '1.0.0.1',
  '9.9.9.9',
  '168.63.129.16',
  '169.254.169.254',
  '239.255.255.250',
]);
