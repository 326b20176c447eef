import { looksBinary } from '../../os/decode';
import { answer, noAnswer } from '../answer';
import { json, type Command } from '../command';
import { exit } from '../exit';
import { readInput, type Input } from '../input';
import { Problem } from '../problem';
import { startsLikeArchive } from '../archive';

type Refused = 'too-large' | 'empty' | 'binary' | 'not-dsregcmd';

const isBlank = (bytes: Uint8Array) =>
  bytes.every(
    (byte) =>
      byte <= 0x20 ||
      byte === 0xff ||
      byte === 0xfe ||
      byte === 0xef ||
      byte === 0xbb ||
      byte === 0xbf,
  );

/** Null when the bytes may be a text. */
const objection = (input: Input): Refused | null => {
  if (input.kind === 'too-large') return 'too-large';
  if (isBlank(input.bytes)) return 'empty';
  return looksBinary(input.bytes) ? 'binary' : null;
};

const problemOf = (why: Refused, path: string): Problem =>
  new Problem(`terminal.read.${why}`, {
    values: { path: path === '-' ? 'stdin' : path },
    exitCode: exit.undetermined,
  });

export const command: Command = {
  name: 'read',
  summary: 'terminal.read.summary',
  options: { json },
  positionals: { usage: 'FILE|-', least: 1, most: 1 },
  notes: ['terminal.read.notes', 'terminal.check.exit-codes'],
  async run({ positionals: [path = '-'], flags }, terminal) {
    const asJson = flags.has('json');
    const input = await readInput(path, terminal);
    if (input.kind === 'bytes' && startsLikeArchive(input.bytes))
      throw new Problem('terminal.read.is-capture', { values: { path } });
    const refused = objection(input);
    if (refused !== null) throw noAnswer(problemOf(refused, path), refused, asJson, terminal);
    const { diagnoseText } = await import('../../engine');
    const diagnosis = await diagnoseText(input.kind === 'bytes' ? input.bytes : new Uint8Array());
    if (diagnosis === null)
      throw noAnswer(problemOf('not-dsregcmd', path), 'not-dsregcmd', asJson, terminal);
    return answer(diagnosis, asJson, terminal);
  },
};
