import type { Words } from '../../strings/index';
import { servedLanguages } from '../../strings/languages';
import { organisationLanguages } from '../organisation/languages';
import { nearest } from '../core/nearest';
import { parseCall } from './parse';
import { commandNames, commands } from './commands';
import { exit, type ExitCode } from './exit';
import { englishWords, systemLanguages, wordsFor } from './language';
import { Problem } from './problem';
import type { Terminal } from './terminal';

/** What stands before the command's name. */
interface Lead {
  name: string | undefined;
  rest: string[];
  lang: string | undefined;
}

const readLead = (args: readonly string[]): Lead => {
  const rest = [...args];
  let lang: string | undefined;
  while (rest[0]?.startsWith('--lang')) {
    const first = rest.shift() ?? '';
    if (first !== '--lang' && !first.startsWith('--lang=')) return { name: first, rest, lang };
    lang = first === '--lang' ? (rest.shift() ?? '') : first.slice('--lang='.length);
  }
  return { name: rest.shift(), rest, lang };
};

/** A wish about the words may stand anywhere; the messages about all the rest need it first. */
const wishIn = (lead: Lead, option: string): string | undefined => {
  const end = lead.rest.indexOf('--');
  const args = end < 0 ? lead.rest : lead.rest.slice(0, end);
  const inline = args.find((arg) => arg.startsWith(`${option}=`));
  const at = args.indexOf(option);
  return inline?.slice(option.length + 1) ?? (at < 0 ? undefined : args[at + 1]);
};

/** Who asked for a language gets it; otherwise the organisation's say comes before the system's. */
const languagesFor = async (lead: Lead, system: readonly string[]): Promise<readonly string[]> =>
  servedLanguages(system, await organisationLanguages(wishIn(lead, '--organisation')));

const aliases = new Map(
  Object.entries({
    '--help': 'help',
    '-h': 'help',
    '--version': 'version',
    '-V': 'version',
  }),
);

const unknownCommand = (name: string): Problem => {
  const [near] = nearest(name, commandNames, 1);
  const option = name.startsWith('-');
  return new Problem(option ? 'terminal.usage.unknown-option' : 'terminal.usage.unknown-command', {
    values: { command: name, option: name },
    hint: near
      ? { key: 'terminal.usage.did-you-mean', values: { word: near } }
      : { key: 'terminal.usage.see-all' },
  });
};

const dispatch = async (lead: Lead, terminal: Terminal): Promise<ExitCode> => {
  const name = aliases.get(lead.name ?? '') ?? lead.name ?? '';
  if (name === 'version') {
    const { version } = await import('./version');
    terminal.out(`${version}\n`);
    return exit.healthy;
  }
  const { showHelp } = name === '' ? await import('./help') : { showHelp: null };
  if (showHelp) {
    terminal.err(await showHelp(null, terminal));
    return exit.usage;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw unknownCommand(name);
  const { command } = await load();
  const call = parseCall(command, lead.rest);
  if (!call.flags.has('help')) return command.run(call, terminal);
  const help = await import('./help');
  terminal.out(await help.showHelp(command, terminal));
  return exit.healthy;
};

const report = (error: unknown, terminal: Terminal, debug: boolean): ExitCode => {
  const { words, err, paint } = terminal;
  if (error instanceof Problem) {
    err(`${paint('bold', 'fieldkit:')} ${words.say(error.key, error.values)}\n`);
    if (error.hint) err(`${words.say(error.hint.key, error.hint.values)}\n`);
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  err(`fieldkit: ${words.say('terminal.our-fault', { message: message.split('\n')[0] ?? '' })}\n`);
  err(
    debug
      ? `${error instanceof Error ? error.stack : message}\n`
      : `${words.say('terminal.our-fault.hint')}\n`,
  );
  return exit.ourFault;
};

export interface Surroundings {
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  locale: string;
  /** A terminal that still lacks its words. */
  make(words: Words): Terminal;
}

/** The whole door: from words typed to the number a script reads. Throws nothing. */
export const runTerminal = async ({ args, env, locale, make }: Surroundings): Promise<ExitCode> => {
  const lead = readLead(args);
  const debug = env['FIELDKIT_DEBUG'] === '1';
  let terminal = make(englishWords());
  try {
    const asked = wishIn(lead, '--lang') ?? lead.lang;
    const system = systemLanguages(env, locale);
    const wishes = asked === undefined ? await languagesFor(lead, system) : system;
    terminal = make(await wordsFor(asked, wishes, system));
    return await dispatch(lead, terminal);
  } catch (error) {
    return report(error, terminal, debug);
  }
};
