import { BlockList, isIPv6 } from 'node:net';
import type { Srv } from '../names';
import type { Origin } from './records';

export interface Candidate {
  host: string;
  port: number;
  origin: Origin;
  priority: number;
  weight: number;
}

/** A list beyond this is an accident or an attack; the rest is counted, not asked. */
export const maxCandidates = 256;

const rank: Readonly<Record<Origin, number>> = { site: 0, domain: 1, guid: 2 };

const byNearness = (a: Candidate, b: Candidate): number =>
  rank[a.origin] - rank[b.origin] ||
  a.priority - b.priority ||
  b.weight - a.weight ||
  (a.host < b.host ? -1 : 1);

const hostOf = (name: string) => name.toLowerCase().replace(/\.$/, '');

/** What a record lists, in the order to ask; "." (RFC 2782: no such service) and doubles left out. */
export const candidatesOf = (
  records: readonly Srv[],
  origin: Origin,
  known: ReadonlySet<string>,
): Candidate[] => {
  const fresh = new Map<string, Candidate>();
  for (const { name, port, priority, weight } of records) {
    const host = hostOf(name);
    const key = `${host}:${String(port)}`;
    if (host === '' || port === 0 || known.has(key) || fresh.has(key)) continue;
    fresh.set(key, { host, port, origin, priority, weight });
  }
  return [...fresh.values()].sort(byNearness);
};

export const keyOf = ({ host, port }: Candidate): string => `${host}:${String(port)}`;

/** Networks this PC stands in itself, e.g. `192.0.2.7/24`. */
export type Here = readonly string[];

const inside = (here: Here) => {
  const list = new BlockList();
  for (const cidr of here) {
    const [address = '', prefix = ''] = cidr.split('/');
    list.addSubnet(address, Number(prefix), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return (address: string) =>
    list.check(address.split('%')[0] ?? '', isIPv6(address.split('%')[0] ?? '') ? 'ipv6' : 'ipv4');
};

/** One address per family, the one in our own network first; a host needs no more to be heard. */
export const addressesToAsk = (addresses: readonly string[], here: Here): string[] => {
  const near = inside(here);
  const sorted = [...new Set(addresses)].sort((a, b) => Number(near(b)) - Number(near(a)));
  const four = sorted.find((one) => !one.includes(':'));
  const six = sorted.find((one) => one.includes(':'));
  return [four, six].flatMap((one) => one ?? []);
};
