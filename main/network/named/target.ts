import { isIP } from 'node:net';
import { domainName } from '../locator/domain-name';

/** Something a person named, and wants to know whether it can be reached. */
export type NamedTarget = { host: string } & (
  | { kind: 'files'; port: number; share: string | null }
  | { kind: 'shared-printer'; port: number; share: string | null }
  | { kind: 'printer'; port: number; secure: boolean; speaks: 'ipp' | 'raw' }
  | { kind: 'web'; port: number; secure: boolean; path: string }
  | { kind: 'port'; port: number }
  | { kind: 'host' }
);

export type WrongTarget = 'empty' | 'too-long' | 'not-understood' | 'not-a-host' | 'has-password';
export type TypedTarget = { kind: 'ok'; target: NamedTarget } | { kind: 'wrong'; why: WrongTarget };

export const smbPort = 445;
const longest = 1024;
// eslint-disable-next-line no-control-regex -- control characters are what is being refused
const forbidden = /[\u0000-\u001f\u007f]|\p{Surrogate}/u;

interface Place {
  host: string;
  port: number;
  path: string;
}

/** What each kind of address means, and the port it has where none is given. */
const schemes: Readonly<Record<string, { port: number; make(place: Place): NamedTarget }>> = {
  smb: { port: smbPort, make: (place) => files(place) },
  http: { port: 80, make: (place) => ({ kind: 'web', secure: false, ...place }) },
  https: { port: 443, make: (place) => ({ kind: 'web', secure: true, ...place }) },
  ipp: {
    port: 631,
    make: ({ host, port }) => ({ kind: 'printer', host, port, secure: false, speaks: 'ipp' }),
  },
  ipps: {
    port: 631,
    make: ({ host, port }) => ({ kind: 'printer', host, port, secure: true, speaks: 'ipp' }),
  },
  socket: {
    port: 9100,
    make: ({ host, port }) => ({ kind: 'printer', host, port, secure: false, speaks: 'raw' }),
  },
  lpd: {
    port: 515,
    make: ({ host, port }) => ({ kind: 'printer', host, port, secure: false, speaks: 'raw' }),
  },
};

const firstPart = (path: string): string | null => path.split(/[\\/]/).find(Boolean) ?? null;

const files = ({ host, port, path }: Place): NamedTarget => ({
  kind: 'files',
  host,
  port,
  share: firstPart(path),
});

const wrong = (why: WrongTarget): TypedTarget => ({ kind: 'wrong', why });
const ok = (target: NamedTarget): TypedTarget => ({ kind: 'ok', target });

/** A name as DNS has it, or a numeric address; an address of one network alone keeps its scope. */
const hostFrom = (typed: string): string | null => {
  const bare = typed.replace(/^\[(.*)\]$/, '$1');
  const [address = '', scope, more] = bare.split('%');
  if (isIP(address) !== 0)
    return more === undefined && (scope === undefined || /^[\w.-]{1,32}$/.test(scope))
      ? bare
      : null;
  const name = domainName(bare);
  return name.kind === 'ok' ? name.name : null;
};

const portFrom = (typed: string | undefined, usual: number): number | null => {
  if (typed === undefined || typed === '') return usual;
  const port = Number(typed);
  return /^\d{1,5}$/.test(typed) && port > 0 && port < 65_536 ? port : null;
};

/** What usually listens behind a port, for a server that is named by host and port alone. */
const schemeOfPort: Readonly<Record<number, string>> = {
  80: 'http',
  443: 'https',
  [smbPort]: 'smb',
  515: 'lpd',
  631: 'ipp',
  9100: 'socket',
};

export const targetAt = (host: string, port: number): NamedTarget =>
  schemes[schemeOfPort[port] ?? '']?.make({ host, port, path: '/' }) ?? {
    kind: 'port',
    host,
    port,
  };

const unc = /^(?:\\\\|\/\/)([^\\/]+)((?:[\\/].*)?)$/u;
const url = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)/iu;
const hostAndPort = /^(\[[^\]]+\]|[^:]*)(?::(\d+))?$/u;

const byAddress = (scheme: string, authority: string, path: string): TypedTarget => {
  const known = Object.hasOwn(schemes, scheme) ? schemes[scheme] : undefined;
  if (!known) return wrong('not-understood');
  if (authority.includes('@')) return wrong('has-password');
  const [, hostPart = '', portPart] = hostAndPort.exec(authority) ?? [];
  const host = hostFrom(hostPart);
  const port = portFrom(portPart, known.port);
  if (host === null || port === null) return wrong('not-a-host');
  // What stands behind the question mark may be secret, and is not needed to see whether somebody answers.
  return ok(known.make({ host, port, path: encodeURI(decoded(path)) || '/' }));
};

/** Blanks and letters of other scripts must not break the request; what is encoded already is not encoded twice. */
const decoded = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** `\\server\share`, `https://site/`, `ipp://printer`, `host:port` or a host alone. */
export const namedTarget = (typed: string, isPrinter = false): TypedTarget => {
  const text = typed.trim();
  if (text === '') return wrong('empty');
  if (text.length > longest) return wrong('too-long');
  if (forbidden.test(text)) return wrong('not-understood');
  const shared = unc.exec(text);
  if (shared) {
    const host = hostFrom(shared[1] ?? '');
    if (host === null) return wrong('not-a-host');
    const share = firstPart(shared[2] ?? '');
    return ok({ kind: isPrinter ? 'shared-printer' : 'files', host, port: smbPort, share });
  }
  const address = url.exec(text);
  if (address)
    return byAddress((address[1] ?? '').toLowerCase(), address[2] ?? '', address[3] ?? '');
  if (isIP(text.split('%')[0] ?? '') !== 0) {
    const host = hostFrom(text);
    return host === null ? wrong('not-a-host') : ok({ kind: 'host', host });
  }
  const plain = hostAndPort.exec(text);
  const host = plain ? hostFrom(plain[1] ?? '') : null;
  if (host === null) return wrong('not-a-host');
  if (plain?.[2] === undefined) return ok({ kind: 'host', host });
  const port = portFrom(plain[2], 0);
  return port === null ? wrong('not-a-host') : ok({ kind: 'port', host, port });
};
