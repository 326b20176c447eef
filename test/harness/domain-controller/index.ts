import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pingUdp } from '../../../main/network/cldap';
import { askKdcTcp, askKdcUdp } from '../../../main/network/kdc';
import { nameService } from '../../../main/network/names';
import { negotiateSmb } from '../../../main/network/smb-negotiate';
import { knock } from '../../../main/network/tcp';
import { openWire, type Spot } from '../../../main/network/wire';
import { addAddress, missing, password, type Place, settings, start, tame, tool } from './samba';

export { missing };

export const domain = 'corp.fieldkit.test';
export const firstSite = 'Default-First-Site-Name';
const record = `_ldap._tcp.dc._msdcs.${domain}`;
const realm = domain.toUpperCase();

export interface Controller {
  host: string;
  address: string;
  stop(): Promise<void>;
}

export interface Domain {
  domain: string;
  dns: Spot;
  controller: Controller;
  /** A new site with the network of this PC as its subnet: from then on this PC stands in it. */
  addSite(site: string): Promise<void>;
  /** A second, read-only controller, listed in DNS under its site alone, as Windows does it. */
  addReadOnly(site: string): Promise<Controller>;
  addRecord(zone: string, name: string, type: 'A' | 'SRV', data: string): Promise<void>;
  stop(): Promise<void>;
}

/** Up means: every service the tests ask answers, not only the first one to start. */
const answers = async (address: string, withDns: boolean): Promise<void> => {
  const until = Date.now() + 150_000;
  const patience = { limitMs: 2000 };
  while (Date.now() < until) {
    const spots = [135, 389, 445, 464, 636, 3268].map((port) => ({ address, port }));
    const up = await Promise.all([
      pingUdp(openWire, { address, port: 389 }, { domain }, patience),
      askKdcTcp(openWire, { address, port: 88 }, domain, patience),
      askKdcUdp(openWire, { address, port: 88 }, domain, patience),
      negotiateSmb(openWire, { address, port: 445 }, patience),
      ...spots.map((spot) => knock(openWire, spot, patience)),
      ...(withDns ? [nameService(openWire, [{ address, port: 53 }]).srv(record, patience)] : []),
    ]);
    if (up.every(({ kind }) => kind === 'answered')) return;
    await sleep(150);
  }
  throw new Error('the domain controller of the harness did not come up');
};

const controllerAt = async (
  folder: string,
  host: string,
  withDns: boolean,
  { address, within, remove }: Place,
): Promise<Controller> => {
  const server = start(await tame(folder), within);
  const abandon = () => {
    server.kill();
    remove();
  };
  process.once('exit', abandon);
  const stop = async () => {
    await server.stop();
    remove();
    process.off('exit', abandon);
  };
  try {
    await answers(address, withDns);
  } catch (error) {
    await stop();
    throw error;
  }
  return { host, address, stop };
};

const kerberosConfig = (address: string) => `[libdefaults]
 default_realm = ${realm}
 dns_lookup_kdc = false
 dns_lookup_realm = false
[realms]
 ${realm} = {
  kdc = ${address}
 }
`;

/** A real Active Directory domain on loopback or in a network of its own, gone without a trace after `stop`. */
export const startDomain = async (
  place: Place = addAddress(),
  another: () => Place = addAddress,
): Promise<Domain> => {
  const root = await mkdtemp(join(tmpdir(), 'fieldkit-domain-'));
  const places = [place];
  const folder = join(root, 'dc1');
  const controllers: Controller[] = [];
  const stop = async () => {
    await Promise.all(controllers.splice(0).map((one) => one.stop()));
    for (const { remove } of places) remove();
    await rm(root, { recursive: true, force: true });
  };
  const krb5 = join(root, 'krb5.conf');
  const env = { KRB5_CONFIG: krb5 };
  const asAdmin = [`-UAdministrator%${password}`, '--use-kerberos=off'];
  try {
    await writeFile(krb5, kerberosConfig(place.address));
    await tool([
      ...['domain', 'provision', `--targetdir=${folder}`, `--realm=${realm}`, '--domain=CORP'],
      ...[`--adminpass=${password}`, '--server-role=dc', '--dns-backend=SAMBA_INTERNAL'],
      ...['--host-name=dc1', `--host-ip=${place.address}`, ...settings(folder, place.address)],
    ]);
    const controller = await controllerAt(folder, `dc1.${domain}`, true, place);
    controllers.push(controller);
    const config = join(folder, 'etc', 'smb.conf');
    const addRecord: Domain['addRecord'] = async (zone, name, type, data) => {
      await tool(
        ['dns', 'add', place.address, zone, name, type, data, ...asAdmin, '-s', config],
        env,
      );
    };
    return {
      domain,
      dns: { address: place.address, port: 53 },
      controller,
      addRecord,
      addSite: async (site) => {
        await tool(['sites', 'create', site, '-s', config]);
        await tool(['sites', 'subnet', 'create', place.subnet, site, '-s', config]);
      },
      addReadOnly: async (site) => {
        const second = another();
        places.push(second);
        const home = join(root, 'rodc1');
        await tool(
          [
            ...['domain', 'join', domain, 'RODC', `--server=${place.address}`],
            ...[`--targetdir=${home}`, `--site=${site}`, '--dns-backend=NONE', ...asAdmin],
            ...['--option=netbios name=RODC1', ...settings(home, second.address)],
          ],
          env,
        );
        const host = `rodc1.${domain}`;
        await addRecord(domain, 'rodc1', 'A', second.address);
        await addRecord(
          `_msdcs.${domain}`,
          `_ldap._tcp.${site}._sites.dc`,
          'SRV',
          `${host} 389 0 100`,
        );
        const added = await controllerAt(home, host, false, second);
        controllers.push(added);
        return added;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
