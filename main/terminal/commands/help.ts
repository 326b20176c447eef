import { nearest } from '../../core/nearest';
import type { Command } from '../command';
import { commandNames, commands } from '../commands';
import { exit } from '../exit';
import { showHelp } from '../help';
import { Problem } from '../problem';

const named = async (name: string): Promise<Command> => {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return (await load()).command;
  const [near] = nearest(name, commandNames, 1);
  throw new Problem('terminal.usage.unknown-command', {
    values: { command: name },
    hint: near
      ? { key: 'terminal.usage.did-you-mean', values: { word: near } }
      : { key: 'terminal.usage.see-all' },
  });
};

export const command: Command = {
  name: 'help',
  summary: 'terminal.help.summary',
  options: {},
  positionals: { usage: '[COMMAND]', least: 0, most: 1 },
  notes: [],
  async run({ positionals }, terminal) {
    const [name] = positionals;
    terminal.out(await showHelp(name === undefined ? null : await named(name), terminal));
    return exit.healthy;
  },
};
