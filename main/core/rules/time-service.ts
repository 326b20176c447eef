import type { Rule } from '../finding';
import { valueOf } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact, registrationOf, rowsOf } from './evidence';
import { isMember, memberProof } from './expected';

const about = {
  link: 'clock',
  severity: 'notice',
  certainty: 'likely',
  owner: 'technician',
  guide: null,
  source: deviceSources.time,
  explains: [],
} as const;

/** What Windows sets before anybody told it where it is. */
const untold = 'Pacific Standard Time';

export const timeServiceRules: readonly Rule[] = [
  {
    ...about,
    id: 'time-service-disabled',
    severity: 'attention',
    explains: ['clock-not-synchronised', 'time-service-stopped'],
    when: (snapshot) => {
      const service = valueOf(snapshot, 'time-service');
      if (service?.start !== 'disabled') return null;
      return { evidence: [fact('time-service', 'start', 'disabled')] };
    },
  },
  {
    // On all other PCs it starts when it is needed.
    ...about,
    id: 'time-service-stopped',
    when: (snapshot) => {
      const sync = valueOf(snapshot, 'clock-sync');
      if (sync?.serviceRunning !== 'no' || !isMember(snapshot)) return null;
      return { evidence: [fact('clock-sync', 'serviceRunning', 'no'), ...memberProof(snapshot)] };
    },
  },
  {
    // A virtual PC may get its time from its host instead.
    ...about,
    id: 'time-source-none',
    when: (snapshot) => {
      const service = valueOf(snapshot, 'time-service');
      const sync = valueOf(snapshot, 'clock-sync');
      if (service?.type !== 'none' || !sync || sync.reference === 'host') return null;
      return {
        severity: sync.synchronised === 'no' ? 'attention' : 'notice',
        evidence: [
          fact('time-service', 'type', 'none'),
          fact('clock-sync', 'synchronised', sync.synchronised),
        ],
      };
    },
  },
  {
    ...about,
    id: 'time-source-not-domain',
    owner: 'directory',
    when: (snapshot) => {
      const service = valueOf(snapshot, 'time-service');
      if (service?.type !== 'server' || !isMember(snapshot)) return null;
      return {
        evidence: [
          fact('time-service', 'type', 'server'),
          fact('time-service', 'servers', service.servers.join(' ')),
          ...memberProof(snapshot),
        ],
        values: { server: service.servers[0] ?? '' },
      };
    },
  },
  {
    // Left behind by a domain the PC has left: it waits for a clock nobody has.
    ...about,
    id: 'time-source-domain-gone',
    when: (snapshot) => {
      const service = valueOf(snapshot, 'time-service');
      const registration = registrationOf(snapshot);
      const sync = valueOf(snapshot, 'clock-sync');
      if (service?.type !== 'domain' || registration?.joinRows.domain !== 'no' || !sync)
        return null;
      return {
        severity: sync.synchronised === 'no' ? 'attention' : 'notice',
        evidence: [
          fact('time-service', 'type', 'domain'),
          fact('clock-sync', 'synchronised', sync.synchronised),
          ...rowsOf(registration, 'DomainJoined'),
        ],
      };
    },
  },
  {
    ...about,
    id: 'time-zone-never-set',
    certainty: 'possible',
    owner: 'user',
    when: (snapshot) => {
      const zone = valueOf(snapshot, 'time-zone');
      if (zone?.setAutomatically !== 'no' || zone.name !== untold) return null;
      return {
        evidence: [
          fact('time-zone', 'name', zone.name),
          fact('time-zone', 'setAutomatically', 'no'),
        ],
        values: { zone: zone.name },
      };
    },
  },
];
