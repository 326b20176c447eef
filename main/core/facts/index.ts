import type { JoinFacts } from './join';
import type { SignInFacts } from './sign-in';
import type { OnPremisesFacts } from './on-premises';
import type { NetworkFacts } from './network';
import type { TimeFacts } from './time';
import type { Registration } from './registration';

/** What each probe's reading holds. A new probe adds its line here, and the compiler asks for the rest. */
export interface Facts extends JoinFacts, SignInFacts, OnPremisesFacts, NetworkFacts, TimeFacts {
  'device-registration': Registration;
}

export type ProbeId = keyof Facts;
