import type { EnvironmentProxy, ProxySettings, UserProxy } from '../../core/facts/network';
import { triOf } from '../../core/reading';
import type { RegistryHive, Source } from '../../os/port';
import type { Probe, Raws } from '../probe';
import { userVariablesKey } from '../recovery/sources';
import { textOf } from '../text/raw';
import { map } from '../text/reading';
import { registryOf, registryReads, registrySource, shallow } from '../text/registry';
import type { RegistryTree } from '../text/registry';
import { readConnectionFlags, readServicesProxy, withoutCredentials } from './proxy-bytes';
import { readProxyText } from './proxy-text';

const settings = 'Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';
const policies = 'Software\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';
const own = (key: string, hive: RegistryHive, path: string) =>
  shallow(registrySource(key, hive, path));

const user = own('registry-proxy-user', 'HKCU', settings);
const userConnections = own('registry-proxy-user-connections', 'HKCU', `${settings}\\Connections`);
const machine = own('registry-proxy-machine', 'HKLM', settings);
const machinePolicy = own('registry-proxy-machine-policy', 'HKLM', policies);
const userPolicy = own('registry-proxy-user-policy', 'HKCU', policies);
const services = own('registry-proxy-services', 'HKLM', `${settings}\\Connections`);
// Windows lets everybody read these; an account that may not is a gap and no "no".
const system = own('registry-proxy-system', 'HKU', `S-1-5-18\\${settings}`);
const systemConnections = own(
  'registry-proxy-system-connections',
  'HKU',
  `S-1-5-18\\${settings}\\Connections`,
);
const machineVariables = own(
  'registry-machine-variables',
  'HKLM',
  'SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment',
);
const netsh = {
  key: 'netsh-winhttp-proxy',
  rights: 'user',
  limitMs: 8_000,
  kind: 'command',
  tool: 'netsh.exe',
  args: ['winhttp', 'show', 'proxy'],
} as const satisfies Source;

const nothing: UserProxy = {
  enabled: 'unknown',
  servers: null,
  bypass: null,
  pacUrl: null,
  autoDetect: 'unknown',
};

const proxyIn = (tree: RegistryTree, blob: Uint8Array | null): UserProxy => {
  const flags = readConnectionFlags(blob);
  return {
    enabled: triOf(flags?.proxy ?? tree.flag('', 'ProxyEnable')),
    servers: withoutCredentials(tree.string('', 'ProxyServer')),
    bypass: tree.string('', 'ProxyOverride'),
    pacUrl: withoutCredentials(tree.string('', 'AutoConfigURL')),
    autoDetect: triOf(flags?.autoDetect ?? tree.flag('', 'AutoDetect')),
  };
};

const treeOf = (raws: Raws, source: typeof user): RegistryTree | null => {
  const tree = registryOf(raws, source);
  return tree.kind === 'ok' ? tree.value : null;
};

const servicesProxy = (raws: Raws): ProxySettings['services'] => {
  const tree = treeOf(raws, services);
  const blob = tree?.bytes('', 'WinHttpSettings') ?? null;
  const read = blob === null ? null : readServicesProxy(blob);
  if (read !== null) return { ...read, witness: 'registry' };
  const told = textOf(raws, netsh.key);
  const shown = told.kind === 'ok' ? readProxyText(told.value.text) : null;
  if (shown !== null) return { ...shown, witness: 'netsh' };
  // Never set is direct; set but unreadable is not known.
  return tree !== null && tree.value('', 'WinHttpSettings') === null
    ? { access: 'direct', servers: null, bypass: null, witness: 'registry' }
    : { access: 'unknown', servers: null, bypass: null, witness: 'none' };
};

const userProxy = (raws: Raws, tree: RegistryTree): UserProxy =>
  proxyIn(tree, treeOf(raws, userConnections)?.bytes('', 'DefaultConnectionSettings') ?? null);

const machineProxy = (raws: Raws): UserProxy => {
  const tree = treeOf(raws, machine);
  return tree === null ? nothing : proxyIn(tree, null);
};

/** What SYSTEM never set is off there: nobody opens its settings, so nothing stands for "as ever". */
const systemProxy = (raws: Raws): UserProxy => {
  const tree = treeOf(raws, system);
  const connections = treeOf(raws, systemConnections);
  if (tree === null) return nothing;
  const read = proxyIn(tree, connections?.bytes('', 'DefaultConnectionSettings') ?? null);
  if (connections === null) return read;
  const settled = (said: UserProxy['enabled']) => (said === 'unknown' ? 'no' : said);
  return { ...read, enabled: settled(read.enabled), autoDetect: settled(read.autoDetect) };
};

/** A variable of the person goes before the one of the machine; Windows knows no case here. */
const environmentProxy = (raws: Raws): EnvironmentProxy | null => {
  const forUser = treeOf(raws, userVariablesKey);
  const forMachine = treeOf(raws, machineVariables);
  if (forUser === null || forMachine === null) return null;
  const said = (name: string) => forUser.string('', name) ?? forMachine.string('', name);
  return {
    https: withoutCredentials(said('HTTPS_PROXY')),
    http: withoutCredentials(said('HTTP_PROXY')),
    all: withoutCredentials(said('ALL_PROXY')),
    bypass: said('NO_PROXY'),
  };
};

const mergedPolicy = (raws: Raws): UserProxy => {
  const forUser = treeOf(raws, userPolicy);
  const forMachine = treeOf(raws, machinePolicy);
  const trees = [forUser, forMachine].flatMap((tree) => (tree === null ? [] : [tree]));
  const set = trees.find((tree) => tree.values('').some(({ name }) => /^(Proxy|Auto)/i.test(name)));
  return set === undefined ? nothing : proxyIn(set, null);
};

export const proxySettingsProbe: Probe<'proxy-settings'> = {
  id: 'proxy-settings',
  on: ['win32'],
  reads: [
    ...registryReads(user, userConnections, machine, machinePolicy, userPolicy, services),
    ...registryReads(system, systemConnections, machineVariables, userVariablesKey),
    netsh,
  ],
  parse: (raws) =>
    map(registryOf(raws, user), (tree) => {
      const perUser = treeOf(raws, machinePolicy)?.flag('', 'ProxySettingsPerUser') ?? null;
      return {
        user: perUser === false ? machineProxy(raws) : userProxy(raws, tree),
        policy: mergedPolicy(raws),
        perMachine: perUser === null ? null : !perUser,
        services: servicesProxy(raws),
        system: systemProxy(raws),
        environment: environmentProxy(raws),
      };
    }),
};
