import type { Diagnosis } from './diagnosis';
import type { Registration } from './facts/registration';
import type { Finding } from './finding';
import { flatten } from './flatten';
import type { Reading } from './reading';
import type { Snapshot } from './snapshot';

/** One look at a device with what it was judged to be. */
export interface Look {
  snapshot: Snapshot;
  diagnosis: Diagnosis;
}

/** How much a change has to do with the present fault, most first. */
export const relevances = ['cause', 'finding', 'readable', 'other', 'time'] as const;
export type Relevance = (typeof relevances)[number];

/** Null where the fact was not there at all; `unread` where it could not be read then. */
export interface Change {
  probe: string;
  field: string;
  before: string | null;
  after: string | null;
  relevance: Relevance;
}

export interface Comparison {
  /** Findings of the later look that the earlier one did not have, and the other way round. */
  came: string[];
  went: string[];
  changes: Change[];
}

/** Rows as printed say the same as the facts made of them, under the names that evidence uses. */
const registrationFacts = ({ rows }: Registration): [string, string][] => {
  const seen = new Map<string, number>();
  return rows.map(({ section, label, value }) => {
    const account = /^work account \d+$/i.test(section) ? `${section} · ` : '';
    const key = `${account}${label}`;
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return [times === 0 ? key : `${key} (${times + 1})`, value];
  });
};

const factsOf = (probe: string, reading: Reading<unknown> | undefined): Map<string, string> => {
  if (reading?.kind !== 'ok') return new Map();
  if (probe === 'device-registration')
    return new Map(registrationFacts(reading.value as Registration));
  return new Map(
    flatten(reading.value).facts.flatMap(({ name, value }) =>
      value === null ? [] : [[name, value] as const],
    ),
  );
};

const stateOf = (reading: Reading<unknown> | undefined): string => {
  if (!reading) return 'not-recorded';
  if (reading.kind === 'ok') return 'ok';
  return reading.kind === 'unavailable' ? reading.why : reading.reason;
};

const moment = /^\[? ?\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;
const isTime = (text: string | null): boolean => text !== null && moment.test(text);

/** How telling one change is: its relevance, then the place of what it proves among all proofs. */
interface Weighed extends Change {
  place: number;
}

/** Findings are judged from facts under names of their own; whose names fit none stand for the whole reading. */
const proofOf = (
  { evidence, severity }: Finding,
  { probe, field }: Pick<Change, 'probe' | 'field'>,
  names: readonly string[],
): number => {
  const own = evidence.filter(({ source }) => source === probe);
  const named = own.filter((row) => names.some((name) => name.endsWith(row.field)));
  if (named.length === 0) return own.length > 0 && severity !== 'notice' ? evidence.length : -1;
  return evidence.findIndex((row) => row.source === probe && field.endsWith(row.field));
};

const weigh = (
  change: Omit<Change, 'relevance'>,
  { findings, rootCause }: Diagnosis,
  names: readonly string[],
): Weighed => {
  const proofs = findings.flatMap((finding, index) => {
    const proof = proofOf(finding, change, names);
    return proof < 0 ? [] : [{ root: finding.id === rootCause, place: index * 1000 + proof }];
  });
  const [proof] = [...proofs].sort((a, b) => Number(b.root) - Number(a.root));
  if (proof) return { ...change, relevance: proof.root ? 'cause' : 'finding', place: proof.place };
  // A time that went on is what every later look shows.
  const time = isTime(change.before) && isTime(change.after);
  return { ...change, relevance: time ? 'time' : 'other', place: 0 };
};

const probeChanges = (probe: string, before: Look, after: Look): Weighed[] => {
  const readingOf = ({ snapshot }: Look): Reading<unknown> | undefined =>
    (snapshot.readings as Record<string, Reading<unknown> | undefined>)[probe];
  const [then, now] = [readingOf(before), readingOf(after)];
  if (stateOf(then) !== stateOf(now))
    // A reading that came or went is one change, not one for each of its facts.
    return [
      {
        probe,
        field: '',
        before: stateOf(then),
        after: stateOf(now),
        relevance: 'readable',
        place: 0,
      },
    ];
  const [old, young] = [factsOf(probe, then), factsOf(probe, now)];
  const names = [...new Set([...old.keys(), ...young.keys()])];
  return names.flatMap((field): Weighed[] => {
    const change = {
      probe,
      field,
      before: old.get(field) ?? null,
      after: young.get(field) ?? null,
    };
    if (change.before === change.after) return [];
    return [weigh(change, after.diagnosis, names)];
  });
};

const byWeight = (a: Weighed, b: Weighed): number =>
  relevances.indexOf(a.relevance) - relevances.indexOf(b.relevance) || a.place - b.place;

/** What changed between two looks, what has to do with the present fault first. */
export const compare = (before: Look, after: Look): Comparison => {
  const ids = ({ diagnosis }: Look) => diagnosis.findings.map(({ id }) => id);
  const probes = new Set([
    ...Object.keys(before.snapshot.readings),
    ...Object.keys(after.snapshot.readings),
  ]);
  return {
    came: ids(after).filter((id) => !ids(before).includes(id)),
    went: ids(before).filter((id) => !ids(after).includes(id)),
    changes: [...probes]
      .flatMap((probe) => probeChanges(probe, before, after))
      .sort(byWeight)
      .map(({ place: _place, ...change }) => change),
  };
};
