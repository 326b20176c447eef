import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { win32 } from 'node:path';
import { failed, ok, unavailable, type Reading } from '../core/reading';
import { isDeclared, type Act, type ActReading, type Place } from './act';
import { isPlainPath } from './files';
import { systemRoot, type Machine } from './machine';
import type { Raw, ReadOptions } from './port';
import type { Start } from './run';

export interface PerformEdge {
  machine: Machine;
  start: Start;
  /** Our own installed program; null where there is none to come back to. */
  ownProgram: string | null;
}

/** Only administrators write here, and everybody may read: nobody can plant a file or a link for us. */
const savedFolder = (machine: Machine): string => `${systemRoot(machine)}\\Logs\\Fieldkit`;

const savedPath = (machine: Machine, act: Act): string | null =>
  act.saves === undefined ? null : win32.join(savedFolder(machine), act.saves.name);

/** The flag our own program is started with after a restart. */
const resumeFlag = '--resume';

const places: Record<Place['place'], (edge: PerformEdge, act: Act) => string | null> = {
  saved: ({ machine }, act) => savedPath(machine, act),
  'own-program': ({ ownProgram }) =>
    ownProgram !== null && isPlainPath(ownProgram) ? `"${ownProgram}" ${resumeFlag}` : null,
};

/** Null when a place is not known on this machine: then there is nothing that could be started. */
const fillIn = (edge: PerformEdge, act: Act): string[] | null => {
  const filled = act.args.map((part) =>
    typeof part === 'string' ? part : places[part.place](edge, act),
  );
  return filled.every((part) => part !== null) ? filled : null;
};

const makeRoom = async (path: string): Promise<boolean> => {
  try {
    await mkdir(win32.dirname(path), { recursive: true });
    // What lies there from the last time must not pass for what is made now.
    await rm(path, { force: true });
    return true;
  } catch {
    return false;
  }
};

const keep = async (act: Act, path: string, raw: Raw): Promise<string | null> => {
  try {
    if (act.saves?.from === 'output' && raw.exitCode === 0) await writeFile(path, raw.bytes);
    return (await stat(path)).size > 0 ? path : null;
  } catch {
    return null;
  }
};

/** Starts one declared act and says how its program ended; what that is worth is decided elsewhere. */
export const perform = async (
  edge: PerformEdge,
  act: Act,
  { signal }: ReadOptions,
): Promise<ActReading> => {
  if (!isDeclared(act)) return failed('could-not-start', 'act refused');
  const args = fillIn(edge, act);
  if (args === null) return unavailable('absent', 'place');
  const path = savedPath(edge.machine, act);
  if (path !== null && !(await makeRoom(path))) return unavailable('denied', 'folder');
  const ended: Reading<Raw> = await edge.start(act.tool, args, {
    limitMs: act.limitMs,
    ...(signal === undefined ? {} : { signal }),
  });
  if (ended.kind !== 'ok') return ended;
  return ok({ ...ended.value, saved: path === null ? null : await keep(act, path, ended.value) });
};
