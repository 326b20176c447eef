import type { KerberosTickets, Ticket } from '../../core/facts/sign-in';
import { failed, ok, unavailable } from '../../core/reading';
import type { Reading, Tri } from '../../core/reading';
import type { Source } from '../../os/port';
import type { Probe } from '../probe';
import { afterColon, filledLines } from '../text/lines';
import { notUnderstood, textOf, textReads } from '../text/raw';
import type { Text } from '../text/raw';

const source = {
  key: 'klist',
  rights: 'user',
  limitMs: 8_000,
  kind: 'command',
  tool: 'klist.exe',
  args: [],
} as const satisfies Source;

const cloudRealm = 'KERBEROS.MICROSOFTONLINE.COM';
const noLogonSession = '0xc000005f';
const accessDenied = '0xc0000022';
const primary = 0x1;

const logonIdIn = (text: string) => /\b(\d+:0x[0-9a-f]+)/i.exec(text)?.[1]?.toLowerCase() ?? null;
/** A failure ends in `0xc000005f/-1073741729`: the code twice, as hex and as signed number. */
const failureIn = (text: string) =>
  /\b(0x[0-9a-f]{8})\/-?\d+/i.exec(text)?.[1]?.toLowerCase() ?? null;
const countIn = (lines: readonly string[]): number | null => {
  const counted = lines.map((line) => /\((\d+)\)$/.exec(line)?.[1]).find((found) => found);
  return counted === undefined ? null : Number(counted);
};

const principal = (line: string | undefined): { name: string; realm: string | null } | null => {
  const told = line === undefined ? null : afterColon(line);
  if (told === null || told === '') return null;
  const [name = '', realm] = told.split(' @ ');
  return { name, realm: realm ?? null };
};

/** The order of day and month is the user's, and the word behind it is translated: only the digits. */
const digitsOf = (line: string | undefined): string | null =>
  line === undefined ? null : (afterColon(line)?.match(/\d+/g)?.join(' ') ?? null);

/** Rows of a ticket stand in a fixed order; their labels are translated. */
const ticketOf = (rows: readonly string[]): Ticket | null => {
  const client = principal(rows[0]);
  const server = principal(rows[1]);
  if (!client || !server) return null;
  const cache = /^(0x[0-9a-f]+|\d+)/i.exec(afterColon(rows[8] ?? '') ?? '')?.[1];
  return {
    client: client.name,
    clientRealm: client.realm,
    server: server.name,
    serverRealm: server.realm,
    flags: /(0x[0-9a-f]+)\s*->/i.exec(rows[3] ?? '')?.[1] ?? null,
    cacheFlags: cache === undefined ? null : Number(cache),
    kdc: rows[9] === undefined ? null : afterColon(rows[9]),
    started: digitsOf(rows[4]),
  };
};

const ticketsOf = (lines: readonly string[]): Ticket[] => {
  const blocks: string[][] = [];
  for (const line of lines) {
    const start = /^#\d+>\s*(.*)$/.exec(line);
    if (start) blocks.push([start[1] ?? '']);
    else blocks.at(-1)?.push(line);
  }
  return blocks.flatMap((block) => ticketOf(block) ?? []);
};

const isTgt = (ticket: Ticket) => ticket.server.toLowerCase().startsWith('krbtgt/');
const isCloud = (ticket: Ticket) => ticket.server.toUpperCase() === `KRBTGT/${cloudRealm}`;

const parse = ({ text, exitCode }: Text): Reading<KerberosTickets> => {
  const lines = filledLines(text);
  const failure = failureIn(text);
  if (failure === accessDenied) return unavailable('denied', failure);
  if (failure !== null && failure !== noLogonSession) return failed('crashed', failure);
  const logonId = logonIdIn(text);
  const count = countIn(lines.filter((line) => !line.startsWith('#')));
  if (failure === null && (logonId === null || count === null))
    return exitCode === 0 || text.trim() !== '' ? notUnderstood(text) : failed('crashed');
  const tickets = ticketsOf(lines);
  const whole = count !== null && tickets.length >= count;
  const among = (wanted: (ticket: Ticket) => boolean): Tri =>
    tickets.some(wanted) ? 'yes' : whole ? 'no' : 'unknown';
  return ok({
    logonId,
    count,
    tickets,
    noLogonSession: failure === noLogonSession,
    failure,
    onPremTgt: among(
      (ticket) => isTgt(ticket) && !isCloud(ticket) && ((ticket.cacheFlags ?? 0) & primary) !== 0,
    ),
    cloudTgt: among(isCloud),
  });
};

export const kerberosTicketsProbe: Probe<'kerberos-tickets'> = {
  id: 'kerberos-tickets',
  on: ['win32'],
  reads: textReads(source),
  parse: (raws) => {
    const told = textOf(raws, source.key);
    return told.kind === 'ok' ? parse(told.value) : told;
  },
};
