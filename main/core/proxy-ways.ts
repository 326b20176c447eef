import type { ProxySettings, UserProxy } from './facts/network';
import { valueOf, type Snapshot } from './snapshot';

/** One part of Windows, and the proxy it takes by its own settings. */
export interface ProxyWay {
  who: 'user' | 'policy' | 'services';
  how: 'direct' | 'proxy' | 'script' | 'search' | 'unknown';
  /** Of the proxy or of the script; never with a user or a password. */
  address: string | null;
}

export interface ProxyWays {
  ways: ProxyWay[];
  /** `unknown` where a script or a search decides beside somebody else, or a setting could not be read. */
  differ: 'yes' | 'no' | 'unknown';
}

const withoutSecrets = (address: string): string => address.replace(/[^\s;=/@]+@/gu, '***@');

const ofUser = ({ enabled, servers, pacUrl, autoDetect }: UserProxy): Omit<ProxyWay, 'who'> => {
  if (pacUrl !== null) return { how: 'script', address: withoutSecrets(pacUrl) };
  if (enabled === 'yes' && servers !== null)
    return { how: 'proxy', address: withoutSecrets(servers) };
  if (autoDetect === 'yes') return { how: 'search', address: null };
  return { how: enabled === 'no' ? 'direct' : 'unknown', address: null };
};

const ofServices = ({ access, servers }: ProxySettings['services']): Omit<ProxyWay, 'who'> =>
  access === 'proxy' && servers !== null
    ? { how: 'proxy', address: withoutSecrets(servers) }
    : { how: access === 'proxy' ? 'unknown' : access, address: null };

/** Policy counts where it says anything: silence there leaves the choice to the person. */
const saysSomething = ({ how }: Pick<ProxyWay, 'how'>): boolean =>
  how !== 'unknown' && how !== 'direct';

const hostsOf = (address: string | null): string =>
  [
    ...new Set(
      (address ?? '')
        .toLowerCase()
        .split(/[;\s]+/u)
        .map((part) =>
          part
            .replace(/^\w+=/u, '')
            .replace(/^\w+:\/\//u, '')
            .replace(/\/$/u, ''),
        )
        .filter(Boolean),
    ),
  ]
    .sort()
    .join(' ');

const compare = (person: ProxyWay, services: ProxyWay): ProxyWays['differ'] => {
  const hows = [person.how, services.how];
  if (hows.includes('unknown')) return 'unknown';
  if (person.how !== services.how) {
    // Nobody knows what a script or a search answers before it is asked.
    return hows.includes('script') || hows.includes('search') ? 'unknown' : 'yes';
  }
  return hostsOf(person.address) === hostsOf(services.address) ? 'no' : 'yes';
};

/** The proxy as the person's programs and as Windows' own services see it; null where it was not read. */
export const proxyWays = (snapshot: Snapshot): ProxyWays | null => {
  const settings = valueOf(snapshot, 'proxy-settings');
  if (!settings) return null;
  const user: ProxyWay = { who: 'user', ...ofUser(settings.user) };
  const policy: ProxyWay = { who: 'policy', ...ofUser(settings.policy) };
  const services: ProxyWay = { who: 'services', ...ofServices(settings.services) };
  const ruled = saysSomething(policy);
  return {
    ways: [user, ...(ruled ? [policy] : []), services],
    differ: compare(ruled ? policy : user, services),
  };
};
