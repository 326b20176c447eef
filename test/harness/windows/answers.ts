import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventsCommand, eventsQuery } from '../../../main/os/commands';
import type { Source } from '../../../main/os/port';
import { probes } from '../../../main/probes/index';
import type { Answer, Channel, ClassAnswer, Description, LoggedEvent } from './description';
import { bytesOf } from './text';
import { fillTimes, timeOf } from './times';
import { classOf, select } from './wql';

const sources: readonly Source[] = probes.flatMap(({ reads }) => reads);
const sourcesOf = <K extends Source['kind']>(kind: K) =>
  sources.filter((source): source is Extract<Source, { kind: K }> => source.kind === kind);

const waiting = ({ ms, hangs }: { ms?: number; hangs?: true }) => (hangs === true ? -1 : (ms ?? 0));

interface Line {
  match: string;
  ms: number;
  exitCode: number;
  out: Uint8Array;
  errors: Uint8Array;
}

const none = new Uint8Array();

const isMatch = (pattern: string, args: string): boolean =>
  pattern.endsWith('*') ? args.startsWith(pattern.slice(0, -1)) : args === pattern;

/** The answer that the stand-in program would give to these arguments. */
export const answerTo = (answers: readonly Answer[], args: readonly string[]): Answer | null =>
  answers.find(({ match = '*' }) => isMatch(match, args.join(' '))) ?? null;

const writeTool = async (folder: string, tool: string, lines: readonly Line[]): Promise<void> => {
  const target = join(folder, tool);
  await mkdir(target, { recursive: true });
  const rows = lines.map(async (line, nr) => {
    await writeFile(join(target, `${nr}.out`), line.out);
    await writeFile(join(target, `${nr}.err`), line.errors);
    return `${line.match}\t${line.ms}\t${line.exitCode}\t${nr}.out\t${nr}.err\n`;
  });
  await writeFile(join(target, 'index'), (await Promise.all(rows)).join(''));
};

const lineOf = (answer: Answer, { language }: Description, now: number): Line => ({
  match: answer.match ?? '*',
  ms: waiting(answer),
  exitCode: answer.exitCode ?? 0,
  out: bytesOf(answer, language, now),
  errors: answer.errors === undefined ? none : bytesOf({ text: answer.errors }, language, now),
});

