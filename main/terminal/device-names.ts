import { namesFor } from '../network/doh';
import { type Names, nameService } from '../network/names';
import { isClosed, type Wire } from '../network/wire';
import { dnsClientProbe } from '../probes/network/dns-client';
import { readHere } from './device-proxy';

/** The name servers of this PC for one domain, asked as its settings want it: by rule, or over HTTPS. */
export const deviceNames = async (
  wire: Wire,
  domain: string,
  signal: AbortSignal,
): Promise<Names> =>
  isClosed(wire)
    ? nameService(wire)
    : namesFor(wire, await readHere(dnsClientProbe, signal), domain.toLowerCase());
