import { maskGuid, maskIpv4, maskIpv6, maskSid } from './addresses';
import type { MaskGroup } from './groups';
import { isKnownGuid, namesAPart, topLevels } from './kept';
import type { Masks } from './masks';
import type { Names } from './names';

interface Tools {
  masks: Masks;
  names: Names;
}

interface Shape {
  group: MaskGroup;
  find: RegExp;
  /** Null keeps it, and nothing else may touch it. `before` is the rest of the line in front. */
  mask: (found: string, tools: Tools, before: string) => string | null;
}

const hexOnly = (text: string, masks: Masks): string => {
  const mask = masks.hex(text.replace(/[^0-9a-f]/gi, ''));
  let at = 0;
  return text.replace(/[0-9a-f]/gi, () => mask[at++] ?? '0');
};

const looksRandom = (text: string): boolean =>
  /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text);

/** An address of somebody, which is also how one signs in. */
export const addressShape =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'#$-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** A machine of somebody: a last label that file names do not have. */
export const hostShape = new RegExp(
  String.raw`(?<![\p{L}\p{N}\\_-])(?:[\p{L}\p{N}_-]{1,63}\.){1,12}(?:${topLevels})(?![\p{L}\p{N}-]|\.\p{L})`,
  'giu',
);

/** The first that fits wins, so the longer and more certain shapes come first. */
export const shapes: readonly Shape[] = [
  // Recovery passwords of BitLocker
  {
    group: 'secrets',
    find: /(?<!\d)\d{6}(?:-\d{6}){7}(?!\d)/g,
    mask: (found, { masks }) => found.replace(/\d+/g, masks.digits),
  },
  // Product keys
  {
    group: 'secrets',
    find: /(?<![A-Z0-9-])[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}(?![A-Z0-9-])/g,
    mask: (found, { masks }) => masks.text(found),
  },
  {
    group: 'ids',
    find: /(?<![0-9a-f-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])/gi,
    mask: (found, { masks }, before) =>
      isKnownGuid(found) || namesAPart.test(before) ? null : maskGuid(found, masks),
  },
  {
    group: 'ids',
    find: /\bS-1-\d+(?:-\d+){1,14}/gi,
    mask: (found, { masks }) => maskSid(found, masks),
  },
  // Tokens
  {
    group: 'secrets',
    find: /\beyJ[\w-]{10,}(?:\.[\w-]*)*/g,
    mask: (found, { masks }) => masks.text(found),
  },
  {
    group: 'names',
    find: addressShape,
    mask: (found, { names }) => names.mask(found),
  },
  {
    group: 'addresses',
    find: /(?<![0-9a-f:.-])(?:[0-9a-f]{2}-){5}[0-9a-f]{2}(?![0-9a-f:-])|(?<![0-9a-f:.])(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![0-9a-f:])/gi,
    mask: (found, { masks }) => hexOnly(found, masks),
  },
  {
    group: 'addresses',
    find: /(?<![\w:.])(?=[0-9a-f:]*(?:::|(?::[0-9a-f]{1,4}){7}))(?=[:]*[0-9a-f]*\d|[a-f\d:]*\d)[0-9a-f:]{3,39}(?![\w:])/gi,
    mask: (found, { masks }) => maskIpv6(found, masks),
  },
  {
    group: 'addresses',
    find: /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d]|\.\d)/g,
    mask: (found, { masks }, before) =>
      /version|build|\bver\b|firmware/i.test(before) ? null : maskIpv4(found, masks),
  },
  // An address as one number, where the address itself stands behind it; four letters are a name of Windows
  {
    group: 'addresses',
    find: /(?<=\b0x)[0-9a-f]{8}(?=\s*\([^()\r\n]*\d+\.\d+\.\d+\.\d+\s*\))/gi,
    mask: (found, { masks }) => (/^(?:[2-7][0-9a-f]){4}$/i.test(found) ? null : masks.hex(found)),
  },
  // Thumbprints, hashes, keys
  {
    group: 'ids',
    find: /(?<![0-9a-z])(?:[0-9a-f]{2}){14,}(?![0-9a-z])/gi,
    mask: (found, { masks }) => masks.hex(found),
  },
  {
    group: 'secrets',
    find: /(?<![\w+/=-])[A-Za-z0-9+/_-]{22,}={1,2}(?![\w+/=])/g,
    mask: (found, { masks }) => (looksRandom(found) ? masks.text(found) : null),
  },
  {
    group: 'secrets',
    find: /(?<![\w+/=.\\:-])[A-Za-z0-9+/]{40,}(?![\w+/=])/g,
    mask: (found, { masks }) => (looksRandom(found) ? masks.text(found) : null),
  },
  {
    group: 'names',
    find: hostShape,
    mask: (found, { names }) => names.mask(found),
  },
];
