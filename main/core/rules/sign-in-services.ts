import type { ServiceState } from '../facts/sign-in';
import type { Certainty, Evidence, Owner, Rule, Severity } from '../finding';
import type { Snapshot } from '../snapshot';
import { deviceSources } from './device-sources';
import { registrationOf, rowsOf } from './evidence';
import { inEntra, isMember, memberProof, serviceOf, serviceProof } from './expected';

interface Watched {
  id: string;
  services: readonly string[];
  link: Rule['link'];
  severity: Severity;
  certainty: Certainty;
  owner: Owner;
  source: string;
  explains?: readonly string[];
  /** Most of these start on demand: only being forbidden to start is a fault. */
  fault: (service: ServiceState) => boolean;
  /** Who needs it, with the proof; null where it is not needed, or nobody knows. */
  needed: (snapshot: Snapshot) => Evidence[] | null;
}

const disabled = ({ startMode }: ServiceState) => startMode === 'disabled';
const stopped = ({ startMode, running }: ServiceState) =>
  running === false && (startMode === 'automatic' || startMode === 'disabled');

const byJoined = (snapshot: Snapshot): Evidence[] | null => {
  const registration = registrationOf(snapshot);
  return registration && inEntra(snapshot) ? rowsOf(registration, 'AzureAdJoined') : null;
};
const byMember = (snapshot: Snapshot): Evidence[] | null =>
  isMember(snapshot) ? memberProof(snapshot) : null;
const byHelloUser = (snapshot: Snapshot): Evidence[] | null => {
  const registration = registrationOf(snapshot);
  return registration?.ngc.set === 'yes' ? rowsOf(registration, 'NgcSet') : null;
};
const byAll = (): Evidence[] => [];

const likely = { severity: 'attention', certainty: 'likely', owner: 'technician' } as const;
const proved = { ...likely, certainty: 'proved' } as const;

const watched: readonly Watched[] = [
  {
    ...likely,
    id: 'broker-service-disabled',
    services: ['TokenBroker'],
    link: 'prt',
    source: deviceSources.token,
    fault: disabled,
    needed: byJoined,
  },
  {
    ...likely,
    id: 'vault-service-disabled',
    services: ['VaultSvc'],
    link: 'prt',
    source: deviceSources.token,
    fault: disabled,
    needed: byJoined,
  },
  {
    ...likely,
    id: 'key-service-disabled',
    services: ['KeyIso'],
    link: 'device-key',
    source: deviceSources.token,
    fault: disabled,
    needed: byJoined,
  },
  {
    ...likely,
    id: 'hello-service-disabled',
    services: ['NgcSvc', 'NgcCtnrSvc'],
    link: 'hello',
    source: deviceSources.helloEvents,
    fault: disabled,
    needed: byHelloUser,
  },
  {
    ...proved,
    id: 'task-service-stopped',
    services: ['Schedule'],
    link: 'device-registration',
    source: deviceSources.hybrid,
    fault: stopped,
    needed: byAll,
  },
  {
    ...proved,
    id: 'netlogon-stopped',
    services: ['Netlogon'],
    link: 'domain-controller',
    severity: 'broken',
    source: deviceSources.nltest,
    fault: stopped,
    needed: byMember,
    explains: ['controller-not-in-reach', 'drives-unreachable', 'kerberos-ticket-missing'],
  },
  {
    ...proved,
    id: 'workstation-service-stopped',
    services: ['LanmanWorkstation'],
    link: 'file-server',
    severity: 'broken',
    source: deviceSources.kerberosGuide,
    fault: stopped,
    needed: byMember,
    explains: ['drives-unreachable', 'drives-waiting'],
  },
  {
    ...likely,
    id: 'name-service-disabled',
    services: ['Dnscache'],
    link: 'name-service',
    severity: 'notice',
    source: deviceSources.locator,
    fault: disabled,
    needed: byAll,
  },
];

export const signInServiceRules: readonly Rule[] = watched.map(
  ({ services, fault, needed, explains = [], ...kind }) => ({
    ...kind,
    guide: null,
    explains,
    when: (snapshot) => {
      const found = services.flatMap((name) => serviceOf(snapshot, name) ?? []).filter(fault);
      const need = needed(snapshot);
      if (found.length === 0 || need === null) return null;
      return {
        evidence: [...found.flatMap(serviceProof), ...need],
        values: { service: found[0]?.name ?? '' },
      };
    },
  }),
);
