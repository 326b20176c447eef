import { failed, ok, unavailable } from '../../core/reading';
import type { Reading } from '../../core/reading';
import type { Source } from '../../os/port';
import type { Raws } from '../probe';
import { parseEvents } from './event-xml';
import type { EventList } from './event-xml';
import { notUnderstood, textOf } from './raw';

type EventSource = Extract<Source, { kind: 'events' }>;

export const eventSource = (
  key: string,
  channel: string,
  ids: readonly number[],
  newest: number,
): EventSource => ({ kind: 'events', key, rights: 'user', limitMs: 10_000, channel, ids, newest });

/** `wevtutil` ends with the Win32 error number; its sentence is translated. */
const refusals: Record<number, Reading<never>> = {
  5: unavailable('denied'),
  15007: unavailable('absent', 'channel'),
};

export const eventsOf = (raws: Raws, source: EventSource): Reading<EventList> => {
  const told = textOf(raws, source.key);
  if (told.kind !== 'ok') return told;
  const { text, exitCode } = told.value;
  const list = parseEvents(text);
  if (list.events.length > 0) return ok(list);
  if (exitCode !== null && exitCode !== 0)
    return refusals[exitCode] ?? failed('crashed', `wevtutil ${String(exitCode)}`);
  return text.trim() === '' ? ok(list) : notUnderstood(text);
};
