import { beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../main/core/snapshot';
import { guides } from '../../main/guides/library/index';
import { sampleIds } from '../../main/samples';
import type { GuideEndView, PracticeEnding } from '../../preload/contract';
import { snapshotOf, walkGuide, type Person } from './walker';

const willing: Person = { says: 'yes', chooses: 0 };
const people: Person[] = [willing, { says: 'no', chooses: 1 }];
const bad: PracticeEnding[] = ['fails', 'changes-nothing'];

/**
 * How well it can end on one of the samples. Where this is not `proved`, the proof lies outside of the PC, or
 * the way there leads through other hands.
 */
const best: Record<string, GuideEndView['how']> = {
  'hand-over-device': 'handed-over',
  'local-autopilot-reset': 'handed-over',
  'not-compliant': 'unknown',
  // The samples were recorded by people without administrator rights, who cannot see all that is signed for.
  'sign-off': 'unknown',
  'cloud-pc-stuck': 'unknown',
};
/** No sample is such a device; they are walked without one. */
const noSample = ['co-management-stuck'];

/** From good to bad, so that the best of several can be told. */
const order: GuideEndView['how'][] = [
  'proved',
  'unknown',
  'handed-over',
  'not-proved',
  'shown',
  'stopped',
];

let samples: readonly string[] = [];
const fitting = async (guide: (typeof guides)[number]): Promise<string[]> => {
  const fits = await Promise.all(
    samples.map(async (id) => {
      const fit = guide.fits(await snapshotOf(id));
      return fit === 'yes' || fit === 'unsure' ? [id] : [];
    }),
  );
  return fits.flat();
};

beforeAll(async () => {
  samples = await sampleIds();
});

describe.each(guides.map((guide) => [guide.id, guide] as const))('%s', (id, guide) => {
  const [seat = 'my-device'] = guide.seats;

  it('ends as well as it can where all goes well', async () => {
    const fits = await fitting(guide);
    expect(fits.length > 0).toBe(!noSample.includes(id));
    const ends: GuideEndView['how'][] = [];
    for (const sample of fits)
      for (const chooses of [0, 1]) {
        const run = await walkGuide(
          id,
          seat,
          { sample, ending: 'works' },
          { says: 'yes', chooses },
        );
        ends.push(run.end?.how ?? 'stopped');
        if (ends.at(-1) === (best[id] ?? 'proved')) break;
      }
    if (fits.length === 0) return;
    const reached = order.find((how) => ends.includes(how));
    expect(reached).toBe(best[id] ?? 'proved');
  });

  it('ends with a way on where it does not, and names no proof that a failed repair would be', async () => {
    for (const sample of (await fitting(guide)).slice(0, 2))
      for (const ending of bad)
        for (const person of people) {
          const run = await walkGuide(id, seat, { sample, ending }, person);
          // A page of the Settings opens also where repairs fail.
          const verified = run.log.filter(
            ({ result, repair }) =>
              result?.kind === 'verified' && repair?.startsWith('open-settings-') === false,
          );
          expect(verified).toEqual([]);
          if (run.end?.how !== 'proved' && run.end?.how !== 'stopped')
            expect(run.end?.to).not.toBeNull();
        }
  });

  it('is proved by nothing that was not read', () => {
    const nothing: Snapshot = {
      observedAt: 0,
      origin: 'this-device',
      platform: 'win32',
      readings: {},
    };
    const proofs = guide.steps.flatMap((step) =>
      step.kind === 'done' && step.proof !== 'last-act' ? [step.proof.holds(nothing)] : [],
    );
    expect(proofs.filter((told) => told !== 'unknown')).toEqual([]);
  });
});

it.each(guides.filter(({ seats }) => seats.includes('guide-a-call')).map(({ id }) => id))(
  '%s can be read aloud to the end',
  async (id) => {
    for (const person of [...people, { says: 'unknown', chooses: 2 } as const]) {
      const { end, log } = await walkGuide(id, 'guide-a-call', null, person);
      // Nobody on the phone can prove anything.
      expect(end?.how).not.toBe('proved');
      expect(log.filter(({ by }) => by === 'device')).toEqual([]);
    }
  },
);

/** Two probes tell the same; the second one is asked where the first one does not know. */
const spare = new Set(['bitlocker-at-start', 'tpm-ownership']);

describe.each(['prepare-reset', 'sign-off', 'preflight'])('the end of %s', (id) => {
  const done = guides.find((guide) => guide.id === id)?.steps.find(({ kind }) => kind === 'done');
  const proof = done?.kind === 'done' && done.proof !== 'last-act' ? done.proof : null;

  it('stands on every one of its readings', async () => {
    if (proof === null) return expect.fail('no proof');
    const whole = await Promise.all(samples.map(snapshotOf));
    const proved = whole.filter((snapshot) => proof.holds(snapshot) === 'yes');
    expect(proved.length > 0).toBe(best[id] === undefined);
    for (const snapshot of proved)
      for (const probe of proof.reads) {
        if (spare.has(probe)) continue;
        const { [probe]: _muted, ...readings } = snapshot.readings;
        expect([probe, proof.holds({ ...snapshot, readings })]).not.toEqual([probe, 'yes']);
      }
  });
});
