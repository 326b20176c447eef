import type { Owner } from '../../core/finding';
import type { VerdictState } from '../../core/diagnosis';
import type { NameAnswer } from '../names';
import type { Answer } from '../outcome';
import type { Smb } from '../smb-negotiate';
import type { Way } from '../way';
import type { WebSteps } from '../web-walk';
import type { NamedTarget } from './target';

/** A service of a host that was looked for, and what came of it. */
export interface Service {
  port: number;
  answer: Answer<null>;
}

/** What was done, in the order in which a connection comes about; null where it was not reached or not needed. */
export interface NamedSteps extends Omit<WebSteps, 'names'> {
  /** As programs on this PC get to hear it. */
  name: NameAnswer<string[]> | null;
  /** The same question put to the name servers alone. */
  dns: NameAnswer<string[]> | null;
  way: Answer<Way> | null;
  smb: Answer<Smb> | null;
  /** A print server is asked for its queues over RPC. */
  rpc: Answer<null> | null;
  services: Service[];
}

/** Where the chain stands or breaks. */
export type Stage = 'name' | 'way' | 'proxy' | 'port' | 'encryption' | 'answer' | 'files' | 'print';

/** Every outcome, with what it means for the person who asked, who can help, and the link of the chain it is about. */
const outcomes = {
  reachable: ['healthy', null, null],
  'offers-windows-sign-in': ['healthy', null, null],
  'signs-in-elsewhere': ['healthy', null, null],
  'no-windows-sign-in': ['attention', 'technician', 'answer'],
  'server-fault': ['attention', 'technician', 'answer'],
  'not-there': ['attention', 'user', 'answer'],
  'clock-apart': ['attention', 'technician', 'answer'],
  offline: ['unknown', null, null],
  cancelled: ['unknown', null, null],
  'name-not-found': ['broken', 'user', 'name'],
  'name-without-address': ['broken', 'directory', 'name'],
  'name-service-silent': ['broken', 'network', 'name'],
  'name-service-broken': ['broken', 'network', 'name'],
  'no-way': ['broken', 'user', 'way'],
  'blocked-here': ['broken', 'technician', 'port'],
  'proxy-unreachable': ['broken', 'network', 'proxy'],
  'proxy-needs-sign-in': ['broken', 'network', 'proxy'],
  'proxy-refuses': ['broken', 'network', 'proxy'],
  silent: ['broken', 'network', 'port'],
  refused: ['broken', 'technician', 'port'],
  'cut-off': ['broken', 'network', 'port'],
  'encryption-fails': ['broken', 'network', 'encryption'],
  'other-certificate': ['broken', 'network', 'encryption'],
  'certificate-dates': ['broken', 'technician', 'encryption'],
  'captive-portal': ['broken', 'user', 'answer'],
  'no-answer': ['broken', 'network', 'answer'],
  'files-silent': ['broken', 'network', 'files'],
  'files-cut-off': ['broken', 'network', 'files'],
  'files-not-understood': ['broken', 'network', 'files'],
  'files-only-smb1': ['broken', 'technician', 'files'],
  'files-declined': ['broken', 'technician', 'files'],
  'print-blocked': ['broken', 'network', 'print'],
} as const satisfies Record<string, readonly [VerdictState, Owner | null, Stage | null]>;

export type NamedCode = keyof typeof outcomes;

/** Not proved, but worth a look. */
export type NamedHint =
  | 'one-label'
  | 'public-resolver'
  | 'vpn-or-split-tunnel'
  | 'only-this-pc-knows-the-name'
  | 'own-authority'
  | 'number-instead-of-name'
  | 'redirects'
  | 'sign-in-not-tested';

export interface NamedVerdict {
  state: VerdictState;
  code: NamedCode;
  owner: Owner | null;
  /** The link of the chain that broke. */
  breaksAt: Stage | null;
  hints: NamedHint[];
}

export interface NamedReport {
  target: NamedTarget;
  verdict: NamedVerdict;
  steps: NamedSteps;
  viaProxy: boolean;
  /** How far the clock there is ahead of ours. */
  clockOffsetMs: number | null;
  servers: string[];
  ms: number;
}

export const verdictOf = (code: NamedCode, hints: NamedHint[]): NamedVerdict => {
  const [state, owner, breaksAt] = outcomes[code];
  return { state, code, owner, breaksAt, hints };
};

export const namedCodes = Object.keys(outcomes) as NamedCode[];
