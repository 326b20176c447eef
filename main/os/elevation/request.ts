/**
 * What may be asked of the elevated side, and how it is written on a command line. Both ends read
 * this file and nothing else of each other.
 */

/** Closed list of operations; each has its handler in `main/elevated.ts`. */
export const operations = ['read-admin-sources', 'repair'] as const;
export type Operation = (typeof operations)[number];

export interface ElevatedRequest {
  operation: Operation;
  /** What the operation is given: names from closed lists, judged again by its handler. */
  given: readonly string[];
  /** Names the place of the answer; a fresh one for each question. */
  reply: string;
  /** The account that may read the answer, as a SID. */
  reader: string;
}

const nameShape = /^[a-z0-9][a-z0-9-]{0,63}$/;
const replyShape = /^[0-9a-f]{32}$/;
const sidShape = /^S-1-\d{1,3}(-\d{1,10}){1,14}$/;
const mostNames = 200;
const flag = '--elevated=';

export const isName = (text: string): boolean => nameShape.test(text);
export const isReply = (text: string): boolean => replyShape.test(text);

const isOperation = (text: string): text is Operation =>
  (operations as readonly string[]).includes(text);

/** The arguments but for the reader, whom the launcher adds. None of them can need quotation marks. */
export const toArguments = ({
  operation,
  given,
  reply,
}: Omit<ElevatedRequest, 'reader'>): string[] => [
  `${flag}${operation}`,
  `--given=${given.join(',')}`,
  `--reply=${reply}`,
];

/** True for every start that means to be the elevated one, well-formed or not. */
export const asksElevated = (args: readonly string[]): boolean =>
  args.some((arg) => arg.startsWith('--elevated'));

const after = (arg: string | undefined, start: string): string | null =>
  arg?.startsWith(start) === true ? arg.slice(start.length) : null;

/** Null for anything but exactly these four arguments in this order: nothing is guessed here. */
export const fromArguments = (args: readonly string[]): ElevatedRequest | null => {
  if (args.length !== 4) return null;
  const operation = after(args[0], flag);
  const names = after(args[1], '--given=');
  const reply = after(args[2], '--reply=');
  const reader = after(args[3], '--reader=');
  if (operation === null || names === null || reply === null || reader === null) return null;
  const given = names === '' ? [] : names.split(',');
  const fits =
    isOperation(operation) &&
    given.length <= mostNames &&
    given.every(isName) &&
    isReply(reply) &&
    sidShape.test(reader);
  return fits ? { operation, given, reply, reader } : null;
};
