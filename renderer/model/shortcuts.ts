import type { Seat } from '../../preload/contract';

/** What a key asks for. Words are found by `keys.<id>`. */
export type Wish = Seat | 'map' | 'again' | 'codes';

export interface Shortcut {
  wish: Wish;
  /** As it is printed on a keyboard. */
  keys: string;
  alt: boolean;
  key: string;
}

/** Letters and numbers with Alt, so that typing never triggers one; the question mark alone can be turned off. */
export const shortcuts: readonly Shortcut[] = [
  { wish: 'map', keys: '?', alt: false, key: '?' },
  { wish: 'my-device', keys: 'Alt + 1', alt: true, key: '1' },
  { wish: 'deployment', keys: 'Alt + 2', alt: true, key: '2' },
  { wish: 'guide-a-call', keys: 'Alt + 3', alt: true, key: '3' },
  { wish: 'again', keys: 'Alt + 5', alt: true, key: '5' },
  { wish: 'codes', keys: 'Alt + 6', alt: true, key: '6' },
];

interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** `typing`: the keyboard writes into a field, where every sign is text. */
export const wishOf = (
  { key, altKey, ctrlKey, metaKey }: Pressed,
  { typing, single }: { typing: boolean; single: boolean },
): Wish | null => {
  if (ctrlKey || metaKey) return null;
  const found = shortcuts.find((one) => one.key === key && one.alt === altKey);
  if (found === undefined) return null;
  return !found.alt && (typing || !single) ? null : found.wish;
};
