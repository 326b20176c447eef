import type { Reading } from './core/reading';
import type { Elevator } from './os/elevate';
import { repairById } from './repairs/index';
import { outcomeOf } from './repairs/outcome';
import type { Repair, RepairOutcome } from './repairs/repair';
import type { RunOptions } from './repairs/run';
import { outcomeFrom } from './repairs/told';

/** Looks before and after, and the start of the elevated side. */
const besidesMs = 120_000;

const workMs = ({ acts, settleSeconds }: Repair): number =>
  acts.reduce((sum, { limitMs }) => sum + limitMs, 0) + settleSeconds * 1_000 + besidesMs;

/** Ends the elevated side never reached: nothing was started. All others may have done something. */
const fromGap = (id: string, told: Exclude<Reading<unknown>, { kind: 'ok' }>): RepairOutcome => {
  const code = told.detail ?? null;
  if (told.kind === 'unavailable')
    return told.why === 'declined'
      ? outcomeOf(id, 'declined', 'declined')
      : outcomeOf(id, 'failed', 'blocked-by-policy', { code });
  if (told.reason === 'could-not-start')
    return outcomeOf(id, 'failed', 'could-not-start', { code });
  return outcomeOf(id, 'unknown', told.reason === 'timed-out' ? 'timed-out' : 'elevation', {
    code,
  });
};

/** Has the elevated side run one repair, after one question of Windows. No is an answer. */
export const createElevate =
  (elevator: Elevator): NonNullable<RunOptions['elevate']> =>
  async (id, signal) => {
    const repair = repairById(id);
    if (repair === null) return outcomeOf(id, 'failed', 'could-not-start');
    if ((await elevator.offer()) !== 'offered') return outcomeOf(id, 'skipped', 'needs-admin');
    const told = await elevator.ask('repair', [id], {
      workMs: workMs(repair),
      ...(signal === undefined ? {} : { signal }),
    });
    if (told.kind !== 'ok') return fromGap(id, told);
    return outcomeFrom(told.value) ?? outcomeOf(id, 'unknown', 'elevation', { code: 'shape' });
  };
