import { isIP } from 'node:net';
import { decode, encode, type Answer as Record, type DecodedPacket } from 'dns-packet';
import type { DnsClient, EncryptedServer } from '../core/facts/network';
import { eitherFamily, type NameAnswer, type Names, nameService } from './names';
import { troubled } from './outcome';
import { bare } from './places';
import { publicTrust } from './tls';
import { WebWalk } from './web-walk';
import type { Patience, Wire } from './wire';

/** A name server at its address, and where on it names are asked over HTTPS (RFC 8484). */
interface Place {
  server: string;
  url: URL;
}

type Kind = 'SRV' | 'A' | 'AAAA';

const maxBytes = 65_535;
const mediaType = 'application/dns-message';
const recursionDesired = 0x100;
const responseCode = 0xf;
const codes = { fine: 0, noSuchName: 3 } as const;

/** `https://dns.example/dns-query{?dns}`: what stands in braces is filled in here. */
const placeOf = ({ server, template }: EncryptedServer): Place | null => {
  const address = (template ?? '').replace(/\{[^}]*\}$/u, '');
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === 'https:' ? { server, url } : null;
};

const pathOf = ({ url }: Place, name: string, type: Kind): string => {
  const packet = encode({
    type: 'query',
    // Always 0, so that what stands between may keep the answer.
    id: 0,
    flags: recursionDesired,
    questions: [{ type, name }],
  });
  const search = url.search === '' ? '?' : `${url.search}&`;
  return `${url.pathname}${search}dns=${packet.toString('base64url')}`;
};

/** What a name server said, or null where it makes no sense. */
export const readAnswer = (bytes: Uint8Array): DecodedPacket | null => {
  try {
    const packet = decode(Buffer.from(bytes));
    return packet.type === 'response' ? packet : null;
  } catch {
    return null;
  }
};

const saidBy = <T>(
  body: string,
  kind: Kind,
  take: (record: Record) => T[],
  ms: number,
): NameAnswer<T[]> => {
  const packet = readAnswer(Buffer.from(body, 'latin1'));
  if (packet === null) return troubled('not-understood', ms);
  const code = (packet.flags ?? 0) & responseCode;
  if (code === codes.noSuchName) return { kind: 'no-such-name', ms };
  if (code !== codes.fine) return { kind: 'server-failure', ms };
  const value = (packet.answers ?? []).filter(({ type }) => type === kind).flatMap(take);
  return value.length === 0 ? { kind: 'no-record', ms } : { kind: 'answered', value, ms };
};

const targets = (record: Record) =>
  record.type === 'SRV'
    ? [
        {
          name: record.data.target,
          port: record.data.port,
          priority: record.data.priority ?? 0,
          weight: record.data.weight ?? 0,
        },
      ]
    : [];
const addresses = (record: Record) =>
  record.type === 'A' || record.type === 'AAAA' ? [record.data] : [];

/** Asks one server at its own number, so that no other name server is needed for its name. */
const askAt = async <T>(
  wire: Wire,
  place: Place,
  { limitMs, signal }: Patience,
  question: { name: string; kind: Kind; take: (record: Record) => T[] },
): Promise<NameAnswer<T[]>> => {
  const { server, url } = place;
  const walk = new WebWalk(
    {
      wire,
      names: {
        addresses: () => Promise.resolve({ kind: 'answered', value: [server], ms: 0 }),
      },
      proxy: null,
      trust: publicTrust(),
      limitMs,
      ...(signal ? { signal } : {}),
    },
    {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || 443,
      secure: true,
      method: 'GET',
      path: pathOf(place, question.name, question.kind),
      bodyBytes: maxBytes,
      accept: mediaType,
    },
  );
  await walk.run();
  const { tcp, tls, http } = walk.steps;
  if (http?.kind === 'answered')
    return http.value.status === 200
      ? saidBy(http.value.body, question.kind, question.take, http.ms)
      : { kind: 'server-failure', ms: http.ms };
  const failed = [http, tls, tcp].find((step) => step && step.kind !== 'answered');
  return failed && failed.kind !== 'answered' ? failed : troubled('failed', 0);
};

const settled = ({ kind }: NameAnswer<unknown>): boolean =>
  kind === 'answered' || kind === 'no-such-name' || kind === 'no-record';

/** The servers in their order, until one of them knows. */
const namesOverHttps = (wire: Wire, places: readonly Place[], plain: Names | null): Names => {
  const ask = async <T>(
    patience: Patience,
    question: Parameters<typeof askAt<T>>[3],
  ): Promise<NameAnswer<T[]>> => {
    let last: NameAnswer<T[]> = troubled('failed', 0);
    for (const place of places) {
      last = await askAt(wire, place, patience, question);
      if (settled(last) || patience.signal?.aborted) break;
    }
    return last;
  };
  const or = async <T>(
    answer: Promise<NameAnswer<T>>,
    otherwise: (names: Names) => Promise<NameAnswer<T>>,
  ) => {
    const said = await answer;
    return settled(said) || plain === null ? said : otherwise(plain);
  };
  return {
    servers: () => places.map(({ url }) => url.href),
    srv: (name, patience) =>
      or(ask(patience, { name, kind: 'SRV', take: targets }), (names) => names.srv(name, patience)),
    addresses: (name, patience) =>
      or(
        eitherFamily(
          patience,
          (more) => ask(more, { name, kind: 'A', take: addresses }),
          (more) => ask(more, { name, kind: 'AAAA', take: addresses }),
        ),
        (names) => names.addresses(name, patience),
      ),
  };
};

/** The servers that the closest rule of this PC names for a domain: a VPN sends the company's names there. */
const ruledServers = ({ rules }: DnsClient, domain: string): string[] => {
  const covers = (name: string) =>
    name.startsWith('.') ? name === '.' || `.${domain}`.endsWith(name) : name === domain;
  const [closest] = (rules ?? [])
    .flatMap(({ names, servers }) =>
      names
        .map((name) => name.toLowerCase())
        .filter(covers)
        .map((name) => ({ name, servers })),
    )
    .sort((one, other) => other.name.length - one.name.length);
  return (closest?.servers ?? []).filter((server) => isIP(server) !== 0);
};

/** The name servers for one domain, asked as the settings of this PC want it. */
export const namesFor = (
  wire: Wire,
  settings: DnsClient | null,
  domain: string,
  plain: Names = nameService(wire),
): Names => {
  if (settings === null) return plain;
  const ruled = ruledServers(settings, domain);
  if (ruled.length > 0)
    return nameService(
      wire,
      ruled.map((address) => ({ address, port: 53 })),
    );
  const inUse = plain.servers().map(bare);
  // What is set for a server that no adapter asks any more counts for nothing.
  const encrypted = (settings.overHttps ?? []).filter(({ server }) => inUse.includes(server));
  const places = encrypted.flatMap((one) => placeOf(one) ?? []);
  if (places.length === 0) return plain;
  return namesOverHttps(wire, places, encrypted.some(({ plainToo }) => plainToo) ? plain : null);
};
