import type { PreJoin, PreJoinTest, Registration } from '../facts/registration';
import type { Hit, Rule } from '../finding';
import { registrationOf, rowsOf } from './evidence';
import { cloudFootprint } from './join-target';
import { foldStatus } from './prt-cause';
import { sources } from './sources';
import { isTransport } from './transport';

/** Windows runs these tests only on a domain member that is not hybrid joined yet. */
const unjoined = (registration: Registration | null): PreJoin | null =>
  registration && registration.joinRows.entra !== 'yes' ? registration.preJoin : null;

/** Tests after the first failure are skipped or only follow from it. */
const firstFailure = (preJoin: PreJoin): PreJoinTest | null =>
  preJoin.tests.find((test) => test.state === 'fail') ?? null;

/** A page instead of an answer; no answer in time; an answer of no service. */
const notTheService = new Set(['0x8007000d', '0x801c001f', '0x801c000c']);

const isNetwork = (codes: readonly string[]): boolean =>
  codes.some((code) => isTransport(code) || notTheService.has(code.toLowerCase()));

const errorLabels = [
  'Error Phase',
  'Client ErrorCode',
  'Server ErrorCode',
  'Server ErrorSubCode',
  'Server Operation',
  'Server Message',
  'Previous Registration',
  'Client Time',
];

const codesOf = (preJoin: PreJoin, test: PreJoinTest | null): string[] => [
  ...new Set([...(test?.codes ?? []), ...(preJoin.clientCode ? [preJoin.clientCode] : [])]),
];

const hit = (registration: Registration, preJoin: PreJoin, test: PreJoinTest | null): Hit => ({
  codes: codesOf(preJoin, test),
  evidence: rowsOf(registration, ...(test ? [test.name] : []), ...errorLabels),
  values: { code: codesOf(preJoin, test)[0] ?? '', test: test?.name ?? '' },
});

const about = {
  link: 'device-registration',
  severity: 'broken',
  certainty: 'proved',
  owner: 'directory',
  guide: null,
  source: sources.hybrid,
  explains: [],
} as const;

/** A rule that holds when this test is the first to fail, and its codes fit. */
const onFirst = (
  rule: Omit<Rule, 'when'>,
  name: string,
  fits: (codes: readonly string[], preJoin: PreJoin) => boolean = () => true,
): Rule => ({
  ...rule,
  when: (snapshot) => {
    const registration = registrationOf(snapshot);
    const preJoin = unjoined(registration);
    if (!registration || !preJoin) return null;
    const test = firstFailure(preJoin);
    if (test?.name !== name || !fits(codesOf(preJoin, test), preJoin)) return null;
    return hit(registration, preJoin, test);
  },
});

/**
 * A company without a cloud has no target, and its laptops at home no controller: every PC of it fails
 * these two tests. Somebody who brings the text wants to know; on the PC itself it takes a trace of the
 * company's cloud to make it a fault.
 */
const whereWanted = (rule: Rule): Rule => ({
  ...rule,
  when: (snapshot) => {
    const found = rule.when(snapshot);
    if (!found || snapshot.origin === 'text') return found;
    const traces = cloudFootprint(snapshot);
    if (traces.length === 0) return { ...found, severity: 'notice' };
    return { ...found, evidence: [...found.evidence, ...traces] };
  },
});

const missing = new Set(['0x80070002', '0x801c001d']);
const scpMissing = (codes: readonly string[]): boolean =>
  codes.length === 0 || codes.some((code) => missing.has(code));

export const preJoinTestRules: readonly Rule[] = [
  whereWanted(
    onFirst(
      {
        ...about,
        id: 'join-no-domain-controller',
        link: 'domain-controller',
        severity: 'attention',
        owner: 'network',
      },
      'AD Connectivity Test',
    ),
  ),
  whereWanted(
    onFirst(
      { ...about, id: 'join-not-set-up-in-directory', link: 'join-setup', severity: 'attention' },
      'AD Configuration Test',
      scpMissing,
    ),
  ),
  onFirst(
    { ...about, id: 'join-directory-unreadable', link: 'join-setup' },
    'AD Configuration Test',
    (codes) => !scpMissing(codes),
  ),
  onFirst(
    { ...about, id: 'join-discovery-network', link: 'entra-reachable', owner: 'network' },
    'DRS Discovery Test',
    isNetwork,
  ),
  onFirst(
    { ...about, id: 'join-discovery-failed', link: 'join-setup', certainty: 'likely' },
    'DRS Discovery Test',
    (codes) => !isNetwork(codes),
  ),
  onFirst(
    { ...about, id: 'join-service-unreachable', link: 'entra-reachable', owner: 'network' },
    'DRS Connectivity Test',
  ),
  onFirst({ ...about, id: 'join-cloud-kerberos', certainty: 'likely' }, 'Kerberos Ticket Test'),
  onFirst(
    { ...about, id: 'join-token-network', link: 'entra-reachable', owner: 'network' },
    'Token acquisition Test',
    isNetwork,
  ),
  onFirst(
    { ...about, id: 'join-token-refused', certainty: 'likely' },
    'Token acquisition Test',
    (codes) => !isNetwork(codes),
  ),
];

