import type {
  KeySignState,
  PreJoin,
  PreJoinTest,
  Proxy,
  Registration,
} from '../../../core/facts/registration';
import type { Tri } from '../../../core/reading';
import type { Lookup } from './lookup';
import type { SectionKind } from './vocabulary';
import { filled, hexCodes, testState, time, tri, wholeNumber } from './words';

const tests = [
  'AD Connectivity Test',
  'AD Configuration Test',
  'DRS Discovery Test',
  'DRS Connectivity Test',
  'Kerberos Ticket Test',
  'Token acquisition Test',
] as const;

const markers = [...tests, 'Error Phase', 'Client ErrorCode', 'Registration Type', 'User Context'];

const contexts: Readonly<Record<string, PreJoin['userContext']>> = {
  SYSTEM: 'system',
  'ELEVATED USER': 'elevated',
  'UN-ELEVATED USER': 'unelevated',
};

const fallback = (value: string | undefined): Tri => {
  if (/^ENABLED\b/i.test(value ?? '')) return 'yes';
  return /^DISABLED\b/i.test(value ?? '') ? 'no' : 'unknown';
};

export const readPreJoin = (rows: Lookup): PreJoin | null => {
  const row = (label: string) => rows.row(label, 'diagnostics');
  if (!markers.some((label) => row(label))) return null;
  const value = (label: string) => row(label)?.value;
  const hex = (label: string) => hexCodes(value(label) ?? '', row(label)?.atEnd)[0] ?? null;
  return {
    userContext: contexts[(value('User Context') ?? '').toUpperCase()] ?? 'unknown',
    clientTime: time(value('Client Time')),
    tests: tests.flatMap((name): PreJoinTest[] => {
      const found = row(name);
      if (!found) return [];
      return [{ name, state: testState(found.value), codes: hexCodes(found.value, found.atEnd) }];
    }),
    fallbackToSync: fallback(value('Fallback to Sync-Join')),
    fallbackToFederated: fallback(value('Fallback to Fed-Join')),
    previousAttempt: time(value('Previous Registration')),
    registrationType: filled(value('Registration Type')?.toLowerCase()),
    phase: filled(value('Error Phase')?.toLowerCase()),
    clientCode: hex('Client ErrorCode'),
    serverCode: filled(value('Server ErrorCode')),
    serverSubCode: filled(value('Server ErrorSubCode')),
    serverOperation: filled(value('Server Operation')),
    serverMessage: filled(value('Server Message')),
    httpStatus: wholeNumber(value('Https Status')),
    requestId: filled(value('Request Id')),
  };
};

const keySignWords: readonly (readonly [RegExp, KeySignState])[] = [
  [/^PASS/i, 'passed'],
  [/^FAIL/i, 'failed'],
  [/elevated/i, 'not-elevated'],
];

export const readLocalHealth = (
  rows: Lookup,
): Pick<Registration, 'recoveryEnabled' | 'keySign' | 'executing' | 'updated'> => {
  const value = (label: string) => rows.value(label, 'diagnostics', 'device-state', 'hello');
  const keySign = value('KeySignTest') ?? '';
  return {
    recoveryEnabled: tri(value('AadRecoveryEnabled') ?? value('AadRecoveryNeeded')),
    keySign: keySignWords.find(([word]) => word.test(keySign))?.[1] ?? 'unknown',
    executing: readExecuting(
      rows.value('Executing Account Name', 'diagnostics', 'proxy-url') ?? undefined,
    ),
    updated: {
      displayName: filled(value('DisplayNameUpdated')),
      osVersion: filled(value('OsVersionUpdated')),
      hostName: filled(value('HostNameUpdated')),
    },
  };
};

/** `DOMAIN\user, user@domain`; a second part without `@` is no user principal name. */
const readExecuting = (value: string | undefined): Registration['executing'] => {
  if (!value) return null;
  // Copied out of JSON or a script, the backslash is doubled.
  const [account = '', upn = ''] = value.replace(/\\{2,}/g, '\\').split(/,\s*/, 2);
  return { account: account.trim(), upn: upn.includes('@') ? upn.trim() : null };
};

const proxySections: readonly (readonly [SectionKind, Proxy['scope']])[] = [
  ['proxy-system', 'system'],
  ['proxy-url', 'url'],
  ['proxy-user', 'user'],
  ['proxy-winhttp', 'winhttp'],
];

export const readProxies = (rows: Lookup): Proxy[] =>
  proxySections
    .filter(([section]) => rows.rows.some((row) => row.kind === section))
    .map(([section, scope]) => ({
      scope,
      autoDetect: tri(rows.value('Auto Detect Settings', section)),
      pacUrl: filled(rows.value('Auto-Configuration URL', section)),
      servers: filled(rows.value('Proxy Server List', section)),
      bypass: filled(rows.value('Proxy Bypass List', section)),
      accessType: filled(rows.value('Access Type', section)),
    }));
