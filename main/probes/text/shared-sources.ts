import { registrySource } from './registry';

/** Read by probes of more than one folder. */
export const systemPolicies = registrySource(
  'registry-system-policies',
  'HKLM',
  'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System',
);
export const accountPolicy = registrySource(
  'registry-entra-account-policy',
  'HKLM',
  'SOFTWARE\\Policies\\Microsoft\\AzureADAccount',
);
