import { publicAddresses } from './kept';
import type { Masks } from './masks';

const digitsOf: Record<number, [number, number]> = { 1: [0, 9], 2: [10, 99], 3: [100, 254] };

type Limits = readonly [number, number];
/** How many numbers in front say what kind of address it is, and within what the next one stays. */
const classes: readonly { is: RegExp; keep: number; next?: readonly Limits[] }[] = [
  { is: /^(0|127|255|22[4-9]|23\d|24\d|25[0-5])\./, keep: 4 },
  { is: /^10\./, keep: 1 },
  { is: /^192\.168\./, keep: 2 },
  { is: /^169\.254\./, keep: 2 },
  { is: /^172\.(1[6-9]|2\d|3[01])\./, keep: 1, next: [[16, 31]] },
  { is: /^100\.(6[4-9]|[7-9]\d)\./, keep: 1, next: [[64, 99]] },
  { is: /^100\.1([01]\d|2[0-7])\./, keep: 1, next: [[100, 127]] },
  { is: /^\d\./, keep: 0, next: [[2, 9]] },
  { is: /^\d\d\./, keep: 0, next: [[20, 99]] },
  { is: /^1\d\d\./, keep: 0, next: [[128, 168]] },
  { is: /^2\d\d\./, keep: 0, next: [[200, 223]] },
];

/** Neighbours stay neighbours: each number is masked by what stands before it. */
export const maskIpv4 = (address: string, masks: Masks): string | null => {
  const parts = address.split('.').map(Number);
  if (parts.some((part) => part > 255) || publicAddresses.has(address)) return null;
  const { keep = 4, next = [] } = classes.find(({ is }) => is.test(address)) ?? {};
  if (keep === 4) return null;
  return parts
    .map((part, at) => {
      if (at < keep) return part;
      const [least, most] = next[at - keep] ?? digitsOf[String(part).length] ?? [0, 9];
      return masks.number(`ip ${parts.slice(0, at).join('.')}`, part, least, most);
    })
    .join('.');
};

/** Link-local, unique local, multicast and global stay what they are. */
export const maskIpv6 = (address: string, masks: Masks): string | null => {
  if (/^[:0]*1?$/.test(address) || /^ff/i.test(address)) return null;
  const [first = '', ...rest] = address.split(':');
  const kept = /^fe[89ab]/i.test(first) ? first.length : /^f[cd]/i.test(first) ? 2 : 1;
  const inCase = /[A-F]/.test(address)
    ? (text: string) => text.toUpperCase()
    : (text: string) => text.toLowerCase();
  const hex = (text: string) => (text === '' ? '' : inCase(masks.hex(text)));
  return [first.slice(0, kept) + hex(first.slice(kept)), ...rest.map(hex)].join(':');
};

/** Well-known accounts and integrity levels are the same everywhere; domains and people are not. */
export const maskSid = (sid: string, masks: Masks): string | null => {
  const [, head = '', tail = ''] = /^(S-1-(?:5-21|12-1|5-5|5-80|15-2|15-3)-)(.+)$/i.exec(sid) ?? [];
  if (head === '' || /^S-1-(5-80|15-)/i.test(head)) return null;
  return (
    head +
    tail
      .split('-')
      .map((part, at) => (at > 2 && Number(part) < 1000 ? part : maskNumber(part, masks)))
      .join('-')
  );
};

/** Stays below 2^32 and keeps its length. */
const maskNumber = (part: string, masks: Masks): string => {
  const mask = masks.digits(part);
  const first = part.length >= 10 ? '123'[Number(mask[0]) % 3] : mask[0] === '0' ? '7' : mask[0];
  return part.length > 1 ? `${first ?? ''}${mask.slice(1)}` : mask;
};

export const maskGuid = (guid: string, masks: Masks): string => {
  const mask = masks.hex(guid.replaceAll('-', ''));
  let at = 0;
  return guid.replace(/[0-9a-f]/gi, () => mask[at++] ?? '0');
};
