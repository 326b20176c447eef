import type { AutopilotVerdict } from '../facts/autopilot';
import type { Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { fact } from './evidence';
import { inSetup, isClient } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

/** What is wrong with Autopilot matters while it runs, and again after the next reset. */
const about = {
  link: 'setup',
  severity: 'notice',
  certainty: 'proved',
  owner: 'tenant',
  guide: null,
  source: sources.autopilot,
  explains: [],
  topics: ['autopilot'],
} as const;

const duringSetup = (snapshot: Snapshot, severity: 'broken' | 'attention') =>
  inSetup(snapshot) ? { severity } : {};

/** The service's answers to "is this PC yours?", by the event each leaves. */
const refusals: readonly { verdict: AutopilotVerdict; id: string; alarming: boolean }[] = [
  // Every private PC gets this answer while it is set up.
  { verdict: 'not-registered', id: 'autopilot-not-registered', alarming: false },
  { verdict: 'hardware-changed', id: 'autopilot-hardware-changed', alarming: true },
  { verdict: 'profile-deleted', id: 'autopilot-profile-deleted', alarming: true },
  { verdict: 'no-profile-assigned', id: 'autopilot-profile-not-assigned', alarming: true },
];

const refusalRules = refusals.map(({ verdict, id, alarming }) =>
  ofReading(
    'autopilot-events',
    { ...about, id, certainty: 'likely', source: sources.autopilotRefusals },
    (events, snapshot) =>
      events.verdict === verdict
        ? {
            ...(alarming ? duringSetup(snapshot, 'attention') : {}),
            evidence: [fact('autopilot-events', 'verdict', verdict)],
          }
        : null,
  ),
);

export const autopilotRules: readonly Rule[] = [
  ...refusalRules,
  ofReading(
    'autopilot-profile',
    {
      ...about,
      id: 'autopilot-other-tenant',
      topics: ['autopilot', 'reset'],
      explains: ['autopilot-download-failed', 'autopilot-profile-not-set'],
    },
    ({ tenantMatched, ownerTenantId, ownerTenantDomain, signedInTenantId }, snapshot) => {
      if (tenantMatched !== 'no' || ownerTenantId === null || ownerTenantId === signedInTenantId)
        return null;
      return {
        ...duringSetup(snapshot, 'broken'),
        evidence: [
          fact('autopilot-profile', 'tenantMatched', tenantMatched),
          fact('autopilot-profile', 'ownerTenantId', ownerTenantId),
          fact('autopilot-profile', 'signedInTenantId', signedInTenantId),
        ],
        values: { organisation: ownerTenantDomain ?? ownerTenantId },
      };
    },
  ),
  ofReading(
    'autopilot-profile',
    { ...about, id: 'autopilot-not-used', owner: 'technician' },
    ({ disabled }) =>
      disabled === 'yes' ? { evidence: [fact('autopilot-profile', 'disabled', disabled)] } : null,
  ),
  ofReading(
    'autopilot-profile',
    { ...about, id: 'autopilot-download-failed', owner: 'technician' },
    ({ error }, snapshot) => {
      if (error.code === null || !/^0x[89a-f]/i.test(error.code)) return null;
      return {
        ...duringSetup(snapshot, 'attention'),
        codes: [error.code],
        evidence: [
          fact('autopilot-profile', 'error.code', error.code),
          ...(error.reason ? [fact('autopilot-profile', 'error.reason', error.reason)] : []),
        ],
        values: { code: error.code },
      };
    },
  ),
  ofReading(
    'autopilot-events',
    {
      ...about,
      id: 'autopilot-profile-not-set',
      owner: 'technician',
      source: sources.autopilotEvents,
    },
    ({ profileNotSet }, snapshot) =>
      profileNotSet === 'yes'
        ? {
            ...duringSetup(snapshot, 'attention'),
            evidence: [fact('autopilot-events', 'event', 172)],
          }
        : null,
  ),
  ofReading(
    'autopilot-policy-cache',
    { ...about, id: 'autopilot-profile-damaged', owner: 'technician' },
    ({ damaged }, snapshot) =>
      damaged
        ? {
            ...duringSetup(snapshot, 'attention'),
            evidence: [fact('autopilot-policy-cache', 'damaged', damaged)],
          }
        : null,
  ),
  ofReading(
    'autopilot-offline-profile',
    {
      ...about,
      id: 'autopilot-offline-profile-ignored',
      owner: 'technician',
      source: sources.offlineProfile,
    },
    ({ ignoredByWindows, encoding }, snapshot) =>
      ignoredByWindows
        ? {
            ...duringSetup(snapshot, 'attention'),
            evidence: [fact('autopilot-offline-profile', 'encoding', encoding)],
            values: { encoding },
          }
        : null,
  ),
  ofReading(
    'device-preparation',
    {
      ...about,
      id: 'autopilot-beats-device-preparation',
      source: sources.devicePreparation,
    },
    ({ used, page }, snapshot) => {
      const registration = valueOf(snapshot, 'autopilot-profile')?.registrationId ?? null;
      if (used !== 'yes' || page === null || registration === null) return null;
      return {
        evidence: [
          fact('device-preparation', 'used', used),
          fact('autopilot-profile', 'registrationId', registration),
        ],
      };
    },
  ),
  ofReading(
    'services',
    {
      ...about,
      id: 'autopilot-sign-in-service-off',
      owner: 'technician',
      source: sources.preProvisioning,
    },
    ({ services }, snapshot) => {
      const start = services['wlidsvc']?.start;
      if (start !== 'disabled' || !isClient(snapshot)) return null;
      return {
        ...duringSetup(snapshot, 'attention'),
        evidence: [fact('services', 'wlidsvc', start)],
      };
    },
  ),
  ofReading(
    'machine',
    { ...about, id: 'serial-number-missing', certainty: 'likely', owner: 'vendor' },
    ({ serial, firmware, virtual }) =>
      // A firmware version shows that the firmware was asked and had no better serial number.
      serial === null && firmware !== null && virtual === 'no'
        ? { evidence: [fact('machine', 'serial', serial)] }
        : null,
  ),
];
