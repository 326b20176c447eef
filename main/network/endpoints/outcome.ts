import type { NtpReading } from '../ntp';
import type { Answer } from '../outcome';
import type { WebSteps } from '../web-walk';
import type { Target } from './catalogue';

export interface Steps extends WebSteps {
  ntp: Answer<NtpReading> | null;
}

export type EndpointProblem =
  | 'offline'
  | 'cancelled'
  | 'name-not-found'
  | 'name-service-silent'
  | 'name-service-broken'
  | 'proxy-unreachable'
  | 'proxy-needs-sign-in'
  | 'proxy-refuses'
  | 'silent'
  | 'refused'
  | 'unreachable'
  | 'blocked-here'
  | 'cut-off'
  | 'captive-portal'
  | 'intercepted'
  | 'wrong-certificate'
  | 'certificate-dates'
  | 'tls-failed'
  | 'no-answer'
  | 'udp-blocked'
  | 'time-not-known';

export interface EndpointResult {
  target: Target;
  viaProxy: boolean;
  steps: Steps;
  problem: EndpointProblem | null;
  /** Who opened the traffic on the way, by the name on its certificate. */
  inspector: string | null;
  /** How far the server's clock is ahead of ours. */
  offsetMs: number | null;
  ms: number;
}
