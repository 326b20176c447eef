import type { OpenedCapture } from '../os/capture/open';
import type { Os } from '../os/port';
import { exit } from './exit';
import { readingProblem } from './file-problem';
import { Problem } from './problem';

export type Target =
  { kind: 'this-device' } | { kind: 'capture'; path: string } | { kind: 'sample'; id: string };

type Opened = { ok: true; os: Os } | { ok: false; problem: Problem };

const refusedCapture = (path: string, opened: Extract<OpenedCapture, { ok: false }>): Opened => {
  const { code, detail = '' } = opened;
  const problem =
    code === 'cannot-open'
      ? readingProblem(path, detail)
      : new Problem(`terminal.capture.${code}`, {
          values: { path, detail },
          exitCode: exit.undetermined,
          why: code,
        });
  return { ok: false, problem };
};

/** Each way of opening is loaded when it is gone: this PC needs no archive, and an archive no PowerShell. */
const openers: {
  [K in Target['kind']]: (target: Extract<Target, { kind: K }>) => Promise<Opened>;
} = {
  'this-device': async () => {
    const { createLive } = await import('../os/live');
    return { ok: true, os: createLive() };
  },
  capture: async ({ path }) => {
    const [{ openCapture }, { createReplay }] = await Promise.all([
      import('../os/capture/open'),
      import('../os/replay'),
    ]);
    const opened = await openCapture(path);
    return opened.ok ? { ok: true, os: createReplay(opened.value) } : refusedCapture(path, opened);
  },
  sample: async ({ id }) => {
    const { openSample, sampleIds } = await import('../samples');
    const os = await openSample(id);
    if (os) return { ok: true, os };
    const known = (await sampleIds()).join(', ');
    const problem = new Problem('terminal.check.unknown-sample', { values: { id, known } });
    return { ok: false, problem };
  },
};

export const openTarget = <K extends Target['kind']>(
  target: Extract<Target, { kind: K }>,
): Promise<Opened> => openers[target.kind as K](target);
