import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnosis } from '../../main/core/diagnosis';
import type { ProbeId } from '../../main/core/facts/index';
import type { DeviceAuthState, SubjectKind } from '../../main/core/facts/registration';
import type { Owner } from '../../main/core/finding';
import type { Tri } from '../../main/core/reading';
import type { Capture } from '../../main/os/capture/manifest';
import { captureOf } from '../harness/windows/capture-of';
import {
  change,
  device,
  type Changes,
  type Description,
  type Row,
} from '../harness/windows/description';
import { bytesOf } from '../harness/windows/text';

/** What differs in the text of `dsregcmd` from that of the device below. */
interface TextChanges {
  /** Another text altogether: `sample:id` of resources/devices. */
  from?: string;
  /** New values by label; null takes the row away. */
  rows?: Readonly<Record<string, string | null>>;
  /** Lines that stand behind the row with this label. */
  after?: Readonly<Record<string, readonly string[]>>;
  /** Titles of sections that are not printed. */
  without?: readonly string[];
}

/** What must be found, and what would be a lie. */
export interface Expected {
  state: Diagnosis['state'];
  join: Diagnosis['join']['type'];
  rootCause: string | null;
  /** Independent of the root cause, and shown beside it. */
  also?: readonly string[];
  /** Who can mend the root cause. */
  owner?: Owner;
  /** Every finding that changes the verdict. */
  findings: readonly string[];
  /** What a hasty reader would say here, and what would be wrong. */
  forbidden?: readonly string[];
  /** What is shown, and changes no verdict. */
  notices?: readonly string[];
  facts: {
    prt: Tri;
    /** Whether this caller on this device should have a token at all. */
    prtExpected: boolean | null;
    deviceAuth: DeviceAuthState;
    subject: SubjectKind;
  };
}

/** A whole PC: another one, and what is different. */
export interface DeviceCase {
  story: string;
  extends: string;
  person?: { user: string; domain: string };
  dsregcmd?: TextChanges;
  /** Rows of a class by their first text, `*` for all; null takes a row away. */
  rows?: Readonly<Record<string, Readonly<Record<string, Row | null>>>>;
  changes?: Changes;
  expected: Expected;
}

const folder = join(import.meta.dirname, '..', 'captures', 'devices');

/** The day of the samples, so that what was recorded for them fits unchanged. */
export const now = Date.UTC(2026, 8, 14, 8, 12);

const label = (line: string): string | null => /^ *([^|+:]+?) : ?/.exec(line)?.[1] ?? null;

const changeRows = (text: string, { rows = {}, after = {} }: TextChanges): string => {
  const open = new Set([...Object.keys(rows), ...Object.keys(after)]);
  const lines = text.split(/\r?\n/).flatMap((line) => {
    const name = label(line);
    if (name === null || !open.delete(name)) return [line];
    const value = rows[name];
    const own =
      value === undefined ? [line] : value === null ? [] : [`${name.padStart(26)} : ${value}`];
    return [...own, ...(after[name] ?? [])];
  });
  if (open.size > 0) throw new Error(`no such rows: ${[...open].join(', ')}`);
  return lines.join('\n');
};

const withoutSections = (text: string, titles: readonly string[]): string =>
  titles.reduce((whole, title) => {
    const border = '\\+-+\\+\\r?\\n';
    const section = new RegExp(
      `${border}\\| ${title} *\\|\\r?\\n${border}[^+]*(?=\\+-|For more|$)`,
    );
    if (!section.test(whole)) throw new Error(`no section ${title}`);
    return whole.replace(section, '');
  }, text);

const changeText = (base: Description, changes: TextChanges): Changes => {
  const [old] = base.programs['dsregcmd.exe'] ?? [];
  if (old === undefined) throw new Error('no dsregcmd here');
  const answer = changes.from === undefined ? old : { match: '/status', from: changes.from };
  const text = bytesOf({ ...answer, encoding: 'utf8' }, base.language, now).toString('utf8');
  const said = withoutSections(changeRows(text, changes), changes.without ?? []);
  return { programs: { 'dsregcmd.exe': [{ match: '/status', text: said, encoding: 'utf8' }] } };
};

const changeClass = (
  old: readonly Row[],
  changes: Readonly<Record<string, Row | null>>,
): readonly Row[] => {
  const nameOf = (row: Row) => {
    const values = Object.values(row);
    return String(values.find((value) => typeof value === 'string') ?? values[0]);
  };
  const known = new Set(old.map(nameOf));
  const kept = old.flatMap((row): Row[] => {
    const change = changes[nameOf(row)] ?? changes['*'];
    if (changes[nameOf(row)] === null || change === null) return [];
    return [{ ...row, ...change }];
  });
  const added = Object.entries(changes).flatMap(([name, row]) =>
    name === '*' || row === null || known.has(name) ? [] : [row],
  );
  return [...kept, ...added];
};

const changeClasses = (base: Description, rows: NonNullable<DeviceCase['rows']>): Changes => ({
  cim: Object.fromEntries(
    Object.entries(rows).map(([name, changes]) => {
      const old = base.cim[name] ?? [];
      if (!Array.isArray(old)) throw new Error(`no rows of ${name}`);
      return [name, changeClass(old as readonly Row[], changes)];
    }),
  ),
});

export const readCase = (id: string): DeviceCase =>
  JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as DeviceCase;

export const caseIds: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace(/\.json$/, ''))
  .sort();

const isCase = (id: string): boolean => caseIds.includes(id);

interface Laid {
  device: Description;
  person: { user: string; domain: string };
}

const lay = (id: string): Laid => {
  if (!isCase(id)) return { device: device(id), person: { user: 'anna.berg', domain: 'AzureAD' } };
  const told = readCase(id);
  const below = lay(told.extends);
  const steps: ((base: Description) => Changes)[] = [
    (base) => (told.dsregcmd === undefined ? {} : changeText(base, told.dsregcmd)),
    (base) => changeClasses(base, told.rows ?? {}),
    () => told.changes ?? {},
  ];
  return {
    device: steps.reduce((base, step) => change(base, step(base)), below.device),
    person: told.person ?? below.person,
  };
};

export const captureFor = (id: string, onRequest: readonly ProbeId[] = []): Capture => {
  const { device: described, person } = lay(id);
  return captureOf(described, person, now, onRequest);
};
