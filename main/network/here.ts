import { networkInterfaces } from 'node:os';

/** The networks this PC stands in, e.g. `192.0.2.7/24`; loopback says nothing about nearness. */
export const networksHere = (): string[] =>
  Object.values(networkInterfaces())
    .flat()
    .flatMap((one) => (one && !one.internal && one.cidr !== null ? [one.cidr] : []));
