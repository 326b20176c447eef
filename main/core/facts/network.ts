import type { Tri } from '../reading';

export interface UserProxy {
  enabled: Tri;
  servers: string | null;
  bypass: string | null;
  pacUrl: string | null;
  autoDetect: Tri;
}

/** Variables that command-line tools take. */
export interface EnvironmentProxy {
  https: string | null;
  http: string | null;
  all: string | null;
  bypass: string | null;
}

export interface ProxySettings {
  /** Settings of this user, or of the machine where policy says so. */
  user: UserProxy;
  policy: UserProxy;
  perMachine: boolean | null;
  /** What services and SYSTEM use. */
  services: {
    access: 'direct' | 'proxy' | 'unknown';
    servers: string | null;
    bypass: string | null;
    witness: 'registry' | 'netsh' | 'none';
  };
  /** The SYSTEM account's own internet settings, beside those of the services. */
  system: UserProxy;
  /** Null where the variables could not be read. */
  environment: EnvironmentProxy | null;
}

export interface Adapter {
  name: string | null;
  /** Driver description: not translated, unlike the name. */
  description: string | null;
  /** IANA interface type: 6 Ethernet, 71 wireless, 23 and 131 tunnels. */
  type: number | null;
  connected: Tri;
  virtual: boolean | null;
  hardware: boolean | null;
  /** Product the description belongs to, where we know it. Not knowing is not "no". */
  vpn: string | null;
}

export interface Adapters {
  adapters: Adapter[];
}

export interface NetworkProfile {
  name: string | null;
  interface: string | null;
  category: 'public' | 'private' | 'domain-authenticated' | 'unknown';
  ipv4: ReachLevel;
  ipv6: ReachLevel;
}

export type ReachLevel =
  'disconnected' | 'no-traffic' | 'subnet' | 'local-network' | 'internet' | 'unknown';

export interface NetworkProfiles {
  profiles: NetworkProfile[];
  /** Windows itself verified a domain controller on this network. */
  domainVerified: Tri;
}

export interface IpConfiguration {
  description: string | null;
  addresses: string[];
  gateways: string[];
  nameServers: string[];
  suffix: string | null;
  dhcp: boolean | null;
  /** UTC milliseconds; null for addresses set by hand, and in recordings from before it was asked. */
  leaseObtained: number | null;
}

export interface IpConfigurations {
  adapters: IpConfiguration[];
}

export interface VpnConnections {
  connections: { name: string; server: string | null; scope: 'user' | 'machine' }[];
}

export interface EncryptedServer {
  server: string;
  /** The address that is asked; null where none is known. */
  template: string | null;
  /** Plain questions are allowed where encrypted ones fail. */
  plainToo: boolean;
}

export interface DnsClient {
  hostName: string | null;
  domain: string | null;
  searchList: string[];
  /** Set by hand or policy for all adapters. */
  staticServers: string[];
  /** By policy: 1 forbidden, 2 allowed, 3 required. Null when no policy says anything. */
  encryptedDns: number | null;
  /** Name servers that an adapter asks over HTTPS; null when not readable. */
  overHttps: EncryptedServer[] | null;
  /** Names asked of other servers (VPN, DirectAccess, Global Secure Access); null when not all places were readable. */
  rules: { names: string[]; servers: string[]; origin: 'policy' | 'local' }[] | null;
}

/** How many names Windows keeps the answers of. The names themselves are nobody's business. */
export interface NameCache {
  entries: number;
}

export interface KnownNetworks {
  /** Names of wireless networks this PC has joined. */
  wireless: string[];
}

/** By probe id. */
export interface NetworkFacts {
  'proxy-settings': ProxySettings;
  adapters: Adapters;
  'network-profiles': NetworkProfiles;
  'ip-configurations': IpConfigurations;
  'vpn-connections': VpnConnections;
  'dns-client': DnsClient;
  'name-cache': NameCache;
  'known-networks': KnownNetworks;
}
