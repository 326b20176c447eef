import { inspect } from '../inspector/inspect';
import type { ProxySettings } from '../core/facts/network';
import { chosenProxy, type ProxyChoice, proxyForHost } from '../network/proxy';
import { createLive } from '../os/live';
import { proxySettingsProbe } from '../probes/network/proxy-settings';

const budgetMs = 5000;

const proxySettings = async (signal: AbortSignal): Promise<ProxySettings | null> => {
  const { snapshot } = await inspect(createLive(), [proxySettingsProbe], { budgetMs, signal });
  const reading = snapshot.readings['proxy-settings'];
  return reading?.kind === 'ok' ? reading.value : null;
};

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
