import type { Severity } from '../../core/finding';
import { clockState } from '../clock';
import type { Answer } from '../outcome';
import { type Heard, nearness } from './election';
import type { Examination } from './examine';

/** What we know of one domain controller that answered. */
export interface Seen {
  heard: Heard;
  /** Null when it was heard but not looked at further. */
  examination: Examination | null;
  /** The ordinary ping over UDP got no answer, only the one over TCP did. */
  udpSilent: boolean;
}

interface Rule {
  code: string;
  severity: Severity;
  when(seen: Seen): boolean;
}

const down = (answer: Answer<unknown> | null | undefined): boolean =>
  answer !== null &&
  answer !== undefined &&
  answer.kind !== 'answered' &&
  answer.kind !== 'cancelled' &&
  answer.kind !== 'offline';

/** Kerberos, then SMB, then the directory: the first clock that was read. */
export const clockOffset = (examination: Examination | null): number | null => {
  const { kerberos, kerberosUdp, smb } = examination ?? {};
  for (const answer of [kerberos, kerberosUdp, smb])
    if (answer?.kind === 'answered' && answer.value.offsetMs !== null) return answer.value.offsetMs;
  return null;
};

const clockIs =
  (state: 'tolerable' | 'apart') =>
  ({ examination }: Seen) => {
    const offset = clockOffset(examination);
    return offset !== null && clockState(offset) === state;
  };

const expired = ({ examination }: Seen): boolean => {
  const ldaps = examination?.ldaps;
  const to = ldaps?.kind === 'answered' ? ldaps.value.chain[0]?.to : null;
  const clock = examination?.ldap;
  const now = clock?.kind === 'answered' ? clock.value.currentTime : null;
  return typeof to === 'number' && typeof now === 'number' && to < now;
};

/** In the order in which they explain each other: the first one that holds is the one to name. */
const rules = [
  { code: 'paused', severity: 'broken', when: ({ heard }) => heard.netlogon.state === 'paused' },
  { code: 'clock-apart', severity: 'broken', when: clockIs('apart') },
  {
    code: 'kerberos-blocked',
    severity: 'broken',
    when: ({ examination }) => down(examination?.kerberos) && down(examination?.kerberosUdp),
  },
  {
    code: 'kerberos-tcp-blocked',
    severity: 'broken',
    when: ({ examination }) =>
      down(examination?.kerberos) && examination?.kerberosUdp.kind === 'answered',
  },
  {
    code: 'kerberos-wrong-realm',
    severity: 'broken',
    when: ({ examination }) =>
      examination?.kerberos.kind === 'answered' && !examination.kerberos.value.servesRealm,
  },
  { code: 'ldap-blocked', severity: 'broken', when: ({ examination }) => down(examination?.ldap) },
  { code: 'smb-blocked', severity: 'broken', when: ({ examination }) => down(examination?.smb) },
  {
    code: 'smb-only-1',
    severity: 'broken',
    when: ({ examination }) =>
      examination?.smb.kind === 'answered' && examination.smb.value.answer.kind === 'only-smb1',
  },
  {
    code: 'other-site',
    severity: 'attention',
    when: ({ heard }) => nearness(heard.netlogon) === 'other-site',
  },
  { code: 'udp-389-blocked', severity: 'attention', when: ({ udpSilent }) => udpSilent },
  { code: 'rpc-blocked', severity: 'attention', when: ({ examination }) => down(examination?.rpc) },
  {
    code: 'password-change-blocked',
    severity: 'attention',
    when: ({ examination }) => down(examination?.passwordChange),
  },
  {
    code: 'global-catalogue-blocked',
    severity: 'attention',
    when: ({ examination }) => down(examination?.globalCatalogue),
  },
  {
    code: 'not-synchronized',
    severity: 'attention',
    when: ({ examination }) =>
      examination?.ldap.kind === 'answered' && examination.ldap.value.synchronized === false,
  },
  { code: 'clock-drifting', severity: 'attention', when: clockIs('tolerable') },
  { code: 'certificate-expired', severity: 'attention', when: expired },
  {
    code: 'read-only',
    severity: 'notice',
    when: ({ heard }) => !heard.netlogon.flags.includes('WRITABLE'),
  },
  {
    code: 'site-unknown',
    severity: 'notice',
    when: ({ heard }) => nearness(heard.netlogon) === 'site-unknown',
  },
  {
    code: 'next-closest-site',
    severity: 'notice',
    when: ({ heard }) => nearness(heard.netlogon) === 'next-closest-site',
  },
  {
    code: 'ldaps-not-offered',
    severity: 'notice',
    when: ({ examination }) => down(examination?.ldaps),
  },
  {
    code: 'time-not-served',
    severity: 'notice',
    when: ({ examination }) => down(examination?.time),
  },
] as const satisfies readonly Rule[];

export type ProblemCode = (typeof rules)[number]['code'];

export interface Problem {
  code: ProblemCode;
  severity: Severity;
}

export const problemsOf = (seen: Seen): Problem[] =>
  rules.flatMap(({ code, severity, when }) => (when(seen) ? [{ code, severity }] : []));
