import type { KeyEscrow } from '../../core/facts/protection';
import { failureCode } from '../mdm/event-code';
import { newestFirst, oldest } from '../mdm/events';
import { guidOf } from '../mdm/guid';
import type { Probe } from '../probe';
import type { LoggedEvent } from '../text/event-xml';
import { eventSource, eventsOf } from '../text/events';
import { map } from '../text/reading';

const saved = 845;
const failed = 846;
const source = {
  ...eventSource(
    'events-key-escrow',
    'Microsoft-Windows-BitLocker/BitLocker Management',
    [saved, failed],
    30,
  ),
  rights: 'admin' as const,
};

const protectorIn = (event: LoggedEvent): string | null =>
  event.fields
    .filter(({ name }) => /protector/i.test(name))
    .map(({ value }) => guidOf(value))
    .find((id) => id !== null) ?? null;

export const keyEscrowProbe: Probe<'key-escrow'> = {
  id: 'key-escrow',
  on: ['win32'],
  reads: [source],
  parse: (raws) =>
    map(eventsOf(raws, source), ({ events }): KeyEscrow => {
      const sorted = newestFirst(events).filter(({ id }) => id === saved || id === failed);
      const [last] = sorted;
      const kept = sorted
        .filter(({ id }) => id === saved)
        .flatMap((event) => protectorIn(event) ?? []);
      return {
        last: last
          ? {
              outcome: last.id === saved ? 'saved' : 'failed',
              at: last.at,
              protector: protectorIn(last),
              code: failureCode(last),
            }
          : null,
        saved: [...new Set(kept)],
        since: oldest(events),
      };
    }),
};
