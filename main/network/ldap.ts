import { type BaseBlock, Boolean as BerBoolean, Enumerated, Integer, Sequence } from 'asn1js';
import {
  berFramed,
  children,
  constructed,
  content,
  context,
  decodeBer,
  encode,
  integer,
  isTagged,
  octets,
  tagClass,
  text,
} from './ber';
import type { Framed } from './tcp';

export interface Search {
  id: number;
  /** All of these must match; none means "any object". */
  equals: readonly (readonly [attribute: string, value: string | Uint8Array])[];
  attributes: readonly string[];
}

const op = { search: 3, entry: 4, done: 5 } as const;
const application = (number: number) => ({ class: tagClass.application, number });

const filterOf = (equals: Search['equals']): BaseBlock => {
  if (equals.length === 0) {
    const present = octets('objectClass');
    present.idBlock.tagClass = tagClass.context;
    present.idBlock.tagNumber = 7;
    return present;
  }
  return context(
    0,
    ...equals.map(([attribute, value]) => context(3, octets(attribute), octets(value))),
  );
};

/** A search of the root object alone (RFC 4511 4.5.1). No bind goes before it. */
export const encodeSearch = ({ id, equals, attributes }: Search): Uint8Array =>
  encode(
    new Sequence({
      value: [
        new Integer({ value: id }),
        constructed(application(op.search), [
          octets(''),
          new Enumerated({ value: 0 }),
          new Enumerated({ value: 0 }),
          new Integer({ value: 1 }),
          new Integer({ value: 5 }),
          new BerBoolean({ value: false }),
          filterOf(equals),
          new Sequence({ value: attributes.map((name) => octets(name)) }),
        ]),
      ],
    }),
  );

export type Attributes = ReadonlyMap<string, Uint8Array[]>;

/** `entry` null: the server is a directory, but has no such object for us. */
export interface SearchResult {
  entry: Attributes | null;
  resultCode: number | null;
}

const maxMessages = 16;

const messagesOf = (bytes: Uint8Array): BaseBlock[][] | null => {
  const messages: BaseBlock[][] = [];
  let rest = bytes;
  while (rest.length > 0 && messages.length < maxMessages) {
    const read = decodeBer(rest);
    if (!read) return null;
    messages.push(children(read.block));
    rest = rest.subarray(read.length);
  }
  return messages;
};

const attributesOf = (entry: BaseBlock): Attributes => {
  const found = new Map<string, Uint8Array[]>();
  for (const one of children(children(entry)[1])) {
    const [name, values] = children(one);
    const key = text(name)?.toLowerCase();
    if (key)
      found.set(
        key,
        children(values).flatMap((value) => content(value) ?? []),
      );
  }
  return found;
};

/** Null when the bytes are not the answer to this search. */
export const decodeSearch = (bytes: Uint8Array, id: number): SearchResult | null => {
  const mine = messagesOf(bytes)?.filter(([first]) => integer(first) === id);
  if (!mine) return null;
  const ops = mine.flatMap(([, second]) => (second ? [second] : []));
  const entry = ops.find((one) => isTagged(one, application(op.entry)));
  const done = ops.find((one) => isTagged(one, application(op.done)));
  if (!entry && !done) return null;
  return {
    entry: entry ? attributesOf(entry) : null,
    resultCode: done ? integer(children(done)[0]) : null,
  };
};

/** Over TCP an answer is a row of messages; the one that says "done" ends it. */
export const searchFramed = (bytes: Uint8Array): Framed => {
  let at = 0;
  for (let seen = 0; seen < maxMessages; seen += 1) {
    const size = berFramed(bytes.subarray(at));
    if (typeof size !== 'number') return size;
    if (at + size > bytes.length) return at + size > 1 << 20 ? at + size : 'more';
    const read = decodeBer(bytes.subarray(at, at + size));
    if (!read) return 'nonsense';
    at += size;
    if (isTagged(children(read.block)[1], application(op.done))) return at;
  }
  return 'nonsense';
};
