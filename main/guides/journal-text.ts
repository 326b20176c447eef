import { createHash } from 'node:crypto';
import { entryShape, type Entry } from './entry';

/**
 * A journal is text, one JSON object a line, and each line ends in a digest of itself and the line before: a
 * line that was changed, added or taken out by another program breaks the chain. The chain has no secret, as
 * any program of the same person could read it: it finds accidents and meddling, not a forger. That is why
 * nothing destructive ever follows from a journal alone (see `walk.ts`: a confirmation holds for one sitting).
 */
const digestOf = (before: string, body: string): string =>
  createHash('sha256').update(`${before}\n${body}`).digest('hex').slice(0, 32);

/** What the chain stands at, kept beside the journal so that lines cut off its end are missed. */
export interface Head {
  n: number;
  chain: string;
}

export const noHead: Head = { n: 0, chain: '' };

export const lineOf = (entry: Entry, before: Head): { line: string; head: Head } => {
  const body = JSON.stringify(entry);
  const chain = digestOf(before.chain, body);
  return { line: `${body.slice(0, -1)},"chain":"${chain}"}\n`, head: { n: entry.n, chain } };
};

const ending = /^(.*),"chain":"([0-9a-f]{32})"\}$/su;

const readLine = (line: string, before: Head): { entry: Entry; head: Head } | null => {
  const [, start, chain] = ending.exec(line) ?? [];
  if (start === undefined || chain === undefined) return null;
  const body = `${start}}`;
  if (digestOf(before.chain, body) !== chain) return null;
  try {
    const entry = entryShape.safeParse(JSON.parse(body));
    if (!entry.success || entry.data.n !== before.n + 1) return null;
    return { entry: entry.data, head: { n: entry.data.n, chain } };
  } catch {
    return null;
  }
};

export interface JournalText {
  /** As far as the chain holds. */
  entries: readonly Entry[];
  head: Head;
  /** Bytes of the lines that hold. */
  sound: number;
  /** Bytes behind them that were never written to their end. */
  torn: number;
  /** Another program was at it: what stands behind `entries`, or stood there, cannot be trusted. */
  edited: boolean;
}

/**
 * Whether this is the beginning of our own next line, cut off when the power went. Some disks leave zeros
 * in the place of what had not arrived.
 */
const isTorn = (rest: string, { n }: Head): boolean => {
  const start = `{"n":${n + 1},`;
  if (rest.includes('\0')) return !rest.slice(0, -1).includes('\n');
  return !rest.includes('\n') && (rest.startsWith(start) || start.startsWith(rest));
};

/**
 * Reads what a journal holds. `kept` is the head written beside it after the last line that counted; null
 * where it cannot be read.
 */
export const readJournal = (bytes: Uint8Array, kept: Head | null): JournalText => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const entries: Entry[] = [];
  const chains: string[] = [];
  let head = noHead;
  let sound = 0;
  let from = 0;
  let broken = false;
  while (from < text.length && !broken) {
    const end = text.indexOf('\n', from);
    const found = end < 0 ? null : readLine(text.slice(from, end), head);
    if (found === null) broken = true;
    else {
      entries.push(found.entry);
      head = found.head;
      chains.push(head.chain);
      sound += Buffer.byteLength(text.slice(from, end + 1));
      from = end + 1;
    }
  }
  const rest = bytes.length - sound;
  const counted = kept?.n ?? 0;
  // The head is written after each line, so it is one behind at most.
  const reached = counted === entries.length || counted === entries.length - 1;
  const sameChain = counted === 0 || chains[counted - 1] === kept?.chain;
  return {
    entries,
    head,
    sound,
    torn: rest,
    edited: !isTorn(text.slice(from), head) || !reached || !sameChain,
  };
};
