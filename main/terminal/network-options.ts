import type { Proxy, ProxyChoice } from '../network/proxy';
import { proxyFrom } from '../network/proxy';
import { scriptBehind } from '../network/proxy-script';
import { systemNames } from '../network/names';
import { publicTrust } from '../network/tls';
import { serverAddress } from '../network/server-address';
import type { Spot, Wire } from '../network/wire';
import { Problem } from './problem';
import { scriptLine } from './show-proxies';
import type { Terminal } from './terminal';

const dnsPort = 53;
const scriptLimitMs = 4000;

/** `--dns`: none means the name servers of this PC. */
export const serversFrom = (typed: string | undefined): Spot[] => {
  if (typed === undefined) return [];
  const server = serverAddress(typed, dnsPort);
  if (!server) throw new Problem('dc.usage.dns', { values: { typed } });
  return [server];
};

/** `--proxy`: what was typed, or what the settings of this PC say. */
export const proxyAsked = async (
  typed: string | undefined,
  ofDevice: () => Promise<ProxyChoice>,
  wire: Wire,
  terminal: Terminal,
): Promise<Proxy | null> => {
  const { err, words, signal } = terminal;
  if (typed === 'none') return null;
  if (typed !== undefined) {
    const proxy = proxyFrom(typed);
    if (!proxy) throw new Problem('endpoints.usage.proxy', { values: { typed } });
    return proxy;
  }
  const choice = await ofDevice();
  if (choice.kind === 'proxy') return choice.proxy;
  if (choice.kind !== 'direct') err(`fieldkit: ${words.say('endpoints.proxy-not-followed')}\n`);
  const names = systemNames(wire);
  const means = { wire, names, proxy: null, trust: publicTrust(), limitMs: scriptLimitMs, signal };
  const script = await scriptBehind(choice, means);
  if (script) err(`fieldkit: ${scriptLine(script, terminal)}\n`);
  return null;
};
