import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';

interface Named {
  Name: string;
  Type?: string;
  Nullable?: string;
}

interface TypeNode {
  Name: string;
  BaseType?: string;
  OpenType?: string;
  Property?: Named[];
  NavigationProperty?: Named[];
  Member?: Named[];
  Parameter?: Named[];
}

const many = ['EntityType', 'ComplexType', 'EnumType', 'Property', 'NavigationProperty', 'Member'];
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => [...many, 'Action', 'Function', 'Parameter'].includes(name),
});

const file = fileURLToPath(new URL('./graph-v1.0-schema.xml', import.meta.url));
const root = parser.parse(readFileSync(file, 'utf8')) as {
  'edmx:Edmx': {
    'edmx:DataServices': {
      Schema: Record<'EntityType' | 'ComplexType' | 'EnumType' | 'Action', TypeNode[]>;
    };
  };
};
const { EntityType, ComplexType, EnumType, Action } = root['edmx:Edmx']['edmx:DataServices'].Schema;
const structured = new Map([...EntityType, ...ComplexType].map((type) => [type.Name, type]));
const enums = new Map(
  EnumType.map((type) => [type.Name, (type.Member ?? []).map((one) => one.Name)]),
);
const actions = new Map(Action.map((action) => [action.Name, action.Parameter ?? []]));

const bare = (type: string): string => type.replace(/^Collection\(|\)$/g, '').replace('graph.', '');

/** Property by name with its type, those of the base types included. */
export const propertiesOf = (name: string): Map<string, string> => {
  const found = new Map<string, string>();
  for (let type = structured.get(name); type; type = structured.get(bare(type.BaseType ?? '')))
    for (const property of type.Property ?? [])
      found.set(property.Name, property.Type ?? 'Edm.String');
  return found;
};

const primitives: Record<string, (value: unknown) => boolean> = {
  'Edm.String': (value) => typeof value === 'string',
  'Edm.Guid': (value) => typeof value === 'string',
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Int32': (value) => Number.isInteger(value),
  'Edm.Int64': (value) => Number.isInteger(value),
  'Edm.DateTimeOffset': (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
};

/** What is wrong with a value of this type; empty when it is right. */
export const complaints = (type: string, value: unknown, at = type): string[] => {
  if (value === null) return [];
  if (type.startsWith('Collection('))
    return Array.isArray(value)
      ? value.flatMap((one) => complaints(type.slice(11, -1), one, at))
      : [`${at} is no collection`];
  const primitive = primitives[type];
  if (primitive) return primitive(value) ? [] : [`${at} is no ${type}`];
  const name = bare(type);
  const members = enums.get(name);
  if (members)
    return members.includes(String(value)) ? [] : [`${at} has no member ${String(value)}`];
  if (!structured.has(name)) return [];
  const known = propertiesOf(name);
  return Object.entries(value as object).flatMap(([key, part]) => {
    if (key.startsWith('@odata.')) return [];
    const partType = known.get(key);
    return partType === undefined
      ? [`${at} has no property ${key}`]
      : complaints(partType, part, `${at}.${key}`);
  });
};

/** What is wrong with the body of an action; empty when every parameter is known, typed and, if it must be, there. */
export const actionComplaints = (name: string, body: unknown): string[] => {
  const parameters = actions.get(name);
  if (!parameters) return [`no action ${name}`];
  const own = parameters.filter(({ Name }) => Name !== 'bindingParameter');
  const given = (body ?? {}) as Record<string, unknown>;
  const known = new Map(own.map((one) => [one.Name, one.Type ?? 'Edm.String']));
  return [
    ...Object.entries(given).flatMap(([key, value]) => {
      const type = known.get(key);
      return type === undefined
        ? [`${name} has no parameter ${key}`]
        : complaints(type, value, `${name}.${key}`);
    }),
    ...own
      .filter(({ Name, Nullable }) => Nullable === 'false' && !(Name in given))
      .map(({ Name }) => `${name} lacks ${Name}`),
  ];
};

/** What an OData query names that the type does not have. */
export const queryComplaints = (
  type: string,
  query: URLSearchParams,
  extra: readonly string[],
): string[] => {
  const known = new Set([...propertiesOf(type).keys(), ...extra]);
  const named = [
    ...(query.get('$select')?.split(',') ?? []),
    ...[...(query.get('$filter') ?? '').matchAll(/(?:contains\(\s*)?(\w+)(?=\s+eq\s|\s*,)/g)].map(
      ([, name]) => name ?? '',
    ),
  ];
  const strange = [...query.keys()].filter(
    (key) => !['$select', '$filter', '$top', '$skiptoken'].includes(key),
  );
  return [
    ...named.filter((name) => !known.has(name)).map((name) => `${type} has no property ${name}`),
    ...strange.map((key) => `query option ${key} is not expected`),
  ];
};
