import type { z } from 'zod';
import type { CallName, Calls } from '../../preload/contract';
import { limits } from '../../preload/wire';
import type { House } from '../house';
import { guards, isCallName } from './guards';
import type { Log } from './log';
import { isPlainData } from './plain';
import { Refused, type BorderCode } from './refused';

/** The one way from a page to the house, whichever door it came through. */
export type Dispatch = (name: string, args: unknown) => Promise<unknown>;

/** A person can choose too large a file, which has words of its own; an endless id is nobody's mistake. */
const refusalFor = (error: z.ZodError): BorderCode =>
  error.issues.some((issue) => issue.code === 'too_big' && issue.maximum >= limits.textChars)
    ? 'too-large'
    : 'bad-arguments';

const check = <K extends CallName>(name: K, args: unknown): Parameters<Calls[K]> => {
  if (!isPlainData(args)) throw new Refused('bad-arguments');
  // The parsed copy goes on, never the object that came from the page.
  const guard: z.ZodType<Parameters<Calls[K]>> = guards[name];
  const checked = guard.safeParse(args);
  if (!checked.success) throw new Refused(refusalFor(checked.error));
  return checked.data;
};

const run = async <K extends CallName>(house: House, name: K, args: unknown): Promise<unknown> =>
  house[name](...check(name, args));

export const createDispatch =
  (house: House, log: Log): Dispatch =>
  async (name, args) => {
    try {
      if (!isCallName(name)) throw new Refused('unknown-call');
      return await run(house, name, args);
    } catch (error) {
      if (error instanceof Refused) {
        log('warn', 'call refused', { call: name.slice(0, 64), code: error.code });
        // The calls that take so much all answer with an outcome, and the page has words for this one.
        if (error.code === 'too-large') return { ok: false, code: error.code };
        throw error;
      }
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      log('error', 'call failed', { call: name.slice(0, 64), trace });
      throw new Refused('internal');
    }
  };
