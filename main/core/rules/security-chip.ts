import type { Tpm } from '../facts/protection';
import type { Hit, Rule } from '../finding';
import type { Snapshot } from '../snapshot';
import { fact } from './evidence';
import { inUse, isPhysicalPc } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

const about = {
  link: 'encryption',
  severity: 'notice',
  certainty: 'proved',
  owner: 'technician',
  guide: null,
  source: sources.chip,
  explains: [],
} as const;

/** The chip of a virtual machine belongs to its host. */
const onChip = (
  rule: Omit<Rule, 'when'>,
  field: keyof Tpm,
  holds: (tpm: Tpm, snapshot: Snapshot) => boolean,
): Rule =>
  ofReading('tpm', rule, (tpm, snapshot): Hit | null =>
    isPhysicalPc(snapshot) && holds(tpm, snapshot)
      ? { evidence: [fact('tpm', field, tpm[field])] }
      : null,
  );

export const securityChipRules: readonly Rule[] = [
  onChip(
    { ...about, id: 'chip-not-found', topics: ['autopilot'] },
    'present',
    ({ present }) => present === 'no',
  ),
  onChip(
    { ...about, id: 'chip-too-old', owner: 'vendor', topics: ['autopilot'] },
    'version',
    ({ version }) => version?.startsWith('1.') === true,
  ),
  onChip(
    { ...about, id: 'chip-not-ready', severity: 'attention', certainty: 'likely' },
    'readyForStorage',
    ({ present, initialized, readyForStorage }, snapshot) =>
      present === 'yes' && inUse(snapshot) && (initialized === 'no' || readyForStorage === 'no'),
  ),
  onChip(
    {
      ...about,
      id: 'chip-needs-clearing',
      severity: 'attention',
      source: sources.chipState,
      explains: ['chip-not-ready', 'chip-cannot-attest'],
    },
    'clearNeeded',
    ({ clearNeeded }) => clearNeeded === 'yes',
  ),
  onChip(
    { ...about, id: 'chip-locked', severity: 'attention', owner: 'user', explains: [] },
    'lockedOut',
    ({ lockedOut }) => lockedOut === 'yes',
  ),
  onChip(
    {
      ...about,
      id: 'chip-firmware-weak',
      owner: 'vendor',
      source: sources.chipState,
      topics: ['autopilot'],
    },
    'vulnerableFirmware',
    ({ vulnerableFirmware }) => vulnerableFirmware === 'yes',
  ),
  onChip(
    { ...about, id: 'chip-cannot-attest', topics: ['autopilot'] },
    'attestationReady',
    ({ present, attestationReady }) => present === 'yes' && attestationReady === 'no',
  ),
  ofReading(
    'tpm-ownership',
    { ...about, id: 'chip-switched-off', source: sources.chipState, topics: ['autopilot'] },
    ({ enabled, activated }, snapshot) => {
      if ((enabled !== 'no' && activated !== 'no') || !isPhysicalPc(snapshot)) return null;
      return {
        evidence: [
          fact('tpm-ownership', 'enabled', enabled),
          fact('tpm-ownership', 'activated', activated),
        ],
      };
    },
  ),
  ofReading(
    'attestation',
    {
      ...about,
      id: 'attestation-key-refused',
      certainty: 'likely',
      owner: 'network',
      source: sources.autopilotIssues,
      topics: ['autopilot'],
    },
    ({ keyCertificate, keyCertificateError }, snapshot) => {
      if (keyCertificate !== 'failed' || !isPhysicalPc(snapshot)) return null;
      return {
        codes: keyCertificateError ? [keyCertificateError] : [],
        evidence: [fact('attestation', 'keyCertificateError', keyCertificateError)],
        values: { code: keyCertificateError ?? '' },
      };
    },
  ),
  ofReading(
    'secure-boot',
    { ...about, id: 'secure-boot-off', topics: ['autopilot'] },
    ({ on, capable }, snapshot) =>
      on === 'no' && isPhysicalPc(snapshot)
        ? {
            evidence: [fact('secure-boot', 'on', on), fact('secure-boot', 'capable', capable)],
            values: { capable },
          }
        : null,
  ),
  ofReading(
    'secure-boot',
    { ...about, id: 'secure-boot-certificate-old', certainty: 'possible', owner: 'vendor' },
    ({ certificateUpdate, on }, snapshot) => {
      if (certificateUpdate === null || /^updated$/i.test(certificateUpdate)) return null;
      return on === 'yes' && isPhysicalPc(snapshot)
        ? { evidence: [fact('secure-boot', 'certificateUpdate', certificateUpdate)] }
        : null;
    },
  ),
];
