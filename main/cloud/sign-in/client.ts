import type { INativeBrokerPlugin, PublicClientApplication } from '@azure/msal-node';
import type { CloudPlaces } from '../clouds';
import { cacheOver, type Vault } from './cache';
import type { Network } from './network';

export interface ClientWishes {
  clientId: string;
  tenant: string;
  places: CloudPlaces;
  network: Network;
  vault: Vault | null;
  broker: INativeBrokerPlugin | null;
}

const silence = () => undefined;

/** The library is loaded here and nowhere else: nobody pays for it who never signs in. */
export const createClient = async (wishes: ClientWishes): Promise<PublicClientApplication> => {
  const { PublicClientApplication } = await import('@azure/msal-node');
  const { clientId, tenant, places, network, vault, broker } = wishes;
  const ofMicrosoft = places.protocol === 'AAD';
  return new PublicClientApplication({
    auth: {
      clientId,
      authority: ofMicrosoft ? `${places.authority}/${tenant}` : places.authority,
      knownAuthorities: [new URL(places.authority).host],
      // Says that a claims challenge will be answered, so that access can end within minutes, not hours.
      clientCapabilities: ['CP1'],
    },
    ...(broker ? { broker: { nativeBrokerPlugin: broker } } : {}),
    ...(vault ? { cache: { cachePlugin: cacheOver(vault) } } : {}),
    system: {
      protocolMode: places.protocol,
      networkClient: network.client,
      // Waiting and asking again are decided in one place, and that is not the library's.
      disableInternalRetries: true,
      loggerOptions: { piiLoggingEnabled: false, loggerCallback: silence },
    },
  });
};
