import type { ManagementEvent, ManagementEvents, ManagementSessions } from '../../core/facts/mdm';
import type { Probe } from '../probe';
import { eventSource, eventsOf } from '../text/events';
import type { LoggedEvent } from '../text/event-xml';
import { map } from '../text/reading';
import { failureCode } from './event-code';

const channel = 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin';

/** Read apart from the sessions, whose many lines would push the rare ones out. */
export const enrolmentEvents = eventSource(
  'events-mdm-enrolment',
  channel,
  [16, 58, 71, 72, 75, 76, 90, 100, 107, 109, 110, 111],
  60,
);
const sessionEvents = eventSource('events-mdm-sessions', channel, [201, 208, 209, 404], 60);
const installEvents = eventSource(
  'events-mdm-installs',
  channel,
  [1905, 1906, 1920, 1922, 1924],
  40,
);

export const eventFact = (event: LoggedEvent): ManagementEvent => ({
  event: event.id,
  at: event.at,
  code: failureCode(event),
});

/** Newest first, whatever order the log gave. */
export const newestFirst = (events: readonly LoggedEvent[]): LoggedEvent[] =>
  [...events].sort((a, b) => (b.at ?? 0) - (a.at ?? 0));

export const oldest = (events: readonly LoggedEvent[]): number | null =>
  events.reduce<number | null>(
    (least, { at }) => (at === null ? least : least === null ? at : Math.min(least, at)),
    null,
  );

const lastOutcome = (
  events: LoggedEvent[],
  ids: Record<number, 'succeeded' | 'failed'>,
): ManagementEvents['enrolment'] => {
  const last = newestFirst(events).find(({ id }) => ids[id] !== undefined);
  const outcome = last && ids[last.id];
  return last && outcome ? { outcome, at: last.at, code: failureCode(last) } : null;
};

const picked = (events: LoggedEvent[], ids: readonly number[]): ManagementEvent[] =>
  newestFirst(events)
    .filter(({ id }) => ids.includes(id))
    .map(eventFact);

export const managementEventsProbe: Probe<'mdm-events'> = {
  id: 'mdm-events',
  on: ['win32'],
  reads: [enrolmentEvents],
  parse: (raws) =>
    map(eventsOf(raws, enrolmentEvents), ({ events }): ManagementEvents => ({
      autoEnrolment: lastOutcome(events, { 75: 'succeeded', 76: 'failed' }),
      enrolment: lastOutcome(events, { 71: 'failed', 72: 'succeeded' }),
      failures: picked(events, [71, 76]),
      since: oldest(events),
    })),
};

export const managementSessionsProbe: Probe<'mdm-sessions'> = {
  id: 'mdm-sessions',
  on: ['win32'],
  reads: [sessionEvents],
  parse: (raws) =>
    map(eventsOf(raws, sessionEvents), ({ events }): ManagementSessions => ({
      lastStart: picked(events, [208])[0]?.at ?? null,
      lastEnd: picked(events, [209])[0]?.at ?? null,
      failures: picked(events, [201, 404]),
      since: oldest(events),
    })),
};

export const managementInstallsProbe: Probe<'mdm-installs'> = {
  id: 'mdm-installs',
  on: ['win32'],
  reads: [installEvents],
  parse: (raws) =>
    map(eventsOf(raws, installEvents), ({ events }) => ({
      started: picked(events, [1905, 1920]).length,
      finished: picked(events, [1906, 1922]).length,
      failed: picked(events, [1924]),
      since: oldest(events),
    })),
};
