import { openAddress } from '../os/open-address';
import type { CloudDoor } from './seat/sign';

/** Without a window of ours: Node's network, the system's browser, and a memory that ends with the program. */
export const nodeDoor: Omit<CloudDoor, 'pages'> = {
  // A token goes to the address it was meant for and to no other.
  fetch: (url, init) => fetch(url, { ...init, redirect: 'error' }),
  openBrowser: (address) => openAddress(address),
  vault: null,
};
