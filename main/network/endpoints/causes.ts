import type { Owner, Severity } from '../../core/finding';
import { clockState } from '../clock';
import type { EndpointProblem, EndpointResult } from './outcome';

export type CauseCode =
  | EndpointProblem
  | 'name-service-down'
  | 'name-service-lies'
  | 'no-internet'
  | 'port-blocked'
  | 'clock-wrong'
  | 'vendor-forbids-inspection'
  | 'ipv6-translated'
  | 'ipv6-alone';

/** One reason behind many rows, with who can remove it. */
export interface Cause {
  code: CauseCode;
  severity: Severity;
  owner: Owner;
  /** What sets it apart from others of its kind: a port, an inspector, a service. */
  about: string | null;
  hosts: string[];
}

export interface Control {
  /** A name that cannot exist was answered with an address. */
  namesLie: boolean;
  /** This PC has IPv6 only; with the prefix of the translator to IPv4, or null where there is none. */
  sixOnly: { translator: string | null } | null;
}

const owners: Readonly<Record<CauseCode, Owner>> = {
  offline: 'user',
  cancelled: 'user',
  'name-service-down': 'network',
  'name-service-lies': 'network',
  'name-service-silent': 'network',
  'name-service-broken': 'network',
  'name-not-found': 'network',
  'ipv6-translated': 'network',
  'ipv6-alone': 'network',
  'no-internet': 'user',
  'port-blocked': 'network',
  'clock-wrong': 'technician',
  'vendor-forbids-inspection': 'network',
  'proxy-unreachable': 'network',
  'proxy-needs-sign-in': 'network',
  'proxy-refuses': 'network',
  silent: 'network',
  refused: 'network',
  unreachable: 'network',
  'blocked-here': 'technician',
  'cut-off': 'network',
  'captive-portal': 'user',
  intercepted: 'network',
  'wrong-certificate': 'network',
  'certificate-dates': 'vendor',
  'tls-failed': 'network',
  'no-answer': 'network',
  'udp-blocked': 'network',
  'time-not-known': 'vendor',
};

const down: readonly EndpointProblem[] = ['silent', 'refused', 'unreachable', 'cut-off'];
const few = 3;

const hostOf = ({ target }: EndpointResult) =>
  `${target.host}:${String(target.port)}${target.protocol === 'udp' ? '/udp' : ''}`;

/** Often shut on purpose, where the time comes from the domain or the company's own server. */
const gentle: readonly CauseCode[] = ['udp-blocked', 'time-not-known'];

const severityOf = (code: CauseCode, results: readonly EndpointResult[]): Severity => {
  if (results.length > 0 && results.every(({ target }) => target.optional)) return 'notice';
  const essential = results.some(({ target }) => target.essential && !target.optional);
  return essential && !gentle.includes(code) ? 'broken' : 'attention';
};

const cause = (
  code: CauseCode,
  results: readonly EndpointResult[],
  about: string | null = null,
  severity: Severity = severityOf(code, results),
): Cause => ({ code, severity, owner: owners[code], about, hosts: results.map(hostOf) });

const groups = <T>(all: readonly T[], keyOf: (one: T) => string): [string, T[]][] => [
  ...all.reduce(
    (map, one) => map.set(keyOf(one), [...(map.get(keyOf(one)) ?? []), one]),
    new Map<string, T[]>(),
  ),
];

/** The middle of all clocks that were read: one server with a wrong clock moves nothing. */
export const clockOffsetOf = (results: readonly EndpointResult[]): number | null => {
  const offsets = results.flatMap(({ offsetMs }) => offsetMs ?? []).sort((a, b) => a - b);
  return offsets[Math.floor(offsets.length / 2)] ?? null;
};

type Finder = (
  left: readonly EndpointResult[],
  all: readonly EndpointResult[],
) => { causes: Cause[]; explained: readonly EndpointResult[] };

const having = (results: readonly EndpointResult[], ...problems: EndpointProblem[]) =>
  results.filter(({ problem }) => problem !== null && problems.includes(problem));

const simple =
  (code: EndpointProblem): Finder =>
  (left) => {
    const explained = having(left, code);
    return { causes: explained.length > 0 ? [cause(code, explained)] : [], explained };
  };

