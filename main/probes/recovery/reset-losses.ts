import type { LossKind, ResetLosses } from '../../core/facts/recovery';
import { ok, triOf } from '../../core/reading';
import type { Tri } from '../../core/reading';
import type { Probe, Raws } from '../probe';
import { valueOr } from '../text/reading';
import { registryOf, registryReads, registrySource, shallow } from '../text/registry';
import type { RegistryTree } from '../text/registry';
import { browserLoss, browserReads } from './browser-profiles';
import { knownFolders, oneDriveReads } from './onedrive';
import { oneDriveAccountsKey, shellFoldersKey } from './sources';
import { expander, isShare, isUnder } from './user-paths';

const drivesKey = registrySource('registry-mapped-drives', 'HKCU', 'Network');
const printersKey = shallow(
  registrySource('registry-printer-connections', 'HKCU', 'Printers\\Connections'),
);
/** Outlook keeps the paths of its files as names of values. */
const mailKey = registrySource(
  'registry-outlook-catalogue',
  'HKCU',
  'Software\\Microsoft\\Office\\16.0\\Outlook\\Search\\Catalog',
);

type Loss = ResetLosses['losses'][number];

const loss = (kind: LossKind, lost: Tri, names: string[] | null = null): Loss => ({
  kind,
  lost,
  names,
});

/** Lost if there is any: a key that is missing means there is none. */
const listed = (
  kind: LossKind,
  tree: RegistryTree | null,
  names: (tree: RegistryTree) => string[],
): Loss => {
  const found = tree === null ? null : names(tree);
  return loss(kind, triOf(found && found.length > 0), found);
};

const downloads = '{374DE290-123F-4565-9164-39C4925E467B}';

/** Not among the folders OneDrive offers to back up; kept only where somebody moved it. */
const downloadsLoss = (raws: Raws): Loss => {
  const folders = valueOr(registryOf(raws, shellFoldersKey), null);
  const accounts = valueOr(registryOf(raws, oneDriveAccountsKey), null);
  const path = expander(raws)(folders?.string('', downloads) ?? null);
  if (path === null) return loss('downloads', 'unknown');
  if (accounts === null) return loss('downloads', isShare(path) ? 'no' : 'unknown', [path]);
  const saved = accounts
    .children('')
    .map((name) => accounts.string(name, 'UserFolder'))
    .some((folder) => folder !== null && isUnder(path, folder));
  return loss('downloads', triOf(!saved && !isShare(path)), [path]);
};

const opposite: Record<Tri, Tri> = { yes: 'no', no: 'yes', unknown: 'unknown' };

const folderLosses = (raws: Raws): Loss[] =>
  valueOr(knownFolders(raws), [
    { name: 'desktop' as const, protected: 'unknown' as const, path: null },
    { name: 'documents' as const, protected: 'unknown' as const, path: null },
    { name: 'pictures' as const, protected: 'unknown' as const, path: null },
  ]).map((folder) =>
    loss(folder.name, opposite[folder.protected], folder.path === null ? null : [folder.path]),
  );

/** Only data files; `.ost` is a copy of what the server has. */
const dataFiles = (tree: RegistryTree): string[] =>
  tree
    .values('')
    .map(({ name }) => name)
    .filter((name) => /\.pst$/i.test(name));

/** What no local source can tell: the person must be asked. */
const asked: readonly LossKind[] = ['sticky-notes', 'outlook-signatures', 'certificates'];

export const resetLossesProbe: Probe<'reset-losses'> = {
  id: 'reset-losses',
  on: ['win32'],
  reads: [...oneDriveReads, ...registryReads(drivesKey, printersKey, mailKey), ...browserReads],
  parse: (raws) => {
    const folders = registryOf(raws, shellFoldersKey);
    if (folders.kind !== 'ok') return folders;
    const tree = (key: typeof drivesKey) => valueOr(registryOf(raws, key), null);
    return ok({
      losses: [
        ...folderLosses(raws),
        downloadsLoss(raws),
        listed('mail-files', tree(mailKey), dataFiles),
        listed('mapped-drives', tree(drivesKey), (found) => found.children('')),
        listed('network-printers', tree(printersKey), (found) => found.children('')),
        browserLoss(raws),
        loss('windows-hello', 'yes'),
        loss('apps', 'yes'),
        ...asked.map((kind) => loss(kind, 'unknown')),
      ],
    });
  },
};
