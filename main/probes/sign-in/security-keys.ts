import { ok, triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { registryOf, registryReads } from '../text/registry';
import { helloMdm } from './hello-sources';
import { fidoPolicy } from './policy-sources';

export const securityKeysProbe: Probe<'security-keys'> = {
  id: 'security-keys',
  on: ['win32'],
  reads: registryReads(fidoPolicy, helloMdm),
  parse: (raws) => {
    const fromGroup = registryOf(raws, fidoPolicy);
    const fromMdm = registryOf(raws, helloMdm);
    if (fromGroup.kind !== 'ok') return fromGroup;
    if (fromMdm.kind !== 'ok') return fromMdm;
    const group = fromGroup.value.flag('', 'EnableFIDODeviceLogon');
    const mdm = fromMdm.value.flag('SecurityKey', 'UseSecurityKeyForSignin');
    return ok({ group, mdm, allowed: triOf(group ?? mdm) });
  },
};
