import type { FindingView, InspectionView, Outcome, Owner, Severity, Tri } from './contract';

/** The part of the contract that is about calls: what a helper keeps of each, and what its answers come to. */

/** A cause that the answers still leave. Words are found by `finding.<id>.title`. */
export interface CauseView {
  id: string;
  link: string;
  severity: Severity;
  owner: Owner;
  guide: string | null;
  /** How many answers are such as this cause would give, and how many are not. */
  fits: number;
  against: number;
}

/** Words are found by `ask.<question>.say` and `ask.<question>.sees`. */
export interface AnsweredView {
  question: string;
  answer: Tri;
}

export interface ChangeView {
  probe: string;
  field: string;
  before: string | null;
  after: string | null;
  relevance: 'cause' | 'finding' | 'readable' | 'other';
}

/** What changed between two looks at one device; findings are shown, ids alone would say nothing. */
export interface ComparisonView {
  earlier: { label: string | null; observedAt: number | null };
  later: { label: string | null; observedAt: number | null };
  came: FindingView[];
  went: FindingView[];
  changes: ChangeView[];
  /** Changes that did not fit, and time stamps that only went on. */
  cut: number;
  times: number;
}

export interface CallView {
  id: string;
  /** Counted from one for as long as the program runs. */
  number: number;
  name: string;
  notes: string;
  startedAt: number;
  /** What the caller sent; null before that. */
  view: InspectionView | null;
  /** It was a file, and files are not kept: it has to be opened again. */
  fileGone: boolean;
  asked: AnsweredView[];
  /** Id of the next question; null when no question would tell more. */
  next: string | null;
  causes: CauseView[];
  /** How many causes still fit, of which `causes` are the first. */
  fitting: number;
  leading: string | null;
  comparison: ComparisonView | null;
}

export type CallCalls = {
  'calls.list': () => CallView[];
  'call.begin': () => Outcome<CallView>;
  'call.write': (call: string, name: string, notes: string) => Outcome<CallView>;
  /** Puts a look that was already taken into a call; null takes it out again. */
  'call.attach': (call: string, inspection: string | null) => Outcome<CallView>;
  /** Null takes an answer back. */
  'call.answer': (call: string, question: string, answer: Tri | null) => Outcome<CallView>;
  /** What was told, as a look of its own that can be handed over. */
  'call.told': (call: string) => Outcome<InspectionView>;
  /** The earlier of two looks; null ends comparing. */
  'call.compare': (call: string, earlier: string | null) => Outcome<CallView>;
  /** A guide that is read aloud in this call: its outcome goes into the ticket. */
  'call.guided': (call: string, run: string) => boolean;
  /** Everything kept of it is deleted. */
  'call.end': (call: string) => boolean;
};

export interface CallKit {
  calls(): Promise<CallView[]>;
  beginCall(): Promise<Outcome<CallView>>;
  writeCall(call: string, name: string, notes: string): Promise<Outcome<CallView>>;
  attachToCall(call: string, inspection: string | null): Promise<Outcome<CallView>>;
  answerInCall(call: string, question: string, answer: Tri | null): Promise<Outcome<CallView>>;
  toldInCall(call: string): Promise<Outcome<InspectionView>>;
  compareInCall(call: string, earlier: string | null): Promise<Outcome<CallView>>;
  guidedInCall(call: string, run: string): Promise<boolean>;
  endCall(call: string): Promise<boolean>;
}
