import { exit } from './terminal/exit';
import { englishWords } from './terminal/language';
import { paintFor } from './terminal/paint';
import { runTerminal } from './terminal/run';
import { sinkFor } from './terminal/streams';
import { stopOnSignals } from './terminal/signals';

const narrowest = 40;
const usual = 80;
const widest = 110;

const widthOf = (columns: number | undefined) =>
  Math.max(narrowest, Math.min(widest, columns ?? usual));

const { argv, env, stdin, stdout, stderr } = process;
process.on('uncaughtException', (error) => {
  stderr.write(
    `fieldkit: ${error.message}\n${env['FIELDKIT_DEBUG'] === '1' ? `${String(error.stack)}\n` : ''}`,
  );
  process.exit(exit.ourFault);
});

const out = sinkFor(stdout);
const err = sinkFor(stderr);
const signal = stopOnSignals();
let words = englishWords();
const code = await runTerminal({
  args: argv.slice(2),
  env,
  // Every service of Intl tells the same locale; this one does not load all that dates and numbers need.
  locale: new Intl.PluralRules().resolvedOptions().locale,
  make: (chosen) => {
    words = chosen;
    return {
      words,
      out: out.write,
      err: err.write,
      input: stdin,
      paint: paintFor(stdout.isTTY && stderr.isTTY, env),
      width: widthOf(stdout.columns),
      watched: stdout.isTTY && stderr.isTTY,
      signal,
      now: Date.now,
    };
  },
});
await out.flushed();
const lost = out.lost();
if (lost !== null) err.write(`fieldkit: ${words.say('terminal.output-lost', { code: lost })}\n`);
await err.flushed();
// Nothing may keep running: not a pipe that is still open, not a timer of a library.
process.exit(lost === null ? code : exit.undetermined);
