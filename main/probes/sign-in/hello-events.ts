import type { HelloEvent, HelloStep } from '../../core/facts/sign-in';
import type { Probe } from '../probe';
import { hexCode } from '../text/codes';
import { fieldOf } from '../text/event-xml';
import type { LoggedEvent } from '../text/event-xml';
import { eventSource, eventsOf } from '../text/events';
import { map, valueOr } from '../text/reading';
import { registrationLog } from '../text/registration-log';

const helloLog = eventSource(
  'events-hello',
  'Microsoft-Windows-HelloForBusiness/Operational',
  [3024, 5702, 6045, 7001],
  20,
);

const registrationSteps: Record<number, HelloStep> = {
  300: 'key-registered',
  301: 'key-registration-failed',
  358: 'will-provision',
  359: 'policy-error',
  360: 'will-not-provision',
  361: 'will-not-provision',
  362: 'will-not-provision',
  363: 'key-saved',
  376: 'other',
};
const helloSteps: Record<number, HelloStep> = {
  3024: 'other',
  5702: 'other',
  6045: 'provisioning-ended',
  7001: 'sign-in-failed',
};
/** These carry the prerequisites, one field each; the first is a sentence about all of them. */
const withAnswers = new Set([358, 360, 361, 362]);

const factOf =
  (steps: Record<number, HelloStep>) =>
  (event: LoggedEvent): HelloEvent[] => {
    const step = steps[event.id];
    if (step === undefined) return [];
    const answers = withAnswers.has(event.id)
      ? event.fields
          .filter(({ name }) => name !== 'Message' && name !== '')
          .map(({ name, value }) => ({ field: name, value }))
      : [];
    const code = hexCode(fieldOf(event, 'ExitCode', 'ErrorCode', 'Error', 'Result', 'Status'));
    return [{ id: event.id, at: event.at, step, code, answers }];
  };

export const helloEventsProbe: Probe<'hello-events'> = {
  id: 'hello-events',
  on: ['win32'],
  reads: [registrationLog, helloLog],
  parse: (raws) => {
    const own = valueOr(eventsOf(raws, helloLog), { events: [], cut: true });
    return map(eventsOf(raws, registrationLog), (list) => ({
      events: [
        ...list.events.flatMap(factOf(registrationSteps)),
        ...own.events.flatMap(factOf(helloSteps)),
      ].sort((one, other) => (other.at ?? 0) - (one.at ?? 0)),
      cut: list.cut || own.cut,
    }));
  },
};
