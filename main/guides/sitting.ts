import type { ProbeId } from '../core/facts/index';
import type { Tri } from '../core/reading';
import type { Seat } from '../core/seat';
import type { Snapshot } from '../core/snapshot';
import { DiskProblem, Interference } from '../os/durable-file';
import type { Repair, RepairOutcome } from '../repairs/repair';
import type { RepairJournal } from '../repairs/run';
import type { Ended, GuideTarget, Happening } from './entry';
import type { Check, Guide, Step, StepId, Wait } from './guide';
import type { Journal } from './journal';
import { walkOf, type Walk } from './walk';

/** All a guide may touch. A call has no device: nothing is read or changed, the person tells. */
export interface World {
  /** Reads these probes now. Null in a call. */
  look: ((ids: readonly ProbeId[], signal: AbortSignal) => Promise<Snapshot>) | null;
  repair(id: string): Repair | null;
  act(repair: Repair, journal: RepairJournal, signal: AbortSignal): Promise<RepairOutcome>;
  /** The person says that it happened. A practice device behaves as if; a real one needs no telling. */
  happened?(what: Wait['for']): void;
}

export interface RunOptions {
  guide: Guide;
  seat: Seat;
  target: GuideTarget;
  dryRun: boolean;
  /** Of this release, for whoever reads the journal later. */
  version: string;
  journal: Journal;
  world: World;
  /** Told whenever something moved, began or ended. */
  changed(): void;
}

export type Refusal =
  /** The guide is no longer at the step the page showed. */
  | 'moved-on'
  /** This step does not take this answer. */
  | 'not-now'
  | 'busy'
  | 'wrong-word'
  | 'not-ready'
  | 'journal-full'
  | 'journal-edited'
  | 'guide-changed';

export interface Busy {
  kind: 'check' | 'act';
  /** On the clock that only runs forward. */
  since: number;
}

export interface Ready {
  id: string;
  answer: Tri;
}

/** Nobody waits longer than this for a look, whatever hangs in it. */
const lookLimitMs = 120_000;

export const within = async <T>(ms: number, work: Promise<T>, late: () => T): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<T>((done) => {
    timer = setTimeout(() => done(late()), ms);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
};

const unread: Snapshot = { observedAt: null, origin: 'this-device', platform: '', readings: {} };

/** What the disk did to the journal, as an answer for the person; anything else is our own mistake. */
export const troubleOf = (error: unknown): Refusal => {
  if (error instanceof Interference) return 'journal-edited';
  if (error instanceof DiskProblem) return 'journal-full';
  throw error;
};

/**
 * One person at one guide: the walk so far, what runs at this moment, and the one way to write something
 * down. Nothing counts before it is written, so a step that cannot be noted is not taken.
 */
export class Sitting {
  walk: Walk;
  busy: Busy | null = null;
  trouble: Refusal | null = null;
  #readiness: { step: StepId; lines: readonly Ready[] } | null = null;
  #stop = new AbortController();
  /** What happened and could not be written down yet: it is, before anything else happens. */
  readonly #owed: Happening[] = [];

  constructor(readonly options: RunOptions) {
    this.walk = this.#walked();
  }

  #walked(): Walk {
    const { guide, journal } = this.options;
    return walkOf(guide, journal.entries, (id) => this.isDestructive(id));
  }

  isDestructive(repair: string): boolean {
    return this.options.world.repair(repair)?.risk === 'destructive';
  }

  get hasDevice(): boolean {
    return this.options.world.look !== null;
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  get stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  interrupt(): void {
    this.#stop.abort();
  }

  goOn(): void {
    this.#stop = new AbortController();
  }

  get readiness(): readonly Ready[] | null {
    return this.#readiness?.step === this.walk.at?.id ? (this.#readiness?.lines ?? null) : null;
  }

  /** Null once the journal names steps this guide does not have. */
  get at(): Step | null {
    return this.walk.at;
  }

  /** Remembers what already happened, to be written now or, where the disk is full, before all else. */
  owe(what: Happening): void {
    this.#owed.push(what);
  }

  async pay(): Promise<void> {
    for (let next = this.#owed[0]; next !== undefined; next = this.#owed[0]) {
      await this.options.journal.add(next);
      this.#owed.shift();
      this.#moved();
    }
  }

  async note(what: Happening): Promise<null> {
    await this.pay();
    await this.options.journal.add(what);
    this.#moved();
    return null;
  }

  #moved(): void {
    this.walk = this.#walked();
    this.trouble = null;
    if (this.#readiness?.step !== this.walk.at?.id) this.#readiness = null;
    this.options.changed();
  }

  end(how: Ended['how'], to: Ended['to']): Promise<null> {
    return this.note({ event: 'ended', how, step: this.walk.at?.id ?? null, to });
  }

  async whileBusy<T>(kind: Busy['kind'], work: () => Promise<T>): Promise<T> {
    this.busy = { kind, since: performance.now() };
    this.options.changed();
    try {
      return await work();
    } finally {
      this.busy = null;
      this.options.changed();
    }
  }

  async look(ids: readonly ProbeId[]): Promise<Snapshot> {
    const { look } = this.options.world;
    if (look === null || ids.length === 0) return unread;
    const wanted = [...new Set(ids)];
    return this.whileBusy('check', () =>
      within(lookLimitMs, look(wanted, this.signal), () => unread),
    );
  }

  async holds(check: Check): Promise<Tri> {
    return check.holds(await this.look(check.reads));
  }

  /** What must be true for this consent to be asked for, read now. */
  async makeReady(step: Extract<Step, { kind: 'confirm' }>): Promise<readonly Ready[]> {
    const snapshot = await this.look(step.readiness.flatMap(({ reads }) => reads));
    const lines = step.readiness.map((line) => ({ id: line.id, answer: line.holds(snapshot) }));
    this.#readiness = { step: step.id, lines };
    this.options.changed();
    return lines;
  }
}
