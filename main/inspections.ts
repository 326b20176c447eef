import { randomUUID } from 'node:crypto';
import type { InspectionView, Outcome, RawText, ReadingView, Target } from '../preload/contract';
import type { DisproofView } from '../preload/contract-disproof';
import { disproofsOf } from './core/disproof';
import type { SpokenView } from '../preload/contract-hand-over';
import type { Diagnosis } from './core/diagnosis';
import { rules } from './core/rules/index';
import type { Snapshot } from './core/snapshot';
import { decode } from './os/decode';
import type { RawReadings } from './os/gather';
import type { Os } from './os/port';
import type { Seen } from './admin-reading';
import { closedProbes } from './inspector/admin-sources';
import { readingsOf, sourcesOf } from './readings';

/** How many looks are kept so that their raw evidence can still be shown. */
const kept = 32;
/** Rounds of watching come by the minute, and must not push out what a person looks at. */
const roundsKept = 4;
const mostCharacters = 400_000;

/** What was looked at, and the machine to ask more of; null for text. */
export interface Found {
  snapshot: Snapshot;
  os: Os | null;
}

/** All that is known of one look. */
export interface Kept {
  diagnosis: Diagnosis;
  snapshot: Snapshot;
  raws: RawReadings;
}

interface KeepWishes extends Kept {
  origin: InspectionView['origin'];
  label: string | null;
  /** Of this PC, where more could be read with more rights. */
  seen?: Seen['os'];
  /** The device that can be looked at again; none behind a text or a file. */
  target?: Target;
  spoken?: SpokenView;
  /** What its maker masked; absent where nothing is known of it. */
  masked?: InspectionView['masked'];
  machine?: Os;
  /** Comes again by itself. */
  round?: boolean;
}

export interface Inspections {
  /** As it was given to the page; null when it is too long ago. */
  view(inspection: string): InspectionView | null;
  /** Null when it is too long ago. */
  find(inspection: string): Kept | null;
  keep(look: KeepWishes): InspectionView;
  /** The same look with more readings, as a look of its own; null when it is too long ago. */
  rejudged(inspection: string, snapshot: Snapshot, diagnosis: Diagnosis): InspectionView | null;
  found(inspection: string): Found | null;
  /** What a guide begins with; null for a look that is gone. */
  looked(inspection: string): { snapshot: Snapshot; target: Target | null } | null;
  /** A look at this PC; null for every other kind, and for one that is gone. */
  seen(inspection: string): { seen: Seen; label: string | null } | null;
  raw(inspection: string, source: string): Outcome<RawText>;
  disproof(inspection: string, finding: string): Outcome<DisproofView>;
  readings(inspection: string): Outcome<ReadingView[]>;
}

/** Remembers the last few inspections of this process: the page holds a handle, main keeps the bytes. */
export const createInspections = (): Inspections => {
  const byId = new Map<string, KeepWishes & { view: InspectionView }>();
  return {
    view: (inspection) => byId.get(inspection)?.view ?? null,
    find: (inspection) => byId.get(inspection) ?? null,
    keep(look) {
      const { origin, label, diagnosis, raws, seen, spoken, masked } = look;
      const id = randomUUID();
      const byProbe = sourcesOf(raws);
      const landed = [...raws].flatMap(([key, raw]) => (raw.kind === 'ok' ? [key] : []));
      // In the order a person would ask, not as they came in; what no probe asked for comes last.
      const sources = [...new Set([...Object.values(byProbe).flat(), ...landed])];
      const closed = seen === undefined ? [] : closedProbes(raws);
      const view: InspectionView = {
        id,
        origin,
        label,
        diagnosis,
        spoken: spoken ?? null,
        sources,
        closed,
        sourcesOf: byProbe,
        masked: masked ?? null,
      };
      byId.set(id, { ...look, view });
      const rounds = [...byId].filter(([, { round }]) => round === true).map(([of]) => of);
      for (const passed of rounds.slice(0, -roundsKept)) byId.delete(passed);
      const [oldest] = byId.keys();
      if (byId.size > kept && oldest !== undefined) byId.delete(oldest);
      return view;
    },
    rejudged(inspection, snapshot, diagnosis) {
      const look = byId.get(inspection);
      return look === undefined ? null : this.keep({ ...look, snapshot, diagnosis, round: false });
    },
    looked(inspection) {
      const look = byId.get(inspection);
      return look === undefined ? null : { snapshot: look.snapshot, target: look.target ?? null };
    },
    seen(inspection) {
      const look = byId.get(inspection);
      if (look?.seen === undefined) return null;
      return { seen: { raws: look.raws, os: look.seen }, label: look.label };
    },
    found(inspection) {
      const look = byId.get(inspection);
      return look === undefined ? null : { snapshot: look.snapshot, os: look.machine ?? null };
    },
    raw(inspection, source) {
      const raw = byId.get(inspection)?.raws.get(source);
      if (raw?.kind !== 'ok') return { ok: false, code: 'gone' };
      const { text, encoding } = decode(raw.value.bytes);
      const cut = text.length > mostCharacters;
      return {
        ok: true,
        value: { source, text: cut ? text.slice(0, mostCharacters) : text, encoding, cut },
      };
    },
    disproof(inspection, finding) {
      const look = byId.get(inspection);
      const rule = rules.find(({ id }) => id === finding);
      if (!look || !rule) return { ok: false, code: 'gone' };
      return { ok: true, value: disproofsOf(rule, look.snapshot) };
    },
    readings(inspection) {
      const look = byId.get(inspection);
      return look
        ? { ok: true, value: readingsOf(look.snapshot, look.raws) }
        : { ok: false, code: 'gone' };
    },
  };
};
