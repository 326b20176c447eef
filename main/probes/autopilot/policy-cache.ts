import type { AutopilotPolicyCache } from '../../core/facts/autopilot';
import { triOf } from '../../core/reading';
import type { Reading } from '../../core/reading';
import type { Probe, Raws } from '../probe';
import { map } from '../text/reading';
import { registryOf, registryReads } from '../text/registry';
import { joinMethodOf, readProfile } from './profile-document';
import { policyCacheKey } from './sources';

export const policyCacheIn = (raws: Raws): Reading<AutopilotPolicyCache> =>
  map(registryOf(raws, policyCacheKey), (tree) => {
    const json = tree.string('', 'PolicyJsonCache');
    const policy = readProfile(json);
    const method = tree.number('', 'CloudAssignedDomainJoinMethod');
    return {
      present: triOf(tree.exists),
      profileAvailable: triOf(tree.flag('', 'ProfileAvailable')),
      joinMethod: method === null ? (policy?.joinMethod ?? 'unknown') : joinMethodOf(method),
      mode: tree.number('', 'AutopilotMode'),
      policy,
      damaged: json !== null && policy === null,
    };
  });

export const policyCacheProbe: Probe<'autopilot-policy-cache'> = {
  id: 'autopilot-policy-cache',
  on: ['win32'],
  reads: registryReads(policyCacheKey),
  parse: policyCacheIn,
};
