import type { Rule } from '../finding';
import { valueOf } from '../snapshot';
import { fact, registrationOf } from './evidence';
import { ofReading } from './of-reading';

const about = {
  certainty: 'proved',
  owner: 'tenant',
  guide: null,
  source: 'https://learn.microsoft.com/entra/identity/devices/manage-stale-devices',
  explains: [],
} as const;
const intune = 'https://learn.microsoft.com/intune/intune-service/remote-actions/device-management';
const day = 86_400_000;
const staleDays = 14;

/** States of the management service in which something is under way that takes the device away. */
const leaving = ['wipePending', 'wipeIssued', 'retirePending', 'retireIssued', 'deletePending'];
const failing = ['noncompliant', 'conflict', 'error'];

/** What only the cloud can say about this device. Nobody signed in: no reading, and none of these speaks. */
export const cloudDeviceRules: readonly Rule[] = [
  ofReading(
    'cloud-device',
    {
      ...about,
      id: 'cloud-device-disabled',
      link: 'device-accepted',
      severity: 'broken',
      explains: ['device-disabled-or-deleted', 'prt-device-rejected'],
    },
    ({ enabled }) =>
      enabled === 'no' ? { evidence: [fact('cloud-device', 'enabled', enabled)] } : null,
  ),
  ofReading(
    'cloud-device',
    {
      ...about,
      id: 'cloud-device-missing',
      link: 'device-accepted',
      severity: 'broken',
      explains: ['device-disabled-or-deleted', 'prt-device-rejected'],
    },
    ({ found }, snapshot) => {
      const deviceId = registrationOf(snapshot)?.deviceId ?? null;
      return found === 'no' && deviceId !== null
        ? { evidence: [fact('cloud-device', 'found', found)] }
        : null;
    },
  ),
  ofReading(
    'cloud-management',
    {
      ...about,
      id: 'cloud-not-compliant',
      link: 'compliance',
      severity: 'attention',
      owner: 'technician',
      source: 'https://learn.microsoft.com/intune/intune-service/protect/compliance-policy-monitor',
    },
    ({ complianceState }) =>
      complianceState !== null && failing.includes(complianceState)
        ? { evidence: [fact('cloud-management', 'complianceState', complianceState)] }
        : null,
  ),
  ofReading(
    'cloud-management',
    {
      ...about,
      id: 'cloud-device-leaving',
      link: 'mdm',
      severity: 'attention',
      owner: 'technician',
      source: intune,
    },
    ({ managementState }) =>
      managementState !== null && leaving.includes(managementState)
        ? { evidence: [fact('cloud-management', 'managementState', managementState)] }
        : null,
  ),
  ofReading(
    'cloud-management',
    {
      ...about,
      id: 'cloud-management-several',
      link: 'mdm',
      severity: 'notice',
      owner: 'technician',
      source: intune,
    },
    ({ records }) =>
      records > 1
        ? {
            evidence: [fact('cloud-management', 'records', String(records))],
            values: { count: records },
          }
        : null,
  ),
  ofReading(
    'cloud-management',
    {
      ...about,
      id: 'cloud-sync-stale',
      link: 'mdm',
      severity: 'attention',
      owner: 'user',
      source: intune,
    },
    ({ lastSyncAt }, { observedAt }) => {
      if (lastSyncAt === null || observedAt === null) return null;
      const days = Math.floor((observedAt - lastSyncAt) / day);
      return days >= staleDays
        ? {
            evidence: [fact('cloud-management', 'lastSyncAt', new Date(lastSyncAt).toISOString())],
            values: { days },
          }
        : null;
    },
  ),
  ofReading(
    'cloud-autopilot',
    {
      ...about,
      id: 'cloud-autopilot-other-device',
      link: 'setup',
      severity: 'notice',
      owner: 'technician',
      source: 'https://learn.microsoft.com/autopilot/registration-overview',
    },
    ({ deviceId }, snapshot) => {
      const own = registrationOf(snapshot)?.deviceId ?? null;
      // Before the first sign-in the record points to an object made for it: only two known ids can differ.
      if (deviceId === null || own === null || deviceId.toLowerCase() === own.toLowerCase())
        return null;
      return valueOf(snapshot, 'cloud-device')?.trustType === 'AzureAd'
        ? { evidence: [fact('cloud-autopilot', 'deviceId', deviceId)] }
        : null;
    },
  ),
];
