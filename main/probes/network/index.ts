import { knownNetworksProbe } from './known-networks';
import type { AnyProbe } from '../probe';
import { adaptersProbe } from './adapters';
import { dnsClientProbe } from './dns-client';
import { ipConfigurationsProbe } from './ip-configurations';
import { networkProfilesProbe } from './network-profiles';
import { proxySettingsProbe } from './proxy-settings';
import { vpnConnectionsProbe } from './vpn-connections';
import { nameCacheProbe } from './name-cache';

export const networkProbes = [
  adaptersProbe,
  ipConfigurationsProbe,
  networkProfilesProbe,
  vpnConnectionsProbe,
  dnsClientProbe,
  proxySettingsProbe,
  nameCacheProbe,
  knownNetworksProbe,
] satisfies readonly AnyProbe[];
