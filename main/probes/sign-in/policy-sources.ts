import { registrySource, shallow } from '../text/registry';

export const authenticationPolicy = shallow(
  registrySource(
    'registry-authentication-policy',
    'HKLM',
    'SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Authentication',
  ),
);
export const fidoPolicy = registrySource(
  'registry-fido-policy',
  'HKLM',
  'SOFTWARE\\Policies\\Microsoft\\FIDO',
);
export const personalizationPolicy = registrySource(
  'registry-personalization-policy',
  'HKLM',
  'SOFTWARE\\Policies\\Microsoft\\Windows\\Personalization',
);
export const appInstallPolicy = shallow(
  registrySource('registry-appx-policy', 'HKLM', 'SOFTWARE\\Policies\\Microsoft\\Windows\\Appx'),
);
