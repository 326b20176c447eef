import { expect, it } from 'vitest';
import { shortcuts, wishOf } from '../../renderer/model/shortcuts';

const press = (
  key: string,
  more: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {},
) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});
const free = { typing: false, single: true };

it('has each key and each wish once', () => {
  expect(new Set(shortcuts.map(({ key, alt }) => `${key} ${String(alt)}`)).size).toBe(
    shortcuts.length,
  );
  expect(new Set(shortcuts.map(({ wish }) => wish)).size).toBe(shortcuts.length);
});

it('lets a person type', () => {
  expect(wishOf(press('?'), { typing: true, single: true })).toBeNull();
  expect(wishOf(press('1'), free)).toBeNull();
  expect(wishOf(press('3', { altKey: true }), { typing: true, single: true })).toBe('guide-a-call');
});

it('can be told to leave single keys alone, and leaves the keys of the browser alone', () => {
  expect(wishOf(press('?'), free)).toBe('map');
  expect(wishOf(press('?'), { typing: false, single: false })).toBeNull();
  expect(wishOf(press('1', { altKey: true, ctrlKey: true }), free)).toBeNull();
  expect(wishOf(press('?', { metaKey: true }), free)).toBeNull();
});
