import { isIP, type Socket } from 'node:net';
import {
  connect,
  createSecureContext,
  type DetailedPeerCertificate,
  rootCertificates,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import { once } from './once';
import { type Answer, detailOf, errorCode, troubleOf } from './outcome';
import { open } from './tcp';
import type { Patience, Spot, Wire } from './wire';

export interface Certificate {
  subject: string;
  issuer: string;
  names: string[];
  from: number | null;
  to: number | null;
  fingerprint: string;
}

export interface TlsLook {
  protocol: string | null;
  /** Leaf first, as the server sent it. */
  chain: Certificate[];
  /** Null when this PC trusts it, else the reason. We only look, so this never ends the talk. */
  untrusted: string | null;
}

export interface Greeted {
  look: TlsLook;
  socket: TLSSocket;
}

let shared: SecureContext | null = null;

/**
 * The public roots alone. Roots that somebody added to this PC are left out on purpose: whoever
 * opens the traffic on the way is trusted there, and must still be seen. One context for all,
 * because reading the roots takes longer than a handshake.
 */
export const publicTrust = (): SecureContext =>
  (shared ??= createSecureContext({ ca: [...rootCertificates] }));

const maxChain = 10;

type DistinguishedName = Readonly<Record<string, string | string[] | undefined>>;

const printed = (name: DistinguishedName | undefined): string =>
  Object.entries(name ?? {})
    .flatMap(([key, value]) => [value ?? []].flat().map((one) => `${key}=${one}`))
    .join(', ');

const dateOf = (said: string): number | null => {
  const ms = Date.parse(said);
  return Number.isNaN(ms) ? null : ms;
};

const certificateOf = (peer: DetailedPeerCertificate): Certificate => ({
  subject: printed(peer.subject as unknown as DistinguishedName),
  issuer: printed(peer.issuer as unknown as DistinguishedName),
  names: (peer.subjectaltname ?? '')
    .split(', ')
    .filter(Boolean)
    .slice(0, 100)
    .map((one) => one.replace(/^(DNS|IP Address):/, '')),
  from: dateOf(peer.valid_from),
  to: dateOf(peer.valid_to),
  fingerprint: peer.fingerprint256,
});

const chainOf = (leaf: DetailedPeerCertificate): Certificate[] => {
  const chain: Certificate[] = [];
  const seen = new Set<string>();
  // A self-signed root is its own issuer; an empty object means the server sent none.
  for (let at = leaf; at?.raw && chain.length < maxChain; at = at.issuerCertificate) {
    if (seen.has(at.fingerprint256)) break;
    seen.add(at.fingerprint256);
    chain.push(certificateOf(at));
  }
  return chain;
};

export interface Greeting extends Patience {
  /** The name the certificate must carry; also sent, so that the right one is shown. */
  name: string;
  /** Whom to believe; the public roots unless said otherwise. */
  trust?: SecureContext;
}

/**
 * TLS over a connected socket, which it takes over: end the secure one only, for ending both ends
 * the process (Node 20). Whatever certificate comes is looked at, never refused, because the
 * wrong one is the finding; so nothing secret may ever be sent over what this returns.
 */
export const greet = (
  socket: Socket,
  { name, trust = publicTrust(), ...patience }: Greeting,
): Promise<Answer<Greeted>> =>
  once(patience, (turn) => {
    const secure = connect({
      socket,
      rejectUnauthorized: false,
      ...(isIP(name) ? {} : { servername: name }),
      secureContext: trust,
    });
    secure.once('secureConnect', () => {
      const reason: unknown = secure.authorizationError;
      turn.give({
        socket: secure,
        look: {
          protocol: secure.getProtocol(),
          chain: chainOf(secure.getPeerCertificate(true)),
          untrusted: secure.authorized ? null : wordsOf(reason),
        },
      });
    });
    secure.on('error', (error) => turn.fail(tlsTrouble(error), detailOf(error)));
    secure.on('close', () => turn.fail('cut-off'));
    return (answered) => {
      if (!answered) secure.destroy();
    };
  });

/** An alert or a malformed record is an answer of a kind: somebody is there and does not speak our TLS. */
const tlsTrouble = (error: Error) =>
  errorCode(error)?.startsWith('ERR_SSL') ? 'not-understood' : troubleOf(error);

/** Node gives a code or an error here, whatever its types say. */
const wordsOf = (reason: unknown): string =>
  typeof reason === 'string' ? reason : (errorCode(reason) ?? 'unknown');

/** The certificate a server shows, and nothing more. */
export const lookAtTls = async (
  wire: Wire,
  spot: Spot,
  greeting: Greeting,
): Promise<Answer<TlsLook>> => {
  const opened = await open(wire, spot, greeting);
  if (opened.kind !== 'answered') return opened;
  const greeted = await greet(opened.value, greeting);
  if (greeted.kind !== 'answered') return greeted;
  greeted.value.socket.destroy();
  return { kind: 'answered', value: greeted.value.look, ms: opened.ms + greeted.ms };
};
