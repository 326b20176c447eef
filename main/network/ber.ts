import { type BaseBlock, Constructed, fromBER, OctetString } from 'asn1js';
import type { Framed } from './tcp';

/** An answer of a directory or a KDC is small and flat; anything else is an attack or an accident. */
const limits = { maxDepth: 24, maxNodes: 4096, maxContentLength: 1 << 16 };

export const tagClass = { universal: 1, application: 2, context: 3 } as const;

export interface Tag {
  class: number;
  number: number;
}

/** The first complete value in the bytes, or null when it is cut, nested too deep or not BER. */
export const decodeBer = (bytes: Uint8Array): { block: BaseBlock; length: number } | null => {
  if (bytes.length === 0) return null;
  try {
    const { offset, result } = fromBER(bytes, limits);
    return offset > 0 && result.error === '' ? { block: result, length: offset } : null;
  } catch {
    return null;
  }
};

/** How long the value that starts here is, from its head alone. Indefinite lengths are refused. */
export const berFramed = (bytes: Uint8Array): Framed => {
  const [tag, first] = bytes;
  if (tag === undefined) return 'more';
  if ((tag & 0x1f) === 0x1f) return 'nonsense';
  if (first === undefined) return 'more';
  if (first < 0x80) return 2 + first;
  const count = first & 0x7f;
  if (count === 0 || count > 4) return 'nonsense';
  if (bytes.length < 2 + count) return 'more';
  return bytes.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0) + 2 + count;
};

export const isTagged = (block: BaseBlock | undefined, tag: Tag): boolean =>
  block?.idBlock.tagClass === tag.class && block.idBlock.tagNumber === tag.number;

export const children = (block: BaseBlock | undefined): BaseBlock[] => {
  if (!block || block.idBlock.isConstructed === false) return [];
  const held: unknown = 'value' in block.valueBlock ? block.valueBlock.value : null;
  return Array.isArray(held) ? (held as BaseBlock[]) : [];
};

/** The content bytes of a primitive value. */
export const content = (block: BaseBlock | undefined): Uint8Array | null => {
  if (!block || block.idBlock.isConstructed) return null;
  if (!('valueHexView' in block.valueBlock)) return null;
  const bytes: unknown = block.valueBlock.valueHexView;
  return bytes instanceof Uint8Array ? bytes : null;
};

const utf8 = new TextDecoder('utf-8', { fatal: false });

export const text = (block: BaseBlock | undefined): string | null => {
  const bytes = content(block);
  return bytes ? utf8.decode(bytes) : null;
};

/** Small signed whole numbers only: error codes, versions, microseconds. */
export const integer = (block: BaseBlock | undefined): number | null => {
  const bytes = content(block);
  if (!bytes || bytes.length === 0 || bytes.length > 6) return null;
  const [first = 0] = bytes;
  const start = first >= 0x80 ? -1 : 0;
  return bytes.reduce((sum, byte) => sum * 256 + byte, start);
};

export const field = (blocks: readonly BaseBlock[], number: number): BaseBlock | undefined =>
  children(blocks.find((one) => isTagged(one, { class: tagClass.context, number })))[0];

export const constructed = (tag: Tag, value: BaseBlock[]): Constructed =>
  new Constructed({ idBlock: { tagClass: tag.class, tagNumber: tag.number }, value });

export const context = (number: number, ...value: BaseBlock[]): Constructed =>
  constructed({ class: tagClass.context, number }, value);

export const octets = (value: string | Uint8Array): OctetString => {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  return new OctetString({ valueHex: new Uint8Array(bytes).buffer });
};

export const encode = (block: BaseBlock): Uint8Array => new Uint8Array(block.toBER());
