import type { HttpLook, Tunnel } from '../http';
import type { NameAnswer } from '../names';
import type { NtpReading } from '../ntp';
import type { Answer } from '../outcome';
import type { TlsLook } from '../tls';
import type { Target } from './catalogue';

/** What was done, step by step; null where a step was not reached or does not apply. */
export interface Steps {
  names: NameAnswer<string[]> | null;
  tcp: Answer<string> | null;
  proxy: Answer<Omit<Tunnel, 'socket'>> | null;
  tls: Answer<TlsLook> | null;
  http: Answer<HttpLook> | null;
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
