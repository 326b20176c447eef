import { setTimeout as sleep } from 'node:timers/promises';
import { elevatedMachine } from './os/elevation/own-machine';
import { findProgramFiles, protectedFolder } from './os/elevation/place';
import { toTold } from './os/elevation/readings';
import { makePlace, removePlace, writeReply, type Outcome } from './os/elevation/reply';
import { fromArguments, type ElevatedRequest, type Operation } from './os/elevation/request';
import { createLive } from './os/live';
import type { Machine } from './os/machine';
import { createStart, type Start } from './os/run';
import { readAdminSources } from './inspector/admin-sources';
import { repairElevated } from './repair-elevated';

/** What the elevated side works with: a machine without anything of the user in it. */
interface Elevated {
  machine: Machine;
  start: Start;
}

/** Gives the value of the answer; null when what it was given is not on its list. */
type Handler = (given: readonly string[], elevated: Elevated, reader: string) => Promise<unknown>;

/**
 * Everything that may ever run with administrator rights. Each handler decides for itself what is
 * done: it is given names, and knows which of them mean something. The asking side counts for nothing.
 */
const handlers: Readonly<Record<Operation, Handler>> = {
  'read-admin-sources': async (given, { machine, start }) => {
    const read = await readAdminSources(createLive({ ...machine, start }), given);
    return read === null ? null : toTold(read);
  },
  repair: repairElevated,
};

const handle = async (request: ElevatedRequest, elevated: Elevated): Promise<Outcome> => {
  try {
    const value = await handlers[request.operation](request.given, elevated, request.reader);
    return value === null ? { kind: 'refused', why: 'given' } : { kind: 'ok', value };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'crashed', why: why.slice(0, 200) };
  }
};

export const elevatedExit = { done: 0, wrongUse: 64, noPlace: 77 } as const;

/** Long enough for the asking side to fetch the answer, short enough not to leave it lying about. */
const keptMs = 15_000;

export interface ElevatedOptions {
  program: string;
  machine?: Machine | null;
  keptMs?: number;
}

/** The elevated side of a question, from its arguments to its exit code. It asks and shows nothing. */
export const runElevated = async (
  args: readonly string[],
  options: ElevatedOptions,
): Promise<number> => {
  const request = fromArguments(args);
  if (request === null) return elevatedExit.wrongUse;
  const machine = options.machine === undefined ? elevatedMachine() : options.machine;
  if (machine === null) return elevatedExit.noPlace;
  const start = createStart(machine);
  const programFiles = await findProgramFiles(start);
  const folder = programFiles === null ? null : protectedFolder(options.program, programFiles);
  if (folder === null) return elevatedExit.noPlace;
  let place: string;
  try {
    place = await makePlace(start, folder, request);
  } catch {
    return elevatedExit.noPlace;
  }
  try {
    await writeReply(place, request, await handle(request, { machine, start }));
    await sleep(options.keptMs ?? keptMs);
  } finally {
    await removePlace(place);
  }
  return elevatedExit.done;
};
