/** A keyed hash: the key is random for each capture and thrown away with it. */
export type Digest = (text: string) => Uint8Array;

export interface Masks {
  /** Runs of letters and digits, each for itself, so that parts of a name match wherever they stand. */
  text(value: string): string;
  /** One number of as many digits, between two limits. */
  number(about: string, value: number, least: number, most: number): number;
  hex(value: string): string;
  /** A mask that follows from others, such as the hash of something masked. */
  presetHex(value: string, mask: string): void;
  digits(value: string): string;
  letters(value: string): string;
}

/** For what somebody chose to leave readable. */
export const untouched: Masks = {
  text: (value) => value,
  number: (_about, value) => value,
  hex: (value) => value,
  presetHex: () => undefined,
  digits: (value) => value,
  letters: (value) => value,
};

type Draw = (key: string, nr: number) => number;

/** As many numbers as wanted out of one key; the same every time. */
const drawer = (digest: Digest): Draw => {
  const blocks = new Map<string, Uint8Array>();
  return (key, nr) => {
    const name = `${String(Math.floor(nr / 32))}:${key}`;
    const block = blocks.get(name) ?? digest(name);
    if (blocks.size < 50_000) blocks.set(name, block);
    return block[nr % 32] ?? 0;
  };
};

const alphabets = {
  letter: 'abcdefghijklmnopqrstuvwxyz',
  digit: '0123456789',
  hex: '0123456789abcdef',
};
type Alphabet = keyof typeof alphabets;

const isDigit = (char: string) => /\d/.test(char);
const isUpper = (char: string) => /\p{Lu}/u.test(char);

/** Enough for the longest names; a collision after that is no harm. */
const mostTries = 40;

/**
 * Same value, same mask; other value, other mask; letters stay letters, digits digits, capitals
 * capitals, and the length stays, so that columns, counted bytes and readers find what they expect.
 */
export const createMasks = (digest: Digest): Masks => {
  const draw = drawer(digest);
  const known = new Map<string, string>();
  const taken = new Set<string>();

  /** The mask of a lower-case value; never the value itself, never one that another value has. */
  const remember = (kind: string, value: string, make: (salt: number) => string): string => {
    const name = `${kind}:${value}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    let mask = make(0);
    for (
      let salt = 1;
      salt < mostTries && (mask === value || taken.has(`${kind}:${mask}`));
      salt += 1
    )
      mask = make(salt);
    known.set(name, mask);
    taken.add(`${kind}:${mask}`);
    return mask;
  };

  const spell = (value: string, kind: string, of: (char: string) => Alphabet): string => {
    const lower = value.toLowerCase();
    // A few capitals grow when lowered; then position and case would no longer agree.
    const base = lower.length === value.length ? lower : value;
    const mask = remember(kind, base, (salt) =>
      [...base.split('')]
        .map((char, at) => {
          const alphabet = alphabets[of(char)];
          return alphabet[draw(`${kind}${String(salt)}:${base}`, at) % alphabet.length] ?? 'x';
        })
        .join(''),
    );
    return mask;
  };
  const inCase = (value: string, mask: string): string =>
    [...value.split('')]
      .map((char, at) => (isUpper(char) ? (mask[at] ?? '').toUpperCase() : (mask[at] ?? '')))
      .join('');

  const run = (value: string): string =>
    inCase(
      value,
      spell(value, 'run', (char) => (isDigit(char) ? 'digit' : 'letter')),
    );

  return {
    text: (value) => value.replace(/[\p{L}\p{N}\p{M}]+/gu, run),
    letters: run,
    digits: (value) => spell(value, 'digits', () => 'digit'),
    hex: (value) => {
      const mask = spell(value, 'hex', () => 'hex');
      return /[A-F]/.test(value) || !/[a-f]/.test(value) ? mask.toUpperCase() : mask;
    },
    presetHex: (value, mask) => {
      known.set(`hex:${value.toLowerCase()}`, mask.toLowerCase());
      taken.add(`hex:${mask.toLowerCase()}`);
    },
    number: (about, value, least, most) => {
      const span = most - least + 1;
      const found = remember(`number ${about}`, String(value), (salt) => {
        const key = `${about}:${String(value)}:${String(salt)}`;
        return String(least + ((draw(key, 0) * 256 + draw(key, 1)) % span));
      });
      return Number(found);
    },
  };
};
