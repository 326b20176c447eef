import type { DriveStatus, MappedDrives } from '../../core/facts/on-premises';
import type { Probe } from '../probe';
import { cimNumber, cimSource, cimText, rowsOf } from '../text/cim';
import type { CimRow } from '../text/cim';
import { map, valueOr } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';
import type { RegistryTree } from '../text/registry';

const kept = registrySource('registry-mapped-drives', 'HKCU', 'Network');
const live = cimSource('cim-mapped-drives', 'root/Microsoft/Windows/SMB', 'MSFT_SmbMapping', [
  'LocalPath',
  'RemotePath',
  'Status',
]);

const statuses: Record<number, DriveStatus> = {
  0: 'ok',
  1: 'paused',
  2: 'disconnected',
  3: 'network-error',
  4: 'connecting',
  5: 'reconnecting',
  6: 'unavailable',
};

const remembered = (tree: RegistryTree): MappedDrives['remembered'] =>
  tree.children('').flatMap((letter) => {
    const path = tree.string(letter, 'RemotePath');
    if (path === null) return [];
    return [
      {
        letter: `${letter.toUpperCase()}:`,
        path,
        // A drive of the signed-in user has the number 0 here instead of a name.
        user: /^0(x0)?$/.test(tree.string(letter, 'UserName') ?? '0')
          ? null
          : tree.string(letter, 'UserName'),
        provider: tree.string(letter, 'ProviderName'),
      },
    ];
  });

const connectedOf = (row: CimRow) => {
  const path = cimText(row, 'RemotePath');
  const status = statuses[cimNumber(row, 'Status') ?? -1] ?? ('unknown' as const);
  return path === null ? [] : [{ letter: cimText(row, 'LocalPath'), path, status }];
};

export const mappedDrivesProbe: Probe<'mapped-drives'> = {
  id: 'mapped-drives',
  on: ['win32'],
  reads: [...registryReads(kept), live],
  parse: (raws) =>
    map(registryOf(raws, kept), (tree) => ({
      remembered: remembered(tree),
      connected: valueOr(
        map(rowsOf(raws, live), (rows) => rows.flatMap(connectedOf)),
        null,
      ),
    })),
};
