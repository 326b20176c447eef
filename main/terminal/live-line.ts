import type { Terminal } from './terminal';

const tickMs = 200;
const startOfLine = '\r\x1b[K';

/** One line that keeps changing while somebody watches; the way back takes it away again. */
export const liveLine = (
  { watched, err, width }: Terminal,
  line: (elapsedSeconds: number) => string,
): (() => void) => {
  if (!watched) return () => undefined;
  const began = performance.now();
  const draw = () => {
    const elapsed = Math.round((performance.now() - began) / 1000);
    err(`${startOfLine}${line(elapsed).slice(0, width - 1)}`);
  };
  const timer = setInterval(draw, tickMs);
  draw();
  return () => {
    clearInterval(timer);
    err(startOfLine);
  };
};
