import { berTime } from './clock';
import { type Attributes, decodeSearch, encodeSearch, searchFramed } from './ldap';
import { type Answer, mapAnswer } from './outcome';
import { converse } from './tcp';
import type { Patience, Spot, Wire } from './wire';

export interface RootDse {
  host: string | null;
  defaultNamingContext: string | null;
  rootDomainNamingContext: string | null;
  currentTime: number | null;
  synchronized: boolean | null;
  globalCatalogReady: boolean | null;
  domainLevel: number | null;
}

const id = 1;
const attributes = [
  'dnsHostName',
  'defaultNamingContext',
  'rootDomainNamingContext',
  'currentTime',
  'isSynchronized',
  'isGlobalCatalogReady',
  'domainFunctionality',
];

const utf8 = new TextDecoder();

const factsOf = (entry: Attributes): RootDse => {
  const words = (name: string) => {
    const bytes = entry.get(name.toLowerCase())?.[0];
    return bytes ? utf8.decode(bytes) : null;
  };
  const truth = (name: string) => {
    const said = words(name);
    return said === null ? null : said.toUpperCase() === 'TRUE';
  };
  const level = words('domainFunctionality');
  return {
    host: words('dnsHostName'),
    defaultNamingContext: words('defaultNamingContext'),
    rootDomainNamingContext: words('rootDomainNamingContext'),
    currentTime: berTime(words('currentTime')),
    synchronized: truth('isSynchronized'),
    globalCatalogReady: truth('isGlobalCatalogReady'),
    domainLevel: level !== null && /^\d{1,3}$/.test(level) ? Number(level) : null,
  };
};

export const decodeRootDse = (bytes: Uint8Array): RootDse | null => {
  const entry = decodeSearch(bytes, id)?.entry;
  return entry ? factsOf(entry) : null;
};

/** What a directory says about itself to anybody who asks (RFC 4512 5.1). */
export const readRootDse = async (
  wire: Wire,
  spot: Spot,
  patience: Patience,
): Promise<Answer<RootDse>> =>
  mapAnswer(
    await converse(wire, spot, {
      ...patience,
      send: encodeSearch({ id, equals: [], attributes }),
      framed: searchFramed,
      maxBytes: 1 << 18,
    }),
    decodeRootDse,
  );
