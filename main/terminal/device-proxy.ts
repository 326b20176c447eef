import { inspect } from '../inspector/inspect';
import { chosenProxy, type ProxyChoice } from '../network/proxy';
import { createLive } from '../os/live';
import { proxySettingsProbe } from '../probes/network/proxy-settings';

const budgetMs = 5000;

/** The proxy this user's programs take, from the device itself; direct where that cannot be read. */
export const deviceProxy = async (signal: AbortSignal): Promise<ProxyChoice> => {
  const { snapshot } = await inspect(createLive(), [proxySettingsProbe], { budgetMs, signal });
  const reading = snapshot.readings['proxy-settings'];
  return reading?.kind === 'ok' ? chosenProxy(reading.value) : { kind: 'direct' };
};