const nameService: Finder = (left, all) => {
  const explained = having(left, 'name-service-silent', 'name-service-broken');
  const whole = explained.length > 0 && explained.length === all.length;
  return whole
    ? { causes: [cause('name-service-down', explained)], explained }
    : { causes: [], explained: [] };
};

/** Behind a portal everything else fails too; signing in there is the first thing to do. */
const portal: Finder = (left) => {
  if (having(left, 'captive-portal').length === 0) return { causes: [], explained: [] };
  const explained = left.filter(({ problem }) => problem !== null);
  return { causes: [cause('captive-portal', explained)], explained };
};

/** With a clock that is wrong every certificate looks expired or not yet valid: one cause, not hundreds. */
const clock: Finder = (left, all) => {
  const offset = clockOffsetOf(all);
  if (offset === null || clockState(offset) !== 'apart') return { causes: [], explained: [] };
  const explained = having(left, 'certificate-dates');
  const about = String(Math.round(offset / 1000));
  return { causes: [cause('clock-wrong', explained, about, 'broken')], explained };
};

const inspection: Finder = (left) => {
  const explained = having(left, 'intercepted');
  const causes = groups(explained, ({ inspector }) => inspector ?? '').flatMap(([who, results]) => {
    const forbidden = results.filter(({ target }) => target.inspectionForbidden);
    const others = results.filter(({ target }) => !target.inspectionForbidden);
    return [
      ...(forbidden.length > 0 ? [cause('vendor-forbids-inspection', forbidden, who)] : []),
      ...(others.length > 0 ? [cause('intercepted', others, who, 'attention')] : []),
    ];
  });
  return { causes, explained };
};

const nothingAtAll: Finder = (left, all) => {
  const explained = having(left, ...down, 'udp-blocked');
  return explained.length >= few && explained.length === all.length
    ? { causes: [cause('no-internet', explained)], explained }
    : { causes: [], explained: [] };
};

const wholePort: Finder = (left, all) => {
  const blocked = groups(having(left, ...down), ({ target }) => String(target.port)).filter(
    ([port, results]) =>
      results.length >= few &&
      results.length === all.filter(({ target }) => String(target.port) === port).length,
  );
  return {
    causes: blocked.map(([port, results]) => cause('port-blocked', results, port)),
    explained: blocked.flatMap(([, results]) => results),
  };
};

const servicesOf = (results: readonly EndpointResult[]): string => {
  const names = [...new Set(results.map(({ target }) => target.service))];
  return names.length > few ? `${names.slice(0, few).join(', ')}, …` : names.join(', ');
};

/** One cause per kind of failure; a service alone is named, many are listed in short. */
const perKind: Finder = (left) => {
  const explained = left.filter(({ problem }) => problem !== null);
  const causes = groups(explained, ({ problem }) => problem ?? '').map(([, results]) =>
    cause(results[0]?.problem ?? 'no-answer', results, servicesOf(results)),
  );
  return { causes, explained };
};

/** In this order each takes what it explains; what is left for the last one has no common reason. */
const finders: readonly Finder[] = [
  simple('offline'),
  simple('cancelled'),
  nameService,
  portal,
  simple('proxy-unreachable'),
  simple('proxy-needs-sign-in'),
  simple('proxy-refuses'),
  simple('blocked-here'),
  clock,
  inspection,
  nothingAtAll,
  wholePort,
  perKind,
];

/** Translated, nearly everything works; alone, what has no IPv6 address does not. */
const sixOnlyCause = (sixOnly: Control['sixOnly']): Cause[] => {
  if (sixOnly === null) return [];
  return sixOnly.translator === null
    ? [cause('ipv6-alone', [], null, 'attention')]
    : [cause('ipv6-translated', [], sixOnly.translator, 'notice')];
};

export const causesOf = (results: readonly EndpointResult[], control: Control): Cause[] => {
  const causes: Cause[] = [
    ...(control.namesLie ? [cause('name-service-lies', [], null, 'attention')] : []),
    ...sixOnlyCause(control.sixOnly),
  ];
  let left = results;
  for (const find of finders) {
    const found = find(left, results);
    causes.push(...found.causes);
    const explained = new Set(found.explained);
    left = left.filter((one) => !explained.has(one));
  }
  return causes;
};
