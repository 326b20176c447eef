import type { LossKind, ResetLosses } from '../facts/recovery';
import { isEntraJoined } from '../join';
import { fact, registrationOf } from '../rules/evidence';
import { valueOf, type Snapshot } from '../snapshot';
import { subjectOf } from '../subject';
import type { Item, Judge } from './line';
import { no, notRead, unknown, yes } from './line';

/**
 * Folders, drives and printers are those of the account that looked. Seen by a service, or by an
 * administrator who lent a hand, they say nothing about the person whose PC it is.
 */
export const seenByAnother = (snapshot: Snapshot): boolean => {
  if (snapshot.who?.system === true) return true;
  const last = valueOf(snapshot, 'last-sign-in')?.sid ?? null;
  const own = snapshot.who?.sid ?? null;
  if (last !== null && own !== null && last.toUpperCase() !== own.toUpperCase()) return true;
  const registration = registrationOf(snapshot);
  if (registration === null) return false;
  const { kind } = subjectOf(registration);
  return kind === 'system' || (kind === 'local-user' && isEntraJoined(registration) === true);
};

const ofAnother = unknown('other-account');

export const folders: Judge = (snapshot) => {
  if (seenByAnother(snapshot)) return ofAnother;
  const known = valueOf(snapshot, 'onedrive')?.folders ?? null;
  if (known === null || known.length === 0) return notRead;
  const proof = known.map(({ name, path }) => fact('onedrive', name, path));
  const items = (state: string): Item[] =>
    known
      .filter((folder) => folder.protected === state)
      .map(({ name, path }) => ({ kind: name, name: path, bytes: null, whole: true }));
  const outside = items('no');
  if (outside.length > 0) return no('outside', proof, { items: outside });
  const open = items('unknown');
  return open.length > 0 ? unknown('some-not-read', proof, { items: open }) : yes('safe', proof);
};

/** No local value proves that everything arrived in the cloud, so this is always asked. */
export const uploaded: Judge = (snapshot) => {
  if (seenByAnother(snapshot)) return ofAnother;
  const facts = valueOf(snapshot, 'onedrive');
  if (facts === null) return notRead;
  const proof = [fact('onedrive', 'workAccount', facts.workAccount)];
  if (facts.workAccount === 'no') return no('not-signed-in', proof);
  return unknown('ask', proof);
};

const plain = (path: string): string => path.replace(/[\\/]+$/u, '').toLowerCase();

/** Folders of the profile that lie in no OneDrive folder and hold something. */
const measured = (snapshot: Snapshot): Item[] | null => {
  const sizes = valueOf(snapshot, 'folder-sizes');
  const accounts = valueOf(snapshot, 'onedrive')?.accounts ?? null;
  if (sizes === null || accounts === null) return null;
  const clouds = accounts.flatMap(({ folder }) => (folder === null ? [] : [plain(folder)]));
  return [...sizes.folders, sizes.loose]
    .filter(
      ({ name, files, whole }) =>
        (files > 0 || !whole) &&
        (name === '' || !clouds.includes(plain(`${plain(sizes.root)}\\${name}`))),
    )
    .sort((one, other) => other.bytes - one.bytes)
    .map(({ name, bytes, whole }) => ({
      kind: name === '' ? 'loose-files' : 'folder',
      name: name === '' ? null : name,
      bytes,
      whole,
    }));
};

/** Kept outside the folders a person sees, and worth a copy. */
const hidden: readonly LossKind[] = ['mail-files', 'browser-profiles'];

const lostOf = (facts: ResetLosses | null, kinds: readonly LossKind[]) =>
  (facts?.losses ?? []).filter(({ kind }) => kinds.includes(kind));

const itemsOf = (losses: ResetLosses['losses']): Item[] =>
  losses.flatMap(({ kind, names }) =>
    (names === null || names.length === 0 ? [null] : names).map((name) => ({
      kind,
      name,
      bytes: null,
      whole: true,
    })),
  );

