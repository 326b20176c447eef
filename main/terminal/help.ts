import { commonOptions, type Command, type OptionSpec } from './command';
import { commands } from './commands';
import type { Terminal } from './terminal';
import { table } from './table';
import { wrap } from './wrap';

const shape = ([name, spec]: [string, OptionSpec]) =>
  spec.kind === 'flag' ? `--${name}` : `--${name} ${spec.value}`;

const usageOf = (command: Command) =>
  [
    'fieldkit',
    command.name,
    ...Object.entries(command.options).map((option) => `[${shape(option)}]`),
    command.positionals.usage,
  ]
    .filter(Boolean)
    .join(' ');

const one = (command: Command, { words, paint, width }: Terminal): string =>
  [
    wrap(usageOf(command), width, '    ', ''),
    '',
    wrap(words.say(command.summary), width),
    '',
    paint('bold', words.say('terminal.help.options')),
    table(
      Object.entries({ ...command.options, ...commonOptions }).map((option) => [
        shape(option),
        words.say(option[1].words),
      ]),
      width,
    ),
    ...command.notes.flatMap((note) => ['', wrap(words.say(note), width)]),
    '',
  ].join('\n');

const all = async ({ words, paint, width }: Terminal): Promise<string> => {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  return [
    wrap(words.say('terminal.help.about'), width),
    '',
    paint('bold', words.say('terminal.help.usage')),
    '  fieldkit COMMAND [--lang TAG] …',
    '  fieldkit COMMAND --help',
    '  fieldkit --version',
    '',
    paint('bold', words.say('terminal.help.commands')),
    table(
      loaded.map(({ command }) => [command.name, words.say(command.summary)]),
      width,
    ),
    '',
    paint('bold', words.say('terminal.help.exit-codes')),
    wrap(words.say('terminal.help.exit-codes.list'), width, '  '),
    '',
    wrap(words.say('terminal.help.end-of-options'), width),
    '',
  ].join('\n');
};

export const showHelp = (command: Command | null, terminal: Terminal): Promise<string> =>
  command === null ? all(terminal) : Promise.resolve(one(command, terminal));
