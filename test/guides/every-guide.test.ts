import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../main/core/snapshot';
import { guides } from '../../main/guides/library/index';
import { sampleIds } from '../../main/samples';
import { snapshotOf, walk } from './walker';
import { ways } from './ways';

const people = [
  { says: 'yes', chooses: 0 },
  { says: 'no', chooses: 1 },
  { says: 'unknown', chooses: 2 },
] as const;

it('has ways through every guide, and for none that is not there', () => {
  expect(Object.keys(ways)).toEqual(guides.map(({ id }) => id));
});

describe.each(guides.map((guide) => [guide.id, guide] as const))('%s', (_id, guide) => {
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
    for (const person of people) {
      const { end, log } = (await walk(id, 'guide-a-call', null, person)).run;
      // Nobody on the phone can prove anything.
      expect(end?.how).not.toBe('proved');
      expect(log.filter(({ by }) => by === 'device')).toEqual([]);
    }
  },
);

/** Two probes tell the same; the second one is asked where the first one does not know. */
const spare: Readonly<Record<string, readonly string[]>> = {
  'prepare-reset': ['bitlocker-at-start'],
  'sign-off': ['bitlocker-at-start', 'mdm-server-times', 'disk-space'],
  preflight: ['tpm-ownership'],
};

describe.each(Object.keys(spare))('the end of %s', (id) => {
  const done = guides.find((guide) => guide.id === id)?.steps.find(({ kind }) => kind === 'done');
  const proof = done?.kind === 'done' && done.proof !== 'last-act' ? done.proof : null;

  it('stands on every one of its readings', async () => {
    if (proof === null) return expect.fail('no proof');
    const whole = await Promise.all((await sampleIds()).map(snapshotOf));
    const proved = whole.filter((snapshot) => proof.holds(snapshot) === 'yes');
    expect(proved).not.toEqual([]);
    for (const snapshot of proved)
      for (const probe of proof.reads) {
        if (spare[id]?.includes(probe) === true) continue;
        const { [probe]: _muted, ...readings } = snapshot.readings;
        expect([probe, proof.holds({ ...snapshot, readings })]).not.toEqual([probe, 'yes']);
      }
  });
});
