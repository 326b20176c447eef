import type { Evidence, Rule } from '../finding';
import { isStale } from '../prt';
import { valueOf, type Snapshot } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact, registrationOf, rowsOf } from './evidence';
import { inEntra, isMember, isPerson, serviceOf, serviceProof } from './expected';

const about = {
  link: 'kerberos',
  severity: 'attention',
  certainty: 'likely',
  owner: 'tenant',
  guide: null,
  source: deviceSources.cloudTrust,
  explains: [],
} as const;

/** Signs in with a key of Hello or a security key; a password takes another way to its ticket. */
const keyMethods = new Set(['pin', 'face', 'fingerprint', 'security-key']);

/**
 * Everything that makes a cloud ticket due: asked for, signed in with a key, and a sign-in that was
 * renewed lately. After a sign-in without a network there is none, and nothing is wrong.
 */
const dueProof = (snapshot: Snapshot): Evidence[] | null => {
  const registration = registrationOf(snapshot);
  const asked = valueOf(snapshot, 'cloud-kerberos-settings')?.cloudTrust === 'yes';
  const last = valueOf(snapshot, 'last-sign-in');
  if (!registration || !asked || !last || !keyMethods.has(last.method)) return null;
  if (!inEntra(snapshot) || !isPerson(snapshot) || registration.ngc.set !== 'yes') return null;
  const { present, updatedAt } = registration.entraPrt;
  if (present !== 'yes' || updatedAt === null || snapshot.observedAt === null) return null;
  if (isStale(registration, snapshot.observedAt)) return null;
  return [
    fact('cloud-kerberos-settings', 'cloudTrust', 'yes'),
    fact('last-sign-in', 'method', last.method),
    ...rowsOf(registration, 'NgcSet', 'AzureAdPrtUpdateTime'),
  ];
};

const keyList = 0x20000;

const usesCloudTickets = (snapshot: Snapshot): Evidence[] => {
  const settings = valueOf(snapshot, 'cloud-kerberos-settings');
  return [
    ...(settings?.cloudTrust === 'yes'
      ? [fact('cloud-kerberos-settings', 'cloudTrust', 'yes')]
      : []),
    ...(settings?.retrieval === 'yes' ? [fact('cloud-kerberos-settings', 'retrieval', 'yes')] : []),
  ];
};

export const cloudKerberosRules: readonly Rule[] = [
  {
    ...about,
    id: 'cloud-trust-ticket-missing',
    explains: ['on-premises-ticket-missing', 'controller-cannot-exchange-ticket'],
    when: (snapshot) => {
      const state = valueOf(snapshot, 'cloud-kerberos');
      const due = dueProof(snapshot);
      if (state?.primaryTgt !== false || !due) return null;
      return { evidence: [fact('cloud-kerberos', 'primaryTgt', false), ...due] };
    },
  },
  {
    ...about,
    id: 'on-premises-ticket-missing',
    source: deviceSources.singleSignOn,
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const due = dueProof(snapshot);
      if (!registration || registration.onPremTgt !== 'no' || !due) return null;
      return { evidence: [...rowsOf(registration, 'OnPremTgt'), ...due] };
    },
  },
  {
    ...about,
    id: 'cloud-trust-unused-with-password',
    severity: 'notice',
    owner: 'user',
    when: (snapshot) => {
      const state = valueOf(snapshot, 'cloud-kerberos');
      const asked = valueOf(snapshot, 'cloud-kerberos-settings')?.cloudTrust === 'yes';
      if (!asked || state?.keyCredential !== false || state.passwordKeys !== true) return null;
      if (state.primaryTgt !== false) return null;
      return {
        evidence: [
          fact('cloud-kerberos', 'keyCredential', false),
          fact('cloud-kerberos', 'passwordKeys', true),
          fact('cloud-kerberos-settings', 'cloudTrust', 'yes'),
        ],
      };
    },
  },
  {
    ...about,
    id: 'cloud-ticket-reply-unused',
    severity: 'notice',
    certainty: 'possible',
    owner: 'technician',
    source: deviceSources.cloudKerberos,
    when: (snapshot) => {
      const state = valueOf(snapshot, 'cloud-kerberos');
      if (state?.replyReceived !== true || state.replyUsed !== false) return null;
      return {
        evidence: [
          fact('cloud-kerberos', 'replyReceived', true),
          fact('cloud-kerberos', 'replyUsed', false),
        ],
      };
    },
  },
  {
    ...about,
    id: 'cloud-tickets-wait-for-restart',
    severity: 'notice',
    owner: 'user',
    source: deviceSources.cloudKerberos,
    when: (snapshot) => {
      const state = valueOf(snapshot, 'cloud-kerberos');
      const settings = valueOf(snapshot, 'cloud-kerberos-settings');
      if (settings?.retrieval !== 'yes' || state?.enabledByPolicy !== false) return null;
      return {
        evidence: [
          fact('cloud-kerberos-settings', 'retrieval', 'yes'),
          fact('cloud-kerberos', 'enabledByPolicy', false),
        ],
      };
    },
  },
  {
    // Both must be able to run, or the way to the cloud's ticket service fails without a word.
    ...about,
    id: 'kerberos-proxy-service-disabled',
    certainty: 'proved',
    owner: 'technician',
    source: deviceSources.cloudKerberos,
    when: (snapshot) => {
      const off = ['WinHttpAutoProxySvc', 'iphlpsvc']
        .flatMap((name) => serviceOf(snapshot, name) ?? [])
        .filter(({ startMode }) => startMode === 'disabled');
      const uses = usesCloudTickets(snapshot);
      if (off.length === 0 || uses.length === 0) return null;
      return {
        evidence: [...off.flatMap(serviceProof), ...uses],
        values: { service: off[0]?.name ?? '' },
      };
    },
  },
  {
    // Another controller may be able to; only a missing ticket makes it more than a remark.
    ...about,
    id: 'controller-cannot-exchange-ticket',
    severity: 'notice',
    owner: 'directory',
    source: deviceSources.keyList,
    when: (snapshot) => {
      const controller = valueOf(snapshot, 'domain-controller')?.found;
      const settings = valueOf(snapshot, 'cloud-kerberos-settings');
      if (!controller || controller.flags === 0 || settings?.cloudTrust !== 'yes') return null;
      if ((controller.flags & keyList) !== 0 || !(isMember(snapshot) || inEntra(snapshot)))
        return null;
      return {
        evidence: [
          fact('domain-controller', 'host', controller.host),
          fact('domain-controller', 'flags', `0x${controller.flags.toString(16)}`),
          fact('cloud-kerberos-settings', 'cloudTrust', 'yes'),
        ],
        values: { host: controller.host },
      };
    },
  },
];
