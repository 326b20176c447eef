import type { VerdictState } from '../../preload/contract';

/** From the best to the worst; what could not be told is worse than healthy and no alarm. */
const order: readonly VerdictState[] = ['healthy', 'unknown', 'attention', 'broken'];

export interface TrayNews {
  /** What stands beside the icon. */
  state: VerdictState;
  /** A message of the system: only when asked for, and only when something became worse. */
  notify: boolean;
}

/** `before` is null at the first look: then nothing became worse, it was only seen. */
export const trayNews = (
  before: VerdictState | null,
  after: VerdictState,
  wanted: boolean,
): TrayNews => ({
  state: after,
  notify:
    wanted &&
    before !== null &&
    (after === 'attention' || after === 'broken') &&
    order.indexOf(after) > order.indexOf(before),
});
