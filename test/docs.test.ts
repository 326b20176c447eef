import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandNames } from '../main/terminal/commands';
import { registrationFor } from '../main/cloud/registration';
import { clouds } from '../main/cloud/clouds';
import { organisationShape } from '../main/organisation/shape';
import { mentionProblems, shownIn, usageProblem } from './docs/commands';
import { brokenLinks } from './docs/links';
import { allPages, root, type Page } from './docs/pages';
import { say } from './terminal/fake';

const pages = allPages();
const page = (path: string): Page => {
  const found = pages.find((one) => one.path === path);
  if (found === undefined) throw new Error(`no page ${path}`);
  return found;
};
const guides = pages.filter(({ path }) => !path.startsWith('test/'));
const shown = guides.map(shownIn);

describe('links', () => {
  it('lead somewhere in every page', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(brokenLinks({ pages, exists: (path) => existsSync(join(root, path)) })).toEqual([]);
  });

  const there = { path: 'docs/there.md', text: '# One\n\n## Two *words*\n\n## One\n' };
  const problemsOf = (text: string) =>
    brokenLinks({
      pages: [{ path: 'docs/a.md', text }, there],
      exists: (path) => ['docs/a.md', 'docs/there.md', 'docs/p.png', 'docs'].includes(path),
    });

  it.each([
    ['a file that is not there', '[a](gone.md)', 'no such file'],
    ['a file of another case', '[a](There.md)', 'no such file'],
    ['a picture that is not there', '![a](gone.png)', 'no such file'],
    ['a picture of plain HTML', '<img src="gone.png">', 'no such file'],
    ['a link in a table', '| a |\n| - |\n| [a](gone.md) |', 'no such file'],
    ['a link in a list', '- one\n  - [a](gone.md)', 'no such file'],
    ['a definition that leads nowhere', '[a][b]\n\n[b]: gone.md', 'no such file'],
    ['a reference without a definition', 'see [a][b]', 'no such reference'],
    ['a heading that is not there', '[a](there.md#three)', 'no such heading'],
    ['a heading of this page', '[a](#nothing)', 'no such heading'],
    ['a third heading of two', '[a](there.md#one-2)', 'no such heading'],
    ['an anchor into a picture', '[a](p.png#x)', 'no page'],
    ['a way out of the project', '[a](../../etc/passwd)', 'leaves the project'],
    ['a path of this computer', '[a](/etc/passwd)', 'leaves the project'],
    ['an address without encryption', '[a](http://example.org)', 'not https'],
    ['an address with a name in it', '[a](https://a@example.org)', 'no public host'],
    ['an address without a domain', '[a](https://localhost/x)', 'no public host'],
    ['an address that is none', '[a](https://)', 'no address'],
    ['a program', '[a](javascript:alert(1))', 'not https'],
    ['what a merge left behind', 'text\n\n<<<<<<< HEAD\n', 'merge'],
    ['what a formatter made of it', '> > > > > > > abc', 'merge'],
  ])('are refused for %s', (_what, text, why) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(why)]);
  });

  it.each([
    '[a](there.md)',
    '[a](there.md#two-words)',
    '[a](there.md#one-1)',
    '![a](p.png)',
    '[a](https://example.org/x?y#z)',
    '[a](mailto:help@example.org)',
    '`[a](gone.md)`',
    '```md\n[a](gone.md)\n```',
  ])('are accepted: %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('commands', () => {
  const runnable = shown.flatMap(({ commands }) => commands).filter(({ runs }) => runs);
  const rest = shown.flatMap(({ commands }) => commands).filter(({ runs }) => !runs);
  const before = process.cwd();
  let folder = '';
  // What they write goes here; what they read is found by the same names as in a clone.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'docs-'));
    for (const name of ['test', 'resources']) symlinkSync(join(root, name), join(folder, name));
    process.chdir(folder);
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });

  it('are found in the pages that people read', () => {
    const read = ['README.md', 'docs/user-guide.md', 'docs/it-guide.md', 'docs/technician-card.md'];
    for (const path of read) expect(shownIn(page(path)).commands.length, path).toBeGreaterThan(0);
    expect(shown.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it.each(runnable.map((one) => [one.page, one.line, one] as const))(
    '%s: %s',
    async (_page, line, { args, exit }) => {
      const said = await say(args);
      expect(said.out + said.err).not.toBe('');
      if (exit === null) expect([0, 1, 2, 3], said.err).toContain(said.code);
      else expect(said.code, line).toBe(exit);
    },
  );

  it.each(rest.map((one) => [one.page, one.line, one] as const))(
    '%s: %s is understood, though not run',
    async (_page, _line, { args }) => {
      expect(await usageProblem(args)).toBeNull();
    },
  );

  it('name only options there are, also in running text', async () => {
    const problems = await Promise.all(guides.map(mentionProblems));
    expect(problems.flat()).toEqual([]);
  });

  it('name only scripts there are', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    for (const name of shown.flatMap((one) => one.scripts)) expect(scripts).toHaveProperty(name);
  });

  it('are all in the table of the README, each once', () => {
    for (const name of commandNames.filter((one) => one !== 'help'))
      expect(
        page('README.md').text.match(new RegExp(`^\\| \`${name}[ \`]`, 'gmu')),
        name,
      ).toHaveLength(1);
  });

  it.each([
    ['a command that is none', ['chekc'], 'chekc'],
    ['an inherited name', ['constructor'], 'constructor'],
    ['an option that is none', ['check', '--jsn'], '--jsn'],
    ['a missing word', ['explain'], 'missing'],
    ['a word too many', ['check', 'this'], 'this'],
  ])('are refused for %s', async (_what, args, named) => {
    expect(await usageProblem(args)).toContain(named);
  });

  it.each([
    ['`fieldkit chekc`', 'chekc'],
    ['`npx fieldkit check --jsn`', '--jsn'],
    ['| a |\n| - |\n| `report [FILE] [--jsn]` |', '--jsn'],
  ])('are refused in running text: %s', async (text, named) => {
    expect(await mentionProblems({ path: 'a.md', text })).toEqual([expect.stringContaining(named)]);
  });

  it('are taken from a line as a shell would take them', () => {
    const text = [
      '```sh\nnpx fieldkit read "a b.txt" | more # exit 2\nfieldkit explain 0x1 # exit 0\n```',
      '```bat\nC:\\stick\\cli\\fieldkit.cmd check > a.txt\n```',
      '```sh needs-network\nfieldkit dc corp.example.com\n```',
      '```sh because\nnpm run nothing\n```',
      '```json\nfieldkit check\n```',
    ].join('\n\n');
    const { commands, scripts, problems } = shownIn({ path: 'a.md', text });
    expect(commands.map(({ args, runs, exit }) => ({ args, runs, exit }))).toEqual([
      { args: ['read', 'a b.txt'], runs: true, exit: 2 },
      { args: ['explain', '0x1'], runs: true, exit: 0 },
      { args: ['check'], runs: false, exit: null },
      { args: ['dc', 'corp.example.com'], runs: false, exit: null },
    ]);
    expect(scripts).toEqual(['nothing']);
    expect(problems).toEqual([
      expect.stringContaining('because'),
      expect.stringContaining('names no shell'),
    ]);
  });
});

describe('the IT guide', () => {
  const { text } = page('docs/it-guide.md');

  it('names every field of the organisation file', () => {
    for (const field of Object.keys(organisationShape.shape)) expect(text).toContain(`\`${field}`);
  });

  it('names every permission, every redirect address and every sign-in host', () => {
    const { permissions, redirects } = registrationFor(null);
    for (const { name } of permissions) expect(text).toContain(`\`${name}\``);
    for (const address of redirects) expect(text).toContain(`\`${address}\``);
    for (const { authority, graph } of Object.values(clouds))
      for (const address of [authority, graph]) expect(text).toContain(new URL(address).host);
  });
});
