import { triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { map, valueOr } from '../text/reading';
import { registryOf, registryReads } from '../text/registry';
import { helloPolicyIn } from './hello-settings';
import { helloGroup, helloGroupUser, helloMdm, policyConflict } from './hello-sources';
import { authenticationPolicy } from './policy-sources';

export const pinResetProbe: Probe<'pin-reset'> = {
  id: 'pin-reset',
  on: ['win32'],
  reads: registryReads(helloMdm, helloGroup, helloGroupUser, policyConflict, authenticationPolicy),
  parse: (raws) => {
    const hosts = map(registryOf(raws, authenticationPolicy), (tree) =>
      (tree.string('', 'ConfigureWebSignInAllowedUrls') ?? '')
        .split(';')
        .map((host) => host.trim())
        .filter((host) => host !== ''),
    );
    return map(helloPolicyIn(raws), ({ effective }) => ({
      recoveryService: triOf(effective.pinRecovery),
      webSignInHosts: valueOr(hosts, null),
    }));
  },
};