const week = 7 * 86_400_000;

/** Only failures are kept, so one of long ago may be all there is to tell of a fault that has passed. */
const isOld = ({ previousAttempt, clientTime }: PreJoin): boolean =>
  previousAttempt !== null && clientTime !== null && clientTime - previousAttempt > week;

/** No test fails now, so what the last attempt met is told from its phase and codes. */
const lastAttempt = (rule: Omit<Rule, 'when'>, fits: (preJoin: PreJoin) => boolean): Rule => ({
  ...rule,
  when: (snapshot) => {
    const registration = registrationOf(snapshot);
    const preJoin = unjoined(registration);
    if (!registration || !preJoin || firstFailure(preJoin)) return null;
    if (!preJoin.clientCode && !preJoin.phase) return null;
    if (attemptKind(preJoin) !== rule.id || !fits(preJoin)) return null;
    const found = hit(registration, preJoin, null);
    return isOld(preJoin) ? { ...found, severity: 'attention', certainty: 'possible' } : found;
  },
});

/** The service asks to come back later. */
const busy = '0x801c0025';

const tpmCodes = new Set(['0x80290407', '0x80280036', '0x80090031', '0x80090016', '0x8028002b']);
const fallbackByPhase: Readonly<Record<string, string>> = {
  auth: 'join-token-refused-before',
  discover: 'join-discovery-failed-before',
};

/** One attempt, one kind: the most telling fact first. */
const attemptKind = (preJoin: PreJoin): string => {
  const code = foldStatus(preJoin.clientCode ?? '');
  if (
    /missing_device/i.test(preJoin.serverSubCode ?? '') ||
    /DeviceRenew/i.test(preJoin.serverOperation ?? '')
  )
    return 'join-stale-registration';
  if (code === busy) return 'join-service-busy';
  if (tpmCodes.has(code)) return 'join-key-failed';
  if (/DirectoryError/i.test(preJoin.serverCode ?? '') || code === '0x801c03f2')
    return 'join-waiting-for-sync';
  if (missing.has(code)) return 'join-not-set-up-before';
  if (isNetwork([code])) return 'join-network-before';
  return fallbackByPhase[preJoin.phase ?? ''] ?? 'join-failed';
};

const always = () => true;

export const lastAttemptRules: readonly Rule[] = [
  lastAttempt({ ...about, id: 'join-stale-registration', owner: 'technician' }, always),
  lastAttempt({ ...about, id: 'join-key-failed', link: 'device-key', owner: 'technician' }, always),
  lastAttempt(
    { ...about, id: 'join-waiting-for-sync', severity: 'attention', source: sources.dsregcmd },
    always,
  ),
  lastAttempt(
    { ...about, id: 'join-not-set-up-before', severity: 'attention', certainty: 'likely' },
    always,
  ),
  lastAttempt(
    {
      ...about,
      id: 'join-network-before',
      link: 'entra-reachable',
      severity: 'attention',
      certainty: 'likely',
      owner: 'network',
    },
    always,
  ),
  lastAttempt(
    { ...about, id: 'join-token-refused-before', severity: 'attention', certainty: 'likely' },
    always,
  ),
  lastAttempt(
    { ...about, id: 'join-discovery-failed-before', severity: 'attention', certainty: 'likely' },
    always,
  ),
  lastAttempt(
    {
      ...about,
      id: 'join-service-busy',
      severity: 'attention',
      certainty: 'likely',
      owner: 'vendor',
    },
    always,
  ),
  lastAttempt({ ...about, id: 'join-failed', severity: 'attention', certainty: 'likely' }, always),
];

export const joinTraceRule: Rule = {
  ...about,
  id: 'join-trace-failed',
  certainty: 'likely',
  source: sources.hybrid,
  when: (snapshot) => {
    const result = registrationOf(snapshot)?.verbResult;
    if (result?.verb !== 'join-trace' || result.succeeded !== 'no') return null;
    const registration = registrationOf(snapshot);
    return {
      codes: result.codes,
      evidence: registration
        ? registration.rows
            .filter((row) => /failed with error/i.test(`${row.label}: ${row.value}`))
            .map((row) => ({
              source: 'device-registration',
              field: row.label,
              value: row.value,
              line: row.line,
            }))
        : [],
      values: { code: result.codes[0] ?? '' },
    };
  },
};
