import type { Diagnosis } from '../../core/diagnosis';
import type { Organisation } from '../../core/organisation';
import { answer, noAnswer } from '../answer';
import { json, type Call, type Command } from '../command';
import { exit } from '../exit';
import { readInput } from '../input';
import { organisationFor, organisationOption, showHelpDesk } from '../organisation';
import { Problem } from '../problem';
import { startsLikeArchive } from '../archive';
import type { Terminal } from '../terminal';

type Refused = 'too-large' | 'empty' | 'binary' | 'not-dsregcmd';

/** Blanks and what is left of a byte order mark. */
const blank = new Set([0xef, 0xbb, 0xbf, 0xff, 0xfe]);
const isBlank = (bytes: Uint8Array) => bytes.every((byte) => byte <= 0x20 || blank.has(byte));

const refuse = (why: Refused, path: string): never => {
  throw new Problem(`terminal.read.${why}`, {
    values: { path: path === '-' ? 'stdin' : path },
    exitCode: exit.undetermined,
    why,
  });
};

const diagnosisOf = async (
  path: string,
  organisation: Organisation | null,
  terminal: Terminal,
): Promise<Diagnosis> => {
  const input = await readInput(path, terminal);
  if (input.kind === 'too-large') return refuse('too-large', path);
  if (startsLikeArchive(input.bytes))
    throw new Problem('terminal.read.is-capture', { values: { path } });
  if (isBlank(input.bytes)) return refuse('empty', path);
  const { looksBinary } = await import('../../os/decode');
  if (looksBinary(input.bytes)) return refuse('binary', path);
  const { diagnoseText } = await import('../../engine');
  return (await diagnoseText(input.bytes, organisation)) ?? refuse('not-dsregcmd', path);
};

export const command: Command = {
  name: 'read',
  summary: 'terminal.read.summary',
  options: { organisation: organisationOption, json },
  positionals: { usage: 'FILE|-', least: 1, most: 1 },
  notes: ['terminal.read.notes', 'terminal.check.exit-codes'],
  async run({ positionals: [path = '-'], flags, values }: Call, terminal) {
    const asJson = flags.has('json');
    const organisation = await organisationFor({ values }, terminal, 'text');
    try {
      const diagnosis = await diagnosisOf(path, organisation, terminal);
      const code = answer(diagnosis, asJson, terminal);
      if (!asJson) showHelpDesk(organisation, diagnosis, terminal);
      return code;
    } catch (error) {
      throw error instanceof Problem ? noAnswer(error, asJson, terminal) : error;
    }
  },
};
