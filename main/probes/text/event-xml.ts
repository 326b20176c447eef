import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface EventField {
  /** Empty where the provider gives its data no names. */
  name: string;
  value: string;
}

export interface LoggedEvent {
  id: number;
  provider: string;
  /** 1 critical, 2 error, 3 warning, 4 information. */
  level: number | null;
  /** UTC milliseconds. */
  at: number | null;
  record: number | null;
  fields: EventField[];
}

type Node = string | { [name: string]: Node | Node[] };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
});

const child = (node: Node | undefined, name: string): Node | undefined => {
  const found = typeof node === 'object' ? node[name] : undefined;
  return Array.isArray(found) ? found[0] : found;
};

const children = (node: Node | undefined, name: string): Node[] => {
  const found = typeof node === 'object' ? node[name] : undefined;
  return found === undefined ? [] : Array.isArray(found) ? found : [found];
};

const textOf = (node: Node | undefined): string => {
  if (typeof node === 'string') return node;
  const text = node?.['#text'];
  return typeof text === 'string' ? text : '';
};

/** `UserData` is free in form: its leaves are the fields. */
const leaves = (node: Node | undefined): EventField[] => {
  if (typeof node !== 'object') return [];
  return Object.keys(node)
    .filter((name) => !name.startsWith('@') && name !== '#text')
    .flatMap((name) =>
      children(node, name).flatMap((entry) => {
        const inner = leaves(entry);
        return inner.length > 0 ? inner : [{ name, value: textOf(entry) }];
      }),
    );
};

const numberOf = (node: Node | undefined): number | null => {
  const text = textOf(node).trim();
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
};

const timeOf = (node: Node | undefined): number | null => {
  const told = textOf(child(node, '@SystemTime'));
  // Windows gives seven digits of a second; three is what every engine reads.
  const at = Date.parse(told.replace(/(\.\d{3})\d*/, '$1'));
  return Number.isNaN(at) ? null : at;
};

const eventOf = (xml: string): LoggedEvent | null => {
  if (XMLValidator.validate(xml) !== true) return null;
  const event = (parser.parse(xml) as { Event?: Node }).Event;
  const system = child(event, 'System');
  const id = numberOf(child(system, 'EventID'));
  if (id === null) return null;
  const data = children(child(event, 'EventData'), 'Data').map((entry) => ({
    name: textOf(child(entry, '@Name')),
    value: textOf(entry),
  }));
  return {
    id,
    provider: textOf(child(child(system, 'Provider'), '@Name')),
    level: numberOf(child(system, 'Level')),
    at: timeOf(child(system, 'TimeCreated')),
    record: numberOf(child(system, 'EventRecordID')),
    fields: data.length > 0 ? data : leaves(child(event, 'UserData')),
  };
};

export interface EventList {
  /** Newest first, as asked for. */
  events: LoggedEvent[];
  /** Some of what was there could not be read: cut or damaged. */
  cut: boolean;
}

const closing = '</Event>';

/**
 * What `wevtutil qe … /f:xml` prints: one event after the other, without a root. Each stands for itself,
 * so a cut or damaged one costs only itself.
 */
export const parseEvents = (text: string): EventList => {
  const begun = text.split(/(?=<Event[\s>])/).filter((part) => part.startsWith('<Event'));
  const events = begun.flatMap((part) => {
    const end = part.indexOf(closing);
    return end < 0 ? [] : (eventOf(part.slice(0, end + closing.length)) ?? []);
  });
  return { events, cut: events.length < begun.length };
};

export const fieldOf = (event: LoggedEvent, ...names: string[]): string | null => {
  for (const name of names) {
    const found = event.fields.find((field) => field.name === name)?.value.trim() ?? '';
    if (found !== '') return found;
  }
  return null;
};
