import type { Rule } from '../finding';
import { isEntraJoined } from '../join';
import { registrationOf, rowsOf } from './evidence';
import { sources } from './sources';

const about = { certainty: 'proved', guide: null, source: sources.dsregcmd, explains: [] } as const;

/** Whether the cloud accepts this device, and whether its key still works. */
export const deviceRules: readonly Rule[] = [
  {
    ...about,
    id: 'device-disabled-or-deleted',
    link: 'device-accepted',
    severity: 'broken',
    owner: 'tenant',
    explains: ['prt-device-rejected'],
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (registration?.deviceAuth.state !== 'disabled-or-deleted') return null;
      return { evidence: rowsOf(registration, 'DeviceAuthStatus', 'DeviceId') };
    },
  },
  {
    // Says nothing about the object: nobody could be asked. Leaving or re-joining is never the answer.
    ...about,
    id: 'device-check-unreachable',
    link: 'entra-reachable',
    severity: 'attention',
    owner: 'network',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (registration?.deviceAuth.state !== 'untested') return null;
      const { code } = registration.deviceAuth;
      return { evidence: rowsOf(registration, 'DeviceAuthStatus'), codes: code ? [code] : [] };
    },
  },
  {
    ...about,
    id: 'device-key-lost',
    link: 'device-key',
    severity: 'broken',
    owner: 'technician',
    explains: ['device-recovery-pending'],
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (registration?.keySign !== 'failed') return null;
      return { evidence: rowsOf(registration, 'KeySignTest', 'KeyProvider', 'TpmProtected') };
    },
  },
  {
    ...about,
    id: 'device-recovery-pending',
    link: 'device-key',
    severity: 'broken',
    owner: 'user',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (registration?.recoveryEnabled !== 'yes') return null;
      return { evidence: rowsOf(registration, 'AadRecoveryEnabled', 'AadRecoveryNeeded') };
    },
  },
  {
    ...about,
    id: 'device-certificate-expired',
    link: 'device-key',
    severity: 'broken',
    owner: 'technician',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const ends = registration?.deviceKey.certificate?.to ?? null;
      if (!registration || ends === null || isEntraJoined(registration) !== true) return null;
      const { observedAt } = snapshot;
      if (observedAt === null || ends > observedAt) return null;
      return { evidence: rowsOf(registration, 'DeviceCertificateValidity') };
    },
  },
  {
    // Normal in virtual machines and where Windows fell back by itself: shown, never alarmed.
    ...about,
    id: 'device-key-in-software',
    link: 'device-key',
    severity: 'notice',
    owner: 'technician',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration || isEntraJoined(registration) !== true) return null;
      if (registration.deviceKey.tpmProtected !== false) return null;
      return { evidence: rowsOf(registration, 'TpmProtected', 'KeyProvider') };
    },
  },
];
