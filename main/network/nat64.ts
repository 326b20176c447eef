import { isIPv6 } from 'node:net';

/** The two numbers that every IPv6 address made up for `ipv4only.arpa` carries (RFC 7050). */
export const wellKnownName = 'ipv4only.arpa';
const wellKnown = new Set(['192.0.0.170', '192.0.0.171']);

/** Where the number stands for each length of prefix; the ninth byte is never part of it (RFC 6052). */
const places: readonly (readonly [length: number, at: readonly number[]])[] = [
  [96, [12, 13, 14, 15]],
  [64, [9, 10, 11, 12]],
  [56, [7, 9, 10, 11]],
  [48, [6, 7, 9, 10]],
  [40, [5, 6, 7, 9]],
  [32, [4, 5, 6, 7]],
];

const wordsIn = (part: string): number[] =>
  part === ''
    ? []
    : part.split(':').flatMap((word) => {
        if (!word.includes('.')) return [Number.parseInt(word, 16)];
        const [a = 0, b = 0, c = 0, d = 0] = word.split('.').map(Number);
        return [a * 256 + b, c * 256 + d];
      });

const groupsOf = (address: string): number[] => {
  const [head = '', tail] = address.split('::');
  const before = wordsIn(head);
  const after = tail === undefined ? [] : wordsIn(tail);
  const gap = Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: gap }, () => 0), ...after];
};

const written = (groups: readonly number[]): string => {
  const kept = [...groups];
  while (kept.at(-1) === 0) kept.pop();
  return `${kept.map((group) => group.toString(16)).join(':')}::`;
};

/** The prefix behind which a network translates to IPv4, from an answer for the well-known name; null when it does not. */
export const nat64Prefix = (addresses: readonly string[]): string | null => {
  for (const address of addresses) {
    if (!isIPv6(address) || address.includes('%')) continue;
    const groups = groupsOf(address);
    const bytes = groups.flatMap((group) => [group >> 8, group & 255]);
    for (const [length, at] of places) {
      if (!wellKnown.has(at.map((place) => String(bytes[place])).join('.'))) continue;
      const kept = (byte: number, place: number) => (place < length / 8 ? byte : 0);
      const own = groups.map(
        (group, place) => (kept(group >> 8, place * 2) << 8) + kept(group & 255, place * 2 + 1),
      );
      return `${written(own)}/${String(length)}`;
    }
  }
  return null;
};

const isFour = (network: string): boolean =>
  !network.includes(':') && !network.startsWith('169.254.');
const isSix = (network: string): boolean => network.includes(':') && !/^fe[89ab]/iu.test(network);

/** This PC stands in IPv6 networks and in no other. */
export const onlySix = (networks: readonly string[]): boolean =>
  networks.some(isSix) && !networks.some(isFour);
