import type { ManagementAccount, ManagementAccounts } from '../../core/facts/mdm';
import type { Reading } from '../../core/reading';
import type { Probe, Raws } from '../probe';
import { map } from '../text/reading';
import { registryOf, registryReads } from '../text/registry';
import type { RegistryTree } from '../text/registry';
import { guidOf } from './guid';
import { managementAccountsKey } from './sources';

/** What the server was told last; SYSTEM alone reads it, and `mdm-server-times` asks as SYSTEM. */
const spare = /\\Protected(\\|$)/i;

const stores: Record<string, ManagementAccount['certificateStore']> = {
  system: 'machine',
  user: 'user',
};

const accountOf = (tree: RegistryTree, name: string): ManagementAccount[] => {
  const id = guidOf(name);
  if (id === null) return [];
  // `MY;System;<thumbprint>`
  const [, store = '', thumbprint = ''] = (tree.string(name, 'SslClientCertReference') ?? '').split(
    ';',
  );
  return [
    {
      id,
      certificateStore: stores[store.toLowerCase()] ?? 'unknown',
      thumbprint: /^[0-9a-f]{40}$/i.test(thumbprint) ? thumbprint.toUpperCase() : null,
      address: tree.string(name, 'Addr'),
    },
  ];
};

export const accountsIn = (raws: Raws): Reading<ManagementAccounts> =>
  map(registryOf(raws, managementAccountsKey, spare), (tree) => ({
    accounts: tree.children('').flatMap((name) => accountOf(tree, name)),
  }));

export const managementAccountsProbe: Probe<'mdm-accounts'> = {
  id: 'mdm-accounts',
  on: ['win32'],
  reads: registryReads(managementAccountsKey),
  parse: accountsIn,
};
