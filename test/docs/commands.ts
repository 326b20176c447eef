import { commands } from '../../main/terminal/commands';
import { commonOptions } from '../../main/terminal/command';
import { parseCall } from '../../main/terminal/parse';
import { Problem } from '../../main/terminal/problem';
import { tokensOf, type Page } from './pages';

/** Behind the language of a fence: why a test does not run it. Its options are checked all the same. */
const notRun: Readonly<Record<string, string>> = {
  'needs-windows': 'reads or changes the PC it runs on',
  'needs-network': 'contacts somebody',
  'needs-sign-in': 'needs an account',
  'keeps-running': 'ends when somebody ends it',
};
/** Windows' own shells are not here. */
const windowsShells = new Set(['bat', 'powershell']);

export interface ShownCommand {
  page: string;
  line: string;
  args: string[];
  runs: boolean;
  /** What the page says the exit code is, behind `# exit`. */
  exit: number | null;
}

const ours = /(?:^|[\s|])(?:npx )?(?:\S*\\)?fieldkit(?:\.cmd)? (?<rest>.*)$/u;

/** Words as a shell would hand them over, up to a pipe, a redirection or a remark. */
const wordsOf = (line: string): string[] => {
  const words: string[] = [];
  for (const [whole, quoted] of line.matchAll(/"([^"]*)"|\S+/gu)) {
    if (/^[|>#&;]/u.test(whole)) break;
    words.push(quoted ?? whole);
  }
  return words;
};

const exitOf = (line: string): number | null => {
  const said = /# exit (\d+)\s*$/u.exec(line)?.[1];
  return said === undefined ? null : Number(said);
};

export interface Shown {
  commands: ShownCommand[];
  /** Names of `npm run NAME`. */
  scripts: string[];
  problems: string[];
}

const shells = new Set(['sh', ...windowsShells]);

/** Everything to be typed that the fences of a page show. */
export const shownIn = ({ path, text }: Page): Shown => {
  const shown: Shown = { commands: [], scripts: [], problems: [] };
  for (const token of tokensOf(text)) {
    if (token.type !== 'code') continue;
    const [language = '', ...marks] = String(token.lang ?? '').split(' ');
    for (const line of String(token.text).split('\n')) {
      const rest = ours.exec(line)?.groups?.['rest'];
      if (rest !== undefined && !shells.has(language))
        shown.problems.push(`${path}: ${line}: in a fence that names no shell`);
      if (!shells.has(language)) continue;
      shown.scripts.push(...[...line.matchAll(/npm run ([\w:-]+)/gu)].map(([, name = '']) => name));
      if (rest === undefined) continue;
      const runs = !windowsShells.has(language) && marks.length === 0;
      shown.commands.push({ page: path, line, args: wordsOf(rest), runs, exit: exitOf(line) });
    }
    for (const mark of marks)
      if (shells.has(language) && !Object.hasOwn(notRun, mark))
        shown.problems.push(`${path}: ${language} ${mark}: no known reason not to run it`);
  }
  return shown;
};

/** Whether the command line would be understood: its name, each option, the number of words. */
export const usageProblem = async (args: readonly string[]): Promise<string | null> => {
  const [name = '', ...rest] = args;
  if (name.startsWith('--')) return null;
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) return `no command “${name}”`;
  try {
    parseCall((await load()).command, rest);
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return `${error.key} ${Object.values(error.values ?? {}).join(' ')}`;
  }
};

/**
 * Usage lines in running text and tables (`check [--json]`, `fieldkit fix ID`): every option they name has
 * to be one of the command. What stands for a value cannot be checked.
 */
export const mentionProblems = async ({ path, text }: Page): Promise<string[]> => {
  const problems: string[] = [];
  for (const token of tokensOf(text)) {
    if (token.type !== 'codespan') continue;
    const said = String(token.text);
    const named = /^(?:npx )?(?:\S*\\)?fieldkit(?:\.cmd)? /u.exec(said)?.[0];
    const words = said.slice(named?.length ?? 0).split(' ');
    const name = words[0] ?? '';
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) {
      const stands = /^(?:--|[A-Z…])/u.test(name);
      if (named !== undefined && !stands) problems.push(`${path}: ${said}: no command “${name}”`);
      continue;
    }
    const { options } = (await load()).command;
    for (const [option] of said.matchAll(/(?<![\w-])--[a-z][a-z-]*/gu))
      if (!Object.hasOwn({ ...options, ...commonOptions }, option.slice(2)))
        problems.push(`${path}: ${said}: no option ${option}`);
  }
  return problems;
};
