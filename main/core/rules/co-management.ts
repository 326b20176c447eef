import type { Rule } from '../finding';
import { valueOf } from '../snapshot';
import { fact } from './evidence';
import { day, hour, installedFor, inUse, upFor } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

const about = {
  link: 'co-management',
  severity: 'notice',
  certainty: 'proved',
  owner: 'tenant',
  guide: null,
  source: sources.coManagement,
  explains: [],
} as const;

const agent = 'ccmexec';

export const coManagementRules: readonly Rule[] = [
  ofReading(
    'co-management',
    { ...about, id: 'two-systems-manage', certainty: 'likely' },
    ({ on, flags, intuneWorkloads, unknownBits }) =>
      on === 'yes'
        ? {
            evidence: [
              fact('co-management', 'flags', flags),
              fact('co-management', 'intuneWorkloads', intuneWorkloads.join(', ')),
              ...(unknownBits ? [fact('co-management', 'unknownBits', unknownBits)] : []),
            ],
            values: { count: intuneWorkloads.length },
          }
        : null,
  ),
  ofReading(
    'co-management',
    { ...about, id: 'configuration-manager-alone' },
    ({ on, clientInstalled, siteCode }) =>
      on === 'no' && clientInstalled === 'yes'
        ? {
            evidence: [
              fact('co-management', 'on', on),
              fact('co-management', 'siteCode', siteCode),
            ],
            values: { site: siteCode ?? '' },
          }
        : null,
  ),
  ofReading(
    'co-management',
    {
      ...about,
      id: 'co-management-not-enrolled',
      severity: 'attention',
      certainty: 'likely',
      source: sources.autoEnrolment,
    },
    ({ on, flags }, snapshot) => {
      if (on !== 'yes' || !inUse(snapshot) || !installedFor(snapshot, day)) return null;
      if (valueOf(snapshot, 'mdm-enrolments')?.intune !== 'no') return null;
      return {
        evidence: [fact('co-management', 'flags', flags), fact('mdm-enrolments', 'intune', 'no')],
      };
    },
  ),
  ofReading(
    'co-management',
    {
      ...about,
      id: 'provisioning-mode-stuck',
      severity: 'attention',
      certainty: 'possible',
      owner: 'technician',
    },
    ({ provisioningMode }, snapshot) => {
      if (provisioningMode !== 'yes' || !inUse(snapshot) || !installedFor(snapshot, day))
        return null;
      return { evidence: [fact('co-management', 'provisioningMode', 'true')] };
    },
  ),
  ofReading(
    'services',
    { ...about, id: 'management-agent-stopped', severity: 'attention', owner: 'technician' },
    ({ services }, snapshot) => {
      const state = services[agent];
      if (state?.installed !== 'yes' || state.running !== 'no' || state.start !== 'automatic')
        return null;
      if (!inUse(snapshot) || !upFor(snapshot, hour)) return null;
      return {
        evidence: [
          fact('services', agent, 'stopped'),
          fact('services', 'exitCode', state.exitCode),
        ],
      };
    },
  ),
  ofReading(
    'services',
    { ...about, id: 'management-agent-disabled', severity: 'attention', owner: 'technician' },
    ({ services }, snapshot) =>
      services[agent]?.start === 'disabled' && inUse(snapshot)
        ? { evidence: [fact('services', agent, 'disabled')] }
        : null,
  ),
  ofReading(
    'co-management-log',
    { ...about, id: 'co-management-values-differ', certainty: 'likely', owner: 'technician' },
    ({ mergedFlags }, snapshot) => {
      const flags = valueOf(snapshot, 'co-management')?.flags ?? null;
      if (mergedFlags === null || flags === null || mergedFlags === flags) return null;
      return {
        evidence: [
          fact('co-management', 'flags', flags),
          fact('co-management-log', 'mergedFlags', mergedFlags),
        ],
        values: { flags, merged: mergedFlags },
      };
    },
  ),
  ofReading(
    'co-management-log',
    {
      ...about,
      id: 'co-management-log-complains',
      certainty: 'possible',
      owner: 'technician',
    },
    ({ problems }) => {
      const errors = problems.filter(({ level }) => level === 'error');
      const last = errors.at(-1);
      if (!last) return null;
      return {
        evidence: [fact('co-management-log', last.localTime, last.text)],
        values: { count: errors.length },
      };
    },
  ),
  ofReading(
    // Drive encryption belongs to the endpoint protection workload.
    'co-management',
    { ...about, id: 'two-systems-demand-encryption', certainty: 'likely' },
    ({ on, intuneWorkloads }, snapshot) => {
      const demanded = valueOf(snapshot, 'bitlocker-policy')?.demanded;
      if (on !== 'yes' || intuneWorkloads.includes('endpoint-protection') || demanded !== 'yes')
        return null;
      return {
        evidence: [
          fact('co-management', 'intuneWorkloads', intuneWorkloads.join(', ')),
          fact('bitlocker-policy', 'demanded', demanded),
        ],
      };
    },
  ),
  ofReading(
    'co-management',
    { ...about, id: 'two-systems-direct-updates', certainty: 'likely' },
    ({ on, intuneWorkloads }, snapshot) => {
      const server = valueOf(snapshot, 'windows-update')?.server ?? null;
      if (on !== 'yes' || !intuneWorkloads.includes('windows-update') || server === null)
        return null;
      return {
        evidence: [
          fact('co-management', 'intuneWorkloads', intuneWorkloads.join(', ')),
          fact('windows-update', 'server', server),
        ],
        values: { server },
      };
    },
  ),
];
