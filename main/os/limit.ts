import type { Start } from './run';

/** At most so many programs at once, first come first served: endpoint protection dislikes bursts. */
export const limited = (start: Start, atOnce: number): Start => {
  const waiting: (() => void)[] = [];
  let running = 0;
  const turn = async (): Promise<void> => {
    if (running >= atOnce) return new Promise((resolve) => waiting.push(resolve));
    running += 1;
  };
  return async (...call) => {
    await turn();
    try {
      return await start(...call);
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
};
