import type { StepState, TrackedItem, TrackedKind } from '../../core/facts/autopilot';
import type { RegistryTree } from '../text/registry';
import { registryNumber } from '../text/registry-text';

const kinds: Record<string, TrackedKind> = {
  expectedpolicies: 'policy',
  expectedmsiapppackages: 'msi',
  expectedmodernapppackages: 'store-app',
  expectedscepcerts: 'certificate',
  expectedpfxcerts: 'certificate',
  expectednetworkprofiles: 'network',
  sidecar: 'win32-app',
};

const appStates: Record<number, StepState> = {
  1: 'not-started',
  2: 'in-progress',
  3: 'succeeded',
  4: 'failed',
};
/** Everything but apps of the agent is either through or not yet. */
const doneStates: Record<number, StepState> = { 0: 'not-started', 1: 'succeeded' };

const stateOf = (kind: TrackedKind, raw: number | null): StepState =>
  (kind === 'win32-app' ? appStates : doneStates)[raw ?? -1] ?? 'unknown';

const root = 'ESPTrackingInfo\\Diagnostics';
/** Bookkeeping of the log, not a state of set-up. */
const noise = /^LastLoggedState/i;

/** One group holds a subkey per moment, named by its time, so that the last one is how things stand. */
const itemsOf = (tree: RegistryTree, path: string, kind: TrackedKind, user: string | null) => {
  const moments = tree
    .children(path)
    .filter((name) => !noise.test(name))
    .sort();
  const latest = new Map<string, number | null>();
  for (const moment of ['', ...moments])
    for (const value of tree.values(moment === '' ? path : `${path}\\${moment}`))
      if (value.name.startsWith('./')) latest.set(value.name, registryNumber(value));
  return [...latest].map(([name, rawState]): TrackedItem => ({
    kind,
    user,
    name,
    state: stateOf(kind, rawState),
    rawState,
  }));
};

const groupsOf = (tree: RegistryTree, path: string, user: string | null): TrackedItem[] =>
  tree.children(path).flatMap((name) => {
    const kind = kinds[name.toLowerCase()];
    return kind === undefined ? [] : itemsOf(tree, `${path}\\${name}`, kind, user);
  });

/** The agent's own list: `Device\Setup\Apps\Tracking\Sidecar\Win32App_<id>`. */
const agentPath = 'Device\\Setup\\Apps\\Tracking\\Sidecar';
const agentItems = (tree: RegistryTree): TrackedItem[] =>
  tree.children(agentPath).map((name) => {
    const rawState = tree.number(`${agentPath}\\${name}`, 'InstallationState');
    return { kind: 'win32-app', user: null, name, state: stateOf('win32-app', rawState), rawState };
  });

export const trackedItems = (tree: RegistryTree): TrackedItem[] => [
  ...groupsOf(tree, root, null),
  ...tree
    .children(root)
    .filter((name) => name.startsWith('S-'))
    .flatMap((sid) => groupsOf(tree, `${root}\\${sid}`, sid)),
  ...agentItems(tree),
];
