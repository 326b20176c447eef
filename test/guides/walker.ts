import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import de from '../../strings/de/confirm.json';
import { look } from '../../main/engine';
import { createGuiding } from '../../main/guiding';
import type { Snapshot } from '../../main/core/snapshot';
import { openPractice, openSample } from '../../main/samples';
import type {
  GuideAnswer,
  GuideRunView,
  Outcome,
  PracticeEnding,
  Seat,
  Tri,
} from '../../preload/contract';

/** Somebody who answers every question alike, and of every choice takes the named option, or that number. */
export interface Person {
  says: Tri;
  chooses: number;
  picks?: Readonly<Record<string, string>>;
}

export const answerOf = (
  { step, here }: GuideRunView,
  { says, chooses, picks }: Person,
): GuideAnswer => {
  switch (step?.kind) {
    case 'check':
      return { kind: 'told', answer: says };
    case 'choose':
      return {
        kind: 'chose',
        option: picks?.[step.id] ?? step.options[chooses % step.options.length] ?? '',
      };
    case 'confirm':
      return says === 'yes'
        ? { kind: 'confirmed', typed: de['guide.confirm.word'], language: 'de' }
        : { kind: 'keep' };
    case 'act':
      if (here !== null || step.spent) return { kind: 'on' };
      return step.runs ? { kind: 'go' } : { kind: 'told', answer: says };
    case 'wait':
      return { kind: here === null ? 'go' : 'late' };
    default:
      return { kind: 'go' };
  }
};

const snapshots = new Map<string, Promise<Snapshot>>();
export const snapshotOf = (sample: string): Promise<Snapshot> => {
  const known = snapshots.get(sample);
  if (known !== undefined) return known;
  const read = openSample(sample).then(async (os) => {
    if (os === null) throw new Error(sample);
    return (await look(os, { budgetMs: 60_000 })).snapshot;
  });
  snapshots.set(sample, read);
  return read;
};

const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};

/** More than the longest way through any guide. */
const mostTurns = 60;

/** What was answered at a step, or null where the step was skipped. */
export type Given = GuideAnswer | null;

export interface Walked {
  run: GuideRunView;
  given: readonly Given[];
}

/** Walks a guide to its end, on a sample device or with somebody on the phone; throws where it cannot end. */
export const walk = async (
  guide: string,
  seat: Seat,
  on: { sample: string; ending: PracticeEnding } | null,
  person: Person,
): Promise<Walked> => {
  const os = on === null ? null : await openPractice(on.sample, on.ending);
  const snapshot = on === null ? null : await snapshotOf(on.sample);
  const guiding = createGuiding({
    folder: mkdtempSync(join(tmpdir(), 'fieldkit-walk-')),
    openDevice: () =>
      Promise.resolve(
        os === null ? { ok: false, code: 'unknown-sample' } : { ok: true, value: os },
      ),
    looked: () =>
      on === null || snapshot === null
        ? null
        : { snapshot, target: { kind: 'sample', id: on.sample, ending: on.ending } },
    allowed: () => Promise.resolve(true),
    elevate: null,
    changed: () => undefined,
  });
  const inspection = on === null ? null : 'look';
  let run = value(await guiding['guide.start'](guide, seat, inspection, on?.ending ?? 'works'));
  const given: Given[] = [];
  for (let turn = 0; turn < mostTurns && run.end === null; turn += 1) {
    const step = run.step?.id ?? '';
    const answer = answerOf(run, person);
    const taken = await guiding['guide.answer'](run.run, step, answer);
    given.push(taken.ok ? answer : null);
    // What is not possible just now can be skipped, as a person would do it.
    run = value(taken.ok ? taken : await guiding['guide.skip'](run.run, step, 'not-possible'));
  }
  await guiding['guide.leave'](run.run);
  if (run.end === null) throw new Error(`${guide} does not end: ${run.step?.id ?? '?'}`);
  return { run, given };
};
