/** Why nobody is signed in, or why a token could not be had. Words: `cloud.sign-in.failure.<id>`. */
export const signInFailures = [
  'not-set-up',
  'busy',
  'cancelled',
  'declined',
  'timed-out',
  'other-account',
  'other-tenant',
  'needs-sign-in',
  'needs-consent',
  'needs-admin-consent',
  'needs-confirmation',
  'blocked-by-policy',
  'clock-wrong',
  'certificate',
  'network',
  'offline-start',
  'offline-organisation',
  'offline-setting',
  'registration-wrong',
  'device-code-closed',
  'refused',
] as const;

export type SignInFailureId = (typeof signInFailures)[number];

/** Who keeps this program offline: how it was started, the organisation, or the person's own setting. */
export type ClosedBy = 'start' | 'organisation' | 'setting';

export interface SignInFailure {
  ok: false;
  code: SignInFailureId;
  /** The authority's own number, for the catalogue of codes: `AADSTS53003`. */
  authorityCode: string | null;
}

export const signInFailure = (
  code: SignInFailureId,
  authorityCode: string | null = null,
): SignInFailure => ({ ok: false, code, authorityCode });

export const isClosed = (failure: SignInFailure | null): boolean =>
  failure?.code.startsWith('offline-') ?? false;

/** What a person can still cure by signing in once more; everything else would only open windows. */
export const curedBySigningIn: ReadonlySet<SignInFailureId> = new Set([
  'needs-sign-in',
  'needs-consent',
  'needs-confirmation',
]);

/** What is in the way to the authority: gone as soon as it answers again. */
export const inTheWay: ReadonlySet<SignInFailureId> = new Set([
  'network',
  'certificate',
  'clock-wrong',
]);

/** Numbers of the authority that mean something particular to us. The catalogue explains them all. */
const byNumber: Readonly<Record<string, SignInFailureId>> = {
  AADSTS50020: 'other-tenant',
  AADSTS90072: 'other-tenant',
  AADSTS65004: 'declined',
  AADSTS65001: 'needs-consent',
  AADSTS90094: 'needs-admin-consent',
  AADSTS90093: 'needs-admin-consent',
  AADSTS53000: 'blocked-by-policy',
  AADSTS53001: 'blocked-by-policy',
  AADSTS53002: 'blocked-by-policy',
  AADSTS53003: 'blocked-by-policy',
  AADSTS50105: 'blocked-by-policy',
  AADSTS50076: 'needs-confirmation',
  AADSTS50079: 'needs-confirmation',
  AADSTS50158: 'needs-confirmation',
  AADSTS50173: 'needs-sign-in',
  AADSTS70008: 'needs-sign-in',
  AADSTS700082: 'needs-sign-in',
  AADSTS700084: 'needs-sign-in',
  AADSTS700016: 'registration-wrong',
  AADSTS7000218: 'registration-wrong',
  AADSTS50011: 'registration-wrong',
  AADSTS90002: 'registration-wrong',
  AADSTS700024: 'clock-wrong',
};

/** Error names of the standard and of MSAL. */
const byName: Readonly<Record<string, SignInFailureId>> = {
  access_denied: 'declined',
  authorization_declined: 'declined',
  consent_required: 'needs-consent',
  login_required: 'needs-sign-in',
  interaction_required: 'needs-confirmation',
  invalid_grant: 'needs-sign-in',
  no_tokens_found: 'needs-sign-in',
  no_account_found: 'needs-sign-in',
  refresh_token_expired: 'needs-sign-in',
  bad_token: 'needs-sign-in',
  invalid_client: 'registration-wrong',
  unauthorized_client: 'registration-wrong',
  invalid_scope: 'registration-wrong',
  device_code_expired: 'timed-out',
  expired_token: 'timed-out',
  user_timeout_reached: 'timed-out',
  device_code_polling_cancelled: 'cancelled',
  network_error: 'network',
  endpoints_resolution_error: 'network',
  openid_config_error: 'network',
  temporarily_unavailable: 'network',
  server_error: 'network',
};

const certificateTroubles =
  /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS|ALTNAME/i;
const clockTroubles = /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|CERT_DATE_INVALID/i;

/** More than Kerberos and the token services allow: then the clock is what has to be cured first. */
const tolerableSkewMs = 5 * 60_000;

export interface Circumstances {
  /** What the network said last, if it failed: the library in between forgets it. */
  trouble: string | null;
  /** The authority's clock against ours; null where it never answered. */
  skewMs: number | null;
}

interface Named {
  errorCode?: unknown;
  subError?: unknown;
  errorMessage?: unknown;
  message?: unknown;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const networkFailure = (trouble: string): SignInFailureId => {
  if (clockTroubles.test(trouble)) return 'clock-wrong';
  return certificateTroubles.test(trouble) ? 'certificate' : 'network';
};

/** From what a library threw to one of our own list. The message is never kept: it may hold an account. */
export const failureOf = (error: unknown, { trouble, skewMs }: Circumstances): SignInFailure => {
  const { errorCode, subError, errorMessage, message } = (error ?? {}) as Named;
  const authorityCode = /AADSTS\d{4,7}/.exec(`${text(errorMessage)} ${text(message)}`)?.[0] ?? null;
  const named = authorityCode === null ? undefined : byNumber[authorityCode];
  // While it polls for a device code, the library puts the authority's error where its own message belongs.
  const name = errorCode === 'post_request_failed' ? errorMessage : errorCode;
  const code = named ?? byName[text(subError)] ?? byName[text(name)];
  if (code === 'network' || code === undefined)
    if (trouble !== null) return signInFailure(networkFailure(trouble), authorityCode);
  const skewed = skewMs !== null && Math.abs(skewMs) > tolerableSkewMs;
  if (skewed && (code === undefined || code === 'needs-sign-in'))
    return signInFailure('clock-wrong', authorityCode);
  return signInFailure(code ?? 'refused', authorityCode);
};
