import type { DeviceCertificate } from '../facts/join';
import type { Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { deviceSources } from './device-sources';
import { accountRows, fact, registrationOf, rowsOf } from './evidence';
import { inEntra } from './expected';

const about = {
  link: 'device-key',
  severity: 'attention',
  certainty: 'likely',
  owner: 'technician',
  guide: null,
  source: deviceSources.joinCheck,
  explains: [],
} as const;

/** Certificates of the join, and those among them that the join records name. */
const held = (
  snapshot: Snapshot,
): { own: DeviceCertificate[]; others: DeviceCertificate[]; records: string[] } | null => {
  const store = valueOf(snapshot, 'device-certificates');
  const records = valueOf(snapshot, 'join-records')?.joins.map(({ thumbprint }) => thumbprint);
  // A record that could not be read may be the very one we miss.
  if (!store || !records || records.length === 0 || store.unreadable > 0) return null;
  const device = store.certificates.filter(({ kind }) => kind === 'device');
  const own = device.filter(({ thumbprint }) => records.includes(thumbprint));
  return { own, others: device.filter((one) => !own.includes(one)), records };
};

const known = /Platform Crypto Provider|Software Key Storage Provider/i;
const tolerance = 5 * 60_000;

export const deviceCertificateRules: readonly Rule[] = [
  {
    ...about,
    id: 'device-certificate-missing',
    severity: 'broken',
    // Without its certificate the device cannot even begin the check.
    explains: ['device-check-unreachable'],
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const found = held(snapshot);
      if (!registration || !found || !inEntra(snapshot) || found.own.length > 0) return null;
      // Either of these proves that certificate and key are there.
      if (registration.deviceAuth.state === 'success' || registration.keySign === 'passed')
        return null;
      return {
        evidence: [
          ...found.records.map((thumbprint) => fact('join-records', 'thumbprint', thumbprint)),
          fact('device-certificates', 'certificates', found.others.length),
          ...rowsOf(registration, 'AzureAdJoined', 'DeviceAuthStatus'),
        ],
      };
    },
  },
  {
    ...about,
    id: 'device-certificate-orphan',
    severity: 'notice',
    when: (snapshot) => {
      const found = held(snapshot);
      if (!found || !inEntra(snapshot) || found.others.length === 0) return null;
      return {
        evidence: [
          ...found.others.map(({ thumbprint, name }) =>
            fact('device-certificates', thumbprint, name),
          ),
          ...found.records.map((thumbprint) => fact('join-records', 'thumbprint', thumbprint)),
        ],
        values: { count: found.others.length },
      };
    },
  },
  {
    ...about,
    id: 'device-certificate-name-differs',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const found = held(snapshot);
      const id = registration?.deviceId?.toLowerCase();
      if (!registration || !found || !id || registration.deviceAuth.state === 'success')
        return null;
      const names = found.own.flatMap(({ name }) => name?.toLowerCase() ?? []);
      if (names.length === 0 || names.includes(id)) return null;
      return {
        evidence: [
          ...names.map((name) => fact('device-certificates', 'name', name)),
          ...found.records.map((thumbprint) => fact('join-records', 'thumbprint', thumbprint)),
          ...rowsOf(registration, 'DeviceId'),
        ],
      };
    },
  },
  {
    ...about,
    id: 'device-certificate-not-yet-valid',
    link: 'clock',
    certainty: 'proved',
    owner: 'user',
    source: deviceSources.dsregcmd,
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const from = registration?.deviceKey.certificate?.from ?? null;
      const { observedAt } = snapshot;
      if (!registration || from === null || observedAt === null || !inEntra(snapshot)) return null;
      if (from <= observedAt + tolerance) return null;
      return { evidence: rowsOf(registration, 'DeviceCertificateValidity') };
    },
  },
  {
    ...about,
    id: 'device-key-provider-unusual',
    severity: 'notice',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const provider = registration?.deviceKey.provider ?? null;
      if (!registration || provider === null || !inEntra(snapshot)) return null;
      if (known.test(provider)) return null;
      return { evidence: rowsOf(registration, 'KeyProvider'), values: { provider } };
    },
  },
  {
    ...about,
    id: 'work-account-certificate-expired',
    certainty: 'proved',
    owner: 'user',
    source: deviceSources.dsregcmd,
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const { observedAt } = snapshot;
      if (!registration || observedAt === null) return null;
      const expired = registration.workAccounts.filter(
        ({ certificate }) => (certificate?.to ?? observedAt) < observedAt,
      );
      if (expired.length === 0) return null;
      return {
        evidence: accountRows(registration, 'DeviceCertificateValidity', 'WorkplaceTenantName'),
        values: { organisation: expired[0]?.tenantName ?? 'none' },
      };
    },
  },
];
