import type { HelloChecks, Prt, PrtFailure, Registration } from '../../../core/facts/registration';
import type { Document, PlacedRow } from './document';
import type { Lookup } from './lookup';
import { filled, hexCodes, time, tri, wholeNumber } from './words';

const home = ['sso', 'user'] as const;
type Token = 'AzureAdPrt' | 'EnterprisePrt';

const failureLabels = new Set([
  'AcquirePrtDiagnostics',
  'RefreshPrtDiagnostics',
  'Previous Prt Attempt',
  'Attempt Status',
  'User Identity',
  'Credential Type',
  'Correlation ID',
  'Endpoint URI',
  'HTTP Method',
  'HTTP Error',
  'HTTP status',
  'Server Error Code',
  'Server Error Description',
]);

const tokenOfLabel = (label: string): Token | null => {
  if (label.startsWith('EnterprisePrt')) return 'EnterprisePrt';
  return label.startsWith('AzureAdPrt') ? 'AzureAdPrt' : null;
};

/**
 * Rows of a failure belong to the token whose rows come before them; the address they were sent to
 * confirms it, and wins where rows were cut away in between.
 */
const failuresByToken = (rows: readonly PlacedRow[]): Map<Token, PlacedRow[]> => {
  const blocks: { token: Token | null; rows: PlacedRow[] }[] = [];
  let token: Token | null = null;
  let open = false;
  for (const row of rows) {
    if (row.kind !== 'sso' && row.kind !== 'user') continue;
    if (!failureLabels.has(row.label)) {
      token = tokenOfLabel(row.label) ?? token;
      open = false;
      continue;
    }
    const current = blocks[blocks.length - 1];
    if (open && current && !current.rows.some((other) => other.label === row.label))
      current.rows.push(row);
    else blocks.push({ token, rows: [row] });
    open = true;
  }
  const found = new Map<Token, PlacedRow[]>();
  for (const block of blocks) {
    const endpoint = block.rows.find((row) => row.label === 'Endpoint URI')?.value ?? '';
    const owner = tokenOfEndpoint(endpoint) ?? block.token;
    if (owner && !found.has(owner)) found.set(owner, block.rows);
  }
  return found;
};

const entraHost =
  /^https:\/\/(?:[a-z0-9-]+\.)*(?:microsoftonline\.(?:com|us|de)|windows\.net|microsoft\.com|partner\.microsoftonline\.cn|chinacloudapi\.cn)(?:[/:]|$)/i;

const tokenOfEndpoint = (endpoint: string): Token | null => {
  if (entraHost.test(endpoint)) return 'AzureAdPrt';
  return /\/adfs\//i.test(endpoint) ? 'EnterprisePrt' : null;
};

const readFailure = (rows: readonly PlacedRow[] | undefined): PrtFailure | null => {
  if (!rows) return null;
  const row = (label: string) => rows.find((candidate) => candidate.label === label);
  const value = (label: string) => filled(row(label)?.value);
  const hex = (label: string) => hexCodes(row(label)?.value ?? '', row(label)?.atEnd)[0] ?? null;
  const attempt = row('RefreshPrtDiagnostics')
    ? 'refresh'
    : row('AcquirePrtDiagnostics')
      ? 'acquire'
      : 'unknown';
  return {
    attempt,
    at: time(row('Previous Prt Attempt')?.value),
    status: hex('Attempt Status'),
    user: value('User Identity'),
    credential: value('Credential Type'),
    endpoint: value('Endpoint URI'),
    httpError: hex('HTTP Error'),
    httpStatus: wholeNumber(row('HTTP status')?.value),
    serverError: value('Server Error Code'),
    description: value('Server Error Description'),
    correlationId: value('Correlation ID'),
  };
};

/** Whole: printed under its own title, and something came after it. */
const isWhole = (document: Document): boolean => {
  const at = document.titles.findIndex((title) => title.kind === 'sso');
  return at >= 0 && (at < document.titles.length - 1 || !document.truncated);
};

export const readPrts = (
  document: Document,
  rows: Lookup,
): Pick<Registration, 'entraPrt' | 'enterprisePrt' | 'onPremTgt' | 'cloudTgt'> => {
  const failures = failuresByToken(document.rows);
  const whole = isWhole(document);
  const token = (name: Token): Prt => ({
    present: tri(rows.value(name, ...home)),
    updatedAt: time(rows.value(`${name}UpdateTime`, ...home)),
    expiresAt: time(rows.value(`${name}ExpiryTime`, ...home)),
    authority: /^https:/i.test(rows.value(`${name}Authority`, ...home) ?? '')
      ? filled(rows.value(`${name}Authority`, ...home))
      : null,
    failure: readFailure(failures.get(name)),
    sectionWhole: whole,
  });
  return {
    entraPrt: token('AzureAdPrt'),
    enterprisePrt: token('EnterprisePrt'),
    onPremTgt: tri(rows.value('OnPremTgt', ...home)),
    cloudTgt: tri(rows.value('CloudTgt', ...home)),
  };
};

const wamWords = { yes: 'yes', no: 'no', unknown: 'unknown' } as const;

export const readWam = (rows: Lookup): Registration['wam'] => {
  const row = rows.row('WamDefaultSet', 'user');
  const value = row?.value ?? '';
  const error = /^ERROR\b/i.test(value);
  return {
    defaultSet: error ? 'error' : wamWords[tri(value)],
    code: hexCodes(value, row?.atEnd)[0] ?? null,
    authority: filled(rows.value('WamDefaultAuthority', 'user')),
    provider: /\(([A-Za-z]{3,40})\)/.exec(rows.value('WamDefaultGUID', 'user') ?? '')?.[1] ?? null,
  };
};

/** Order as printed: the first NO is the reason, the rest often only follow from it. */
const prerequisites = [
  'IsDeviceJoined',
  'IsUserAzureAD',
  'PolicyEnabled',
  'PostLogonEnabled',
  'DeviceEligible',
  'SessionIsNotRemote',
  'AdfsRefreshToken',
  'AdfsRaIsReady',
  'LogonCertTemplateReady',
  'OnPremTGT',
  // Its name before 23H2.
  'CloudTGT',
] as const;

const results: Readonly<Record<string, HelloChecks['result']>> = {
  willprovision: 'will-provision',
  willnotprovision: 'will-not-provision',
};

export const readHello = (rows: Lookup): HelloChecks | null => {
  if (!rows.rows.some((row) => row.kind === 'hello')) return null;
  const value = (label: string) => rows.value(label, 'hello');
  return {
    couldNotCheck: /^ERROR\b/i.test(value('NgcPreReq') ?? ''),
    isUserEntra: tri(value('IsUserAzureAD')),
    policyEnabled: tri(value('PolicyEnabled')),
    deviceEligible: tri(value('DeviceEligible')),
    sessionIsLocal: tri(value('SessionIsNotRemote')),
    onPremTgt: tri(value('OnPremTGT') ?? value('CloudTGT')),
    result: results[(value('PreReqResult') ?? '').toLowerCase()] ?? 'unknown',
    blockers: prerequisites.filter((label) => tri(value(label)) === 'no'),
  };
};
