import type { ProxySettings, UserProxy } from '../facts/network';
import type { Evidence, Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact, registrationOf, rowsOf } from './evidence';
import { serviceOf, serviceProof } from './expected';
import { companyAdapter, vpnUp } from './places';

const about = {
  link: 'proxy-tls',
  severity: 'notice',
  certainty: 'likely',
  owner: 'network',
  guide: null,
  source: deviceSources.proxy,
  explains: [],
} as const;

const inUse = (proxy: UserProxy): string | null =>
  (proxy.enabled === 'yes' ? proxy.servers : null) ?? proxy.pacUrl;

/** What holds for the person: policy before their own choice. */
const userProxy = (settings: ProxySettings): UserProxy =>
  inUse(settings.policy) === null ? settings.user : settings.policy;

/** Somebody asked the cloud as SYSTEM and got no answer: then a missing proxy is more than a difference. */
const unreached = (snapshot: Snapshot): Evidence[] => {
  const registration = registrationOf(snapshot);
  return registration?.deviceAuth.state === 'untested'
    ? rowsOf(registration, 'DeviceAuthStatus')
    : [];
};

const masked = (text: string): string => text.replace(/[^\s;=/@]+@/g, '***@');
const hosts = (servers: string): string[] =>
  servers.split(/[;\s]+/).map((part) =>
    part
      .replace(/^\w+=/, '')
      .replace(/^\w+:\/\//, '')
      .replace(/^[^@]*@/, '')
      .replace(/:\d+\/?$/, ''),
  );
const isOwnPc = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(host);
const isInside = (host: string) =>
  !isOwnPc(host) &&
  (!host.includes('.') ||
    /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|\.(local|lan|intern|internal|corp)$/i.test(host));

/** No script is what every network without a proxy says. */
const noScript = '0x80072f94';

export const proxyRules: readonly Rule[] = [
  {
    // Registration and device check run as SYSTEM, which does not know the person's proxy.
    ...about,
    id: 'proxy-only-for-user',
    source: deviceSources.joinProxy,
    explains: ['device-check-unreachable', 'join-discovery-network', 'join-service-unreachable'],
    when: (snapshot) => {
      const settings = valueOf(snapshot, 'proxy-settings');
      if (settings?.services.access !== 'direct') return null;
      const address = inUse(userProxy(settings));
      if (address === null) return null;
      const missed = unreached(snapshot);
      return {
        severity: missed.length > 0 ? 'attention' : 'notice',
        evidence: [
          fact('proxy-settings', 'user', masked(address)),
          fact('proxy-settings', 'services', 'direct'),
          ...missed,
        ],
        values: { proxy: masked(address) },
      };
    },
  },
  {
    ...about,
    id: 'proxy-only-for-services',
    when: (snapshot) => {
      const settings = valueOf(snapshot, 'proxy-settings');
      if (settings?.services.access !== 'proxy' || settings.services.servers === null) return null;
      const user = userProxy(settings);
      if (inUse(user) !== null || user.enabled !== 'no' || user.autoDetect !== 'no') return null;
      return {
        evidence: [
          fact('proxy-settings', 'services', masked(settings.services.servers)),
          fact('proxy-settings', 'user', 'direct'),
        ],
        values: { proxy: masked(settings.services.servers) },
      };
    },
  },
  {
    ...about,
    id: 'proxies-differ',
    when: (snapshot) => {
      const settings = valueOf(snapshot, 'proxy-settings');
      const services = settings?.services.servers;
      if (!settings || settings.services.access !== 'proxy' || !services) return null;
      const user = userProxy(settings);
      if (user.enabled !== 'yes' || user.servers === null) return null;
      const theirs = hosts(user.servers);
      if (hosts(services).some((host) => theirs.includes(host))) return null;
      return {
        evidence: [
          fact('proxy-settings', 'user', masked(user.servers)),
          fact('proxy-settings', 'services', masked(services)),
        ],
        values: { user: masked(user.servers), services: masked(services) },
      };
    },
  },
  {
    ...about,
    id: 'proxy-holds-password',
    severity: 'attention',
    when: (snapshot) => {
      const settings = valueOf(snapshot, 'proxy-settings');
      if (!settings) return null;
      const address = [inUse(userProxy(settings)), settings.services.servers].find((text) =>
        /[^\s@]@[^\s@]/.test(text ?? ''),
      );
      if (!address) return null;
      return { evidence: [fact('proxy-settings', 'servers', masked(address))] };
    },
  },
  {
    ...about,
    id: 'proxy-script-is-file',
    certainty: 'possible',
    owner: 'directory',
    when: (snapshot) => {
      const settings = valueOf(snapshot, 'proxy-settings');
      const script = settings ? userProxy(settings).pacUrl : null;
      if (!script || !/^file:/i.test(script)) return null;
      return { evidence: [fact('proxy-settings', 'pacUrl', script)], values: { script } };
    },
  },
  {
    ...about,
    id: 'proxy-script-unreachable',
    severity: 'attention',
    when: (snapshot) => {
      const settings = valueOf(snapshot, 'proxy-settings');
      const registration = registrationOf(snapshot);
      const label = 'Auto Detect PAC Status';
      const code = registration?.codes.find(({ field }) => field === label)?.code;
      if (!settings || !registration || !code || code === noScript) return null;
      // Only where a script is meant to be used does its absence matter.
      const script = userProxy(settings).pacUrl;
      if (script === null) return null;
      return {
        codes: [code],
        evidence: [...rowsOf(registration, label), fact('proxy-settings', 'pacUrl', script)],
        values: { script, code },
      };
    },
  },
  {
    ...about,
    id: 'company-proxy-away',
    explains: ['device-check-unreachable', 'proxy-only-for-user'],
    certainty: 'possible',
    owner: 'user',
    when: (snapshot) => {
      const settings = valueOf(snapshot, 'proxy-settings');
      const profiles = valueOf(snapshot, 'network-profiles');
      const configured = valueOf(snapshot, 'ip-configurations');
      const adapters = valueOf(snapshot, 'adapters');
      if (!settings || !profiles || !configured || !adapters) return null;
      // Every witness of where this is has to be heard before we say "not at work".
      if (!valueOf(snapshot, 'domain-membership') || !valueOf(snapshot, 'dns-client')) return null;
      if (!registrationOf(snapshot)) return null;
      const { enabled, servers } = userProxy(settings);
      if (enabled !== 'yes' || servers === null || !hosts(servers).some(isInside)) return null;
      if (profiles.domainVerified !== 'no' || profiles.profiles.length === 0) return null;
      if (companyAdapter(snapshot) || vpnUp(snapshot)) return null;
      const missed = unreached(snapshot);
      return {
        severity: missed.length > 0 ? 'attention' : 'notice',
        certainty: missed.length > 0 ? 'likely' : 'possible',
        evidence: [
          fact('proxy-settings', 'user', masked(servers)),
          fact('network-profiles', 'domainVerified', 'no'),
          fact('ip-configurations', 'suffix', configured.adapters[0]?.suffix ?? ''),
          fact('adapters', 'vpn', adapters.adapters.find(({ vpn }) => vpn !== null)?.vpn ?? ''),
          ...missed,
        ],
        values: { proxy: masked(servers) },
      };
    },
  },
  {
    // Filters and debugging tools put themselves there; the latter forget to leave.
    ...about,
    id: 'proxy-on-this-pc',
    explains: ['device-check-unreachable', 'proxy-only-for-user'],
    certainty: 'possible',
    owner: 'technician',
    when: (snapshot) => {
      const settings = valueOf(snapshot, 'proxy-settings');
      if (!settings) return null;
      const { enabled, servers } = userProxy(settings);
      if (enabled !== 'yes' || servers === null || !hosts(servers).some(isOwnPc)) return null;
      const missed = unreached(snapshot);
      return {
        severity: missed.length > 0 ? 'attention' : 'notice',
        evidence: [fact('proxy-settings', 'user', masked(servers)), ...missed],
        values: { proxy: masked(servers) },
      };
    },
  },
  {
    ...about,
    id: 'proxy-set-by-policy',
    certainty: 'proved',
    owner: 'directory',
    when: (snapshot) => {
      const settings = valueOf(snapshot, 'proxy-settings');
      const byPolicy = settings ? inUse(settings.policy) : null;
      const own = settings ? inUse(settings.user) : null;
      if (byPolicy === null || own === null || own === byPolicy) return null;
      return {
        evidence: [
          fact('proxy-settings', 'policy', masked(byPolicy)),
          fact('proxy-settings', 'user', masked(own)),
        ],
        values: { proxy: masked(byPolicy) },
      };
    },
  },
  {
    ...about,
    id: 'automatic-proxy-service-disabled',
    severity: 'attention',
    owner: 'technician',
    when: (snapshot) => {
      const settings = valueOf(snapshot, 'proxy-settings');
      const service = serviceOf(snapshot, 'WinHttpAutoProxySvc');
      const script = settings ? userProxy(settings).pacUrl : null;
      if (service?.startMode !== 'disabled' || script === null) return null;
      return {
        evidence: [...serviceProof(service), fact('proxy-settings', 'pacUrl', script)],
        values: { script },
      };
    },
  },
];
