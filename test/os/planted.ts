import type { Source } from '../../main/os/port';

/** Everything a capture must not show. Each is marked, so that it can be found again in any form. */
export const secrets = {
  user: 'zqvalery',
  upn: 'zqvalery.zqstone@zqnorthwind.example',
  netbios: 'ZQNORTH',
  dns: 'zqnorthwind.example',
  flat: 'zqfileserver',
  share: 'zqpayroll$',
  computer: 'ZQ-LAPTOP77',
  tenant: 'Zqnorthwind Trading',
  tenantHost: 'zqnorthtenant.onmicrosoft.com',
  site: 'Zqberlin-Site',
  serial: 'ZQSER98765',
  wifi: 'Zqguest Wifi',
  proxyUser: 'zqproxyuser',
  proxyPassword: 'zqproxypass',
  guid: 'c0ffee12-4a5b-4c6d-8e7f-a1b2c3d4e5f6',
  sid: 'S-1-5-21-1987654321-2987654321-987654321-4321',
  cloudSid: 'S-1-12-1-3234567890-1234509876-2345609871-3456709812',
  mac: 'A4-BB-6D-12-34-56',
  private4: '10.77.66.55',
  public4: '87.123.45.67',
  address6: '2a02:8071:2b80:77ff::1234',
  thumbprint: 'C0DEC0DE5D833D5F9EDD23C9DC8B9791772F7F9D',
  zeroFirst: '02B91B2CE7BF59E3DF85A763FB57F09ADA60C3B2',
  recovery: '111111-222222-333333-444444-555555-666666-777777-181818',
  ownerAuth: 'zQ1wnerAuthValue9876543210A=',
  hash: `T0FBZQ${'hardWareHash0123456789ABCdef+/'.repeat(8)}==`,
  token: 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJ1cG4iOiJ6cXZhbGVyeSJ9.c2lnbmF0dXJl',
  productKey: 'ZQ3RK-7YT6W-9PQ2X-4MN8B-V5C1D',
} as const;

const rows: readonly (readonly [string, string])[] = [
  ['UserName', secrets.user],
  ['UPN', secrets.upn],
  ['UserEmail', secrets.upn],
  ['DomainName', secrets.netbios],
  ['Domain', secrets.dns],
  ['ServerName', `\\\\${secrets.flat}`],
  ['RemotePath', `\\\\${secrets.flat}\\${secrets.share}`],
  ['ComputerName', secrets.computer],
  ['Device Name', `${secrets.computer}.${secrets.dns}`],
  ['TenantName', secrets.tenant],
  ['TenantDomain', secrets.tenantHost],
  ['SiteName', secrets.site],
  ['SerialNumber', secrets.serial],
  ['SSID', secrets.wifi],
  ['ProxyServer', `http://${secrets.proxyUser}:${secrets.proxyPassword}@${secrets.flat}:8080`],
  ['TenantId', secrets.guid],
  ['LastLoggedOnUserSID', secrets.sid],
  ['IdentitySID', secrets.cloudSid],
  ['MACAddress', secrets.mac],
  ['IPAddress', secrets.private4],
  ['Gateway', secrets.public4],
  ['IPv6', secrets.address6],
  ['Thumbprint', secrets.thumbprint],
  ['Other', `MY;System;${secrets.zeroFirst}`],
  ['Protector', secrets.recovery],
  ['OwnerAuth', secrets.ownerAuth],
  ['DeviceHardwareData', secrets.hash],
  ['AccessToken', secrets.token],
  ['Backup', secrets.productKey],
];

/** Where no label helps: in a sentence, a path, a ticket, a list. */
const loose = [
  `Executing Account Name : ${secrets.netbios}\\${secrets.user}, ${secrets.upn}`,
  `failed for ${secrets.upn} of ${secrets.tenant} on ${secrets.computer}: see C:\\Users\\${secrets.user}\\AppData\\Local`,
  `#0>  Client: ${secrets.user} @ ${secrets.dns.toUpperCase()}`,
  `     Server: cifs/${secrets.flat}.${secrets.dns} @ ${secrets.dns.toUpperCase()}`,
  `https://${secrets.tenantHost}/${secrets.guid}/x?login_hint=${secrets.user}`,
  `${secrets.user.toUpperCase()};${secrets.serial};${secrets.site};${secrets.wifi}`,
  `<local>;*.${secrets.dns};${secrets.public4};{${secrets.guid.toUpperCase()}}`,
  `${secrets.guid.replaceAll('-', '')} ${secrets.thumbprint.toLowerCase()} ${secrets.mac.replaceAll('-', ':')}`,
];

const asRegistry = () =>
  [
    `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Any\\${secrets.sid}\\${secrets.guid}\\${secrets.thumbprint}`,
    `HKEY_LOCAL_MACHINE\\SOFTWARE\\Any\\${secrets.zeroFirst}`,
    ...rows.map(([name, data]) => `    ${name}    REG_SZ    ${data}`),
    `    Names    REG_MULTI_SZ    a\\0${secrets.computer}\\0${secrets.dns}\\0${secrets.upn}`,
    `    DefaultConnectionSettings    REG_BINARY    460000000100000003000000${Buffer.from(
      `\x1d\0\0\0http=${secrets.flat}:8080;${secrets.computer}`,
      'latin1',
    ).toString('hex')}`,
    ...loose.map((text, nr) => `    Loose${String(nr)}    REG_SZ    ${text}`),
  ].join('\r\n');

const escaped = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const asEvents = () =>
  `<Event xmlns='x'><System><Provider Name='P' Guid='{4de9bc9c-b27a-43c9-8994-0915f1a5e24f}'/><EventID>1</EventID>` +
  `<Computer>${secrets.computer}.${secrets.dns}</Computer><Security UserID='${secrets.sid}'/></System><EventData>` +
  rows.map(([name, data]) => `<Data Name='${name}'>${escaped(data)}</Data>`).join('') +
  loose.map((text) => `<Data>${escaped(text)}</Data>`).join('') +
  '</EventData></Event>';

const asJson = () =>
  JSON.stringify([
    { ...Object.fromEntries(rows), Notes: loose, Inner: JSON.stringify(Object.fromEntries(rows)) },
  ]);
const asText = () =>
  [...rows.map(([name, data]) => `   ${name.padStart(24)} : ${data}`), ...loose].join('\r\n');

/** All secrets in the shape that a source of this kind has. */
export const planted: Record<Source['kind'], () => string> = {
  registry: asRegistry,
  events: asEvents,
  cim: asJson,
  host: asJson,
  command: asText,
  file: () => `${asJson()}\r\n${asText()}`,
  sizes: asJson,
};

const known = (value: string): string[] => value.toLowerCase().split(/[^a-z0-9]+/);

/** What to search for: each secret, and each part of it that is long enough to tell something. */
export const needles: readonly string[] = [
  ...new Set(
    Object.values(secrets).flatMap((secret) => [
      secret.toLowerCase(),
      ...known(secret).filter(
        (part) => part !== 'onmicrosoft' && (/zq../.test(part) || part.length >= 8),
      ),
    ]),
  ),
];
