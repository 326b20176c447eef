import type { Evidence, Finding } from './finding';
import { isEntraJoined, joinTypeOf } from './join';
import { prtExpected, prtHealthy } from './prt';
import { fact, registrationOf, rowsOf } from './rules/evidence';
import { isMember } from './rules/expected';
import { valueOf, type Snapshot } from './snapshot';
import { subjectOf } from './subject';

/** From the Windows sign-in to a file share, as Microsoft documents it for a PC that is joined to Entra ID. */
export const chainLinks = [
  'cloud-ap',
  'prt',
  'attributes',
  'dc-locator',
  'tgt',
  'service-ticket',
] as const;
export type ChainLink = (typeof chainLinks)[number];

/** Why a link is neither proved nor broken: each is something a person can do about. */
export type ChainGap =
  /** The reading that would tell is not there. */
  | 'not-read'
  /** The look was made in a session without a company sign-in. */
  | 'other-session'
  /** Only the directory in the cloud knows, and nobody has signed in to it. */
  | 'needs-cloud'
  /** Windows fetches it when first needed, so its absence proves nothing. */
  | 'not-yet-needed'
  /** Windows looked for a domain of its own, of which a PC in the cloud alone has none. */
  | 'domain-unknown'
  /** A link before it is broken. */
  | 'after-broken';

export type ChainState = 'proved' | 'broken' | 'not-provable' | 'not-needed';

export interface ChainStep {
  link: ChainLink;
  state: ChainState;
  evidence: Evidence[];
  /** Set where the state is `not-provable`. */
  why: ChainGap | null;
  /** The finding that says what broke, where there is one. */
  finding: string | null;
}

export interface SignInChain {
  /** The company's own domain, as far as this device knows it. */
  domain: string | null;
  steps: ChainStep[];
}

type Judged = Pick<ChainStep, 'state' | 'evidence' | 'why'>;

const proved = (evidence: Evidence[]): Judged => ({ state: 'proved', evidence, why: null });
const broken = (evidence: Evidence[]): Judged => ({ state: 'broken', evidence, why: null });
const open = (why: ChainGap, evidence: Evidence[] = []): Judged => ({
  state: 'not-provable',
  evidence,
  why,
});
const unneeded: Judged = { state: 'not-needed', evidence: [], why: null };

const tokenRows = ['AzureAdPrt', 'AzureAdPrtUpdateTime'];

const cloudAp = (snapshot: Snapshot): Judged => {
  const registration = registrationOf(snapshot);
  if (!registration) return open('not-read');
  if (isEntraJoined(registration) === false) return unneeded;
  const { present, failure } = registration.entraPrt;
  // A token, or a failed try to get one, exists only where the sign-in was passed on.
  if (present === 'yes') return proved(rowsOf(registration, 'AzureAdPrt'));
  if (failure) return proved(rowsOf(registration, 'Attempt Status', 'Credential Type'));
  return prtExpected(registration, subjectOf(registration)) === false
    ? open('other-session', rowsOf(registration, 'Executing Account Name'))
    : open('not-read');
};

const prt = (snapshot: Snapshot): Judged => {
  const registration = registrationOf(snapshot);
  if (!registration) return open('not-read');
  if (isEntraJoined(registration) === false) return unneeded;
  const expected = prtExpected(registration, subjectOf(registration));
  const healthy = prtHealthy(registration, expected, snapshot.observedAt);
  const rows = rowsOf(registration, ...tokenRows);
  if (healthy === true) return proved(rows);
  if (healthy === false) return broken(rows);
  return open(expected === false ? 'other-session' : 'not-read', rows);
};

const realmOf = (snapshot: Snapshot) => {
  const tickets = valueOf(snapshot, 'kerberos-tickets')?.tickets ?? [];
  return tickets.find(
    ({ clientRealm, server, serverRealm }) =>
      clientRealm?.includes('.') === true &&
      /^krbtgt\//i.test(server) &&
      !/^KERBEROS\.MICROSOFTONLINE\.COM$/i.test(serverRealm ?? ''),
  );
};

const attributes = (snapshot: Snapshot): Judged => {
  const registration = registrationOf(snapshot);
  const member = valueOf(snapshot, 'domain-membership');
  // A member of the domain was told by the domain itself.
  if (member?.joined === 'yes') return proved([fact('domain-membership', 'domain', member.domain)]);
  if (registration?.joinRows.domain === 'yes') return proved(rowsOf(registration, 'DomainName'));
  const ticket = realmOf(snapshot);
  // Without the attributes Windows would not know whose ticket to ask for, nor where.
  if (ticket)
    return proved([
      fact('kerberos-tickets', 'client', `${ticket.client} @ ${ticket.clientRealm ?? ''}`),
    ]);
  return open(registration ? 'needs-cloud' : 'not-read');
};

