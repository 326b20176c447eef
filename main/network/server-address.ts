import { isIP } from 'node:net';
import type { Spot } from './wire';

const shapes = [
  /^\[(?<address>[^\]]+)\]:(?<port>\d{1,5})$/,
  /^(?<address>[\d.]+):(?<port>\d{1,5})$/,
];

/** `192.0.2.1`, `192.0.2.1:5353`, `::1` or `[::1]:5353`: numbers only, so that nothing is looked up. */
export const serverAddress = (typed: string, usualPort: number): Spot | null => {
  const shape = shapes.map((one) => one.exec(typed)?.groups).find(Boolean);
  const address = shape?.['address'] ?? typed;
  const port = shape ? Number(shape['port']) : usualPort;
  return isIP(address) !== 0 && port > 0 && port < 65_536 ? { address, port } : null;
};
