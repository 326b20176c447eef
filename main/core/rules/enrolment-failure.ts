import type { ManagementEvents } from '../facts/mdm';
import type { Hit, Owner, Rule } from '../finding';
import { fact } from './evidence';
import { day, inSetup, isJoined, isRecent } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';
import { valueOf, type Snapshot } from '../snapshot';

const about = {
  link: 'mdm',
  severity: 'attention',
  certainty: 'proved',
  guide: null,
  source: sources.enrolmentCodes,
  explains: ['enrolment-missing', 'co-management-not-enrolled'],
} as const;

interface Cause {
  id: string;
  owner: Owner;
  /** The last two bytes of 0x8018…. */
  codes: readonly string[];
  severity?: 'notice';
}

/** One number, one cause. 2a and 2b are what the field shows for what the constants call 30 and 31. */
const causes: readonly Cause[] = [
  { id: 'enrolment-no-connection', owner: 'network', codes: ['0010'] },
  { id: 'enrolment-connection-inspected', owner: 'network', codes: ['0012', '000d', '001a'] },
  { id: 'enrolment-no-licence', owner: 'tenant', codes: ['0018'] },
  { id: 'enrolment-not-in-scope', owner: 'tenant', codes: ['002b', '0031'] },
  { id: 'enrolment-user-not-allowed', owner: 'tenant', codes: ['0003'] },
  { id: 'enrolment-sign-in-refused', owner: 'user', codes: ['0002', '000e', '000f'] },
  { id: 'enrolment-too-many-devices', owner: 'tenant', codes: ['0013'] },
  { id: 'enrolment-kind-blocked', owner: 'tenant', codes: ['0014'] },
  { id: 'enrolment-edition-unsuitable', owner: 'technician', codes: ['0015', '001c', '0022'] },
  { id: 'enrolment-old-one-in-the-way', owner: 'technician', codes: ['000a', '001b'] },
  { id: 'enrolment-blocked-by-manager', owner: 'tenant', codes: ['0026'] },
  { id: 'enrolment-cancelled', owner: 'user', codes: ['002a', '0030'] },
  { id: 'enrolment-service-in-maintenance', owner: 'vendor', codes: ['0017'], severity: 'notice' },
  { id: 'enrolment-still-running', owner: 'user', codes: ['0009'], severity: 'notice' },
  {
    id: 'enrolment-service-failed',
    owner: 'technician',
    codes: ['0001', '0004', '0005', '0006', '0007', '0008', '0029', '0032'],
  },
  { id: 'enrolment-tenant-misconfigured', owner: 'tenant', codes: ['0019'] },
  {
    id: 'enrolment-write-failed',
    owner: 'technician',
    codes: ['001d', '001e', '001f', '0020', '0021', '0023', '0025'],
  },
  { id: 'enrolment-key-failed', owner: 'technician', codes: ['0024', '0027', '0028'] },
];

const byCode: ReadonlyMap<string, string> = new Map(
  causes.flatMap(({ id, codes }) => codes.map((code) => [`0x8018${code}`, id] as const)),
);

const networkCodes = /^0x8007(2ee[0-9a-f]|2ef[0-9a-f]|2f[0-9a-f]{2})$/;

const causeOf = (code: string | null): string => {
  if (code === null) return 'enrolment-failed';
  if (networkCodes.test(code)) return 'enrolment-no-connection';
  return byCode.get(code) ?? 'enrolment-failed';
};

const lastOf = ({ autoEnrolment, enrolment }: ManagementEvents): ManagementEvents['enrolment'] => {
  if (autoEnrolment === null || enrolment === null) return autoEnrolment ?? enrolment;
  return (enrolment.at ?? 0) > (autoEnrolment.at ?? 0) ? enrolment : autoEnrolment;
};

/** On a private PC or long ago, a refused enrolment is history and no fault. */
const matters = (snapshot: Snapshot, at: number | null): boolean =>
  (isJoined(snapshot) || inSetup(snapshot)) && isRecent(snapshot, at, 14 * day);

const failedWith =
  (id: string) =>
  (events: ManagementEvents, snapshot: Snapshot): Hit | null => {
    const last = lastOf(events);
    if (last?.outcome !== 'failed' || causeOf(last.code) !== id) return null;
    if (valueOf(snapshot, 'mdm-enrolments')?.intune !== 'no') return null;
    return {
      ...(matters(snapshot, last.at) ? {} : { severity: 'notice' as const }),
      codes: last.code ? [last.code] : [],
      evidence: [
        fact('mdm-events', 'outcome', last.outcome),
        ...(last.code ? [fact('mdm-events', 'code', last.code)] : []),
        fact('mdm-enrolments', 'intune', 'no'),
      ],
      values: { code: last.code ?? '' },
    };
  };

/** Why this PC is not under management, told by the number its last attempt left behind. */
export const enrolmentFailureRules: readonly Rule[] = [
  ...causes.map(({ id, owner, severity = about.severity }) =>
    ofReading('mdm-events', { ...about, id, owner, severity }, failedWith(id)),
  ),
  ofReading(
    'mdm-events',
    { ...about, id: 'enrolment-failed', owner: 'technician', source: sources.autoEnrolment },
    failedWith('enrolment-failed'),
  ),
];
