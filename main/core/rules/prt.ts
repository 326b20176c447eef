import type { PrtFailure, Registration } from '../facts/registration';
import type { Hit, Rule } from '../finding';
import { isEntraJoined } from '../join';
import { currentFailure, isExpired, isStale, ownFailure, prtExpected } from '../prt';
import { subjectOf } from '../subject';
import { registrationOf, rowsOf } from './evidence';
import { causeOf, serviceCodeOf, type PrtCause } from './prt-cause';
import { sources } from './sources';

const failureLabels = [
  'AzureAdPrt',
  'Attempt Status',
  'Server Error Description',
  'HTTP Error',
  'HTTP status',
  'Previous Prt Attempt',
  'User Identity',
];

const about = {
  link: 'prt',
  severity: 'broken',
  certainty: 'proved',
  guide: 'apps-ask-for-sign-in',
  source: sources.prt,
  explains: [],
} as const;

/** What refuses the device refuses everybody on it, whoever asked last. */
const aboutDevice: ReadonlySet<PrtCause> = new Set(['prt-device-rejected', 'prt-key-unusable']);

const failureFor = (registration: Registration, cause: PrtCause): PrtFailure | null =>
  aboutDevice.has(cause) && isEntraJoined(registration) !== false
    ? currentFailure(registration.entraPrt)
    : ownFailure(registration);

/** A failing renewal beside a token that still works is a warning; without a token it stops work. */
const failing = (registration: Registration, cause: PrtCause): Hit | null => {
  const failure = failureFor(registration, cause);
  if (!failure) return null;
  const found = causeOf(failure);
  if (found.cause !== cause) return null;
  const codes = [serviceCodeOf(failure), failure.status, failure.httpError].filter(
    (code): code is string => code !== null && !/^0x0+$/.test(code),
  );
  const present = registration.entraPrt.present === 'yes';
  return {
    severity: present ? 'attention' : 'broken',
    certainty: found.certainty,
    owner: found.owner,
    codes,
    evidence: rowsOf(registration, ...failureLabels),
    values: {
      user: failure.user ?? '',
      code: codes[0] ?? '',
      works: present ? 'yes' : 'no',
    },
  };
};

const causes: readonly PrtCause[] = [
  'prt-device-rejected',
  'prt-network',
  'prt-password-refused',
  'prt-password-expired',
  'prt-account-locked',
  'prt-account-disabled',
  'prt-user-unknown',
  'prt-tenant-unknown',
  'prt-realm-unknown',
  'prt-federation',
  'prt-more-proof-needed',
  'prt-blocked-by-policy',
  'prt-sign-in-again',
  'prt-service-busy',
  'prt-hello-key-unknown',
  'prt-key-unusable',
  'prt-refused',
];

const causeRules = causes.map((id): Rule => ({
  ...about,
  id,
  owner: 'directory',
  link: id === 'prt-network' ? 'entra-reachable' : 'prt',
  // A token that cannot be fetched for want of a way out is the same fault as a device check without one.
  explains: [
    'prt-expired',
    'prt-stale',
    ...(id === 'prt-network' ? ['device-check-unreachable'] : []),
  ],
  when: (snapshot) => {
    const registration = registrationOf(snapshot);
    return registration ? failing(registration, id) : null;
  },
}));

export const prtRules: readonly Rule[] = [
  ...causeRules,
  {
    ...about,
    id: 'prt-missing',
    owner: 'user',
    explains: ['prt-refused'],
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration || registration.entraPrt.present !== 'no') return null;
      // A failure that names its cause says more; one that does not leaves only what is certain.
      const failure = ownFailure(registration);
      if (failure && causeOf(failure).certainty !== 'possible') return null;
      if (prtExpected(registration, subjectOf(registration)) !== true) return null;
      return {
        evidence: rowsOf(registration, 'AzureAdPrt', 'Executing Account Name', 'IsUserAzureAD'),
        values: { tried: failure ? 'yes' : 'no' },
      };
    },
  },
  {
    ...about,
    id: 'prt-expired',
    owner: 'user',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration || registration.entraPrt.present !== 'yes') return null;
      if (!isExpired(registration, snapshot.observedAt)) return null;
      return { evidence: rowsOf(registration, 'AzureAdPrt', 'AzureAdPrtExpiryTime') };
    },
  },
  {
    // A PC that slept shows the same for a moment, so this warns of nothing by itself.
    ...about,
    id: 'prt-stale',
    severity: 'notice',
    certainty: 'possible',
    owner: 'user',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const { observedAt } = snapshot;
      const updatedAt = registration?.entraPrt.updatedAt ?? null;
      if (!registration || observedAt === null || updatedAt === null) return null;
      if (registration.entraPrt.present !== 'yes' || !isStale(registration, observedAt))
        return null;
      return {
        evidence: rowsOf(registration, 'AzureAdPrtUpdateTime'),
        values: { hours: Math.floor((observedAt - updatedAt) / 3_600_000) },
      };
    },
  },
  {
    ...about,
    id: 'prt-failure-of-another-user',
    severity: 'notice',
    owner: 'technician',
    guide: null,
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const failure = registration && currentFailure(registration.entraPrt);
      if (!failure || ownFailure(registration)) return null;
      if (isEntraJoined(registration) === false || aboutDevice.has(causeOf(failure).cause))
        return null;
      return { evidence: rowsOf(registration, 'User Identity', 'Executing Account Name') };
    },
  },
  {
    ...about,
    id: 'enterprise-prt-failing',
    link: 'enterprise-prt',
    severity: 'attention',
    owner: 'directory',
    guide: null,
    source: sources.dsregcmd,
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const failure = registration && currentFailure(registration.enterprisePrt);
      if (!failure) return null;
      const codes = [serviceCodeOf(failure), failure.status].filter(
        (code): code is string => code !== null,
      );
      return {
        codes,
        evidence: rowsOf(
          registration,
          'EnterprisePrt',
          'Endpoint URI',
          'Attempt Status',
          'Server Error Description',
        ),
        values: { code: codes[0] ?? '' },
      };
    },
  },
];
