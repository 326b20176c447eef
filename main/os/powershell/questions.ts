import { eventsQuery, isKeyPath } from '../commands';
import type { Rights, Source } from '../port';

/** What can be asked of the host. `self` asks who it runs as. */
type Asked<K extends Source['kind']> = Extract<Source, { kind: K }>;
export type CimSource = Asked<'cim'>;
export type HostSource = CimSource | Asked<'registry'> | Asked<'events'> | SelfQuestion;
export interface SelfQuestion {
  kind: 'self';
  rights: Rights;
  limitMs: number;
}

const namespaceShape = /^root(\\[A-Za-z0-9_]{1,64}){0,4}$/i;
const propertyShape = /^[A-Za-z_][A-Za-z0-9_]{0,100}$/;
const queryShape =
  /^SELECT (\*|[A-Za-z0-9_]+(, ?[A-Za-z0-9_]+)*) FROM [A-Za-z0-9_]+( WHERE [A-Za-z0-9_ .,=<>'(){}:%\\-]+)?$/i;

/** Questions are ours, but a slip in one must not become something else on the way. */
export const isCimQuestion = (source: CimSource): boolean =>
  namespaceShape.test(source.namespace) &&
  source.query.length <= 500 &&
  queryShape.test(source.query) &&
  source.properties.length > 0 &&
  source.properties.every((name) => propertyShape.test(name));

type Shapes = {
  [K in HostSource['kind']]: (source: Extract<HostSource, { kind: K }>) => object | null;
};

/** Null for a question that must not be sent. */
const shapes: Shapes = {
  self: () => ({}),
  registry: ({ hive, path, recurse }) => (isKeyPath(path) ? { hive, path, recurse } : null),
  events: (source) => {
    const query = eventsQuery(source);
    return query === null ? null : { channel: source.channel, query, newest: source.newest };
  },
  cim: (source) =>
    isCimQuestion(source)
      ? {
          namespace: source.namespace,
          query: source.query,
          properties: source.properties,
          seconds: Math.max(1, Math.ceil(source.limitMs / 1000)),
        }
      : null,
};

export const questionOf = (nr: number, source: HostSource): object | null => {
  const shape = (shapes[source.kind] as (source: HostSource) => object | null)(source);
  return shape && { nr, kind: source.kind, rights: source.rights, ...shape };
};

const escaped = (text: string): string =>
  text.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** One line, ASCII: standard input is read in a code page that nobody can set beforehand. */
export const hostInput = (questions: readonly object[]): Uint8Array =>
  Buffer.from(`${escaped(JSON.stringify(questions))}\n`);
