import { unavailable } from '../core/reading';
import { z } from 'zod';
import type { AskHost } from './powershell/host';
import type { RawReading, Rights, Source } from './port';
import type { Start } from './run';

/** As whom this process reads. Null means not known, never "no". */
export interface Caller {
  level: Rights | null;
  sid: string | null;
}

const nobodyKnown: Caller = { level: null, sid: null };
const selfShape = z.array(
  z.object({ level: z.enum(['user', 'admin', 'system']), sid: z.string().startsWith('S-1-') }),
);

const fromHost = (reading: RawReading): Caller | null => {
  if (reading.kind !== 'ok') return null;
  try {
    const told = selfShape.parse(JSON.parse(Buffer.from(reading.value.bytes).toString()));
    return told[0] ?? null;
  } catch {
    return null;
  }
};

/** The integrity level is a group with a number; group names are translated. */
const fromGroups = (reading: RawReading): Caller => {
  if (reading.kind !== 'ok') return nobodyKnown;
  const [, told] = /\bS-1-16-(\d{1,6})\b/.exec(Buffer.from(reading.value.bytes).toString()) ?? [];
  if (told === undefined) return nobodyKnown;
  const integrity = Number(told);
  return {
    level: integrity >= 16_384 ? 'system' : integrity >= 12_288 ? 'admin' : 'user',
    sid: null,
  };
};

export type WhoAmI = (signal?: AbortSignal) => Promise<Caller>;

/** Asks the shared host, and `whoami` where the host cannot say. The answer is kept, a failure is not. */
export const createWhoAmI = (ask: AskHost, start: Start): WhoAmI => {
  let known: Promise<Caller> | null = null;
  const find = async (signal?: AbortSignal): Promise<Caller> => {
    const answer = await ask({ kind: 'self', rights: 'user', limitMs: 5_000 }, signal);
    const told = answer === null ? null : fromHost(answer);
    if (told !== null) return told;
    const options = { limitMs: 10_000, ...(signal === undefined ? {} : { signal }) };
    return fromGroups(await start('whoami.exe', ['/groups', '/fo', 'csv', '/nh'], options));
  };
  return async (signal) => {
    known ??= find(signal);
    const caller = await known;
    if (caller.level === null) known = null;
    return caller;
  };
};

const rank: Record<Rights, number> = { user: 0, admin: 1, system: 2 };
const gaps = { admin: unavailable('needs-admin'), system: unavailable('needs-system') };

/** Why the caller need not even try; null when they may, or when nobody knows who they are. */
export const lackingRights = ({ rights }: Source, { level }: Caller): RawReading | null =>
  rights === 'user' || level === null || rank[level] >= rank[rights] ? null : gaps[rights];
