import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * System parts the tests use, by what shows that they are there. As root on Debian they are installed;
 * elsewhere a missing one is named and its tests are reported as not run.
 */
const parts = [
  { name: 'Chromium', packages: ['chromium'], there: () => existsSync('/usr/bin/chromium') },
  {
    name: 'fonts',
    packages: ['fonts-noto-core', 'fonts-noto-cjk'],
    there: () => existsSync('/usr/share/fonts/truetype/noto'),
  },
  {
    name: 'Samba domain controller',
    packages: ['samba', 'samba-dsdb-modules', 'samba-vfs-modules', 'samba-ad-provision', 'winbind'],
    there: () => existsSync('/usr/sbin/samba') && existsSync('/usr/bin/samba-tool'),
  },
  {
    name: 'tinyproxy',
    packages: ['tinyproxy-bin'],
    there: () => existsSync('/usr/bin/tinyproxy'),
  },
  {
    name: 'network namespaces',
    packages: ['iproute2', 'nftables'],
    there: () =>
      ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip'].some((path) => existsSync(path)) &&
      existsSync('/usr/sbin/nft'),
  },
  {
    name: 'dnsmasq',
    packages: ['dnsmasq-base'],
    there: () => existsSync('/usr/sbin/dnsmasq'),
  },
  { name: 'adcli', packages: ['adcli'], there: () => existsSync('/usr/sbin/adcli') },
  {
    name: 'Windows under Wine',
    packages: ['wine64', 'gcc-mingw-w64-x86-64', 'locales'],
    there: () =>
      ['/usr/lib/wine/wine64', '/usr/bin/wine64'].some((path) => existsSync(path)) &&
      existsSync('/usr/bin/x86_64-w64-mingw32-gcc') &&
      existsSync('/usr/share/i18n/locales/ja_JP'),
  },
];

const quiet = (command, args) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/** Names of the parts that are not here in the end. */
export const bringSystemParts = () => {
  const missing = parts.filter((part) => !part.there());
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (missing.length > 0 && mayInstall) {
    console.log(`Installing ${missing.map((part) => part.name).join(', ')}`);
    quiet('apt-get', ['update', '-qq']);
    for (const part of missing)
      quiet('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...part.packages]);
  }
  return parts.filter((part) => !part.there()).map((part) => part.name);
};