export const outside: Judge = (snapshot) => {
  if (seenByAnother(snapshot)) return ofAnother;
  const sizes = measured(snapshot);
  const losses = valueOf(snapshot, 'reset-losses');
  const watched = lostOf(losses, sizes === null ? [...hidden, 'downloads'] : hidden);
  const found = [...(sizes ?? []), ...itemsOf(watched.filter(({ lost }) => lost === 'yes'))];
  if (found.length > 0) {
    const bytes = found.reduce((sum, item) => sum + (item.bytes ?? 0), 0);
    const proof = found.map(({ kind, name, bytes: size }) =>
      fact(size === null ? 'reset-losses' : 'folder-sizes', name ?? kind, size ?? 'yes'),
    );
    return no(sizes === null ? 'some' : 'measured', proof, {
      items: found,
      values: { count: found.length, gigabytes: Math.round(bytes / 1024 ** 2 / 102.4) / 10 },
    });
  }
  if (sizes === null || losses === null) return notRead;
  return watched.some(({ lost }) => lost === 'unknown')
    ? unknown('some-not-read')
    : yes('nothing', [fact('folder-sizes', 'folders', 0)]);
};

/** What no program can see in time: the person knows, or nobody. */
const onlyAsked: readonly LossKind[] = ['sticky-notes', 'outlook-signatures', 'certificates'];

export const asked: Judge = () =>
  unknown('ask', [], {
    items: onlyAsked.map((kind) => ({ kind, name: null, bytes: null, whole: true })),
  });

/** Lists for the return sheet; null where one could not be read. */
export interface Noted {
  drives: { letter: string; path: string }[] | null;
  printers: string[] | null;
  wireless: string[] | null;
  mailFiles: string[] | null;
  accounts: string[] | null;
}

const nobody: Noted = {
  drives: null,
  printers: null,
  wireless: null,
  mailFiles: null,
  accounts: null,
};

const printersOf = (snapshot: Snapshot): string[] | null => {
  const facts = valueOf(snapshot, 'printers');
  if (facts === null) return null;
  const connected = facts.connections.map(({ server, share }) => `\\\\${server}\\${share}`);
  const listed = (facts.printers ?? [])
    .filter(({ network }) => network === true)
    .map(({ name }) => name);
  return [...new Map([...connected, ...listed].map((name) => [name.toLowerCase(), name])).values()];
};

export const notedOf = (snapshot: Snapshot): Noted => {
  const wireless = valueOf(snapshot, 'known-networks')?.wireless ?? null;
  // Networks belong to the PC, everything else to the account.
  if (seenByAnother(snapshot)) return { ...nobody, wireless };
  const drives = valueOf(snapshot, 'mapped-drives')?.remembered ?? null;
  const mail = valueOf(snapshot, 'reset-losses')?.losses.find(({ kind }) => kind === 'mail-files');
  const cloud = valueOf(snapshot, 'onedrive')?.accounts ?? null;
  return {
    wireless,
    drives: drives?.map(({ letter, path }) => ({ letter, path })) ?? null,
    printers: printersOf(snapshot),
    mailFiles: mail?.names ?? null,
    accounts: cloud?.flatMap(({ email }) => (email === null ? [] : [email])) ?? null,
  };
};

export const noted: Judge = (snapshot) => {
  const { drives, printers, wireless } = notedOf(snapshot);
  const lists = { drives, printers, wireless };
  const missing = Object.entries(lists).filter(([, list]) => list === null);
  const proof = [
    ...(drives === null ? [] : [fact('mapped-drives', 'remembered', drives.length)]),
    ...(printers === null ? [] : [fact('printers', 'connections', printers.length)]),
    ...(wireless === null ? [] : [fact('known-networks', 'wireless', wireless.length)]),
  ];
  const values = {
    drives: drives?.length ?? 0,
    printers: printers?.length ?? 0,
    wireless: wireless?.length ?? 0,
  };
  if (missing.length === 0) return yes('all', proof, { values });
  return unknown('partly', proof, {
    values,
    items: missing.map(([kind]) => ({ kind, name: null, bytes: null, whole: true })),
  });
};
