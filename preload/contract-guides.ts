import type { Language } from '../strings/languages';
import type { Outcome, Owner, RefusalCode, Seat, Tri } from './contract';

/** The part of the contract that is about guides and repairs: ids from closed lists, and nothing to run. */

/** One guide of the list. Words are found by `guide.<id>.title`, reasons by `guide.<id>.refused.<reason>`. */
export interface GuideView {
  id: string;
  fit: 'yes' | 'unsure' | 'refused';
  reason: string | null;
  handOver: Owner | null;
}

/** How a repair ended. Words are found by `guide.result.<kind>`, `repair.why.<why>` and `need.<need>`. */
export interface ActResultView {
  kind: 'verified' | 'not-verified' | 'skipped' | 'failed' | 'dry-run' | 'declined' | 'unknown';
  why: string | null;
  need: string | null;
  code: string | null;
}

export interface ReadyView {
  id: string;
  answer: Tri;
}

export type GuideStepView = { id: string } & (
  | { kind: 'explain' | 'hand-over' | 'done' }
  /** Asked: the person is to answer. Otherwise it is being read, or it could not be just now. */
  | { kind: 'check'; asked: boolean }
  | {
      kind: 'act';
      repair: string;
      rights: 'user' | 'admin';
      risk: 'none' | 'interrupts' | 'destructive';
      seconds: number;
      undo: 'not-needed' | 'cannot' | 'repair';
      /** False: the person does it, or nobody may; `go` is not an answer. */
      runs: boolean;
      /** It was begun once and destroys: it is never begun again. */
      spent: boolean;
    }
  | {
      kind: 'confirm';
      survives: string[];
      lost: string[];
      /** Null where nobody states how long it takes. */
      minutes: [number, number] | null;
      /** Null while it is being read. */
      readiness: ReadyView[] | null;
    }
  | { kind: 'choose'; options: string[] }
  | { kind: 'wait'; for: 'restart' | 'sign-out' | 'person' | 'time'; minutes: number | null }
);

/** One line of the log. Words are found by `guide.log.<event>`. */
export interface GuideLineView {
  at: string;
  event: string;
  step: string | null;
  answer: Tri | null;
  by: 'device' | 'person' | null;
  repair: string | null;
  option: string | null;
  reason: string | null;
  result: ActResultView | null;
  how: GuideEndView['how'] | null;
}

export interface GuideEndView {
  how: 'proved' | 'not-proved' | 'unknown' | 'shown' | 'handed-over' | 'stopped';
  to: Owner | null;
  step: string | null;
}

/** A guide in progress, or at its end: everything a page needs to show it. */
export interface GuideRunView {
  run: string;
  guide: string;
  seat: Seat;
  /** On a recorded device everything can be practised and nothing is changed; in a call there is no device. */
  device: 'this-device' | 'practice' | 'caller';
  sample: string | null;
  dryRun: boolean;
  position: number;
  of: number;
  step: GuideStepView | null;
  here: ActResultView | { kind: 'not-yet'; answer: Tri } | null;
  last: { repair: string; result: ActResultView } | null;
  busy: { kind: 'check' | 'act'; elapsedMs: number } | null;
  trouble: RefusalCode | null;
  canBack: boolean;
  canSkip: boolean;
  /** Whether Windows was asked to open Fieldkit again after the next sign-in. */
  reopens: boolean;
  log: GuideLineView[];
  end: GuideEndView | null;
  helped: 'yes' | 'no' | null;
}

/** A guide that was begun and is not over. `edited`: another program was at its journal. */
export interface UnfinishedView {
  run: string;
  guide: string;
  seat: Seat;
  sample: string | null;
  at: string;
  edited: boolean;
}

export type GuideAnswer =
  | { kind: 'go' | 'on' | 'keep' | 'late' }
  /** Have Windows open Fieldkit again after the next sign-in: only ever at a person's wish. */
  | { kind: 'reopen' }
  | { kind: 'told'; answer: Tri }
  | { kind: 'chose'; option: string }
  /** The one typed word; main compares it with the word of that language. */
  | { kind: 'confirmed'; typed: string; language: Language };

/** How acts on a practice device end, so that people can practise what to do then. No PC knows of it. */
export type PracticeEnding = 'works' | 'changes-nothing' | 'fails' | 'hangs';

export type SkipReason = 'already-done' | 'not-possible' | 'not-now' | 'not-wanted';

export type GuideCalls = {
  /** Which guides fit what was looked at; without a look, which there are. */
  'guides.list': (seat: Seat, inspection: string | null) => Outcome<GuideView[]>;
  /** Without a look there is no device: the guide is read aloud to a caller. */
  'guide.start': (
    guide: string,
    seat: Seat,
    inspection: string | null,
    ending: PracticeEnding,
  ) => Outcome<GuideRunView>;
  /** One repair by itself, walked like a guide of one step. */
  'fix.start': (
    repair: string,
    seat: Seat,
    inspection: string,
    dryRun: boolean,
    ending: PracticeEnding,
  ) => Outcome<GuideRunView>;
  'guide.unfinished': () => UnfinishedView[];
  'guide.resume': (run: string) => Outcome<GuideRunView>;
  'guide.state': (run: string) => Outcome<GuideRunView>;
  /** The step is the one the page shows: an answer to another one is refused. */
  'guide.answer': (run: string, step: string, answer: GuideAnswer) => Outcome<GuideRunView>;
  'guide.back': (run: string, step: string) => Outcome<GuideRunView>;
  'guide.skip': (run: string, step: string, reason: SkipReason) => Outcome<GuideRunView>;
  'guide.stop': (run: string) => Outcome<GuideRunView>;
  'guide.helped': (run: string, answer: 'yes' | 'no') => Outcome<GuideRunView>;
  /** Leaves an unfinished guide to be resumed, and lets go of one that is over. */
  'guide.leave': (run: string) => boolean;
  /** The journal as it lies on the disk, also of a run that cannot be gone on with. */
  'journal.view': (run: string) => Outcome<{ edited: boolean; lines: GuideLineView[] }>;
};

export interface GuideKit {
  guides(seat: Seat, inspection: string | null): Promise<Outcome<GuideView[]>>;
  startGuide(
    guide: string,
    seat: Seat,
    inspection: string | null,
    ending: PracticeEnding,
  ): Promise<Outcome<GuideRunView>>;
  startFix(
    repair: string,
    seat: Seat,
    inspection: string,
    dryRun: boolean,
    ending: PracticeEnding,
  ): Promise<Outcome<GuideRunView>>;
  unfinishedGuides(): Promise<UnfinishedView[]>;
  resumeGuide(run: string): Promise<Outcome<GuideRunView>>;
  guideState(run: string): Promise<Outcome<GuideRunView>>;
  answerGuide(run: string, step: string, answer: GuideAnswer): Promise<Outcome<GuideRunView>>;
  guideBack(run: string, step: string): Promise<Outcome<GuideRunView>>;
  skipStep(run: string, step: string, reason: SkipReason): Promise<Outcome<GuideRunView>>;
  stopGuide(run: string): Promise<Outcome<GuideRunView>>;
  guideHelped(run: string, answer: 'yes' | 'no'): Promise<Outcome<GuideRunView>>;
  leaveGuide(run: string): Promise<boolean>;
  viewJournal(run: string): Promise<Outcome<{ edited: boolean; lines: GuideLineView[] }>>;
}
