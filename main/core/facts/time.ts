import type { Tri } from '../reading';

export interface ClockSync {
  serviceRunning: Tri;
  /** 0 fine, 3 not synchronised. */
  leap: number | null;
  stratum: number | null;
  /** `local` is the PC's own clock, `host` the machine under a virtual one. */
  reference: 'local' | 'host' | 'none' | 'server' | null;
  source: string | null;
  pollSeconds: number | null;
  offsetSeconds: number | null;
  stateMachine: 'unset' | 'hold' | 'sync' | null;
  /** 0 none, 1 no data, 2 stale, 3 difference too large, 4 shutting down. */
  lastError: number | null;
  secondsSinceSync: number | null;
  synchronised: Tri;
}

export interface TimeService {
  /** NT5DS follows the domain, NTP a server list. */
  type: 'domain' | 'server' | 'none' | 'all' | 'unknown';
  servers: string[];
  start: 'automatic' | 'manual' | 'disabled' | 'unknown';
}

export interface TimeZone {
  /** Windows key name, in English on every language. */
  name: string | null;
  /** Minutes to add to local time for UTC, as in force now. */
  biasMinutes: number | null;
  setAutomatically: Tri;
}

/** By probe id. */
export interface TimeFacts {
  'clock-sync': ClockSync;
  'time-service': TimeService;
  'time-zone': TimeZone;
}
