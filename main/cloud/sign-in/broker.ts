import type { INativeBrokerPlugin } from '@azure/msal-node';

/** Not ours to bundle: it carries a native module that does not build everywhere. */
const optionalModule = '@azure/msal-node-extensions';

interface Extensions {
  NativeBrokerPlugin?: new () => INativeBrokerPlugin;
}

/**
 * Windows' own account window, where somebody put the module beside the app. There is no automatic fallback in
 * the library, so what is missing or says it is not available is as good as not there.
 */
export const findBroker = async (
  platform: NodeJS.Platform = process.platform,
  load: () => Promise<unknown> = () => import(/* @vite-ignore */ optionalModule),
): Promise<INativeBrokerPlugin | null> => {
  // On macOS a broker without its company portal was seen to hang for good.
  if (platform !== 'win32') return null;
  try {
    const { NativeBrokerPlugin } = (await load()) as Extensions;
    const broker = NativeBrokerPlugin ? new NativeBrokerPlugin() : null;
    return broker?.isBrokerAvailable === true ? broker : null;
  } catch {
    return null;
  }
};

export const brokerRedirect = (clientId: string): string =>
  `ms-appx-web://Microsoft.AAD.BrokerPlugin/${clientId}`;
