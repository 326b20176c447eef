import type { PendingRestart, RestartMarker } from '../../core/facts/recovery';
import { ok, triOf } from '../../core/reading';
import type { Reading, Tri } from '../../core/reading';
import type { Probe, Raws } from '../probe';
import { registryOf, registryReads, registrySource, shallow } from '../text/registry';
import type { RegistryTree } from '../text/registry';

const current = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const control = 'SYSTEM\\CurrentControlSet\\Control';

const servicing = shallow(
  registrySource('registry-servicing', 'HKLM', `${current}\\Component Based Servicing`),
);
const autoUpdate = shallow(
  registrySource('registry-auto-update', 'HKLM', `${current}\\WindowsUpdate\\Auto Update`),
);
const session = shallow(
  registrySource('registry-session-manager', 'HKLM', `${control}\\Session Manager`),
);
const names = registrySource('registry-computer-name', 'HKLM', `${control}\\ComputerName`);
const netlogon = shallow(
  registrySource('registry-netlogon', 'HKLM', 'SYSTEM\\CurrentControlSet\\Services\\Netlogon'),
);
const sources = [servicing, autoUpdate, session, names, netlogon];

/** Keys that are there or not; `reg` lists the direct children of a key by name. */
const child = (name: string) => (tree: RegistryTree) => tree.has(name);
const named = (name: string) => (tree: RegistryTree) =>
  tree.has(name) || tree.value('', name) !== null;

const renamed = (tree: RegistryTree): boolean | null => {
  const [active, wanted] = ['ActiveComputerName', 'ComputerName'].map((path) =>
    tree.string(path, 'ComputerName'),
  );
  return active && wanted ? active.toUpperCase() !== wanted.toUpperCase() : null;
};

const markers: readonly [
  RestartMarker,
  (typeof sources)[number],
  (tree: RegistryTree) => boolean | null,
][] = [
  ['servicing', servicing, child('RebootPending')],
  ['servicing-in-progress', servicing, child('RebootInProgress')],
  ['packages-pending', servicing, child('PackagesPending')],
  ['windows-update', autoUpdate, child('RebootRequired')],
  ['file-renames', session, (tree) => tree.strings('', 'PendingFileRenameOperations').length > 0],
  ['computer-name', names, renamed],
  ['domain-join', netlogon, (tree) => named('JoinDomain')(tree) || named('AvoidSpnSet')(tree)],
];

const setIn = (
  raws: Raws,
  source: (typeof sources)[number],
  test: (tree: RegistryTree) => boolean | null,
): Tri => {
  const tree = registryOf(raws, source);
  return tree.kind === 'ok' ? triOf(test(tree.value)) : 'unknown';
};

const firstGap = (raws: Raws): Reading<never> | null => {
  const read = sources.map((source) => registryOf(raws, source));
  const [first] = read;
  return first !== undefined && first.kind !== 'ok' && read.every(({ kind }) => kind !== 'ok')
    ? first
    : null;
};

export const pendingRestartProbe: Probe<'pending-restart'> = {
  id: 'pending-restart',
  on: ['win32'],
  reads: registryReads(...sources),
  parse: (raws) => {
    const gap = firstGap(raws);
    if (gap !== null) return gap;
    const found = markers.map(([name, source, test]) => ({ name, set: setIn(raws, source, test) }));
    const counting = found.filter(({ name }) => name !== 'file-renames').map(({ set }) => set);
    const facts: PendingRestart = {
      markers: found,
      pending: counting.includes('yes') ? 'yes' : counting.includes('unknown') ? 'unknown' : 'no',
    };
    return ok(facts);
  },
};
