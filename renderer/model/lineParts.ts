import type { StopView } from '../../preload/contract';

export type LinePart =
  | { kind: 'stop'; stop: StopView }
  /** Stops left out, and after which one. */
  | { kind: 'skipped'; count: number; after: string };

/** So many stops fit in one row of the page; fewer need no shortening. */
const oneRow = 7;

const isTrouble = ({ state }: StopView) => state === 'broken' || state === 'degraded';

export const wholeLine = (line: readonly StopView[]): LinePart[] =>
  line.map((stop) => ({ kind: 'stop', stop }));

/** Where the trouble is, with the stops on both sides of it; all of it where there is none. */
export const partThatMatters = (line: readonly StopView[]): LinePart[] => {
  if (line.length <= oneRow || !line.some(isTrouble)) return wholeLine(line);
  const near = (index: number) => line.slice(Math.max(0, index - 1), index + 2).some(isTrouble);
  const parts: LinePart[] = [];
  line.forEach((stop, index) => {
    const last = parts.at(-1);
    if (near(index)) parts.push({ kind: 'stop', stop });
    else if (last?.kind === 'skipped') last.count += 1;
    else parts.push({ kind: 'skipped', count: 1, after: line[index - 1]?.link ?? '' });
  });
  return parts;
};
