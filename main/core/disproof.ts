import type { ProbeId } from './facts/index';
import type { Rule } from './finding';
import { unavailable } from './reading';
import type { Snapshot } from './snapshot';

/**
 * One fact that decides: were it this instead, the finding would not be made. Found by asking the rule
 * itself, so it is true of every rule there is and of every rule to come.
 */
export interface Disproof {
  source: string;
  /** The path of the fact in its reading. */
  field: string;
  value: string;
  instead: string;
}

export interface Disproofs {
  facts: Disproof[];
  /** Readings without which nothing could be said at all. */
  standsOn: string[];
}

type Path = readonly (string | number)[];
interface Leaf {
  path: Path;
  value: unknown;
}

const mostLeaves = 3_000;
const mostShown = 12;
const tenYears = 10 * 365 * 86_400_000;

const leavesOf = (value: unknown, path: Path = [], found: Leaf[] = []): Leaf[] => {
  if (found.length >= mostLeaves) return found;
  if (typeof value !== 'object' || value === null) {
    found.push({ path, value });
    return found;
  }
  for (const [key, child] of Object.entries(value))
    leavesOf(child, [...path, Array.isArray(value) ? Number(key) : key], found);
  return found;
};

/** Another answer the same question could have had. What a text could have been, nobody knows. */
const othersOf = (value: unknown): readonly unknown[] => {
  if (value === 'yes') return ['no'];
  if (value === 'no') return ['yes'];
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [0, 1, value + tenYears, value - tenYears];
  return [];
};

const replaced = (value: unknown, [head, ...rest]: Path, put: unknown): unknown => {
  if (head === undefined) return put;
  if (Array.isArray(value))
    return value.map((child: unknown, index) =>
      index === head ? replaced(child, rest, put) : child,
    );
  const parent = value as Record<string, unknown>;
  return { ...parent, [head]: replaced(parent[head], rest, put) };
};

const nameOf = (path: Path): string =>
  path.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${part}]` : name === '' ? part : `${name}.${part}`,
    '',
  );

/** Rows as printed are not what a rule decides by, only what it shows. */
const isShownOnly = ([first]: Path): boolean => first === 'rows' || first === 'sections';

const textOf = (value: unknown): string => String(value);

const silent = (rule: Rule, snapshot: Snapshot): boolean => {
  try {
    return rule.when(snapshot) === null;
  } catch {
    // A combination that no device can have proves nothing.
    return false;
  }
};

const withReading = (snapshot: Snapshot, probe: string, reading: unknown): Snapshot => ({
  ...snapshot,
  readings: { ...snapshot.readings, [probe]: reading },
});

/** What would have to read differently for this rule not to hold on this device. */
export const disproofsOf = (rule: Rule, snapshot: Snapshot): Disproofs => {
  const hit = rule.when(snapshot);
  if (!hit) return { facts: [], standsOn: [] };
  const probes = Object.keys(snapshot.readings) as ProbeId[];
  const standsOn = probes.filter(
    (probe) =>
      snapshot.readings[probe]?.kind === 'ok' &&
      silent(rule, withReading(snapshot, probe, unavailable('not-recorded'))),
  );
  const shown = new Set(hit.evidence.map(({ field }) => field.toLowerCase()));
  const facts = standsOn.flatMap((source) => {
    const reading = snapshot.readings[source];
    if (reading?.kind !== 'ok') return [];
    return leavesOf(reading.value).flatMap(({ path, value }): Disproof[] => {
      if (isShownOnly(path)) return [];
      const instead = othersOf(value).find((other) =>
        silent(
          rule,
          withReading(snapshot, source, {
            kind: 'ok',
            value: replaced(reading.value, path, other),
          }),
        ),
      );
      if (instead === undefined) return [];
      return [{ source, field: nameOf(path), value: textOf(value), instead: textOf(instead) }];
    });
  });
  // What is already shown as evidence is what a reader looks at first.
  const rank = ({ field }: Disproof) => (shown.has(field.toLowerCase()) ? 0 : 1);
  return { facts: facts.sort((a, b) => rank(a) - rank(b)).slice(0, mostShown), standsOn };
};
