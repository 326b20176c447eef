import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** The code behind the first mention of a path in the section, as a reader would take it over. */
const exampleFor = (path: string): string => {
  const [, section = ''] = page.split('## Add a rule');
  const [, after] = section.split(`\`${path}\`:`);
  const code = /```\w+\n([\s\S]*?)```/.exec(after ?? '')?.[1];
  if (code === undefined) throw new Error(`no example for ${path}`);
  return code;
};

/** The product without what a rule does not touch, so that the copy takes a moment. */
const copied = ['main', 'strings', 'resources', 'test', 'package.json', 'tsconfig.base.json'];

const withCopy = (use: (copy: string) => void): void => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const copy = mkdtempSync(join(root, '.cache', 'contributing-'));
  try {
    for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    use(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

const rule = 'main/core/rules/serial-placeholder.ts';
const list = 'main/core/rules/index.ts';
const words = 'strings/en/findings.json';
const capture = 'test/captures/devices/serial-placeholder.json';

const follow = (copy: string): void => {
  const at = (path: string) => join(copy, path);
  writeFileSync(at(rule), exampleFor(rule));
  const [, name = ''] = /export const (\w+)/.exec(exampleFor(rule)) ?? [];
  const rules = readFileSync(at(list), 'utf8');
  writeFileSync(
    at(list),
    `import { ${name} } from './serial-placeholder';\n${rules.replace(/(Rule\[\] = \[\n)/, `$1${exampleFor(list)}`)}`,
  );
  const known = JSON.parse(readFileSync(at(words), 'utf8')) as object;
  const added = JSON.parse(exampleFor(words)) as object;
  writeFileSync(at(words), JSON.stringify({ ...known, ...added }));
  writeFileSync(at(capture), exampleFor(capture));
};

const runner = (copy: string) =>
  spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--root',
      copy,
      '--testTimeout=60000',
      'test/corpus/devices.test.ts',
      '-t',
      'serial-placeholder|names only findings',
    ],
    { encoding: 'utf8', timeout: 150_000, env: { ...process.env, NO_COLOR: '1' } },
  );

it('adds a rule with the files of its example and nothing else', () => {
  withCopy((copy) => {
    follow(copy);
    const { status, stdout, stderr } = runner(copy);
    expect(`${stdout}${stderr}`).toMatch(/Tests +2 passed/);
    expect(status).toBe(0);

    // Without the line in the list, the same capture has to fail.
    cpSync(join(root, list), join(copy, list));
    expect(runner(copy).status).not.toBe(0);
  });
}, 200_000);
