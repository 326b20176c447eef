import type { Tri } from '../reading';

export interface Ticket {
  client: string;
  clientRealm: string | null;
  server: string;
  serverRealm: string | null;
  flags: string | null;
  /** Bit 1 marks the primary ticket-granting ticket. */
  cacheFlags: number | null;
  kdc: string | null;
  /** The digits of the start time as printed: to tell one ticket from another, never to be read. */
  started: string | null;
}

export interface KerberosTickets {
  logonId: string | null;
  /** As counted by Windows; more than `tickets` when the text is cut. */
  count: number | null;
  tickets: Ticket[];
  /** No session with credentials: a local account, a service, or SYSTEM. */
  noLogonSession: boolean;
  failure: string | null;
  onPremTgt: Tri;
  cloudTgt: Tri;
}

/** `klist cloud_debug`, by position. Null is a row this build does not print. */
export interface CloudKerberos {
  enabledByPolicy: boolean | null;
  replyReceived: boolean | null;
  replyUsed: boolean | null;
  referralTgt: boolean | null;
  nameOracle: boolean | null;
  proxyCached: boolean | null;
  keyCredential: boolean | null;
  passwordKeys: boolean | null;
  plaintextPassword: boolean | null;
  replyCredentialType: number | null;
  /** The one row that decides whether Hello cloud trust works in this session. */
  primaryTgt: boolean | null;
}

export interface HelloSettings {
  enabled: boolean | null;
  tpmRequired: boolean | null;
  pinRecovery: boolean | null;
  cloudTrust: boolean | null;
  certificateTrust: boolean | null;
  postLogonProvisioning: boolean | null;
}

export interface HelloPolicy {
  mdm: (HelloSettings & { tenantId: string; scope: 'device' | 'user' })[];
  group: HelloSettings;
  groupUser: HelloSettings;
  /** MDM wins over group policy only where this is set. */
  mdmWins: boolean;
  effective: HelloSettings;
}

export interface HelloKey {
  sid: string;
  relyingParty: string;
  tenantId: string | null;
  user: string | null;
  tpmProtected: Tri;
}

export interface HelloKeys {
  keys: HelloKey[];
}

export interface PinReset {
  /** The recovery service keeps the keys; without it "I forgot my PIN" starts from nothing. */
  recoveryService: Tri;
  /** Web addresses allowed on the lock screen, for federated tenants; null when not readable. */
  webSignInHosts: string[] | null;
}

export interface SecurityKeys {
  group: boolean | null;
  mdm: boolean | null;
  allowed: Tri;
}

export type ResetBlocker =
  | 'fast-user-switching-hidden'
  | 'last-user-hidden'
  | 'no-lock-screen'
  | 'non-admin-install-blocked'
  | 'custom-shell'
  | 'smart-card-required';

export interface PasswordResetLink {
  /** The link is asked for by policy. */
  offered: Tri;
  blockers: ResetBlocker[];
}

export interface TokenBroker {
  /** Registered for this user. Missing means endless password prompts. */
  package: Tri;
  version: string | null;
  /** This user has signed in through the broker before. */
  usedBefore: Tri;
}

export interface ServiceState {
  name: string;
  running: boolean | null;
  startMode: 'automatic' | 'manual' | 'disabled' | 'unknown';
}

/** Services sign-in stands on. A name that is not listed is not installed. */
export interface SignInServices {
  services: ServiceState[];
}

export interface EntraEvent {
  id: number;
  at: number | null;
  level: number | null;
  code: string | null;
  entraErrors: string[];
  /** Address the PC could not talk to, without its query. */
  target: string | null;
  correlationId: string | null;
}

export interface EntraEvents {
  events: EntraEvent[];
  cut: boolean;
}

export type HelloStep =
  | 'key-registered'
  | 'key-registration-failed'
  | 'will-provision'
  | 'policy-error'
  | 'will-not-provision'
  | 'key-saved'
  | 'sign-in-failed'
  | 'provisioning-ended'
  | 'other';

export interface HelloEvent {
  id: number;
  at: number | null;
  step: HelloStep;
  code: string | null;
  /**
   * The prerequisites as Windows named and worded them. The words are in the language of the PC, so they
   * are shown, never decided on.
   */
  answers: { field: string; value: string }[];
}

export interface HelloEvents {
  events: HelloEvent[];
  cut: boolean;
}

export type SignInMethod =
  | 'pin'
  | 'password'
  | 'security-key'
  | 'face'
  | 'fingerprint'
  | 'smart-card'
  | 'picture'
  | 'web'
  | 'unknown';

export interface LastSignIn {
  user: string | null;
  account: string | null;
  sid: string | null;
  method: SignInMethod;
}

/** How many work accounts Windows hands to apps of this user. Not who they are. */
export interface AppAccounts {
  accounts: number;
}

/** By probe id. */
export interface SignInFacts {
  'kerberos-tickets': KerberosTickets;
  'cloud-kerberos': CloudKerberos;
  'hello-policy': HelloPolicy;
  'hello-keys': HelloKeys;
  'hello-events': HelloEvents;
  'pin-reset': PinReset;
  'security-keys': SecurityKeys;
  'password-reset-link': PasswordResetLink;
  'token-broker': TokenBroker;
  'sign-in-services': SignInServices;
  'entra-events': EntraEvents;
  'last-sign-in': LastSignIn;
  'app-accounts': AppAccounts;
}
