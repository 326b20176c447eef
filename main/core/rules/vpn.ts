import type { Rule } from '../finding';
import { valueOf } from '../snapshot';
import { deviceSources } from './device-sources';
import { missedController, missProof } from './domain-controller';
import { fact, registrationOf, rowsOf } from './evidence';
import { isFilter, vpnAdapters, vpnUp } from './places';

const about = {
  link: 'vpn',
  severity: 'notice',
  certainty: 'likely',
  owner: 'user',
  guide: null,
  source: deviceSources.ports,
  explains: [],
} as const;

export const vpnRules: readonly Rule[] = [
  {
    ...about,
    id: 'vpn-not-connected',
    when: (snapshot) => {
      const failure = missedController(snapshot);
      const down = vpnAdapters(snapshot).filter(({ connected }) => connected === 'no');
      if (!failure || down.length === 0 || down.length < vpnAdapters(snapshot).length) return null;
      return {
        evidence: [
          ...down.map(({ description, connected }) =>
            fact('adapters', description ?? 'vpn', connected),
          ),
          ...missProof(failure),
        ],
        values: { product: down[0]?.vpn ?? '' },
      };
    },
  },
  {
    ...about,
    id: 'vpn-entry-unused',
    certainty: 'possible',
    when: (snapshot) => {
      const failure = missedController(snapshot);
      const [first] = valueOf(snapshot, 'vpn-connections')?.connections ?? [];
      if (!failure || !first) return null;
      return {
        evidence: [fact('vpn-connections', first.name, first.server), ...missProof(failure)],
        values: { name: first.name },
      };
    },
  },
  {
    ...about,
    id: 'vpn-connected-without-controller',
    severity: 'attention',
    owner: 'network',
    explains: [
      'controller-silent-on-company-network',
      'controller-not-in-reach',
      'drives-unreachable',
      'clock-not-synchronised',
    ],
    when: (snapshot) => {
      const failure = missedController(snapshot);
      const tunnel = vpnUp(snapshot);
      if (!failure || !tunnel) return null;
      return {
        codes: [String(failure.number)],
        evidence: [
          fact('adapters', tunnel.description ?? 'vpn', 'connected'),
          ...missProof(failure),
        ],
        values: { product: tunnel.vpn ?? '', code: failure.number },
      };
    },
  },
  {
    // A filter takes the certificate of the device out of the conversation if it opens it.
    ...about,
    id: 'filter-may-block-device-check',
    link: 'proxy-tls',
    certainty: 'possible',
    owner: 'network',
    source: deviceSources.joinProxy,
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const filter = valueOf(snapshot, 'adapters')?.adapters.find(
        (adapter) => isFilter(adapter) && adapter.connected === 'yes',
      );
      if (!filter || registration?.deviceAuth.state !== 'untested') return null;
      return {
        evidence: [
          fact('adapters', filter.description ?? 'filter', 'connected'),
          ...rowsOf(registration, 'DeviceAuthStatus'),
        ],
        values: { product: filter.vpn ?? '' },
      };
    },
  },
];
