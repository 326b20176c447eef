import { z } from 'zod';
import { homedir, hostname, release, userInfo } from 'node:os';
import { failed, ok } from '../core/reading';
import type { Who } from '../core/snapshot';
import type { Caller } from './caller';
import { variable, type Machine } from './machine';
import type { RawReading, Source } from './port';

/** Not asked by a probe: it says who asked for all the others. */
export const hostSource = {
  key: 'host',
  rights: 'user',
  limitMs: 25_000,
  kind: 'host',
} as const satisfies Source;

const nameOfUser = (): string | null => {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry, as in some containers.
    return null;
  }
};

/** Windows tells this only through a program; on POSIX it is the user id. */
const rightsOf = ({ platform }: Machine, caller: Caller | null) => {
  if (platform !== 'win32') return { elevated: (process.getuid?.() ?? -1) === 0, system: false };
  const level = caller?.level ?? null;
  return {
    elevated: level === null ? null : level !== 'user',
    system: level === null ? null : level === 'system',
  };
};

/** What Node knows without starting anything, as JSON in UTF-8. Null means not known, never "no". */
const hostFacts = (machine: Machine, caller: Caller | null): Record<string, unknown> => {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    platform: machine.platform,
    release: release(),
    arch: machine.arch,
    nativeArch: variable(machine, 'PROCESSOR_ARCHITEW6432') ?? null,
    computer: hostname(),
    user: nameOfUser(),
    domain: variable(machine, 'USERDOMAIN') ?? null,
    dnsDomain: variable(machine, 'USERDNSDOMAIN') ?? null,
    session: variable(machine, 'SESSIONNAME') ?? null,
    home: homedir(),
    sid: caller?.sid ?? null,
    ...rightsOf(machine, caller),
    locale,
    timeZone,
    offsetMinutes: -new Date().getTimezoneOffset(),
    now: new Date().toISOString(),
  };
};

export const readHost = (machine: Machine, caller: Caller | null): RawReading => {
  const began = performance.now();
  try {
    const bytes = Buffer.from(JSON.stringify(hostFacts(machine, caller)));
    return ok({ bytes, exitCode: null, ms: Math.round(performance.now() - began) });
  } catch (error) {
    return failed('crashed', (error as Error).message);
  }
};

const text = z.string().nullable().catch(null);
const flag = z.boolean().nullable().catch(null);
const whoShape = z.object({
  user: text,
  domain: text,
  computer: text,
  sid: text,
  elevated: flag,
  system: flag,
});

/** Reads back what `readHost` wrote, from this look or a recorded one; null when there is none. */
export const whoFrom = (reading: RawReading | undefined): Who | null => {
  if (reading?.kind !== 'ok') return null;
  try {
    return whoShape.parse(JSON.parse(Buffer.from(reading.value.bytes).toString()));
  } catch {
    return null;
  }
};
