import { registrySource, shallow } from '../text/registry';

/**
 * Names only. The agent's own key may hold a registration token, and a capture keeps what was read:
 * that the key is there is all we need.
 */
export const vendorKey = shallow(
  registrySource('registry-software-microsoft', 'HKLM', 'SOFTWARE\\Microsoft'),
);
