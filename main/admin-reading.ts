import type { Outcome } from '../preload/contract';
import type { Organisation } from './core/organisation';
import { look, type Look } from './engine';
import {
  alreadyRead,
  closedSources,
  withAdminReadings,
  withoutConsent,
} from './inspector/admin-sources';
import type { Elevator } from './os/elevate';
import { fromTold } from './os/elevation/readings';
import type { RawReadings } from './os/gather';
import type { Os } from './os/port';

export interface Seen {
  raws: RawReadings;
  /** When and on what it was read. */
  os: Pick<Os, 'kind' | 'platform' | 'observedAt'>;
}

const judgedAnew = (
  raws: RawReadings,
  { os }: Seen,
  organisation: Organisation | null,
): Promise<Look> => look(alreadyRead(raws, os), { budgetMs: 60_000, organisation });

/**
 * One question for rights fills what was closed to the user in a look already taken. No is an answer:
 * those readings say so. Whatever else goes wrong leaves the look as it was.
 */
export const readAsAdministrator = async (
  elevator: Elevator,
  seen: Seen,
  organisation: Organisation | null,
  signal: AbortSignal,
): Promise<Outcome<Look>> => {
  const asked = closedSources(seen.raws);
  if (asked.length === 0) return { ok: false, code: 'nothing-closed' };
  const told = await elevator.ask('read-admin-sources', asked, { signal });
  if (told.kind === 'unavailable' && told.why === 'declined')
    return {
      ok: true,
      value: await judgedAnew(withoutConsent(seen.raws, asked), seen, organisation),
    };
  if (told.kind !== 'ok') {
    const why = told.kind === 'failed' ? told.reason : told.why;
    const code = why === 'cancelled' ? 'cancelled' : 'rights-failed';
    return { ok: false, code, detail: `${why} ${told.detail ?? ''}`.trim() };
  }
  const read = fromTold(told.value, asked);
  if (read === null) return { ok: false, code: 'rights-failed', detail: 'not-understood' };
  return {
    ok: true,
    value: await judgedAnew(withAdminReadings(seen.raws, read), seen, organisation),
  };
};
