import type { LoggedEvent } from './event-xml';

/** When one of these events was last seen; null when none was, or none says when. */
export const newestTime = (events: readonly LoggedEvent[], ids: readonly number[]): number | null =>
  events
    .filter(({ id }) => ids.includes(id))
    .reduce<number | null>((most, { at }) => (at === null ? most : Math.max(most ?? at, at)), null);
