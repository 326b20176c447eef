import type { EntraEvent } from '../../core/facts/sign-in';
import type { Probe } from '../probe';
import { entraErrors, hexCode } from '../text/codes';
import { fieldOf } from '../text/event-xml';
import type { LoggedEvent } from '../text/event-xml';
import { eventSource, eventsOf } from '../text/events';
import { map } from '../text/reading';

const source = eventSource(
  'events-entra',
  'Microsoft-Windows-AAD/Operational',
  [1081, 1084, 1086, 1088, 1097, 1098, 1104, 1160],
  150,
);

/** Addresses carry account names and tokens behind the question mark. */
const withoutQuery = (address: string | null) => address?.split(/[?#]/)[0] ?? null;

const factOf = (event: LoggedEvent): EntraEvent => ({
  id: event.id,
  at: event.at,
  level: event.level,
  code: hexCode(fieldOf(event, 'Error', 'Result', 'Status')),
  entraErrors: entraErrors(event.fields.map((field) => field.value).join('\n')),
  target: withoutQuery(fieldOf(event, 'Target', 'EndpointUri')),
  correlationId: fieldOf(event, 'CorrelationID'),
});

export const entraEventsProbe: Probe<'entra-events'> = {
  id: 'entra-events',
  on: ['win32'],
  reads: [source],
  parse: (raws) =>
    map(eventsOf(raws, source), ({ events, cut }) => ({ events: events.map(factOf), cut })),
};
