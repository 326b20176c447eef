import type { BatchStep } from '../../preload/contract-batch';
import type { Pen } from '../core/batch/edit';
import type { Sheet } from '../core/batch/sheet';
import { fillFrom, probesFor, serialIn } from '../sheets/fill';
import type { Call } from './command';
import { exit } from './exit';
import { cancelled } from './input';
import { organisationFor } from './organisation';
import { Problem } from './problem';
import { progressOn } from './progress';
import { targetFrom } from './target-option';
import type { Terminal } from './terminal';

const budgetMs = 120_000;

/** Looks at the device that is meant, and gives what fills its row. */
export const lookInto = async (
  step: BatchStep,
  call: Call,
  terminal: Terminal,
  pen: Pen,
): Promise<{ serial: string; fill(sheet: Sheet): Sheet }> => {
  const [{ look }, { openTarget }] = await Promise.all([import('../engine'), import('./target')]);
  const target = targetFrom(call);
  const opened = await openTarget(target);
  if (!opened.ok) throw opened.problem;
  const organisation = await organisationFor(call, terminal, target.kind);
  const progress = progressOn(terminal, budgetMs);
  const seen = await look(opened.os, {
    budgetMs,
    signal: terminal.signal,
    organisation,
    only: probesFor[step](),
    onReading: progress.landed,
  }).finally(progress.stop);
  // What was broken off proves nothing, and must not replace what was read before.
  if (terminal.signal.aborted) throw cancelled();
  const serial = serialIn(seen.snapshot);
  if (serial === null)
    throw new Problem('terminal.batch.no-serial', { exitCode: exit.undetermined });
  return { serial, fill: fillFrom(step, seen, pen) };
};
