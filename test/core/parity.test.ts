import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from '../../main/core/rules/index';

const text = readFileSync('docs/parity.md', 'utf8');
const rows = text.split('\n').filter((line) => /^\| *\d+ *\|/.test(line));
const ticked = [...text.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []);

it('has the forty lines of the peer, in order', () => {
  const numbers = rows.map((row) => Number(row.split('|')[1]));
  expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
});

it('names only rules that exist', () => {
  const known = new Set(rules.map(({ id }) => id));
  const named = ticked.filter((name) => /^[a-z]+(-[a-z]+)+$/.test(name));
  expect(named.length).toBeGreaterThan(60);
  expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
});

it('names only tests that exist', () => {
  const files = ticked.filter((name) => name.startsWith('test/'));
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

it('shows a test for every line that claims to cover something', () => {
  const bare = rows.filter((row) => {
    const [, , , claim = '', , shown = ''] = row.split('|').map((cell) => cell.trim());
    return /yes|more/.test(claim) && !shown.includes('test/');
  });
  expect(bare).toEqual([]);
});

it('tells nobody to leave, as the peer does for every kind of join', () => {
  const words = ['en', 'de'].flatMap((language) =>
    ['findings', 'findings-device'].flatMap((area) =>
      Object.values(
        JSON.parse(readFileSync(`strings/${language}/${area}.json`, 'utf8')) as Record<
          string,
          string
        >,
      ),
    ),
  );
  expect(words.length).toBeGreaterThan(500);
  expect(words.filter((word) => /\/leave\b/i.test(word))).toEqual([]);
});
