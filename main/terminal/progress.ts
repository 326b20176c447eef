import type { Landed } from '../inspector/inspect';
import type { Terminal } from './terminal';

const tickMs = 200;
const startOfLine = '\r\x1b[K';

export interface Progress {
  landed(landed: Landed): void;
  stop(): void;
}

const silent: Progress = { landed: () => undefined, stop: () => undefined };

/** One line on a terminal: what landed last, how many of how many, time gone and time allowed. */
export const progressOn = (terminal: Terminal, budgetMs: number): Progress => {
  if (!terminal.watched) return silent;
  const { words, err, width } = terminal;
  const began = performance.now();
  let last: Landed | null = null;
  const draw = () => {
    const name = last === null ? null : (words.lookUp(`probe.${last.probe}`) ?? last.probe);
    const line = words.say('terminal.check.progress', {
      done: last?.done ?? 0,
      of: last?.of ?? 0,
      probe: name ?? '…',
      elapsed: Math.round((performance.now() - began) / 1000),
      budget: Math.round(budgetMs / 1000),
    });
    err(`${startOfLine}${line.slice(0, width - 1)}`);
  };
  const timer = setInterval(draw, tickMs);
  draw();
  return {
    landed: (landed) => {
      last = landed;
      draw();
    },
    stop: () => {
      clearInterval(timer);
      err(startOfLine);
    },
  };
};
