import type { Diagnosis } from './diagnosis';
import type { Registration } from './facts/registration';
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

const relevanceOf = (
  { probe, field, before, after }: Omit<Change, 'relevance'>,
  { findings, rootCause }: Diagnosis,
): Relevance => {
  const proves = (finding: Diagnosis['findings'][number]) =>
    finding.evidence.some(
      (evidence) => evidence.source === probe && field.endsWith(evidence.field),
    );
  const root = findings.find(({ id }) => id === rootCause);
  if (root && proves(root)) return 'cause';
  if (findings.some(proves)) return 'finding';
  // A time that went on is what every later look shows.
  return isTime(before) && isTime(after) ? 'time' : 'other';
};

const probeChanges = (probe: string, before: Look, after: Look): Change[] => {
  const readingOf = ({ snapshot }: Look): Reading<unknown> | undefined =>
    (snapshot.readings as Record<string, Reading<unknown> | undefined>)[probe];
  const [then, now] = [readingOf(before), readingOf(after)];
  if (stateOf(then) !== stateOf(now))
    // A reading that came or went is one change, not one for each of its facts.
    return [
      { probe, field: '', before: stateOf(then), after: stateOf(now), relevance: 'readable' },
    ];
  const [old, young] = [factsOf(probe, then), factsOf(probe, now)];
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((field): Change[] => {
    const change = {
      probe,
      field,
      before: old.get(field) ?? null,
      after: young.get(field) ?? null,
    };
    if (change.before === change.after) return [];
    return [{ ...change, relevance: relevanceOf(change, after.diagnosis) }];
  });
};

const byRelevance = (a: Change, b: Change): number =>
  relevances.indexOf(a.relevance) - relevances.indexOf(b.relevance);

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
    changes: [...probes].flatMap((probe) => probeChanges(probe, before, after)).sort(byRelevance),
  };
};
