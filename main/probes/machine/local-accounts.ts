import { triOf } from '../../core/reading';
import type { LocalAccounts } from '../../core/facts/machine';
import type { Probe, Raws } from '../probe';
import { cimFlag, cimSource, cimText, rowsOf } from '../text/cim';
import { map, valueOr } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';

const accounts = cimSource(
  'cim-local-accounts',
  'root/cimv2',
  'Win32_UserAccount',
  ['Name', 'SID', 'Disabled'],
  'LocalAccount=TRUE',
);

/** By management, then by Group Policy: the first wins. */
const policies = [
  registrySource('registry-laps-management', 'HKLM', 'SOFTWARE\\Microsoft\\Policies\\LAPS'),
  registrySource(
    'registry-laps-group-policy',
    'HKLM',
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\LAPS',
  ),
] as const;

const places: Record<number, LocalAccounts['passwordKeptIn']> = {
  0: 'nowhere',
  1: 'entra',
  2: 'directory',
};

const policyOf = (raws: Raws): Pick<LocalAccounts, 'passwordKeptIn' | 'managedName'> => {
  const trees = policies.map((policy) => valueOr(registryOf(raws, policy), null));
  const ruling = trees.find((tree) => tree !== null && tree.number('', 'BackupDirectory') !== null);
  if (ruling)
    return {
      passwordKeptIn: places[ruling.number('', 'BackupDirectory') ?? -1] ?? 'unknown',
      managedName: ruling.string('', 'AdministratorAccountName'),
    };
  return { passwordKeptIn: trees.includes(null) ? 'unknown' : 'nowhere', managedName: null };
};

/** Names of people: read only where somebody must be able to come back without the company's sign-in. */
export const localAccountsProbe: Probe<'local-accounts'> = {
  id: 'local-accounts',
  on: ['win32'],
  reads: [accounts, ...registryReads(...policies)],
  onRequest: true,
  parse: (raws) =>
    map(rowsOf(raws, accounts), (rows) => ({
      accounts: rows.flatMap((row) => {
        const name = cimText(row, 'Name');
        if (name === null) return [];
        const disabled = cimFlag(row, 'Disabled');
        return [
          {
            name,
            enabled: triOf(disabled === null ? null : !disabled),
            builtInAdministrator: /-500$/u.test(cimText(row, 'SID') ?? ''),
          },
        ];
      }),
      ...policyOf(raws),
    })),
};
