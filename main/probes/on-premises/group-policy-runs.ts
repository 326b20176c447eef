import type { Probe } from '../probe';
import { newestTime } from '../text/event-times';
import { eventSource, eventsOf } from '../text/events';
import { map } from '../text/reading';

/** Without and with changes, for the computer and for a user. */
const applied = [1500, 1501, 1502, 1503];
/** No domain controller, no name service, no rights, policy files not reachable. */
const failed = [1006, 1030, 1053, 1054, 1055, 1058, 1129];
const source = eventSource('events-group-policy', 'System', [...applied, ...failed], 40);
/** Others use the same numbers in this log. */
const provider = 'microsoft-windows-grouppolicy';

export const groupPolicyRunsProbe: Probe<'group-policy-runs'> = {
  id: 'group-policy-runs',
  on: ['win32'],
  onRequest: true,
  reads: [source],
  parse: (raws) =>
    map(eventsOf(raws, source), ({ events }) => {
      const own = events.filter((event) => event.provider.toLowerCase() === provider);
      return {
        lastSuccess: newestTime(own, applied),
        lastFailure: newestTime(own, failed),
      };
    }),
};
