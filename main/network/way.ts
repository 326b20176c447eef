import { networkInterfaces } from 'node:os';
import type { Answer } from './outcome';
import { mapAnswer } from './outcome';
import { localEnd } from './udp';
import type { Patience, Wire } from './wire';

/** By which of its own addresses this PC would go to another; nothing is sent to find out. */
export interface Way {
  from: string;
  /** The connection it leaves by, as the system calls it; null when the system does not say. */
  through: string | null;
  tunnel: boolean;
}

/** Names of tunnels; a VPN may call itself anything, so "no" here only means "not by its name". */
const tunnelName =
  /(^(tun|tap|ppp|wg|utun|ipsec|vti)\d|vpn|tunnel|wireguard|anyconnect|secure client|globalprotect|pangp|zscaler|forti|wintun)/i;

const bare = (address: string) => address.split('%')[0] ?? '';

const interfaceWith = (address: string): string | null =>
  Object.entries(networkInterfaces()).find(([, all]) =>
    all?.some((one) => bare(one.address) === bare(address)),
  )?.[0] ?? null;

/** Asks the system's own table of routes. */
export const wayTo = async (
  wire: Wire,
  address: string,
  patience: Patience,
): Promise<Answer<Way>> => {
  // Any port would do: the socket is tied to it and closed again, unused.
  const end = await localEnd(wire, { address, port: 9 }, patience);
  return mapAnswer(end, (from) => {
    const through = interfaceWith(from);
    return { from, through, tunnel: through !== null && tunnelName.test(through) };
  });
};
