import { triOf } from '../../core/reading';
import { guidOf } from '../mdm/guid';
import type { Probe } from '../probe';
import { map } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';

const source = registrySource(
  'registry-endpoint-detection',
  'HKLM',
  'SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status',
);

export const endpointDetectionProbe: Probe<'endpoint-detection'> = {
  id: 'endpoint-detection',
  on: ['win32'],
  reads: registryReads(source),
  parse: (raws) =>
    map(registryOf(raws, source), (tree) => ({
      onboarded: triOf(tree.exists ? tree.flag('', 'OnboardingState') : false),
      organisationId: guidOf(tree.string('', 'OrgId')),
    })),
};
