import type { KnownFolder, OneDrive, OneDriveAccount } from '../../core/facts/recovery';
import { ok, triOf } from '../../core/reading';
import type { Reading } from '../../core/reading';
import { guidOf } from '../mdm/guid';
import type { Probe, Raws } from '../probe';
import { valueOr } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';
import type { RegistryTree } from '../text/registry';
import {
  oneDriveAccountsKey,
  sessionVariablesKey,
  shellFoldersKey,
  userVariablesKey,
} from './sources';
import { expander, isShare, isUnder } from './user-paths';

const policyKey = registrySource(
  'registry-policy-onedrive',
  'HKLM',
  'SOFTWARE\\Policies\\Microsoft\\OneDrive',
);

export const oneDriveReads = registryReads(
  oneDriveAccountsKey,
  shellFoldersKey,
  sessionVariablesKey,
  userVariablesKey,
);

const accountOf = (tree: RegistryTree, name: string): OneDriveAccount => ({
  name,
  business: /^Business/i.test(name),
  email: tree.string(name, 'UserEmail'),
  folder: tree.string(name, 'UserFolder'),
  tenantId: guidOf(tree.string(name, 'ConfiguredTenantId')),
});

const accountsIn = (raws: Raws): OneDriveAccount[] | null => {
  const tree = valueOr(registryOf(raws, oneDriveAccountsKey), null);
  return tree?.children('').map((name) => accountOf(tree, name)) ?? null;
};

const folderNames: readonly [KnownFolder, string][] = [
  ['desktop', 'Desktop'],
  ['documents', 'Personal'],
  ['pictures', 'My Pictures'],
];

type Folder = NonNullable<OneDrive['folders']>[number];

const placeOf = (path: string | null, accounts: OneDriveAccount[] | null): Folder['place'] => {
  if (path === null) return 'unknown';
  if (isShare(path)) return 'network';
  if (accounts === null) return 'unknown';
  const inside = accounts.some(({ folder }) => folder !== null && isUnder(path, folder));
  return inside ? 'onedrive' : 'local';
};

/** Where the folders are decides; the bit masks OneDrive keeps are read in two contradicting ways. */
export const knownFolders = (raws: Raws): Reading<Folder[]> => {
  const tree = registryOf(raws, shellFoldersKey);
  if (tree.kind !== 'ok') return tree;
  const expand = expander(raws);
  const accounts = accountsIn(raws);
  return ok(
    folderNames.map(([name, value]) => {
      const path = expand(tree.value.string('', value));
      const place = placeOf(path, accounts);
      return {
        name,
        path,
        place,
        protected: triOf(place === 'unknown' ? null : place !== 'local'),
      };
    }),
  );
};

export const oneDriveProbe: Probe<'onedrive'> = {
  id: 'onedrive',
  on: ['win32'],
  reads: [...oneDriveReads, policyKey],
  parse: (raws) => {
    const tree = registryOf(raws, oneDriveAccountsKey);
    if (tree.kind !== 'ok') return tree;
    const accounts = accountsIn(raws) ?? [];
    const policy = valueOr(registryOf(raws, policyKey), null);
    const flag = (name: string) => triOf(policy && (policy.flag('', name) ?? false));
    const facts: OneDrive = {
      accounts,
      workAccount: triOf(accounts.some(({ business, email }) => business && email !== null)),
      folders: valueOr(knownFolders(raws), null),
      policy: {
        silentOptInTenant: guidOf(policy?.string('', 'KFMSilentOptIn') ?? null),
        optInBlocked: flag('KFMBlockOptIn'),
        silentAccount: flag('SilentAccountConfig'),
      },
      allUploaded: 'unknown',
    };
    return ok(facts);
  },
};
