import { homedir, hostname, release, userInfo } from 'node:os';
import { failed, ok } from '../core/reading';
import type { Caller } from './caller';
import { variable, type Machine } from './machine';
import type { RawReading } from './port';

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