const escaped = (value: string | number) =>
  String(value).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const eventXml = (channel: string, event: LoggedEvent, record: number, now: number): string => {
  const fields = Object.entries(event.data ?? {}).map(
    ([name, value]) => `<Data Name='${name}'>${escaped(value)}</Data>`,
  );
  return (
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>` +
    `<Provider Name='${event.provider ?? channel.replace(/\/.*$/, '')}'/>` +
    `<EventID>${event.id}</EventID><Version>0</Version><Level>${event.level ?? 4}</Level>` +
    `<TimeCreated SystemTime='${new Date(timeOf(event.at, now)).toISOString()}'/>` +
    `<EventRecordID>${record}</EventRecordID><Channel>${channel}</Channel></System>` +
    `<EventData>${fields.join('')}</EventData></Event>`
  );
};

type EventSource = Extract<Source, { kind: 'events' }>;

/** Whether the filter lets an event through: single ids, and ranges where there are many. */
const passes = (query: string, id: number): boolean =>
  query.includes(`EventID=${id})`) ||
  query.includes(`EventID=${id} `) ||
  [...query.matchAll(/EventID>=(\d+) and EventID<=(\d+)/g)].some(
    ([, from, to]) => id >= Number(from) && id <= Number(to),
  );

export const eventsFor = (
  source: EventSource,
  events: readonly LoggedEvent[],
  now: number,
): string[] => {
  const query = eventsQuery(source) ?? '';
  return events
    .map((event, nr) => ({ event, at: timeOf(event.at, now), record: 1000 + nr }))
    .filter(({ event }) => passes(query, event.id))
    .sort((one, other) => other.at - one.at)
    .slice(0, source.newest)
    .map(({ event, record }) => eventXml(source.channel, event, record, now));
};

const eventLine = (source: EventSource, channel: Channel | null, now: number): Line => {
  const match = eventsCommand(source)?.args.join(' ') ?? '';
  const line: Line = { match, ms: 0, exitCode: 0, out: none, errors: none };
  if (channel === null) return { ...line, exitCode: 15_007 };
  if ('denied' in channel) return { ...line, exitCode: 5 };
  if ('hangs' in channel) return { ...line, ms: -1 };
  const xml = eventsFor(source, channel, now).map((event) => `${event}\r\n`);
  return { ...line, out: Buffer.from(xml.join(''), 'utf16le') };
};

interface Told {
  ms: number;
  text: string;
}

const ascii = (text: string) =>
  text.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

const error = (id: string): Told => ({ ms: 0, text: `error:${id}` });
const rows = (found: readonly unknown[], ms = 0): Told => ({
  ms,
  text: `ok:${ascii(JSON.stringify(found))}`,
});
const never: Told = { ms: -1, text: '' };

const logTold = (source: EventSource, channel: Channel | null, now: number): Told => {
  if (channel === null)
    return error('System.Diagnostics.Eventing.Reader.EventLogNotFoundException,NotFound');
  if ('denied' in channel) return error('System.UnauthorizedAccessException,Denied');
  if ('hangs' in channel) return never;
  return rows(eventsFor(source, channel, now));
};

const cimTold = (
  source: Extract<Source, { kind: 'cim' }>,
  answer: ClassAnswer | null,
  now: number,
): Told => {
  if (answer === null) return error('HRESULT 0x80041010,GetCimInstanceCommand');
  if ('error' in answer) return error(answer.error);
  if ('hangs' in answer) return never;
  const { rows: known, ms } = 'rows' in answer ? answer : { rows: answer, ms: 0 };
  const found = select(known, source.query, source.properties);
  return rows(JSON.parse(fillTimes(JSON.stringify(found), now)) as unknown[], ms);
};

const inside = (text: string) => JSON.stringify(text).slice(1, -1);

const writeHost = async (folder: string, told: Description, now: number): Promise<void> => {
  const target = join(folder, 'powershell.exe');
  await mkdir(target, { recursive: true });
  const { powershell, caller } = told;
  const settings = { 'start-ms': powershell.ms, mode: powershell.mode, ...caller };
  for (const [name, value] of Object.entries(settings))
    await writeFile(join(target, name), String(value));
  const cim = sourcesOf('cim').map((source) => ({
    question: `${inside(source.namespace)}|${inside(source.query)}`,
    told: cimTold(source, told.cim[classOf(source.query)] ?? null, now),
  }));
  const logs = sourcesOf('events').map((source) => ({
    question: `${inside(source.channel)}|${inside(eventsQuery(source) ?? '')}`,
    told: logTold(source, told.events[source.channel] ?? null, now),
  }));
  const lines = [...cim, ...logs].map(async ({ question, told: { ms, text } }, nr) => {
    await writeFile(join(target, `${nr}.answer`), text);
    return `${question}\t${ms}\t${nr}.answer\n`;
  });
  await writeFile(join(target, 'questions'), (await Promise.all(lines)).join(''));
};

/** Lays out what the stand-in programs answer from; returns the names they are needed under. */
export const writeAnswers = async (
  folder: string,
  told: Description,
  now: number,
): Promise<string[]> => {
  const programs = Object.entries(told.programs);
  for (const [tool, answers] of programs)
    await writeTool(
      folder,
      tool,
      (answers ?? []).map((answer) => lineOf(answer, told, now)),
    );
  const logs = sourcesOf('events').map((source) =>
    eventLine(source, told.events[source.channel] ?? null, now),
  );
  await writeTool(
    folder,
    'wevtutil.exe',
    logs.filter((line) => line !== null),
  );
  await writeHost(folder, told, now);
  const there = programs.flatMap(([tool, answers]) => (answers === null ? [] : [tool]));
  const always = ['wevtutil.exe', 'powershell.exe'].filter((tool) => told.programs[tool] !== null);
  return [...new Set([...there, ...always])];
};
