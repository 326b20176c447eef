import type { VirtualKind } from '../facts/cloud-pc';
import type { DomainController, ToolStatus } from '../facts/on-premises';
import type { Evidence, Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact } from './evidence';
import { isMember, memberProof } from './expected';
import { managementSources } from './management-sources';
import { companyAdapter, companyProof } from './places';

const about = {
  link: 'domain-controller',
  severity: 'notice',
  certainty: 'proved',
  owner: 'directory',
  guide: null,
  source: deviceSources.locator,
  explains: [],
} as const;

/** No controller found, none answers, or its doors are shut: all are "not in reach from here". */
const notInReach = new Set([53, 1311, 1355, 1722, 1908]);

export const missedController = (snapshot: Snapshot): ToolStatus | null => {
  const failure = valueOf(snapshot, 'domain-controller')?.failure ?? null;
  return failure !== null && isMember(snapshot) && notInReach.has(failure.number) ? failure : null;
};

export const missProof = (failure: ToolStatus): Evidence[] => [
  fact('domain-controller', 'failure', `${String(failure.number)} ${failure.symbol}`),
];

/** Hosts of the organisation's own data centre count too: their network is its own in any case. */
const inTheCloud = new Set<VirtualKind>(['cloud-pc', 'session-host', 'multi-session-host']);

const found = (snapshot: Snapshot): DomainController['found'] =>
  isMember(snapshot) ? (valueOf(snapshot, 'domain-controller')?.found ?? null) : null;

const bits = { kdc: 0x20, closeSite: 0x80 } as const;
const noSite = 1919;

export const domainControllerRules: readonly Rule[] = [
  {
    // A laptop at home is supposed to look like this.
    ...about,
    id: 'controller-not-in-reach',
    owner: 'user',
    when: (snapshot) => {
      const failure = missedController(snapshot);
      if (!failure) return null;
      return {
        codes: [String(failure.number)],
        evidence: [...missProof(failure), ...memberProof(snapshot)],
        values: { code: failure.number },
      };
    },
  },
  {
    ...about,
    id: 'controller-silent-on-company-network',
    severity: 'attention',
    certainty: 'likely',
    owner: 'network',
    source: deviceSources.ports,
    explains: ['controller-not-in-reach', 'drives-unreachable', 'clock-not-synchronised'],
    when: (snapshot) => {
      const failure = missedController(snapshot);
      const adapter = companyAdapter(snapshot);
      if (!failure || !adapter) return null;
      return {
        codes: [String(failure.number)],
        evidence: [...missProof(failure), ...companyProof(adapter)],
        values: { suffix: adapter.suffix ?? '', code: failure.number },
      };
    },
  },
  {
    // No desk and no VPN of a person is in the way: what lies between is the organisation's own network in the cloud.
    ...about,
    id: 'controller-not-in-reach-of-cloud-pc',
    severity: 'attention',
    owner: 'network',
    source: managementSources.cloudPcNetwork,
    explains: [
      'controller-not-in-reach',
      'controller-silent-on-company-network',
      'drives-unreachable',
      'clock-not-synchronised',
    ],
    when: (snapshot) => {
      const failure = missedController(snapshot);
      const kind = valueOf(snapshot, 'virtual-desktop')?.kind;
      if (!failure || kind === undefined || !inTheCloud.has(kind)) return null;
      return {
        codes: [String(failure.number)],
        evidence: [...missProof(failure), fact('virtual-desktop', 'kind', kind)],
        values: { code: failure.number },
      };
    },
  },
  {
    ...about,
    id: 'controller-without-tickets',
    severity: 'attention',
    certainty: 'likely',
    source: deviceSources.controllerFlags,
    when: (snapshot) => {
      const controller = found(snapshot);
      if (!controller || controller.flags === 0 || (controller.flags & bits.kdc) !== 0) return null;
      return {
        evidence: [
          fact('domain-controller', 'host', controller.host),
          fact('domain-controller', 'flags', `0x${controller.flags.toString(16)}`),
        ],
        values: { host: controller.host },
      };
    },
  },
  {
    ...about,
    id: 'subnet-without-site',
    source: deviceSources.nltest,
    when: (snapshot) => {
      const controller = found(snapshot);
      const site = valueOf(snapshot, 'directory-site');
      if (!controller || site?.failure?.number !== noSite) return null;
      return {
        codes: [String(noSite)],
        evidence: [
          fact('directory-site', 'failure', `${String(noSite)} ${site.failure.symbol}`),
          fact('domain-controller', 'host', controller.host),
        ],
        values: { host: controller.host },
      };
    },
  },
  {
    ...about,
    id: 'controller-of-other-site',
    when: (snapshot) => {
      const controller = found(snapshot);
      if (!controller?.site || !controller.ourSite || controller.flags === 0) return null;
      if (controller.site.toLowerCase() === controller.ourSite.toLowerCase()) return null;
      // Windows knows a site that has no controller of its own, and took the nearest.
      if ((controller.flags & bits.closeSite) !== 0) return null;
      return {
        evidence: [
          fact('domain-controller', 'site', controller.site),
          fact('domain-controller', 'ourSite', controller.ourSite),
        ],
        values: { host: controller.host, site: controller.site, own: controller.ourSite },
      };
    },
  },
];
