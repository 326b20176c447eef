import { spawnSync } from 'node:child_process';
import { describe } from 'vitest';
import { look } from '../../main/engine';
import type { Snapshot } from '../../main/core/snapshot';
import { openCapture } from '../../main/os/capture/open';
import { createReplay } from '../../main/os/replay';
import { device, found, setUp, type Changes, type Pc, type Ran } from '../harness/windows/index';

/** Starting Windows and a check take seconds, on a machine that has other things to do far more. */
export const patienceMs = 180_000;

export const onWindows = (title: string, tests: () => void): void => {
  const name = found.missing === null ? title : `${title} (not run: no ${found.missing} here)`;
  describe.skipIf(found.missing !== null)(name, { timeout: patienceMs }, tests);
};

/** A described PC for as long as `use` takes. */
export const withPc = async <T>(
  name: string,
  changes: Changes,
  use: (pc: Pc) => Promise<T>,
  now?: number,
): Promise<T> => {
  if (found.parts === null) throw new Error(`no ${found.missing}`);
  const pc = await setUp(device(name, changes), found.parts, now);
  try {
    return await use(pc);
  } finally {
    pc.destroy();
  }
};

export interface Checked {
  observedAt: string | null;
  verdict: { state: string; headline: string; rootCause: string | null };
  join: { type: string };
  prt: { state: string };
  findings: { id: string }[];
  gaps: { probe: string; why: string; detail: string | null }[];
}

export const toChecked = ({ stdout, stderr }: Pick<Ran, 'stdout' | 'stderr'>): Checked => {
  if (stdout === '') throw new Error(`nothing was said: ${stderr}`);
  return JSON.parse(stdout) as Checked;
};

/** The look this command took at the device, without the moment at which it was taken. */
export const timeless = (checked: Checked): Omit<Checked, 'observedAt'> => {
  const { observedAt, ...rest } = checked;
  if (observedAt === null || Number.isNaN(Date.parse(observedAt)))
    throw new Error(`no time: ${String(observedAt)}`);
  return rest;
};

export const gapOf = ({ gaps }: Checked, probe: string): string | undefined =>
  gaps.find((gap) => gap.probe === probe)?.why;

export const check = async (pc: Pc, ...more: string[]): Promise<Checked> =>
  toChecked(await pc.run(['check', '--json', '--lang', 'en', ...more]));

const recordedAt = 'C:\\capture';

export const record = async (pc: Pc): Promise<string> => {
  const { code, stderr } = await pc.run(['record', recordedAt, '--force']);
  if (code !== 0) throw new Error(`not recorded: ${stderr}`);
  return pc.path(recordedAt);
};

/** The same command elsewhere: a plain Node of this machine, given the capture. */
export const checkCapture = (pc: Pc, capture: string): Checked => {
  const command = pc.path('C:\\fieldkit\\out\\main\\cli.js');
  const args = [command, 'check', '--json', '--lang', 'en', '--capture', capture];
  return toChecked(spawnSync(process.execPath, args, { encoding: 'utf8' }));
};

/** What was understood of a recording. */
export const readingsOf = async (capture: string): Promise<Snapshot['readings']> => {
  const opened = await openCapture(capture);
  if (!opened.ok) throw new Error(opened.code);
  return (await look(createReplay(opened.value), { budgetMs: patienceMs })).snapshot.readings;
};
