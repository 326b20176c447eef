import type { EntraEvent } from '../facts/sign-in';
import type { Evidence, Owner, Rule, Severity } from '../finding';
import { ownFailure } from '../prt';
import { valueOf, type Snapshot } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact, registrationOf, rowsOf } from './evidence';
import { inEntra, tokenIsMissed, within } from './expected';
import { causeOf } from './prt-cause';

const about = { certainty: 'likely', guide: null, explains: [] } as const;
const day = 24;

const proof = (events: readonly EntraEvent[]): Evidence[] =>
  events.slice(0, 3).map((event) => {
    const told = [...event.entraErrors, event.code, event.target].filter((part) => part !== null);
    const at = event.at === null ? '' : ` ${new Date(event.at).toISOString()}`;
    return fact('entra-events', `event ${String(event.id)}${at}`, told.join(' '));
  });

const codesOf = (events: readonly EntraEvent[]): string[] => [
  ...new Set(
    events.flatMap((event) => [...event.entraErrors, ...(event.code ? [event.code] : [])]),
  ),
];

/** Failures after the last success: a token renewed since then makes them history. */
const failing = (snapshot: Snapshot, id: number): EntraEvent[] => {
  const registration = registrationOf(snapshot);
  const log = valueOf(snapshot, 'entra-events');
  if (!registration || !log || !inEntra(snapshot)) return [];
  // The output of dsregcmd names the cause itself; the log would only repeat it.
  if (ownFailure(registration)) return [];
  const success = registration.entraPrt.updatedAt ?? 0;
  return within(snapshot, day, log.events).filter(
    (event) => event.id === id && (event.at ?? 0) > success,
  );
};

const ownerOf = (codes: readonly string[], otherwise: Owner): Owner => {
  const service = codes.find((code) => code.startsWith('AADSTS'));
  if (service === undefined) return otherwise;
  return causeOf({
    attempt: 'unknown',
    at: null,
    status: null,
    user: null,
    credential: null,
    endpoint: null,
    httpError: null,
    httpStatus: null,
    serverError: null,
    description: service,
    correlationId: null,
  }).owner;
};

interface Failing {
  id: string;
  event: number;
  atLeast: number;
  owner: Owner;
  link: Rule['link'];
  /** While a token is there. Without a network these are the ordinary noise of a journey. */
  beside: Severity;
}

const kinds: readonly Failing[] = [
  {
    id: 'sign-in-refused-repeatedly',
    event: 1081,
    atLeast: 3,
    owner: 'tenant',
    link: 'prt',
    beside: 'attention',
  },
  {
    id: 'sign-in-not-reached',
    event: 1084,
    atLeast: 3,
    owner: 'network',
    link: 'entra-reachable',
    beside: 'notice',
  },
  {
    id: 'sign-in-place-not-found',
    event: 1086,
    atLeast: 3,
    owner: 'network',
    link: 'entra-reachable',
    beside: 'notice',
  },
  {
    id: 'sign-in-federation-failing',
    event: 1088,
    atLeast: 2,
    owner: 'directory',
    link: 'prt',
    beside: 'attention',
  },
  {
    id: 'sign-in-without-credentials',
    event: 1104,
    atLeast: 3,
    owner: 'user',
    link: 'prt',
    beside: 'notice',
  },
];

const repeated = (kind: Failing): Rule => ({
  ...about,
  id: kind.id,
  link: kind.link,
  severity: kind.beside,
  owner: kind.owner,
  source: deviceSources.token,
  when: (snapshot) => {
    const registration = registrationOf(snapshot);
    const events = failing(snapshot, kind.event);
    if (!registration || events.length < kind.atLeast) return null;
    const codes = codesOf(events);
    return {
      severity: tokenIsMissed(registration) ? 'attention' : kind.beside,
      owner: ownerOf(codes, kind.owner),
      codes,
      evidence: [...proof(events), ...rowsOf(registration, 'AzureAdPrt', 'AzureAdPrtUpdateTime')],
      values: { count: events.length, code: codes[0] ?? 'none' },
    };
  },
});

interface Refusal {
  id: string;
  errors: readonly string[];
  atLeast: number;
  severity: Severity;
  owner: Owner;
  link: Rule['link'];
}

/** What apps were told when they asked for a token of their own. */
const refusals: readonly Refusal[] = [
  {
    id: 'access-device-not-compliant',
    errors: ['AADSTS53000'],
    atLeast: 2,
    severity: 'attention',
    owner: 'tenant',
    link: 'compliance',
  },
  {
    id: 'access-device-not-joined',
    errors: ['AADSTS53001'],
    atLeast: 2,
    severity: 'attention',
    owner: 'tenant',
    link: 'device-registration',
  },
  {
    id: 'access-blocked-by-policy',
    errors: ['AADSTS53003'],
    atLeast: 2,
    severity: 'attention',
    owner: 'tenant',
    link: 'compliance',
  },
  {
    id: 'access-needs-managed-device',
    errors: ['AADSTS530002', 'AADSTS530003'],
    atLeast: 2,
    severity: 'attention',
    owner: 'tenant',
    link: 'mdm',
  },
  {
    id: 'access-wants-device-proof',
    errors: ['AADSTS50097'],
    atLeast: 5,
    severity: 'notice',
    owner: 'technician',
    link: 'device-accepted',
  },
  {
    id: 'access-wants-more-proof',
    errors: ['AADSTS50074', 'AADSTS50076', 'AADSTS50079', 'AADSTS50158'],
    atLeast: 5,
    severity: 'notice',
    owner: 'user',
    link: 'prt',
  },
];

const refused = ({ errors, atLeast, ...refusal }: Refusal): Rule => ({
  ...about,
  ...refusal,
  source: deviceSources.access,
  when: (snapshot) => {
    const log = valueOf(snapshot, 'entra-events');
    if (!log || !registrationOf(snapshot)) return null;
    const events = within(snapshot, day, log.events).filter(
      (event) => event.id === 1098 && event.entraErrors.some((code) => errors.includes(code)),
    );
    if (events.length < atLeast) return null;
    const codes = codesOf(events).filter((code) => errors.includes(code));
    return {
      codes,
      evidence: proof(events),
      values: { count: events.length, code: codes[0] ?? 'none' },
    };
  },
});

export const entraEventRules: readonly Rule[] = [...kinds.map(repeated), ...refusals.map(refused)];
