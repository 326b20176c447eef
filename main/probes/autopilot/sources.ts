import { registrySource } from '../text/registry';

const provisioning = 'SOFTWARE\\Microsoft\\Provisioning';

export const diagnosticsKey = registrySource(
  'registry-autopilot-diagnostics',
  'HKLM',
  `${provisioning}\\Diagnostics\\Autopilot`,
);

export const policyCacheKey = registrySource(
  'registry-autopilot-policy-cache',
  'HKLM',
  `${provisioning}\\AutopilotPolicyCache`,
);

export const settingsKey = registrySource(
  'registry-autopilot-settings',
  'HKLM',
  `${provisioning}\\AutopilotSettings`,
);

export const trackingKey = registrySource(
  'registry-autopilot-tracking',
  'HKLM',
  'SOFTWARE\\Microsoft\\Windows\\Autopilot\\EnrollmentStatusTracking',
);

export const syncMlKey = registrySource(
  'registry-omadm-syncml',
  'HKLM',
  `${provisioning}\\OMADM\\SyncML`,
);
