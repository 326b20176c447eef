import { createLive } from '../os/live';
import { record } from '../os/record';
import { probes } from '../probes/index';
import { version } from './version';

/** Everything any probe would read, as raw bytes; nothing is decoded or judged. */
export const recordThisDevice = (
  out: string,
  options: { budgetMs: number; signal: AbortSignal; force: boolean },
) => {
  const sources = probes.flatMap(({ reads }) => reads);
  return record(createLive(), sources, out, { ...options, version });
};
