import { expect, it } from 'vitest';
import type { Outcome } from '../preload/contract';
import { createTurns } from '../main/turns';

const yes: Outcome<true> = { ok: true, value: true };
/** Ends when it is told to, and says whether it was broken off. */
const untilEnded = (signal: AbortSignal) =>
  new Promise<Outcome<true>>((resolve) => {
    signal.addEventListener('abort', () => resolve({ ok: false, code: 'cancelled' }));
  });
const atOnce = () => Promise.resolve(yes);

it('refuses a second look while one runs, and takes it afterwards', async () => {
  const { alone, cancel } = createTurns();
  const first = alone(untilEnded);
  expect(await alone(atOnce)).toEqual({ ok: false, code: 'busy' });
  expect(cancel()).toBe(true);
  expect(await first).toEqual({ ok: false, code: 'cancelled' });
  expect(cancel()).toBe(false);
  expect(await alone(atOnce)).toEqual(yes);
});

it('ends a round of watching for what a person asks, and for no other round', async () => {
  const { alone } = createTurns();
  const round = alone(untilEnded, { givesWay: true });
  expect(await alone(atOnce, { givesWay: true })).toEqual({ ok: false, code: 'busy' });
  expect(await alone(atOnce)).toEqual(yes);
  expect(await round).toEqual({ ok: false, code: 'cancelled' });
});

it('lets one of two through that came during a round', async () => {
  const { alone } = createTurns();
  const round = alone(untilEnded, { givesWay: true });
  const both = await Promise.all([alone(atOnce), alone(atOnce)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await round).ok).toBe(false);
});

it('is free again after a look that failed', async () => {
  const { alone } = createTurns();
  const broken = () => Promise.reject<Outcome<true>>(new Error('broke'));
  const round = alone(broken, { givesWay: true });
  expect(await alone(atOnce)).toEqual(yes);
  await expect(round).rejects.toThrow('broke');
  await expect(alone(broken)).rejects.toThrow('broke');
  expect(await alone(atOnce)).toEqual(yes);
});
