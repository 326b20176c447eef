import { createLive } from '../os/live';
import { record } from '../os/record';
import { ordinaryProbes } from '../probes/index';
import { version } from './version';

/** What an ordinary check reads, as raw bytes; nothing is decoded or judged. */
export const recordThisDevice = (
  out: string,
  options: { budgetMs: number; signal: AbortSignal; force: boolean },
) => {
  const sources = ordinaryProbes.flatMap(({ reads }) => reads);
  return record(createLive(), sources, out, { ...options, version });
};
