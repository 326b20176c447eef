import { parseArgs } from 'node:util';
import type { MessageKey } from '../../strings/index';
import { nearest } from '../core/nearest';
import { commonOptions, type Call, type Command, type OptionSpec } from './command';
import { Problem, type Hint } from './problem';

const shorts = new Map([['h', 'help']]);

/** Codes may begin with a minus; no option is a number. */
const isNumber = (text: string | undefined) => text !== undefined && /^-\d+$/.test(text);

const seeHelp = (command: Command): Hint => ({
  key: 'terminal.usage.see-help',
  values: { command: command.name },
});

const unknownOption = (command: Command, typed: string): Problem => {
  const known = Object.keys({ ...command.options, ...commonOptions }).map((name) => `--${name}`);
  const [near] = nearest(typed, known, 1);
  return new Problem('terminal.usage.unknown-option', {
    values: { option: typed },
    hint: near ? { key: 'terminal.usage.did-you-mean', values: { word: near } } : seeHelp(command),
  });
};

const usage = (key: MessageKey, command: Command, values: Record<string, string>) =>
  new Problem(key, { values: { command: command.name, ...values }, hint: seeHelp(command) });

type Token = ReturnType<typeof tokensOf>[number];

const tokensOf = (args: string[], options: Record<string, OptionSpec>) =>
  parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, spec]) => [
        name,
        { type: spec.kind === 'flag' ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
  }).tokens;

const checkCount = (command: Command, positionals: string[]) => {
  const { least, most, usage: shape } = command.positionals;
  if (positionals.length < least) throw usage('terminal.usage.missing', command, { what: shape });
  const extra = positionals[most];
  if (extra !== undefined) throw usage('terminal.usage.too-many', command, { word: extra });
};

const valueOf = (command: Command, token: Extract<Token, { kind: 'option' }>): string => {
  const { value, inlineValue, rawName } = token;
  if (value === undefined || value === '' || (!inlineValue && value.startsWith('--')))
    throw usage('terminal.usage.needs-value', command, { option: rawName });
  return value;
};

/** The command line as the command declared it, or a problem that names the word that does not fit. */
export const parseCall = (command: Command, args: string[]): Call => {
  const specs: Record<string, OptionSpec> = { ...command.options, ...commonOptions };
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const positionals: string[] = [];
  const numbers = new Set<number>();
  for (const token of tokensOf(args, specs)) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      positionals.push(token.value);
      continue;
    }
    const typed = args[token.index];
    if (isNumber(typed)) {
      // The library reads -2145 as four short options of one word.
      if (!numbers.has(token.index)) positionals.push(typed ?? '');
      numbers.add(token.index);
      continue;
    }
    const long = token.rawName.startsWith('--');
    const name = long ? token.name : shorts.get(token.name);
    const spec = name === undefined || !Object.hasOwn(specs, name) ? undefined : specs[name];
    if (name === undefined || spec === undefined) throw unknownOption(command, token.rawName);
    if (spec.kind === 'value') values.set(name, valueOf(command, token));
    else if (token.inlineValue)
      throw usage('terminal.usage.no-value', command, { option: token.rawName });
    else flags.add(name);
  }
  if (!flags.has('help')) checkCount(command, positionals);
  return { flags, values, positionals };
};
