import { describe, expect, it } from 'vitest';
import { failed, unavailable } from '../../main/core/reading';
import { repairById } from '../../main/repairs/index';
import type { Repair } from '../../main/repairs/repair';
import { outcomeOf } from '../../main/repairs/outcome';
import { runRepair } from '../../main/repairs/run';
import { acted, fact, stage, type Scene } from './fake';

const repair = (id: string): Repair => {
  const found = repairById(id);
  if (found === null) throw new Error(id);
  return found;
};

const registered = (updatedAt: number, entra = 'yes') =>
  fact('device-registration', {
    joinRows: { entra, domain: 'no', workplace: 'no', enterprise: 'no' },
    entraPrt: { present: 'yes', updatedAt },
  });

/** Signed in before; fresh afterwards. */
const fresh: Scene = {
  before: { 'device-registration': registered(1_000) },
  after: { 'device-registration': registered(2_000) },
};
const stale: Scene = { ...fresh, after: fresh.before };

const recovery = (enabled: string) => ({
  'recovery-environment': fact('recovery-environment', { enabled }),
});

describe('a repair', () => {
  it('is written down before it begins, proved, and written down again', async () => {
    const { options, log } = stage(fresh);
    expect(await runRepair(repair('refresh-prt'), options)).toMatchObject({
      kind: 'verified',
      why: null,
      started: [{ key: 'dsregcmd-refreshprt', line: 'dsregcmd.exe /refreshprt', exitCode: 0 }],
    });
    expect(log).toEqual([
      'look',
      'begun dsregcmd-refreshprt',
      'act dsregcmd-refreshprt',
      'look',
      'ended verified',
    ]);
  });

  it('that says yes and changes nothing is not verified, after waiting for the fact', async () => {
    const { options, log } = stage(stale);
    expect(await runRepair(repair('refresh-prt'), options)).toMatchObject({
      kind: 'not-verified',
      why: 'unchanged',
    });
    expect(log.filter((line) => line === 'wait')).toHaveLength(10);
  });

  it('whose fact cannot be read any more is unknown, never done', async () => {
    const { options } = stage({ ...fresh, after: {} });
    expect(await runRepair(repair('refresh-prt'), options)).toMatchObject({
      kind: 'unknown',
      why: 'nothing-tells',
    });
  });

  it.each([
    ['ends badly', acted(1), 'failed', 'exit-code', '1'],
    ['ends with a number of Windows', acted(0x8007_0005), 'failed', 'exit-code', '0x80070005'],
    ['is missing', unavailable('tool-missing'), 'failed', 'tool-missing', null],
    ['is blocked', unavailable('blocked-by-policy'), 'failed', 'blocked-by-policy', null],
    ['does not start', failed('could-not-start', 'EINVAL'), 'failed', 'could-not-start', 'EINVAL'],
    ['hangs', failed('timed-out'), 'unknown', 'timed-out', null],
    ['is killed', failed('crashed', 'SIGKILL'), 'unknown', 'lost', null],
    ['is stopped on the way', failed('cancelled'), 'unknown', 'lost', null],
    ['is stopped before', failed('could-not-start', 'cancelled'), 'declined', 'cancelled', null],
    ['belongs to a recording', unavailable('not-recorded'), 'skipped', 'recorded', null],
    ['has no exit code', acted(null), 'unknown', 'lost', null],
  ] as const)('whose program %s says so', async (_, ending, kind, why, code) => {
    const { options } = stage({ ...stale, ends: () => ending });
    expect(await runRepair(repair('refresh-prt'), options)).toMatchObject({ kind, why, code });
  });

  it.each([
    ['ended badly', acted(1)],
    ['was stopped for its time', failed('timed-out')],
  ])('whose program %s is verified when the fact has changed', async (_, ending) => {
    const { options } = stage({ ...fresh, ends: () => ending });
    expect((await runRepair(repair('refresh-prt'), options)).kind).toBe('verified');
  });

  it('starts nothing after an act that went wrong', async () => {
    const { options, log } = stage({
      before: {
        'kerberos-tickets': fact('kerberos-tickets', {
          noLogonSession: false,
          onPremTgt: 'yes',
          tickets: [],
        }),
        'domain-controller': fact('domain-controller', { found: {}, failure: null }),
      },
      ends: () => acted(1),
    });
    const outcome = await runRepair(repair('renew-kerberos-tickets'), options);
    expect(outcome.kind).toBe('failed');
    expect(log.filter((line) => line.startsWith('act'))).toEqual(['act klist-purge']);
  });
});

