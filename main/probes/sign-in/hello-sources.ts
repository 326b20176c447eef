import { registrySource } from '../text/registry';

export const helloMdm = registrySource(
  'registry-hello-mdm',
  'HKLM',
  'SOFTWARE\\Microsoft\\Policies\\PassportForWork',
);
export const helloGroup = registrySource(
  'registry-hello-group-policy',
  'HKLM',
  'SOFTWARE\\Policies\\Microsoft\\PassportForWork',
);
export const helloGroupUser = registrySource(
  'registry-hello-group-policy-user',
  'HKCU',
  'SOFTWARE\\Policies\\Microsoft\\PassportForWork',
);
export const policyConflict = registrySource(
  'registry-policy-conflict',
  'HKLM',
  'SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\ControlPolicyConflict',
);
