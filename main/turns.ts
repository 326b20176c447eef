import type { Outcome } from '../preload/contract';

type Work<T> = (signal: AbortSignal) => Promise<Outcome<T>>;

/** One look at a time, and one control to end it with. */
export const createTurns = () => {
  let running: { control: AbortController; givesWay: boolean; over: Promise<unknown> } | null =
    null;
  return {
    /** What comes again by itself gives way to what a person asks for; everything else is waited for by nobody. */
    alone: async <T>(work: Work<T>, { givesWay = false } = {}): Promise<Outcome<T>> => {
      if (running?.givesWay === true && !givesWay) {
        running.control.abort();
        await running.over.catch(() => undefined);
      }
      if (running !== null) return { ok: false, code: 'busy' };
      const control = new AbortController();
      const ended = async () => {
        try {
          return await work(control.signal);
        } finally {
          running = null;
        }
      };
      const over = ended();
      running = { control, givesWay, over };
      return over;
    },
    cancel: (): boolean => {
      running?.control.abort();
      return running !== null;
    },
  };
};

export type Turns = ReturnType<typeof createTurns>;
