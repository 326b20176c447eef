import { lookup, Resolver } from 'node:dns/promises';
import { type Answered, detailOf, errorCode, type Troubled, troubled } from './outcome';
import { once, pause } from './once';
import type { Patience, Spot, Wire } from './wire';

/** `no-such-name`: the server knows there is none. `no-record`: the name is there, the record is not. */
export type NameAnswer<T> =
  | Answered<T>
  | Troubled
  | { kind: 'no-such-name' | 'no-record' | 'server-failure'; ms: number; detail?: string };

export interface Srv {
  name: string;
  port: number;
  priority: number;
  weight: number;
}

/** Asks name servers. `servers` empty means: those this PC uses. */
export interface Names {
  servers(): string[];
  srv(name: string, patience: Patience): Promise<NameAnswer<Srv[]>>;
  addresses(name: string, patience: Patience): Promise<NameAnswer<string[]>>;
}

const byCode: Readonly<Record<string, 'no-such-name' | 'no-record' | 'server-failure'>> = {
  ENOTFOUND: 'no-such-name',
  EBADNAME: 'no-such-name',
  ENODATA: 'no-record',
  ESERVFAIL: 'server-failure',
  EREFUSED: 'server-failure',
  ENOTIMP: 'server-failure',
  EFORMERR: 'server-failure',
  EBADRESP: 'server-failure',
};

const troubleByCode = {
  ETIMEOUT: 'silent',
  ECONNREFUSED: 'refused',
  ECANCELLED: 'cancelled',
} as const;

const nameTrouble = (error: unknown, ms: number): NameAnswer<never> => {
  const code = errorCode(error) ?? '';
  const said = byCode[code];
  if (said) return { kind: said, ms };
  const trouble = troubleByCode[code as keyof typeof troubleByCode];
  return trouble ? troubled(trouble, ms) : troubled('failed', ms, detailOf(error));
};

const printed = ({ address, port }: Spot) =>
  address.includes(':') ? `[${address}]:${String(port)}` : `${address}:${String(port)}`;

/** The better of two answers about one name: any address at all, else the more telling "no". */
const bothFamilies = (four: NameAnswer<string[]>, six: NameAnswer<string[]>) => {
  const found = [four, six].flatMap((one) => (one.kind === 'answered' ? one.value : []));
  if (found.length > 0)
    return { kind: 'answered' as const, value: found, ms: Math.max(four.ms, six.ms) };
  return four.kind === 'no-record' ? six : four;
};

/** How long an answer for one family waits for the other, which some name servers never give. */
const familyGraceMs = 150;

type FamilyQuestion = (patience: Patience) => Promise<NameAnswer<string[]>>;

/** One name, asked for both families at once. */
export const eitherFamily = async (
  { limitMs, signal }: Patience,
  askFour: FamilyQuestion,
  askSix: FamilyQuestion,
): Promise<NameAnswer<string[]>> => {
  const late = new AbortController();
  const either = { limitMs, signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal };
  const hurry = async (answer: NameAnswer<string[]>) => {
    if (answer.kind === 'answered') await pause(familyGraceMs).then(() => late.abort());
    return answer;
  };
  const four = askFour(either);
  const six = askSix(either);
  void four.then(hurry);
  void six.then(hurry);
  return bothFamilies(await four, await six);
};

type Asked<T> = (resolver: Resolver) => Promise<T>;

/** Node's own resolver: real DNS, never the hosts file, no search suffixes. */
export const nameService = (wire: Wire, ask: readonly Spot[] = []): Names => {
  const routed = ask.map((spot) => wire.route(spot));
  const closed =
    ask.length > 0 ? routed.includes(null) : wire.route({ address: '0.0.0.0', port: 53 }) === null;
  const servers = routed.flatMap((spot) => (spot ? [printed(spot)] : []));
  const query = async <T>(patience: Patience, question: Asked<T>): Promise<NameAnswer<T>> => {
    if (closed) return troubled('offline', 0);
    const resolver = new Resolver({
      timeout: Math.max(300, Math.ceil(patience.limitMs / 3)),
      tries: 2,
    });
    if (servers.length > 0) resolver.setServers(servers);
    const answer = await once<NameAnswer<T>>(patience, (turn) => {
      question(resolver).then(
        (value) => turn.give({ kind: 'answered', value, ms: turn.elapsed() }),
        (error: unknown) => turn.give(nameTrouble(error, turn.elapsed())),
      );
      return () => resolver.cancel();
    });
    return answer.kind === 'answered' ? answer.value : answer;
  };
  return {
    servers: () => (servers.length > 0 ? servers : closed ? [] : new Resolver().getServers()),
    srv: (name, patience) => query(patience, (resolver) => resolver.resolveSrv(name)),
    addresses: (name, patience) =>
      eitherFamily(
        patience,
        (more) => query(more, (resolver) => resolver.resolve4(name)),
        (more) => query(more, (resolver) => resolver.resolve6(name)),
      ),
  };
};

/** All that most tests ask of the name service. */
export type AddressBook = Pick<Names, 'addresses'>;

/** Asks for the addresses of a name once, however many want them: a proxy's name, one host's ports. */
export const askedOnce = (names: AddressBook): AddressBook => {
  const known = new Map<string, ReturnType<Names['addresses']>>();
  return {
    addresses: (name, patience) => {
      const before = known.get(name) ?? names.addresses(name, patience);
      known.set(name, before);
      return before;
    },
  };
};

const lookupCodes: Readonly<Record<string, 'no-such-name' | 'server-failure'>> = {
  ENOTFOUND: 'no-such-name',
  EAI_NONAME: 'no-such-name',
  EAI_NODATA: 'no-such-name',
  EAI_AGAIN: 'server-failure',
  EAI_FAIL: 'server-failure',
};

/**
 * What programs on this PC get to hear: hosts file, search suffixes, the rules of a VPN. It cannot be
 * stopped once begun, so only names a person typed are asked this way.
 */
export const systemNames = (wire: Wire): AddressBook => ({
  addresses: async (name, patience) => {
    if (wire.route({ address: '0.0.0.0', port: 53 }) === null) return troubled('offline', 0);
    const answer = await once<NameAnswer<string[]>>(patience, (turn) => {
      lookup(name, { all: true, verbatim: true }).then(
        (found) =>
          turn.give({
            kind: 'answered',
            value: found.map(({ address }) => address),
            ms: turn.elapsed(),
          }),
        (error: unknown) => {
          const kind = lookupCodes[errorCode(error) ?? ''];
          const ms = turn.elapsed();
          turn.give(kind ? { kind, ms } : troubled('failed', ms, detailOf(error)));
        },
      );
      return () => undefined;
    });
    return answer.kind === 'answered' ? answer.value : answer;
  },
});
