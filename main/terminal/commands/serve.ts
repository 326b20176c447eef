import type { Command } from '../command';
import { exit } from '../exit';
import { Problem } from '../problem';

const highest = 65_535;

const portFrom = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port >= 0 && port <= highest) return port;
  throw new Problem('door.port-wrong');
};

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

export const command: Command = {
  name: 'serve',
  summary: 'terminal.serve.summary',
  options: {
    port: { kind: 'value', value: 'N', words: 'terminal.serve.port' },
    offline: { kind: 'flag', words: 'net.option.offline' },
  },
  positionals: { usage: '', least: 0, most: 0 },
  notes: ['terminal.serve.notes'],
  async run({ flags, values }, terminal) {
    const port = portFrom(values.get('port'));
    const { openDoor } = await import('../browser-door');
    const door = await openDoor(port, flags.has('offline'));
    const { out, words } = terminal;
    out(`${words.say('door.open-here')}\n${door.url}\n${words.say('door.how-to-end')}\n`);
    await Promise.race([untilAborted(terminal.signal), door.closed]);
    await door.close();
    return exit.healthy;
  },
};
