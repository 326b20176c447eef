import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const files = readdirSync('renderer', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(tsx?|css)$/u.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

const findIn = (pattern: RegExp, except: RegExp = /(?!)/u) =>
  files
    .filter((file) => !except.test(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );

it('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(30);
});

it('no style names a left or a right, so that the page can be mirrored', () => {
  expect(
    findIn(
      /\b(?:margin|padding|border)-?(?:Left|Right|left|right)|\b(?:left|right):|textAlign: '(?:left|right)'/u,
    ),
  ).toEqual([]);
});

it('no colour is written outside the theme, so that it follows light, dark and high contrast', () => {
  expect(
    findIn(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/iu, /theme\/(?:themes|picture-code)\.ts$/u),
  ).toEqual([]);
});

it('no words for people are written in a component', () => {
  const spoken = />\s*[A-Z][a-z]+ [a-z]+[^<>{}=;]*<|aria-label="|title="|placeholder="/u;
  expect(findIn(spoken)).toEqual([]);
});