describe('before a repair', () => {
  it.each([
    ['other-seat', { seat: 'guide-a-call' }],
    ['forbidden', { allowed: () => false }],
  ] as const)('nothing is even looked at: %s', async (why, options) => {
    const scene = stage({ ...fresh, options });
    expect(await runRepair(repair('refresh-prt'), scene.options)).toMatchObject({
      kind: 'skipped',
      why,
    });
    expect(scene.log).toEqual([]);
  });

  it('needs Windows', async () => {
    const { options } = stage({ ...fresh, platform: 'linux' });
    expect((await runRepair(repair('refresh-prt'), options)).why).toBe('not-windows');
  });

  it('names the precondition that does not hold', async () => {
    const { options, log } = stage({ before: { 'device-registration': registered(1, 'no') } });
    expect(await runRepair(repair('refresh-prt'), options)).toMatchObject({
      kind: 'skipped',
      why: 'need',
      need: 'entra-joined',
    });
    expect(log).toEqual(['look']);
  });

  it('tells a precondition nobody could read from one that does not hold', async () => {
    const { options } = stage({ before: {} });
    expect(await runRepair(repair('refresh-prt'), options)).toMatchObject({
      kind: 'skipped',
      why: 'need-unknown',
      need: 'entra-joined',
    });
  });

  it.each([
    ['elevated', { elevated: true }],
    ['the system', { elevated: true, system: true }],
  ])('does not touch the session of somebody else when it runs as %s', async (_, who) => {
    const { options } = stage({ ...fresh, ...who });
    expect(await runRepair(repair('refresh-prt'), options)).toMatchObject({
      kind: 'skipped',
      need: 'own-session',
    });
  });

  it('a dry run shows what would be started and starts nothing', async () => {
    const { options, log } = stage({ ...fresh, options: { dryRun: true } });
    expect(await runRepair(repair('refresh-prt'), options)).toMatchObject({
      kind: 'dry-run',
      started: [{ line: 'dsregcmd.exe /refreshprt', exitCode: null }],
    });
    expect(log).toEqual(['look']);
  });

  it('a journal that cannot be written stops it', async () => {
    const scene = stage(fresh);
    const journal = {
      ...scene.options.journal,
      begun: () => Promise.reject(new Error('ENOSPC')),
    };
    expect(await runRepair(repair('refresh-prt'), { ...scene.options, journal })).toMatchObject({
      kind: 'failed',
      why: 'journal',
    });
    expect(scene.log).toEqual(['look']);
  });

  it('a stop is heard', async () => {
    const { options, log } = stage({ ...fresh, options: { signal: AbortSignal.abort() } });
    expect((await runRepair(repair('refresh-prt'), options)).kind).toBe('declined');
    expect(log).toEqual([]);
  });

  it('one that is not on the list is a mistake of ours', async () => {
    const { options, log } = stage(fresh);
    const forged = { ...repair('refresh-prt') };
    await expect(runRepair(forged, options)).rejects.toThrow('not on the list');
    expect(log).toEqual([]);
  });
});

describe('administrator rights', () => {
  const off: Scene = { before: recovery('no'), after: recovery('yes') };

  it('are used where they are', async () => {
    const { options } = stage({ ...off, elevated: true });
    expect((await runRepair(repair('enable-recovery'), options)).kind).toBe('verified');
  });

  it.each([false, null])('are named where nobody can be asked (elevated: %s)', async (elevated) => {
    const { options, log } = stage({ ...off, elevated });
    expect(await runRepair(repair('enable-recovery'), options)).toMatchObject({
      kind: 'skipped',
      why: 'needs-admin',
    });
    expect(log).toEqual(['look']);
  });

  it('are asked for once, and the elevated side does all of it', async () => {
    const asked: string[] = [];
    const elevate = (id: string) => {
      asked.push(id);
      return Promise.resolve(outcomeOf(id, 'verified', null));
    };
    const { options, log } = stage({ ...off, options: { elevate } });
    expect((await runRepair(repair('enable-recovery'), options)).kind).toBe('verified');
    expect(asked).toEqual(['enable-recovery']);
    expect(log).toEqual(['look', 'begun reagentc-enable', 'ended verified']);
  });

  it('what only they can read is asked again on the elevated side', async () => {
    const elevate = (id: string) => Promise.resolve(outcomeOf(id, 'verified', null));
    const before = { 'device-registration': registered(1) };
    const { options } = stage({ before, options: { elevate } });
    expect((await runRepair(repair('escrow-recovery-key'), options)).kind).toBe('verified');
    const { options: here } = stage({ before, elevated: true });
    expect(await runRepair(repair('escrow-recovery-key'), here)).toMatchObject({
      kind: 'skipped',
      why: 'need-unknown',
      need: 'drive-encrypted',
    });
  });

  it.each([
    ['breaks', () => Promise.reject(new Error('pipe'))],
    ['answers for another repair', () => Promise.resolve(outcomeOf('x', 'verified', null))],
  ])('an elevated side that %s leaves the outcome unknown', async (_, elevate) => {
    const { options } = stage({ ...off, options: { elevate } });
    expect(await runRepair(repair('enable-recovery'), options)).toMatchObject({
      repair: 'enable-recovery',
      kind: 'unknown',
      why: 'elevation',
    });
  });

  it('are never asked for on a recorded device', async () => {
    const elevate = () => expect.fail('asked');
    const { options } = stage({ ...off, kind: 'replay', options: { elevate } });
    expect((await runRepair(repair('enable-recovery'), options)).kind).toBe('verified');
  });
});
