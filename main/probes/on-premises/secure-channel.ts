import type { SecureChannel } from '../../core/facts/on-premises';
import { ok } from '../../core/reading';
import type { Probe } from '../probe';
import type { Status } from '../text/codes';
import { eventSource, eventsOf } from '../text/events';
import { notUnderstood, textReads } from '../text/raw';
import { map, valueOr } from '../text/reading';
import { answerOf, nltest } from './nltest';

/**
 * The last known state, without a domain's name and without a fresh test: `/sc_verify` and
 * `/sc_reset` would repair or rebuild what we only want to see.
 */
const source = nltest('nltest-query', 10_000, '/query');
/** No domain controller, refused at the door, or no secure channel. */
const complaints = eventSource('events-netlogon', 'System', [3210, 5719, 5721, 5783, 5805], 20);

const untrusted = new Set([1786, 1787, 1788, 1789, 1790]);
const unreachable = new Set([53, 1311, 1355, 1722]);

const stateOf = (statuses: readonly Status[]): SecureChannel['state'] => {
  if (statuses.some(({ number }) => untrusted.has(number))) return 'broken';
  if (statuses.some(({ number }) => unreachable.has(number))) return 'unreachable';
  return statuses.every(({ number }) => number === 0) ? 'healthy' : 'unknown';
};

export const secureChannelProbe: Probe<'secure-channel'> = {
  id: 'secure-channel',
  on: ['win32'],
  reads: textReads(source, complaints),
  parse: (raws) => {
    const answer = answerOf(raws, source);
    if (answer.kind !== 'ok') return answer;
    const { statuses, text } = answer.value;
    if (statuses.length === 0) return notUnderstood(text);
    const events = map(eventsOf(raws, complaints), (list) =>
      list.events
        .filter(({ provider }) => provider.toUpperCase() === 'NETLOGON')
        .map(({ id, at }) => ({ id, at })),
    );
    return ok({
      state: stateOf(statuses),
      controller: /\\\\([^\s\\]+)/.exec(text)?.[1] ?? null,
      status: statuses.find(({ number }) => number !== 0) ?? statuses[0] ?? null,
      complaints: valueOr(events, null),
    });
  },
};
