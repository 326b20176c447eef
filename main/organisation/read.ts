import {
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  type JSONPath,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { z } from 'zod';
import { nearest } from '../core/nearest';
import type { Organisation } from '../core/organisation';
import { repairIds } from '../core/repair-ids';
import { decode, looksBinary } from '../os/decode';
import { organisationShape, type WrittenOrganisation } from './shape';

/** What is wrong and where; words are found by `organisation.problem.<code>`. */
export interface OrganisationProblem {
  code: ProblemCode;
  line: number | null;
  column: number | null;
  /** The key it is about, such as `helpDesk.phone`; empty for the file itself. */
  key: string;
  /** An id of words, or choices in the file's own language. */
  expected: string | null;
  choices: readonly string[];
}

export type ProblemCode =
  | 'not-json'
  | 'not-text'
  | 'too-large'
  | 'duplicate'
  | 'unknown-key'
  | 'missing'
  | 'wrong-type'
  | 'wrong-value'
  | 'cannot-read'
  | 'user-may-change';

export type ReadOrganisation =
  { ok: true; organisation: Organisation } | { ok: false; problem: OrganisationProblem };

export const mostBytes = 256 * 1024;

const problem = (
  code: ProblemCode,
  about: Partial<Omit<OrganisationProblem, 'code'>> = {},
): OrganisationProblem => ({
  code,
  line: null,
  column: null,
  key: '',
  expected: null,
  choices: [],
  ...about,
});

const placeOf = (text: string, offset: number) => {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/u);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

const nameOf = (path: JSONPath): string =>
  path.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${part}]` : name === '' ? part : `${name}.${part}`,
    '',
  );

/** A key written twice: the second would win in silence. */
const duplicateIn = (node: Node): { key: Node; name: string } | null => {
  if (node.type === 'object') {
    const seen = new Set<string>();
    for (const { children: [key] = [] } of node.children ?? []) {
      if (key === undefined) continue;
      const name = String(key.value);
      if (seen.has(name)) return { key, name };
      seen.add(name);
    }
  }
  for (const child of node.children ?? []) {
    const found = duplicateIn(child);
    if (found) return found;
  }
  return null;
};

const keyNode = (root: Node, path: JSONPath, name: string): Node | undefined =>
  findNodeAtLocation(root, path)?.children?.find((row) => row.children?.[0]?.value === name)
    ?.children?.[0];

/** The nearest place that is really there: a missing key is shown at the braces that lack it. */
const nodeAt = (root: Node, path: JSONPath): Node =>
  findNodeAtLocation(root, path) ?? (path.length === 0 ? root : nodeAt(root, path.slice(0, -1)));

const knownKeys = (path: JSONPath): string[] => {
  let shape: unknown = organisationShape;
  const inner = (of: unknown): unknown => {
    const { def } = of as z.core.$ZodType['_zod'] & { def: { innerType?: unknown } };
    return def.innerType === undefined ? of : inner(def.innerType);
  };
  for (const part of path) {
    const { def } = inner(shape) as {
      def: { shape?: Record<string, unknown>; element?: unknown };
    };
    shape = typeof part === 'number' ? def.element : def.shape?.[part];
    if (shape === undefined) return [];
  }
  return Object.keys((inner(shape) as { def: { shape?: object } }).def.shape ?? {});
};

/** Every refusal of the library in the few kinds that a person can act on. */
const fromIssue = (issue: z.core.$ZodIssue, root: Node, text: string): OrganisationProblem => {
  const path = issue.path as JSONPath;
  const at = (node: Node) => placeOf(text, node.offset);
  if (issue.code === 'unrecognized_keys') {
    const [name = ''] = issue.keys;
    return problem('unknown-key', {
      ...at(keyNode(root, path, name) ?? nodeAt(root, path)),
      key: nameOf([...path, name]),
      choices: nearest(name, knownKeys(path), 1),
    });
  }
  const key = nameOf(path);
  const there = findNodeAtLocation(root, path);
  if (!there) return problem('missing', { ...at(nodeAt(root, path)), key });
  if (issue.code === 'invalid_type')
    return problem('wrong-type', { ...at(there), key, expected: issue.expected });
  if (issue.code === 'invalid_value' && issue.values.length > 1)
    return problem('wrong-value', { ...at(there), key, choices: issue.values.map(String) });
  return problem('wrong-value', { ...at(there), key, expected: issue.message });
};

/** A repair that nobody knows: forbidding it would forbid nothing, in silence. */
const unknownRepair = (
  { repairs = {} }: WrittenOrganisation,
  root: Node,
  text: string,
): OrganisationProblem | null => {
  for (const list of ['allowed', 'forbidden'] as const)
    for (const [index, id] of (repairs[list] ?? []).entries()) {
      if (repairIds.includes(id)) continue;
      const path = ['repairs', list, index];
      return problem('unknown-key', {
        ...placeOf(text, nodeAt(root, path).offset),
        key: `${nameOf(path)}: ${id}`,
        choices: nearest(id, repairIds, 1),
      });
    }
  return null;
};

/** Everything an organisation may have left out, put in: nobody after this needs to ask whether. */
const complete = (written: WrittenOrganisation): Organisation => {
  const { helpDesk, devices, servers, links, repairs, branding, signIn, handOver } = written;
  return {
    name: written.name,
    helpDesk: helpDesk
      ? {
          name: helpDesk.name ?? null,
          phone: helpDesk.phone ?? null,
          email: helpDesk.email ?? null,
          portal: helpDesk.portal ?? null,
          hours: helpDesk.hours ?? null,
        }
      : null,
    expects: {
      tenants: (devices?.tenants ?? []).map(({ id, name = null }) => ({
        id: id.toLowerCase(),
        name,
      })),
      joins: devices?.joins ?? [],
      kinds: devices?.kinds ?? [],
      domains: (devices?.domains ?? []).map((name) => name.toLowerCase()),
    },
    servers: (servers ?? []).map(({ name = null, host, port }) => ({ name, host, port })),
    links: links ?? [],
    repairs: { allowed: repairs?.allowed ?? null, forbidden: repairs?.forbidden ?? [] },
    languages: written.languages ?? [],
    branding: { colour: branding?.colour ?? null, logo: branding?.logo ?? null },
    signIn: signIn
      ? {
          clientId: signIn.clientId.toLowerCase(),
          tenant: signIn.tenant.toLowerCase(),
          cloud: signIn.cloud ?? 'global',
          deviceCode: signIn.deviceCode ?? false,
          readOnly: signIn.readOnly ?? false,
        }
      : null,
    handOver: { folder: handOver?.folder ?? null, put: handOver?.put ?? null },
    updates: written.updates ?? null,
    network: written.network ?? null,
  };
};

const valueOf = (node: Node): unknown => {
  if (node.type === 'array') return (node.children ?? []).map(valueOf);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key && value ? [[String(key.value), valueOf(value)]] : [],
    ),
  );
};

const mostDepth = 16;

/** Where brackets are nested deeper than any such file needs, and deeper than a reader can follow. */
const tooDeepAt = (text: string): number | null => {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\r\n]|\\.)*"|[[\]{}]/gu)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth > mostDepth) return index;
  }
  return null;
};

/** The bytes of such a file, in whatever encoding an editor left them. Throws nothing. */
export const readOrganisation = (bytes: Uint8Array): ReadOrganisation => {
  const refuse = (found: OrganisationProblem): ReadOrganisation => ({ ok: false, problem: found });
  if (bytes.length > mostBytes) return refuse(problem('too-large'));
  if (looksBinary(bytes)) return refuse(problem('not-text'));
  const { text } = decode(bytes);
  const deep = tooDeepAt(text);
  if (deep !== null)
    return refuse(problem('not-json', { ...placeOf(text, deep), expected: 'InvalidSymbol' }));
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first || !root)
    return refuse(
      problem('not-json', {
        ...placeOf(text, first?.offset ?? 0),
        expected: first ? printParseErrorCode(first.error) : 'ValueExpected',
      }),
    );
  const twice = duplicateIn(root);
  if (twice)
    return refuse(problem('duplicate', { ...placeOf(text, twice.key.offset), key: twice.name }));
  const checked = organisationShape.safeParse(valueOf(root));
  if (checked.success) {
    const unknown = unknownRepair(checked.data, root, text);
    return unknown ? refuse(unknown) : { ok: true, organisation: complete(checked.data) };
  }
  const [issue] = checked.error.issues;
  if (!issue) return refuse(problem('wrong-value', placeOf(text, root.offset)));
  return refuse(fromIssue(issue, root, text));
};

export const unreadableFile = (detail: string): OrganisationProblem =>
  problem('cannot-read', { expected: detail });

export const changeableFile = (): OrganisationProblem => problem('user-may-change');
