import { assertNever } from '../../core/reading';
import type { VerdictState } from '../../core/diagnosis';
import type { NameAnswer } from '../names';
import type { Answer } from '../outcome';
import type { Ping } from '../cldap';
import { asksOverHttps, asksPublicResolver, isPrivate } from '../places';
import type { ProblemCode, Problem } from './problems';
import type { Asked, RecordAnswer, SearchResult } from './search';

/** What became of the search when no domain controller could be chosen. */
export type SearchCode =
  | 'offline'
  | 'cancelled'
  | 'dns-silent'
  | 'dns-refused'
  | 'dns-failure'
  | 'not-in-dns'
  | 'targets-unresolvable'
  | 'found-but-silent'
  | 'found-but-refused'
  | 'no-route'
  | 'not-domain-controllers'
  | 'all-paused'
  | 'blocked-here';

/** Not proved, but worth a look first. */
export type Hint =
  | 'public-resolver'
  | 'resolver-over-https'
  | 'one-label'
  | 'vpn-or-split-tunnel'
  | 'record-without-targets'
  | 'list-cut';

export interface DomainVerdict {
  state: VerdictState;
  code: SearchCode | ProblemCode | 'found';
  hints: Hint[];
}

export interface Circumstances {
  servers: readonly string[];
  oneLabel: boolean;
  /** Somebody stopped us: whatever was not looked at must not count as fine. */
  cancelled: boolean;
}

const recordCode = (answer: NameAnswer<number>): SearchCode | null => {
  switch (answer.kind) {
    case 'answered':
      return answer.value === 0 ? 'not-in-dns' : null;
    case 'no-such-name':
    case 'no-record':
      return 'not-in-dns';
    case 'offline':
    case 'cancelled':
    case 'blocked-here':
      return answer.kind;
    case 'silent':
    case 'unreachable':
    case 'cut-off':
      return 'dns-silent';
    case 'refused':
      return 'dns-refused';
    case 'server-failure':
    case 'not-understood':
    case 'too-large':
    case 'failed':
      return 'dns-failure';
    default:
      return assertNever(answer);
  }
};

/** When records disagree the most hopeful one counts: it is the only one that can lead somewhere. */
const recordsCode = (records: readonly RecordAnswer[]): SearchCode | null => {
  const codes = records.map(({ answer }) => recordCode(answer));
  if (codes.includes(null)) return null;
  return codes.find((code) => code !== 'not-in-dns') ?? 'not-in-dns';
};

const pingsOf = (asked: readonly Asked[]): Answer<Ping>[] =>
  asked.flatMap(({ pings }) => pings.flatMap(({ udp, tcp }) => (tcp ? [udp, tcp] : [udp])));

const silenceCode = (search: SearchResult): SearchCode => {
  const pings = pingsOf(search.asked);
  const kinds = new Set(pings.map(({ kind }) => kind));
  const only = (...wanted: string[]) => [...kinds].every((kind) => wanted.includes(kind));
  if (search.asked.every(({ names }) => names.kind !== 'answered')) return 'targets-unresolvable';
  if (search.heard.length > 0) return 'all-paused';
  if (kinds.has('answered')) return 'not-domain-controllers';
  if (kinds.has('cancelled')) return 'cancelled';
  if (only('unreachable')) return 'no-route';
  if (only('blocked-here')) return 'blocked-here';
  return only('refused', 'cut-off', 'not-understood') ? 'found-but-refused' : 'found-but-silent';
};

const hintsOf = (
  code: DomainVerdict['code'],
  search: SearchResult,
  { servers, oneLabel }: Circumstances,
): Hint[] => {
  const hints: [Hint, boolean][] = [
    ['public-resolver', code === 'not-in-dns' && asksPublicResolver(servers)],
    ['resolver-over-https', code === 'not-in-dns' && asksOverHttps(servers)],
    ['one-label', code === 'not-in-dns' && oneLabel],
    [
      'vpn-or-split-tunnel',
      (code === 'found-but-silent' || code === 'no-route') &&
        search.asked.some(({ pings }) => pings.some(({ address }) => isPrivate(address))),
    ],
    [
      'record-without-targets',
      search.records.some(({ answer }) => answer.kind === 'answered') && search.asked.length === 0,
    ],
    ['list-cut', search.leftOut > 0],
  ];
  return hints.flatMap(([hint, holds]) => (holds ? [hint] : []));
};

const states: Readonly<Record<Problem['severity'], VerdictState>> = {
  broken: 'broken',
  attention: 'attention',
  notice: 'healthy',
};

const undetermined = new Set<string>(['offline', 'cancelled']);

export const judge = (
  search: SearchResult,
  problems: readonly Problem[],
  around: Circumstances,
): DomainVerdict => {
  const make = (state: VerdictState, code: DomainVerdict['code']): DomainVerdict => ({
    state,
    code,
    hints: hintsOf(code, search, around),
  });
  if (around.cancelled) return make('unknown', 'cancelled');
  if (search.chosen) {
    const worst =
      problems.find(({ severity }) => severity === 'broken') ??
      problems.find(({ severity }) => severity === 'attention');
    return worst ? make(states[worst.severity], worst.code) : make('healthy', 'found');
  }
  const missing = recordsCode(search.records);
  const code = missing ?? (search.asked.length === 0 ? 'not-in-dns' : silenceCode(search));
  return make(undetermined.has(code) ? 'unknown' : 'broken', code);
};
