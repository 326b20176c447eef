import type { SignInFailure } from './failures';

export interface SignedInAs {
  name: string;
  userName: string;
  tenant: string;
}

export type SignInState =
  | { kind: 'signed-out'; why: SignInFailure | null }
  /** The system's own account window is open. */
  | { kind: 'waiting'; how: 'window' }
  /** `address` is the authority's, to be opened by hand where `opened` is false. */
  | { kind: 'waiting'; how: 'browser'; address: string; opened: boolean }
  | { kind: 'waiting'; how: 'device-code'; address: string; userCode: string; untilMs: number }
  | {
      kind: 'signed-in';
      account: SignedInAs;
      kept: 'encrypted' | 'memory';
      /** What a person has to do before the next question can be answered. */
      needs: SignInFailure | null;
    };
