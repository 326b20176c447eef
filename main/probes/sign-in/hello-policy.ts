import type { Probe } from '../probe';
import { registryReads } from '../text/registry';
import { helloPolicyIn } from './hello-settings';
import { helloGroup, helloGroupUser, helloMdm, policyConflict } from './hello-sources';

export const helloPolicyProbe: Probe<'hello-policy'> = {
  id: 'hello-policy',
  on: ['win32'],
  reads: registryReads(helloMdm, helloGroup, helloGroupUser, policyConflict),
  parse: helloPolicyIn,
};
