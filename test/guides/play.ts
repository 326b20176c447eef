import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tri } from '../../main/core/reading';
import type { Snapshot } from '../../main/core/snapshot';
import type { GuideTarget } from '../../main/guides/entry';
import type { Check, Guide, Step } from '../../main/guides/guide';
import { reopenJournal, startJournal, type Clock, type Journal } from '../../main/guides/journal';
import { createRun } from '../../main/guides/run';
import type { RunOptions, World } from '../../main/guides/sitting';
import type { Repair, RepairOutcome } from '../../main/repairs/repair';

/** A device as a handful of facts by name, and what is done to it. */
export type Facts = Record<string, Tri>;
type Played = Snapshot & { facts: Facts };

export const fact = (name: string): Check => ({
  reads: ['machine'],
  holds: (snapshot) => (snapshot as Partial<Played>).facts?.[name] ?? 'unknown',
});

const repairOf = (id: string, risk: Repair['risk']): Repair => ({
  id,
  rights: 'user',
  session: 'any',
  risk,
  seats: ['my-device'],
  seconds: 1,
  acts: [],
  needs: [],
  rereads: [],
  settleSeconds: 0,
  proof: () => 'unknown',
  undo: 'not-needed',
});

export const repairs: Readonly<Record<string, Repair>> = {
  mend: repairOf('mend', 'none'),
  'mend-more': repairOf('mend-more', 'interrupts'),
  wipe: repairOf('wipe', 'destructive'),
};

export const outcome = (
  repair: string,
  kind: RepairOutcome['kind'],
  why: RepairOutcome['why'] = null,
): RepairOutcome => ({ repair, kind, why, need: null, code: null, started: [], saved: null });

export interface Device {
  facts: Facts;
  /** Every act that really ran, in order. */
  ran: string[];
  looks: number;
  /** What running one does; verified and nothing changed when absent. */
  acts: Record<string, (signal: AbortSignal) => Promise<RepairOutcome> | RepairOutcome>;
}

export const deviceWith = (facts: Facts): Device => ({ facts, ran: [], looks: 0, acts: {} });

export const worldOf = (device: Device): World => ({
  look: async () => {
    device.looks += 1;
    const played: Played = {
      observedAt: null,
      origin: 'this-device',
      platform: 'win32',
      readings: {},
      facts: { ...device.facts },
    };
    return played;
  },
  repair: (id) => repairs[id] ?? null,
  act: async (repair, journal, signal) => {
    const before = device.acts[`before ${repair.id}`];
    if (before) return before(signal);
    try {
      await journal.begun({ repair: repair.id, acts: ['only'] });
    } catch {
      return outcome(repair.id, 'failed', 'journal');
    }
    device.ran.push(repair.id);
    return (await device.acts[repair.id]?.(signal)) ?? outcome(repair.id, 'verified');
  },
});

export const guideOf = (...steps: Step[]): Guide => ({
  id: 'played',
  seats: ['my-device'],
  fits: () => 'yes',
  steps,
});

/** One act that harms nothing, and one that destroys, behind its consent. */
export const wipingGuide = guideOf(
  { id: 'safe', kind: 'check', ...fact('safe'), stays: true },
  { id: 'mend', kind: 'act', repair: 'mend' },
  {
    id: 'sure',
    kind: 'confirm',
    survives: [],
    lost: ['files'],
    minutes: [30, 90],
    readiness: [{ id: 'power', ...fact('power') }],
  },
  { id: 'wipe', kind: 'act', repair: 'wipe' },
  { id: 'fine', kind: 'done', proof: fact('works') },
);

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'fieldkit-guides-'));

export interface Seating {
  guide: Guide;
  device: Device | null;
  folder?: string;
  clock?: Clock;
  target?: GuideTarget;
}

const told = (seating: Seating, journal: Journal): RunOptions => ({
  guide: seating.guide,
  seat: 'my-device',
  target: seating.target ?? { kind: 'sample', id: 'played', ending: 'works' },
  dryRun: false,
  version: '0',
  journal,
  world:
    seating.device === null
      ? { look: null, repair: (id) => repairs[id] ?? null, act: neverActs }
      : worldOf(seating.device),
  changed: () => undefined,
});

const neverActs = () => Promise.reject(new Error('there is no device'));

export const steady: Clock = { now: () => new Date('2026-01-02T03:04:05Z'), up: () => 1000 };

export const play = async (seating: Seating) => {
  const folder = seating.folder ?? freshFolder();
  const journal = await startJournal(folder, seating.clock ?? steady);
  const run = createRun(told(seating, journal));
  await run.begin('unknown');
  return { run, folder, id: journal.run, happened: () => happened(journal) };
};

/** What a new process finds after the old one is gone. */
export const playOn = async (seating: Seating, folder: string, id: string, restarted: Tri) => {
  const reopened = await reopenJournal(folder, id, seating.clock ?? steady);
  if (!reopened.ok) throw new Error(reopened.why);
  const run = createRun(told(seating, reopened.journal));
  const refusal = await run.begin(restarted);
  return { run, refusal, happened: () => happened(reopened.journal) };
};

const happened = (journal: Journal): string[] =>
  journal.entries.map(({ what }) => {
    const about = 'step' in what && what.step !== null ? ` ${what.step}` : '';
    const answer = 'answer' in what ? ` ${what.answer}` : '';
    const how = what.event === 'ended' ? ` ${what.how}` : '';
    const kind = what.event === 'act-ended' ? ` ${what.outcome.kind}` : '';
    return `${what.event}${about}${answer}${how}${kind}`;
  });

export type Playing = Awaited<ReturnType<typeof play>>;

export const atOf = ({ run }: Pick<Playing, 'run'>): string | null => run.state.walk.at?.id ?? null;
