import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { failed, ok, unavailable, type Reading } from '../../main/core/reading';
import { elevatedMachine } from '../../main/os/elevation/own-machine';
import type { Elevator } from '../../main/os/elevate';
import type { Start } from '../../main/os/run';
import { repairElevated } from '../../main/repair-elevated';
import { createElevate } from '../../main/repair-elevation';
import { repairs } from '../../main/repairs/index';
import { outcomeOf } from '../../main/repairs/outcome';
import { outcomeFrom } from '../../main/repairs/told';

const answering = (told: Reading<unknown>, offer: 'offered' | 'not-installed' = 'offered') => {
  const asked: string[] = [];
  const elevator: Elevator = {
    offer: () => Promise.resolve(offer),
    ask: (operation, given) => {
      asked.push(`${operation} ${given.join(' ')}`);
      return Promise.resolve(told);
    },
  };
  return { elevate: createElevate(elevator), asked };
};

const done = outcomeOf('enable-recovery', 'verified', null);

describe('asking for a repair', () => {
  it.each([
    ['done', ok(done), 'verified', null],
    ['no', unavailable('declined', '1223'), 'declined', 'declined'],
    ['a policy', unavailable('blocked-by-policy'), 'failed', 'blocked-by-policy'],
    ['never begun', failed('could-not-start', 'given'), 'failed', 'could-not-start'],
    ['too long', failed('timed-out'), 'unknown', 'timed-out'],
    ['a crash', failed('crashed', 'exit 1'), 'unknown', 'elevation'],
    ['nonsense', ok({ kind: 'verified' }), 'unknown', 'elevation'],
    ['more than was asked', ok({ ...done, next: 'x' }), 'unknown', 'elevation'],
  ] as const)('may end in: %s', async (_, told, kind, why) => {
    const { elevate, asked } = answering(told);
    expect(await elevate('enable-recovery')).toMatchObject({ kind, why });
    expect(asked).toEqual(['repair enable-recovery']);
  });

  it('is a hand-over where nobody can be asked', async () => {
    const { elevate, asked } = answering(ok(done), 'not-installed');
    expect(await elevate('enable-recovery')).toMatchObject({ kind: 'skipped', why: 'needs-admin' });
    expect(asked).toEqual([]);
  });
});

const machine = { platform: 'win32', arch: 'x64', env: { SystemRoot: 'C:\\Windows' } } as const;
const sid = 'S-1-5-21-1-2-3-1001';

/** Tools of a PC on which nothing answers; notes what was started. */
const silent = () => {
  const started: string[] = [];
  const start: Start = (tool, args) => {
    started.push([tool, ...args].join(' '));
    return Promise.resolve(unavailable('tool-missing'));
  };
  return { start, started };
};

/** Everything any repair would start; what else is started only reads. */
const acts = new Set(
  repairs.flatMap(({ acts }) => acts.map((act) => [act.tool, ...act.args].join(' '))),
);

describe('the elevated side', () => {
  it('knows its machine only on Windows', () => {
    expect(elevatedMachine(null)).toBeNull();
  });

  it('starts nothing for what is not one repair of an administrator, whatever is given', async () => {
    const { start, started } = silent();
    const admin = repairs.filter(({ rights }) => rights === 'admin').map(({ id }) => id);
    const names = fc.oneof(fc.string(), fc.constantFrom(...repairs.map(({ id }) => id)));
    await fc.assert(
      fc.asyncProperty(fc.array(names, { maxLength: 3 }), async (given) => {
        fc.pre(given.length !== 1 || !admin.includes(given[0] ?? ''));
        expect(await repairElevated(given, { machine, start }, sid)).toBeNull();
      }),
    );
    expect(started).toEqual([]);
  });

  it('asks again what must be so, and changes nothing while it cannot know', async () => {
    const { start, started } = silent();
    const outcome = await repairElevated(['escrow-recovery-key'], { machine, start }, sid);
    expect(outcome).toMatchObject({ kind: 'skipped' });
    expect(started.length).toBeGreaterThan(0);
    expect(started.filter((line) => acts.has(line))).toEqual([]);
  });

  it('starts nothing that the organisation forbids on this PC', async () => {
    const { start, started } = silent();
    const never = () => Promise.resolve(false);
    const outcome = await repairElevated(['enable-recovery'], { machine, start }, sid, never);
    expect(outcome).toMatchObject({ kind: 'skipped', why: 'forbidden' });
    expect(started.filter((line) => acts.has(line))).toEqual([]);
  });

  it('does not take over settings for somebody else', async () => {
    const { start } = silent();
    expect(await repairElevated(['reset-services-proxy'], { machine, start }, sid)).toMatchObject({
      kind: 'skipped',
      need: 'same-account',
    });
  });
});

describe('an outcome over the border', () => {
  it('is taken whole or not at all', () => {
    for (const { id } of repairs) {
      const outcome = outcomeOf(id, 'failed', 'exit-code', { code: '0x80070005' });
      expect(outcomeFrom(JSON.parse(JSON.stringify(outcome)))).toEqual(outcome);
    }
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(outcomeFrom(value)).toBeNull();
      }),
    );
  });
});
