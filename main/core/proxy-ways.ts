import type { EnvironmentProxy, ProxySettings, UserProxy } from './facts/network';
import { valueOf, type Snapshot } from './snapshot';

/** One part of Windows, and the proxy it takes by its own settings. */
export interface ProxyWay {
  who: 'user' | 'policy' | 'services' | 'system' | 'environment';
  /** `unset`: it was read, and has no setting of its own. */
  how: 'direct' | 'proxy' | 'script' | 'search' | 'unset' | 'unknown';
  /** Of the proxy or of the script; never with a user or a password. */
  address: string | null;
  /** Names that are taken past the proxy. */
  except: string | null;
}

export interface ProxyWays {
  ways: ProxyWay[];
  /** `unknown` where a script or a search decides beside somebody else, or a setting could not be read. */
  differ: 'yes' | 'no' | 'unknown';
}

const withoutSecrets = (address: string): string => address.replace(/[^\s;=/@]+@/gu, '***@');

type Way = Omit<ProxyWay, 'who'>;

const by = (how: ProxyWay['how'], address: string | null = null, except: string | null = null) => ({
  how,
  address: address === null ? null : withoutSecrets(address),
  except,
});

const ofUser = ({ enabled, servers, bypass, pacUrl, autoDetect }: UserProxy): Way => {
  if (pacUrl !== null) return by('script', pacUrl);
  if (enabled === 'yes' && servers !== null) return by('proxy', servers, bypass);
  if (autoDetect === 'yes') return by('search');
  return by(enabled === 'no' ? 'direct' : 'unknown');
};

const ofServices = ({ access, servers, bypass }: ProxySettings['services']): Way =>
  access === 'proxy' && servers !== null
    ? by('proxy', servers, bypass)
    : by(access === 'proxy' ? 'unknown' : access);

/** SYSTEM has no person who sets anything: "off" is how Windows comes, and no choice. */
const ofSystem = (settings: UserProxy): Way => {
  const way = ofUser(settings);
  return way.how === 'direct' ? by('unset') : way;
};

const ofEnvironment = (environment: EnvironmentProxy | null): Way => {
  if (environment === null) return by('unknown');
  const { https, http, all, bypass } = environment;
  const servers = https ?? all ?? http;
  return servers === null ? by('unset') : by('proxy', servers, bypass);
};

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

const compare = (person: ProxyWay, other: ProxyWay): ProxyWays['differ'] => {
  const hows = [person.how, other.how];
  if (hows.includes('unknown')) return 'unknown';
  if (person.how !== other.how) {
    // Nobody knows what a script or a search answers before it is asked.
    return hows.includes('script') || hows.includes('search') ? 'unknown' : 'yes';
  }
  return hostsOf(person.address) === hostsOf(other.address) ? 'no' : 'yes';
};

/** The proxy as each part of Windows sees it; null where it was not read. */
export const proxyWays = (snapshot: Snapshot): ProxyWays | null => {
  const settings = valueOf(snapshot, 'proxy-settings');
  if (!settings) return null;
  const user: ProxyWay = { who: 'user', ...ofUser(settings.user) };
  const policy: ProxyWay = { who: 'policy', ...ofUser(settings.policy) };
  const others: ProxyWay[] = [
    { who: 'services', ...ofServices(settings.services) },
    { who: 'system', ...ofSystem(settings.system) },
    { who: 'environment', ...ofEnvironment(settings.environment) },
  ];
  const ruled = saysSomething(policy);
  const answers = others
    .filter(({ how }) => how !== 'unset')
    .map((other) => compare(ruled ? policy : user, other));
  return {
    ways: [user, ...(ruled ? [policy] : []), ...others],
    differ: (['yes', 'unknown'] as const).find((one) => answers.includes(one)) ?? 'no',
  };
};
