import type { RegistrationEvent, RegistrationStep } from '../../core/facts/join';
import type { Probe } from '../probe';
import { entraErrors, hexCode } from '../text/codes';
import { fieldOf } from '../text/event-xml';
import type { LoggedEvent } from '../text/event-xml';
import { eventsOf } from '../text/events';
import { map } from '../text/reading';
import { registrationLog } from '../text/registration-log';

type Meaning = [RegistrationStep, RegistrationEvent['outcome']];

/** From the provider's own manifest; 305 is a failure there, whatever some pages say. */
const meanings: Record<number, Meaning> = {
  101: ['discovery', 'succeeded'],
  102: ['request', 'succeeded'],
  104: ['response', 'succeeded'],
  105: ['completion', 'succeeded'],
  110: ['leave', 'succeeded'],
  200: ['discovery', 'failed'],
  201: ['discovery', 'failed'],
  202: ['request', 'failed'],
  204: ['response', 'failed'],
  205: ['completion', 'failed'],
  221: ['directory-lookup', 'failed'],
  226: ['connection', 'failed'],
  230: ['connection', 'failed'],
  231: ['certificate', 'failed'],
  239: ['leave', 'failed'],
  245: ['certificate', 'failed'],
  252: ['update', 'failed'],
  261: ['repair', 'failed'],
  262: ['repair', 'succeeded'],
  304: ['automatic', 'failed'],
  305: ['authentication', 'failed'],
  306: ['automatic', 'succeeded'],
  307: ['directory-lookup', 'failed'],
  309: ['discovery', 'failed'],
  344: ['device-key', 'failed'],
  345: ['device-key', 'failed'],
};

const factOf = (event: LoggedEvent): RegistrationEvent[] => {
  const [step, outcome] = meanings[event.id] ?? [];
  if (step === undefined || outcome === undefined) return [];
  const status = Number(fieldOf(event, 'HttpStatus') ?? NaN);
  return [
    {
      id: event.id,
      at: event.at,
      step,
      outcome,
      code: hexCode(fieldOf(event, 'ExitCode', 'ErrorCode')),
      httpStatus: Number.isInteger(status) && status > 0 ? status : null,
      entraErrors: entraErrors(event.fields.map((field) => field.value).join('\n')),
      tenantId: fieldOf(event, 'TenantId'),
    },
  ];
};

/** One attempt ends with one of these; the others are steps on the way. */
const ends: readonly RegistrationStep[] = [
  'automatic',
  'authentication',
  'completion',
  'directory-lookup',
  'discovery',
];

export const registrationEventsProbe: Probe<'registration-events'> = {
  id: 'registration-events',
  on: ['win32'],
  reads: [registrationLog],
  parse: (raws) =>
    map(eventsOf(raws, registrationLog), (list) => {
      const events = list.events.flatMap(factOf);
      const last = (outcome: RegistrationEvent['outcome'], steps: readonly RegistrationStep[]) =>
        events.find((event) => event.outcome === outcome && steps.includes(event.step)) ?? null;
      return {
        events,
        lastFailure: last('failed', ends),
        lastSuccess: last('succeeded', ['automatic', 'completion']),
        cut: list.cut,
      };
    }),
};
