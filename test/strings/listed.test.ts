import { expect, it } from 'vitest';
import { listed } from '../../strings/listed';

it.each([
  ['de', 'Netz, Uhr'],
  ['ko', 'Netz, Uhr'],
  ['ar', 'Netz، Uhr'],
  ['ja', 'Netz、Uhr'],
  ['zh-Hans', 'Netz、Uhr'],
] as const)('words in %s are parted as there', (language, text) => {
  expect(listed(['Netz', 'Uhr'], { language })).toBe(text);
  expect(listed(['Netz'], { language })).toBe('Netz');
  expect(listed([], { language })).toBe('');
});
