import type { Probe } from '../probe';
import { newestTime } from '../text/event-times';
import { eventSource, eventsOf } from '../text/events';
import { map } from '../text/reading';

/** Written when a restart is asked for, not when it happens. */
const announced = 1074;
const cancelled = 1075;
const source = eventSource('events-planned-restart', 'System', [announced, cancelled], 20);
/** Others use the same numbers in this log. */
const provider = 'user32';

export const plannedRestartProbe: Probe<'planned-restart'> = {
  id: 'planned-restart',
  on: ['win32'],
  onRequest: true,
  reads: [source],
  parse: (raws) =>
    map(eventsOf(raws, source), ({ events }) => {
      const own = events.filter((event) => event.provider.toLowerCase() === provider);
      return {
        announced: newestTime(own, [announced]),
        cancelled: newestTime(own, [cancelled]),
      };
    }),
};
