import { triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { map } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';

const source = registrySource(
  'registry-policy-manager-credential-providers',
  'HKLM',
  'SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\CredentialProviders',
);

/** Off unless a policy sets the number to 0. */
export const resetOptionsProbe: Probe<'reset-options'> = {
  id: 'reset-options',
  on: ['win32'],
  reads: registryReads(source),
  parse: (raws) =>
    map(registryOf(raws, source), (tree) => ({
      localAutopilotReset: triOf(tree.number('', 'DisableAutomaticReDeploymentCredentials') === 0),
    })),
};
