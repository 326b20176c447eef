import type { AutopilotVerdict } from '../../core/facts/autopilot';
import type { Tri } from '../../core/reading';
import { eventFact, newestFirst } from '../mdm/events';
import type { Probe } from '../probe';
import type { LoggedEvent } from '../text/event-xml';
import { eventSource, eventsOf } from '../text/events';
import { map } from '../text/reading';

const provider = 'Microsoft-Windows-ModernDeployment-Diagnostics-Provider';

const autopilotEvents = eventSource(
  'events-autopilot',
  `${provider}/Autopilot`,
  [100, 153, 160, 161, 163, 164, 171, 172, 807, 809, 815, 908],
  60,
);
const managementEvents = eventSource(
  'events-autopilot-management',
  `${provider}/ManagementService`,
  [509],
  5,
);

/** What each event settles, the strongest first. */
const verdicts: readonly [readonly number[], AutopilotVerdict][] = [
  [[807], 'not-registered'],
  [[908], 'hardware-changed'],
  [[809], 'profile-deleted'],
  [[815], 'no-profile-assigned'],
  [[161], 'profile-received'],
  [[153], 'state-changed'],
  [[163], 'no-download-needed'],
  [[164], 'internet-available'],
  [[100], 'policy-not-set-yet'],
];
const downloadStarts = 160;

/** A device registered since then must not be judged by its earlier attempts. */
const lastAttempt = (events: LoggedEvent[]): LoggedEvent[] => {
  const sorted = newestFirst(events);
  const start = sorted.findIndex(({ id }) => id === downloadStarts);
  return start < 0 ? sorted : sorted.slice(0, start + 1);
};

const verdictOf = (events: readonly LoggedEvent[]): AutopilotVerdict =>
  verdicts.find(([ids]) => events.some(({ id }) => ids.includes(id)))?.[1] ?? 'nothing-told';

/** Silence is no proof: the log rolls over and may not have been written yet. */
const seen = (events: readonly LoggedEvent[], id: number): Tri =>
  events.some((event) => event.id === id) ? 'yes' : 'unknown';

export const autopilotEventsProbe: Probe<'autopilot-events'> = {
  id: 'autopilot-events',
  on: ['win32'],
  reads: [autopilotEvents],
  parse: (raws) =>
    map(eventsOf(raws, autopilotEvents), ({ events }) => {
      const recent = lastAttempt(events);
      return {
        verdict: verdictOf(recent),
        tpmIdentityFailed: seen(recent, 171),
        profileNotSet: seen(recent, 172),
        events: newestFirst(events).map(eventFact),
      };
    }),
};

export const preProvisioningProbe: Probe<'pre-provisioning'> = {
  id: 'pre-provisioning',
  on: ['win32'],
  reads: [managementEvents],
  parse: (raws) =>
    map(eventsOf(raws, managementEvents), ({ events }) => ({
      started: seen(events, 509),
      at: newestFirst(events)[0]?.at ?? null,
    })),
};
