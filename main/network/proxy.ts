import type { ProxySettings } from '../core/facts/network';

/** A proxy as the settings name it: never with a user or a password, which we would not send. */
export interface Proxy {
  host: string;
  port: number;
}

const usualPort = 8080;

/** `proxy.example:3128` or `http://user:secret@proxy.example:3128/`; null when it is neither. */
export const proxyFrom = (setting: string): Proxy | null => {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(setting) ? setting : `http://${setting}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, port } = new URL(address);
  if (protocol !== 'http:' || hostname === '') return null;
  // A URL forgets the port that is usual for it, which here is not the usual one.
  const said = port || /:(80)\/?$/.exec(setting)?.[1];
  return { host: hostname.replace(/^\[|\]$/g, ''), port: said ? Number(said) : usualPort };
};

export type ProxyChoice =
  | { kind: 'direct' }
  | { kind: 'proxy'; proxy: Proxy }
  /** A script or a search on the network decides, address by address; that is not followed here. */
  | { kind: 'automatic'; script: string | null }
  | { kind: 'not-understood' };

/** `host:port` for everything, or `http=…;https=…` per protocol. */
const secureServer = (servers: string): string | null => {
  const parts = servers.split(/[;\s]+/).filter(Boolean);
  const secure = parts.find((one) => /^https=/i.test(one));
  const plain = parts.find((one) => !one.includes('='));
  return secure?.slice('https='.length) ?? plain ?? null;
};

/** What the settings of this user mean for an encrypted connection. */
export const chosenProxy = ({ user, policy, perMachine }: ProxySettings): ProxyChoice => {
  const said = perMachine === true ? policy : user;
  if (said.enabled === 'yes' && said.servers !== null) {
    const server = secureServer(said.servers);
    const proxy = server === null ? null : proxyFrom(server);
    return proxy ? { kind: 'proxy', proxy } : { kind: 'not-understood' };
  }
  const automatic = said.pacUrl !== null || said.autoDetect === 'yes';
  return automatic ? { kind: 'automatic', script: said.pacUrl } : { kind: 'direct' };
};

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Whether the list of exceptions takes a host past the proxy: `*.corp.example;10.*;<local>`. */
export const bypasses = (list: string | null, host: string): boolean =>
  (list ?? '')
    .split(/[;\s]+/)
    .filter(Boolean)
    .some((entry) => {
      if (entry.toLowerCase() === '<local>') return !host.includes('.') && !host.includes(':');
      const name = entry.replace(/^[a-z]+:\/\//i, '').replace(/:\d+$/, '');
      return new RegExp(`^${name.split('*').map(escaped).join('.*')}$`, 'i').test(host);
    });

/** What this user's settings mean for one host, exceptions included. */
export const proxyForHost = (settings: ProxySettings, host: string): ProxyChoice => {
  const said = settings.perMachine === true ? settings.policy : settings.user;
  return bypasses(said.bypass, host) ? { kind: 'direct' } : chosenProxy(settings);
};
