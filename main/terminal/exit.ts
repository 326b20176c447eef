import type { VerdictState } from '../core/diagnosis';

/** What scripts rely on (design, section 6). */
export const exit = {
  healthy: 0,
  attention: 1,
  broken: 2,
  undetermined: 3,
  usage: 64,
  ourFault: 70,
} as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

export const exitOf: Record<VerdictState, ExitCode> = {
  healthy: exit.healthy,
  attention: exit.attention,
  broken: exit.broken,
  unknown: exit.undetermined,
};
