import { createLive } from '../os/live';
import { record } from '../os/record';
import { redactCapture } from '../os/redact';
import { ordinaryProbes } from '../probes/index';
import { version } from './version';

/** What an ordinary check reads, as raw bytes; nothing is decoded or judged. */
export const recordThisDevice = (
  out: string,
  {
    redact,
    ...options
  }: { budgetMs: number; signal: AbortSignal; force: boolean; redact: boolean },
) => {
  const sources = ordinaryProbes.flatMap(({ reads }) => reads);
  return record(createLive(), sources, out, {
    ...options,
    version,
    ...(redact ? { prepare: (capture) => redactCapture(capture, sources) } : {}),
  });
};
