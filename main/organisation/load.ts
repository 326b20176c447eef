import { readFile, stat } from 'node:fs/promises';
import { allowsRepair, type Organisation } from '../core/organisation';
import { thisMachine } from '../os/machine';
import { personMayChange } from './may-change';
import type { OrganisationPlace } from './places';
import {
  changeableFile,
  mostBytes,
  readOrganisation,
  unreadableFile,
  type OrganisationProblem,
} from './read';

export { organisationPlaces, type OrganisationPlace } from './places';

export interface RefusedOrganisation extends OrganisationPlace {
  problem: OrganisationProblem;
}

/** The organisation of this run, and every file that was there and was not used. */
export interface LoadedOrganisation {
  organisation: Organisation | null;
  from: OrganisationPlace | null;
  refused: readonly RefusedOrganisation[];
  /** Files that would have been read if a stronger one were not there. */
  outranked: readonly OrganisationPlace[];
  /**
   * The machine's own file is there and cannot be understood: it may have forbidden something, so nothing
   * that it could have forbidden is done.
   */
  closed: boolean;
}

export const noOrganisation: LoadedOrganisation = {
  organisation: null,
  from: null,
  refused: [],
  outranked: [],
  closed: false,
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'EIO';

type Bytes =
  { kind: 'none' } | { kind: 'bytes'; bytes: Uint8Array } | { kind: 'error'; code: string };

const bytesOf = async ({ from, path }: OrganisationPlace): Promise<Bytes> => {
  try {
    const found = await stat(path);
    if (!found.isFile()) return { kind: 'error', code: found.isDirectory() ? 'EISDIR' : 'EINVAL' };
    // One byte too many is enough for the reader to refuse it by name.
    if (found.size > mostBytes) return { kind: 'bytes', bytes: new Uint8Array(mostBytes + 1) };
    return { kind: 'bytes', bytes: await readFile(path) };
  } catch (error) {
    const code = codeOf(error);
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    // A file that was asked for by name and is not there is no silence.
    return missing && from !== 'option' ? { kind: 'none' } : { kind: 'error', code };
  }
};

type Found =
  | { kind: 'none' }
  | { kind: 'read'; organisation: Organisation }
  | { kind: 'refused'; problem: OrganisationProblem };

const readPlace = async (
  place: OrganisationPlace,
  mayChange: (path: string) => Promise<boolean>,
): Promise<Found> => {
  const found = await bytesOf(place);
  if (found.kind === 'none') return found;
  if (found.kind === 'error') return { kind: 'refused', problem: unreadableFile(found.code) };
  if (place.from === 'machine' && (await mayChange(place.path)))
    return { kind: 'refused', problem: changeableFile() };
  const read = readOrganisation(found.bytes);
  return read.ok
    ? { kind: 'read', organisation: read.organisation }
    : { kind: 'refused', problem: read.problem };
};

/**
 * The strongest file that can be used. A broken one of the machine ends the search: the weaker ones are
 * written by people it may have been meant to limit. One that the person may change is none of the
 * machine's at all.
 */
export const loadOrganisation = async (
  places: readonly OrganisationPlace[],
  mayChange: (path: string) => Promise<boolean> = (path) => personMayChange(path, thisMachine()),
): Promise<LoadedOrganisation> => {
  const refused: RefusedOrganisation[] = [];
  const all = await Promise.all(
    places.map(async (place) => ({ place, found: await readPlace(place, mayChange) })),
  );
  for (const [index, { place, found }] of all.entries()) {
    if (found.kind === 'none') continue;
    if (found.kind === 'read') {
      const weaker = all.slice(index + 1).filter((later) => later.found.kind !== 'none');
      return {
        organisation: found.organisation,
        from: place,
        refused,
        outranked: weaker.map((later) => later.place),
        closed: false,
      };
    }
    refused.push({ ...place, problem: found.problem });
    const ends = place.from === 'machine' && found.problem.code !== 'user-may-change';
    if (ends) return { ...noOrganisation, refused, closed: true };
  }
  return { ...noOrganisation, refused };
};

/** Whether this repair may be run on this device, as far as the organisation has a say. */
export const mayRepair = ({ organisation, closed }: LoadedOrganisation, repair: string): boolean =>
  !closed && allowsRepair(organisation, repair);
