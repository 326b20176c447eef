import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadProduct } from './load.mjs';
import { line, median } from './measure.mjs';

const run = promisify(execFile);
const adcli = '/usr/sbin/adcli';
const rounds = 3;
const deadOnes = 60;

/** adcli asks the system's name servers, so it gets a file of its own instead of /etc/resolv.conf. */
const timeAdcli = async (resolvConf, domain) => {
  const script = 'mount --bind "$0" /etc/resolv.conf && exec "$1" info -D "$2"';
  const began = performance.now();
  await run('unshare', ['-m', 'sh', '-c', script, resolvConf, adcli, domain], { timeout: 120_000 });
  return performance.now() - began;
};

/** The same real domain, listed behind many dead controllers, found by adcli and by us. */
export const besideAdcli = async (kit) => {
  const { missing, startDomain } = await loadProduct('test/harness/domain-controller/index.ts');
  const lacking = missing() ?? (existsSync(adcli) ? null : adcli);
  if (lacking !== null) {
    console.log(`beside adcli: not run, ${lacking} is missing`);
    return;
  }
  const [{ searchDomain }, { nameService }, { openWire }] = await Promise.all([
    loadProduct('main/network/locator/search.ts'),
    loadProduct('main/network/names.ts'),
    loadProduct('main/network/wire.ts'),
  ]);
  const domain = await startDomain();
  const opened = new kit.Opened();
  const folder = await mkdtemp(join(tmpdir(), 'fieldkit-adcli-'));
  try {
    const dead = Array.from({ length: deadOnes }, (_, at) => ({
      host: `dead${at}.${domain.domain}`,
      address: `127.91.1.${at + 1}`,
    }));
    // Every third is silent, the others refuse.
    for (const { address } of dead.filter((_, at) => at % 3 === 0))
      await opened.add(kit.udp(() => undefined, { address, port: 389 }));
    const { host, address } = domain.controller;
    const zone = new Map(
      [...dead, { host, address }].map((one) => [one.host, [{ type: 'A', address: one.address }]]),
    );
    // The living one stands last, by its priority, for both of us.
    const list = [...dead, { host, priority: 1 }].map(({ host: target, priority }) => ({
      type: 'SRV',
      target,
      port: 389,
      priority,
    }));
    for (const name of ['_ldap._tcp.dc._msdcs', '_ldap._tcp'])
      zone.set(`${name}.${domain.domain}`, list);
    const dns = await opened.add(kit.nameServer(zone, { address: '127.91.2.1', port: 53 }));
    const resolvConf = join(folder, 'resolv.conf');
    await writeFile(resolvConf, `nameserver ${dns.spot.address}\noptions timeout:1 attempts:1\n`);
    const ours = [];
    const theirs = [];
    for (let round = 0; round < rounds; round += 1) {
      const found = await searchDomain(openWire, nameService(openWire, [dns.spot]), {
        domain: domain.domain,
        site: null,
        guid: null,
        all: false,
        here: [],
        host: null,
      });
      ours.push(found.chosenMs);
      theirs.push(await timeAdcli(resolvConf, domain.domain));
    }
    line(`a real domain behind ${deadOnes} dead ones: ours`, median(ours), 'ms', 1000);
    line('ours against the whole run of adcli info', median(ours) / median(theirs), 'x', 1);
  } finally {
    await opened.close();
    await rm(folder, { recursive: true });
    await domain.stop();
  }
};