const locator = (snapshot: Snapshot): Judged => {
  const controller = valueOf(snapshot, 'domain-controller');
  if (controller?.found) return proved([fact('domain-controller', 'host', controller.found.host)]);
  if (controller?.failure) {
    const { number, symbol } = controller.failure;
    const evidence = [fact('domain-controller', 'failure', `${String(number)} ${symbol}`)];
    return isMember(snapshot) ? broken(evidence) : open('domain-unknown', evidence);
  }
  return open('not-read');
};

const tgt = (snapshot: Snapshot): Judged => {
  const registration = registrationOf(snapshot);
  const tickets = valueOf(snapshot, 'kerberos-tickets');
  const seen = [
    ...(registration ? rowsOf(registration, 'OnPremTgt', 'CloudTgt') : []),
    ...(tickets ? [fact('kerberos-tickets', 'onPremTgt', tickets.onPremTgt)] : []),
  ];
  if (registration?.onPremTgt === 'yes' || tickets?.onPremTgt === 'yes') return proved(seen);
  if (tickets?.noLogonSession === true) return open('other-session', seen);
  if (!tickets && registration?.onPremTgt !== 'no') return open('not-read', seen);
  return open('not-yet-needed', seen);
};

const serviceTicket = (snapshot: Snapshot): Judged => {
  const tickets = valueOf(snapshot, 'kerberos-tickets');
  const drives = valueOf(snapshot, 'mapped-drives')?.connected ?? [];
  const ticket = tickets?.tickets.find(({ server }) => /^(cifs|http|host|ldap)\//i.test(server));
  if (ticket) return proved([fact('kerberos-tickets', 'server', ticket.server)]);
  const drive = drives.find(({ status }) => status === 'ok');
  if (drive) return proved([fact('mapped-drives', drive.path, drive.status)]);
  if (!tickets) return open('not-read');
  return open(tickets.noLogonSession ? 'other-session' : 'not-yet-needed');
};

const judges: Readonly<Record<ChainLink, (snapshot: Snapshot) => Judged>> = {
  'cloud-ap': cloudAp,
  prt,
  attributes,
  'dc-locator': locator,
  tgt,
  'service-ticket': serviceTicket,
};

/** Findings that say a link is broken where the facts alone leave it open. */
const breakers: Readonly<Record<ChainLink, readonly string[]>> = {
  'cloud-ap': [],
  prt: ['prt-missing', 'prt-expired'],
  attributes: [],
  'dc-locator': ['controller-silent-on-company-network', 'controller-not-in-reach'],
  tgt: [
    'cloud-trust-ticket-missing',
    'on-premises-ticket-missing',
    'kerberos-ticket-missing',
    'controller-cannot-exchange-ticket',
    'controller-without-tickets',
  ],
  'service-ticket': ['drives-unreachable'],
};

const stepOf = (snapshot: Snapshot, findings: readonly Finding[], link: ChainLink): ChainStep => {
  const judged = judges[link](snapshot);
  const finding = findings.find(({ id }) => breakers[link].includes(id)) ?? null;
  // A proof beats a suspicion: a ticket that is there was given.
  if (finding === null || judged.state === 'proved' || judged.state === 'not-needed')
    return { link, ...judged, finding: null };
  return { link, ...broken([...finding.evidence]), finding: finding.id };
};

/** Everything this device says about the name of its own domain, the surest first. */
export const companyDomain = (snapshot: Snapshot): string | null => {
  const membership = valueOf(snapshot, 'domain-membership');
  const names = [
    membership?.joined === 'yes' ? membership.domain : null,
    valueOf(snapshot, 'domain-controller')?.found?.domain,
    realmOf(snapshot)?.clientRealm,
    registrationOf(snapshot)?.domainName,
  ];
  return names.find((name) => name?.includes('.') === true)?.toLowerCase() ?? null;
};

const noChain = (snapshot: Snapshot): boolean => {
  const registration = registrationOf(snapshot);
  return (
    registration !== null && ['not-joined', 'entra-registered'].includes(joinTypeOf(registration))
  );
};

/** Each link proved, broken, or named as not provable from here; never green without a proof. */
export const signInChain = (snapshot: Snapshot, findings: readonly Finding[]): SignInChain => {
  if (noChain(snapshot)) {
    const steps = chainLinks.map((link) => ({ link, ...unneeded, finding: null }));
    return { domain: companyDomain(snapshot), steps };
  }
  const steps = chainLinks.map((link) => stepOf(snapshot, findings, link));
  const first = steps.findIndex(({ state }) => state === 'broken');
  return {
    domain: companyDomain(snapshot),
    steps: steps.map((step, at) =>
      first >= 0 && at > first && step.state === 'not-provable'
        ? { ...step, why: 'after-broken' as const }
        : step,
    ),
  };
};

export type ChainOutcome = 'proved' | 'broken' | 'open' | 'not-needed';

/** The whole in one word: broken beats open, and only proofs make it proved. */
export const chainOutcome = ({ steps }: SignInChain): ChainOutcome => {
  const states = new Set(steps.map(({ state }) => state));
  if (states.has('broken')) return 'broken';
  if (states.has('not-provable')) return 'open';
  return states.has('proved') ? 'proved' : 'not-needed';
};
