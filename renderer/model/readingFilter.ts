import type { FactView, ReadingView } from '../../preload/contract';

export type KindWish = 'all' | 'read' | 'gaps';

export interface Wish {
  text: string;
  kind: KindWish;
  /** Null for every room. */
  room: string | null;
}

export interface Shown {
  reading: ReadingView;
  /** Facts that hold the text; all of them where the reading itself was found by its name. */
  facts: FactView[];
  /** How many facts were found by their own name or value; null when nothing was searched. */
  matches: number | null;
}

export interface Room {
  room: string;
  shown: Shown[];
}

const ofKind: Record<KindWish, (reading: ReadingView) => boolean> = {
  all: () => true,
  read: ({ kind }) => kind === 'ok',
  gaps: ({ kind }) => kind !== 'ok',
};

const search = (
  reading: ReadingView,
  wanted: string,
  names: (reading: ReadingView) => string,
): Shown[] => {
  if (wanted === '') return [{ reading, facts: reading.facts, matches: null }];
  const found = reading.facts.filter(({ name, value }) =>
    `${name}\n${value ?? ''}`.toLowerCase().includes(wanted),
  );
  if (found.length > 0) return [{ reading, facts: found, matches: found.length }];
  return names(reading).toLowerCase().includes(wanted)
    ? [{ reading, facts: reading.facts, matches: 0 }]
    : [];
};

/** Readings that fit the wish, by room, in the order main gave them. `names` are the words a person sees. */
export const filterReadings = (
  readings: readonly ReadingView[],
  wish: Wish,
  names: (reading: ReadingView) => string,
): Room[] => {
  const wanted = wish.text.trim().toLowerCase();
  const rooms = new Map<string, Shown[]>();
  for (const reading of readings) {
    if (!ofKind[wish.kind](reading)) continue;
    if (wish.room !== null && wish.room !== reading.room) continue;
    const shown = search(reading, wanted, names);
    if (shown.length > 0) rooms.set(reading.room, [...(rooms.get(reading.room) ?? []), ...shown]);
  }
  return [...rooms].map(([room, shown]) => ({ room, shown }));
};

/** Text cut where the searched words stand in it, so that they can be marked. */
export const marked = (text: string, wanted: string): { text: string; hit: boolean }[] => {
  const sought = wanted.trim().toLowerCase();
  const at = sought === '' ? -1 : text.toLowerCase().indexOf(sought);
  if (at < 0) return [{ text, hit: false }];
  const end = at + sought.length;
  const parts = [
    { text: text.slice(0, at), hit: false },
    { text: text.slice(at, end), hit: true },
    { text: text.slice(end), hit: false },
  ];
  return parts.filter((part) => part.text !== '');
};
