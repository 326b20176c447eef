import { inspect } from '../inspector/inspect';
import type { Facts, ProbeId } from '../core/facts/index';
import { valueOf } from '../core/snapshot';
import { chosenProxy, type ProxyChoice, proxyForHost } from '../network/proxy';
import { createLive } from '../os/live';
import type { AnyProbe, Probe } from '../probes/probe';
import { proxySettingsProbe } from '../probes/network/proxy-settings';

const budgetMs = 5000;

/** One fact of this PC, for a test of the network; null where it cannot be read. */
export const readHere = async <K extends ProbeId>(
  probe: Probe<K>,
  signal: AbortSignal,
): Promise<Facts[K] | null> => {
  const { snapshot } = await inspect(createLive(), [probe as AnyProbe], { budgetMs, signal });
  return valueOf(snapshot, probe.id);
};

const proxySettings = (signal: AbortSignal) => readHere(proxySettingsProbe, signal);

/** The proxy this user's programs take, from the device itself; direct where that cannot be read. */
export const deviceProxy = async (signal: AbortSignal): Promise<ProxyChoice> => {
  const settings = await proxySettings(signal);
  return settings ? chosenProxy(settings) : { kind: 'direct' };
};

/** The same for one host, which the settings may take past the proxy. */
export const deviceProxyFor = async (host: string, signal: AbortSignal): Promise<ProxyChoice> => {
  const settings = await proxySettings(signal);
  return settings ? proxyForHost(settings, host) : { kind: 'direct' };
};
