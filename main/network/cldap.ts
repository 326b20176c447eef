import {
  type Attributes,
  decodeSearch,
  encodeSearch,
  type SearchResult,
  searchFramed,
} from './ldap';
import { decodeNetlogon, type NetlogonAnswer } from './netlogon';
import { type Answer, mapAnswer } from './outcome';
import { converse } from './tcp';
import { ask } from './udp';
import type { Patience, Spot, Wire } from './wire';

/** V5, the long answer, and the next closest site (MS-ADTS 6.3.1.1). */
const wanted = Uint8Array.of(0x16, 0, 0, 0);
const id = 1;

/** A directory may be alive and yet not serve this domain: that is an answer, not silence. */
export type Ping =
  | { kind: 'domain-controller'; netlogon: NetlogonAnswer }
  | { kind: 'not-for-this-domain' }
  | { kind: 'unreadable' };

export interface PingQuestion {
  domain: string;
  /** Name of this PC; left out where it is not known. */
  host?: string;
}

export const encodePing = ({ domain, host }: PingQuestion): Uint8Array =>
  encodeSearch({
    id,
    equals: [
      ['DnsDomain', domain],
      ...(host ? ([['Host', host]] as const) : []),
      ['NtVer', wanted],
    ],
    attributes: ['Netlogon'],
  });

const netlogonIn = (entry: Attributes | null): Ping => {
  const bytes = entry?.get('netlogon')?.[0];
  if (!bytes || bytes.length === 0) return { kind: 'not-for-this-domain' };
  const netlogon = decodeNetlogon(bytes);
  return netlogon ? { kind: 'domain-controller', netlogon } : { kind: 'unreadable' };
};

const pingOf = (result: SearchResult): Ping => netlogonIn(result.entry);

export const decodePing = (packet: Uint8Array): Ping | null => {
  const result = decodeSearch(packet, id);
  return result ? pingOf(result) : null;
};

/** The way Windows asks: one datagram to port 389, three times at most. */
export const pingUdp = (
  wire: Wire,
  spot: Spot,
  question: PingQuestion,
  patience: Patience,
): Promise<Answer<Ping>> =>
  ask(wire, spot, {
    ...patience,
    packet: encodePing(question),
    again: [400, 1000],
    understand: decodePing,
  });

/** The same question over TCP, for networks that drop UDP or cut long datagrams. */
export const pingTcp = async (
  wire: Wire,
  spot: Spot,
  question: PingQuestion,
  patience: Patience,
): Promise<Answer<Ping>> =>
  mapAnswer(
    await converse(wire, spot, {
      ...patience,
      send: encodePing(question),
      framed: searchFramed,
      maxBytes: 1 << 16,
    }),
    decodePing,
  );
