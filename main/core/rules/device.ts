import type { Rule } from '../finding';
import { isEntraJoined } from '../join';
import { noEarlierThan } from '../no-earlier-than';
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
    // No way out for Windows itself: a token that is not there and left no reason is the same fault.
    explains: ['prt-missing', 'prt-refused'],
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration) return null;
      const { state, code } = registration.deviceAuth;
      const evidence = rowsOf(registration, 'DeviceAuthStatus');
      const codes = code ? [code] : [];
      if (state === 'untested') return { evidence, codes };
      // "FAILED" and no more: whether anybody was asked is not told.
      const failed = state === 'unknown' && evidence.some(({ value }) => /^FAIL/i.test(value));
      return failed ? { evidence, codes, certainty: 'possible' } : null;
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
      const { from = null, to: ends = null } = registration?.deviceKey.certificate ?? {};
      if (!registration || ends === null || isEntraJoined(registration) !== true) return null;
      const now = snapshot.observedAt ?? noEarlierThan(registration);
      // Dates that were put together by hand do not fit together.
      if (now === null || ends > now || (from !== null && from > ends)) return null;
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
