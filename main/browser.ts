import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHouse } from './app';
import { parseDoorArguments, type DoorArguments } from './browser/arguments';
import { startBrowserDoor } from './browser/door';
import { DoorError } from './browser/door-error';
import { watchParent } from './browser/parent';
import { wordsFor } from './browser/words';
import { createEvents } from './ipc/events';
import type { Log } from './ipc/log';

const exit = { ended: 0, wrongUse: 64, ownFault: 70 } as const;
const { env } = process;
const words = wordsFor([
  ...[env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].filter((tag) => tag !== undefined),
  new Intl.DateTimeFormat().resolvedOptions().locale,
]);

const printLine = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Refusals are the guards' daily work; only our own faults are worth a line on the terminal. */
const log: Log = (level, what, detail = {}) => {
  if (level === 'error') complain(`${what} ${JSON.stringify(detail)}`);
};

const serve = async ({ port, parent, reason }: DoorArguments): Promise<void> => {
  const events = createEvents();
  const house = createHouse({
    door: 'browser',
    doorReason: reason,
    tell: events.tell,
    // The page's own browser is not ours to steer: it shows the address only if its user asks for it.
    openLink: () => Promise.resolve({ ok: false, code: 'cannot-open' }),
  });
  const rendererDir = join(dirname(fileURLToPath(import.meta.url)), '..', 'renderer');
  const door = await startBrowserDoor({ house, events, rendererDir, port, log });
  const close = (): void => {
    void door.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, close);
  process.once('disconnect', close);
  const stopWatching = parent === null ? () => undefined : watchParent(parent, close);
  if (reason !== null) printLine(words.say(`door.because.${reason}`));
  printLine(words.say('door.open-here'));
  printLine(door.url);
  printLine(words.say('door.how-to-end'));
  process.send?.({ url: door.url });
  await door.closed;
  stopWatching();
};

const main = async (): Promise<number> => {
  const wanted = parseDoorArguments(process.argv.slice(2));
  if (wanted === null) {
    complain(words.say('door.wrong-use'));
    return exit.wrongUse;
  }
  try {
    await serve(wanted);
    return exit.ended;
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    complain(words.say(`door.${error.code}`, { port: String(wanted.port) }));
    return error.code === 'page-missing' ? exit.ownFault : exit.wrongUse;
  }
};

// Whatever a probe left running ends with its door.
process.exit(await main());
