import type { ManagedPackages } from '../../core/facts/mdm';
import type { Probe } from '../probe';
import { hexCode } from '../text/codes';
import { map } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';
import type { RegistryTree } from '../text/registry';
import { guidOf } from './guid';

const source = registrySource(
  'registry-managed-packages',
  'HKLM',
  'SOFTWARE\\Microsoft\\EnterpriseDesktopAppManagement',
);

type Package = ManagedPackages['packages'][number];

const states: Record<number, Package['state']> = {
  10: 'under-way',
  20: 'under-way',
  25: 'waiting',
  30: 'failed',
  40: 'under-way',
  48: 'waiting',
  50: 'under-way',
  55: 'waiting',
  60: 'failed',
  70: 'done',
};
/** Stands where a user's SID stands for packages of the device. */
const device = /^S-0-0-0+/;
const agent = /IntuneWindowsAgent\.msi/i;

const packageOf = (tree: RegistryTree, user: string, name: string): Package[] => {
  const product = guidOf(name);
  if (product === null) return [];
  const path = `${user}\\MSI\\${name}`;
  const rawState = tree.number(path, 'Status');
  const error = tree.number(path, 'LastError');
  return [
    {
      user: device.test(user) ? null : user,
      product,
      state: states[rawState ?? -1] ?? 'unknown',
      rawState,
      error: error === 0 ? null : hexCode(error),
      isAgent: agent.test(tree.string(path, 'CurrentDownloadUrl') ?? ''),
    },
  ];
};

export const packagesProbe: Probe<'mdm-packages'> = {
  id: 'mdm-packages',
  on: ['win32'],
  reads: registryReads(source),
  parse: (raws) =>
    map(registryOf(raws, source), (tree) => ({
      packages: tree
        .children('')
        .filter((user) => user.startsWith('S-'))
        .flatMap((user) =>
          tree.children(`${user}\\MSI`).flatMap((name) => packageOf(tree, user, name)),
        ),
    })),
};
