import type { VerdictState } from '../diagnosis';
import type { JoinType } from '../facts/registration';
import type { Certainty, Owner, Severity } from '../finding';
import type { Tri } from '../reading';
import { ageOfStep, ageRadix, ageStep, type CodeAge } from './age';

import { base, isWhole, lookAlikeOf, mostSigns, signOf, valueOfSign, withChecks } from './alphabet';
import { numberedFindings } from './numbers';
import { createPacker, createUnpacker } from './pack';

// Every list here is part of the code that people read out: only ever add at the end, within the radix.
const states: readonly VerdictState[] = ['healthy', 'attention', 'broken', 'unknown'];
const joins: readonly JoinType[] = [
  'unknown',
  'entra-joined',
  'hybrid-joined',
  'domain-joined',
  'entra-registered',
  'not-joined',
];
const tris: readonly Tri[] = ['unknown', 'yes', 'no'];
const severities: readonly Severity[] = ['broken', 'attention', 'notice'];
const certainties: readonly Certainty[] = ['proved', 'likely', 'possible'];
const owners: readonly Owner[] = ['user', 'technician', 'network', 'directory', 'tenant', 'vendor'];

const version = 0;
const radix = {
  version: 8,
  state: 4,
  join: 8,
  prt: 3,
  age: ageRadix,
  build: 131_072,
  count: 8,
  flag: 2,
  finding: 2_048,
  severity: 3,
  certainty: 3,
  owner: 8,
} as const;

/** More than this nobody reads out; that there are more is said. */
const mostFindings = 4;
const group = 4;
/** A shorter one would be met by chance in other words. */
const leastSigns = 8;

export interface CodedFinding {
  /** Null when this release does not know the number: the code comes from a later one. */
  id: string | null;
  number: number;
  severity: Severity;
  certainty: Certainty;
  owner: Owner;
}

export interface SupportCode {
  state: VerdictState;
  joinType: JoinType;
  prt: Tri;
  age: CodeAge;
  /** Build of Windows; null when it was not known. */
  build: number | null;
  /** The root cause stands first when there is one. */
  hasRootCause: boolean;
  findings: CodedFinding[];
  hasMore: boolean;
}

export interface Said {
  state: VerdictState;
  rootCause: string | null;
  join: { type: JoinType };
  prt: { state: Tri };
  observedAt: number | null;
  findings: readonly {
    id: string;
    severity: Severity;
    certainty: Certainty;
    owner: Owner;
    causedBy: string | null;
  }[];
}

const place = <T>(list: readonly T[], value: T): number => Math.max(0, list.indexOf(value));

/** The cause first, then what stands on its own, then consequences; within these in the order given. */
const tellingFirst = ({ findings, rootCause }: Said): Said['findings'] => {
  const rank = ({ id, causedBy, severity }: Said['findings'][number]): number =>
    id === rootCause ? 0 : severity === 'notice' ? 3 : causedBy === null ? 1 : 2;
  return [...findings].sort((one, other) => rank(one) - rank(other));
};

const digitsOf = (total: bigint): number[] => {
  const digits: number[] = [];
  for (let rest = total; rest > 0n; rest /= BigInt(base))
    digits.unshift(Number(rest % BigInt(base)));
  return digits;
};

/** Two check signs, and no group half full. */
const wholeLength = (digits: readonly number[]): number =>
  Math.max(leastSigns, Math.ceil((digits.length + 2) / group) * group);

const inGroups = (text: string): string =>
  (text.match(new RegExp(`.{1,${String(group)}}`, 'g')) ?? []).join('-');

export const encodeSupportCode = (said: Said, build: number | null, now: number): string => {
  const known = tellingFirst(said).filter(({ id }) => numberedFindings.includes(id));
  const told = known.slice(0, mostFindings);
  const packer = createPacker();
  packer.put(version, radix.version);
  packer.put(place(states, said.state), radix.state);
  packer.put(place(joins, said.join.type), radix.join);
  packer.put(place(tris, said.prt.state), radix.prt);
  packer.put(ageStep(said.observedAt, now), radix.age);
  packer.put(build !== null && build > 0 && build < radix.build ? build : 0, radix.build);
  packer.put(told.length, radix.count);
  packer.put(told[0] !== undefined && told[0].id === said.rootCause ? 1 : 0, radix.flag);
  packer.put(said.findings.length > told.length ? 1 : 0, radix.flag);
  for (const { id, severity, certainty, owner } of told) {
    packer.put(numberedFindings.indexOf(id), radix.finding);
    packer.put(place(severities, severity), radix.severity);
    packer.put(place(certainties, certainty), radix.certainty);
    packer.put(place(owners, owner), radix.owner);
  }
  const digits = digitsOf(packer.total());
  const padding = Array<number>(wholeLength(digits) - 2 - digits.length).fill(0);
  const padded = [...padding, ...digits];
  return inGroups(withChecks(padded).map(signOf).join(''));
};

export type DecodedCode =
  | { ok: true; code: SupportCode }
  /** `sign` is what cannot stand in a code, `instead` what was probably meant. */
  | { ok: false; why: 'sign'; sign: string; instead: string | null }
  | { ok: false; why: 'length' | 'mistyped' | 'newer' };

/** Gaps and dashes of any kind are how people group; they carry nothing. */
const bare = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._·:,;]+/gu, '');

export const decodeSupportCode = (typed: string): DecodedCode => {
  const text = bare(typed);
  const stranger = [...text].find((sign) => valueOfSign(sign) < 0);
  if (stranger !== undefined)
    return { ok: false, why: 'sign', sign: stranger, instead: lookAlikeOf(stranger) };
  if (text.length < leastSigns || text.length > mostSigns || text.length % group !== 0)
    return { ok: false, why: 'length' };
  const values = [...text].map(valueOfSign);
  if (!isWhole(values)) return { ok: false, why: 'mistyped' };
  const total = values.slice(0, -2).reduce((all, value) => all * BigInt(base) + BigInt(value), 0n);
  // One code for one content: more zeros in front than any release writes are a mistake.
  return wholeLength(digitsOf(total)) === text.length
    ? unpack(total)
    : { ok: false, why: 'mistyped' };
};

const unpack = (total: bigint): DecodedCode => {
  const { take, isEmpty } = createUnpacker(total);
  if (take(radix.version) !== version) return { ok: false, why: 'newer' };
  const state = states[take(radix.state)];
  const joinType = joins[take(radix.join)];
  const prt = tris[take(radix.prt)];
  const age = ageOfStep(take(radix.age));
  const build = take(radix.build);
  const count = take(radix.count);
  const hasRootCause = take(radix.flag) === 1;
  const hasMore = take(radix.flag) === 1;
  if (state === undefined || joinType === undefined || prt === undefined)
    return { ok: false, why: 'newer' };
  const findings = Array.from({ length: count }, () => takeFinding(take));
  const first = findings[0];
  // What is left over, or a cause that is not there, was never written by any release.
  if (!isEmpty() || (hasRootCause && first === undefined)) return { ok: false, why: 'mistyped' };
  return {
    ok: true,
    code: {
      state,
      joinType,
      prt,
      age,
      build: build === 0 ? null : build,
      hasRootCause,
      findings,
      hasMore,
    },
  };
};

const takeFinding = (take: (radix: number) => number): CodedFinding => {
  const number = take(radix.finding);
  return {
    id: numberedFindings[number] ?? null,
    number,
    severity: severities[take(radix.severity)] ?? 'attention',
    certainty: certainties[take(radix.certainty)] ?? 'possible',
    owner: owners[take(radix.owner)] ?? 'technician',
  };
};
