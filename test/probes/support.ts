import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect } from 'vitest';
import type { Facts, ProbeId } from '../../main/core/facts/index';
import { failed, ok, unavailable } from '../../main/core/reading';
import type { Reading } from '../../main/core/reading';
import type { RawReading, Source } from '../../main/os/port';
import type { Probe, Raws } from '../../main/probes/probe';

const captures = join(import.meta.dirname, '..', 'captures', 'other');

/** The capture as a Windows tool would have written it: CR LF, unless told otherwise. */
export const capture = (name: string, lineEnd = '\r\n'): string =>
  readFileSync(join(captures, name), 'utf8').replace(/\r?\n/g, lineEnd);

export const encode = (text: string, encoding = 'utf-8'): Uint8Array =>
  encoding === 'utf-16le'
    ? Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    : iconv.encode(text, encoding);

export const ran = (text: string | Uint8Array, exitCode: number | null = 0): RawReading =>
  ok({ bytes: typeof text === 'string' ? encode(text) : text, exitCode, ms: 1 });

/** The answer of `reg query` to a key that is not there. */
export const noKey = ran(capture('reg-missing-key-de.txt'), 1);

export const json = (rows: unknown): RawReading => ran(JSON.stringify(rows), null);

type Value = [type: string, data: string];
type Keys = Record<string, Record<string, Value>>;

const hives = { HKLM: 'HKEY_LOCAL_MACHINE', HKCU: 'HKEY_CURRENT_USER', HKU: 'HKEY_USERS' };

/** What `reg query` prints, for paths below a hive; an empty name is the default value. */
export const registry = (hive: keyof typeof hives, keys: Keys, word = '(Default)'): string =>
  Object.entries(keys)
    .map(([path, values]) => {
      const rows = Object.entries(values).map(
        ([name, [type, data]]) => `    ${name === '' ? word : name}    ${type}    ${data}\r\n`,
      );
      return `\r\n${hives[hive]}\\${path}\r\n${rows.join('')}`;
    })
    .join('');

export const dword = (number: number): Value => ['REG_DWORD', `0x${(number >>> 0).toString(16)}`];
export const text = (data: string): Value => ['REG_SZ', data];
export const binary = (bytes: Uint8Array): Value => [
  'REG_BINARY',
  Buffer.from(bytes).toString('hex').toUpperCase(),
];

interface EventShape {
  id: number;
  provider?: string;
  level?: number;
  at?: string;
  data?: Record<string, string | number>;
}

const escaped = (value: string | number) =>
  String(value).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** One event as `wevtutil … /f:xml` prints it. */
export const eventXml = ({ id, provider, level, at, data }: EventShape): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>` +
  `<Provider Name='${provider ?? 'Some-Provider'}' Guid='{3da494e4-0fe2-415c-b895-fb5265c5c83b}'/>` +
  `<EventID>${id}</EventID><Version>0</Version><Level>${level ?? 2}</Level>` +
  `<TimeCreated SystemTime='${at ?? '2026-07-16T08:05:12.1234567Z'}'/>` +
  `<EventRecordID>1042</EventRecordID><Channel>Some/Admin</Channel></System><EventData>` +
  Object.entries(data ?? {})
    .map(([name, value]) => `<Data Name='${name}'>${escaped(value)}</Data>`)
    .join('') +
  `</EventData></Event>\r\n`;

export const eventLog = (...events: EventShape[]): RawReading =>
  ran(encode(events.map(eventXml).join(''), 'utf-16le'));

/** What the inspector hands to a probe: every declared key, those not given as not recorded. */
export const rawsFor = (
  probe: { reads: readonly Source[] },
  given: Readonly<Record<string, RawReading>>,
): Raws => {
  const declared = new Set(probe.reads.map(({ key }) => key));
  for (const key of Object.keys(given))
    if (!declared.has(key)) throw new Error(`the probe does not read ${key}`);
  const missing = probe.reads.map(({ key }) => [key, unavailable('not-recorded', key)] as const);
  return { ...Object.fromEntries(missing), ...given };
};

export const parse = <K extends ProbeId>(
  probe: Probe<K>,
  given: Readonly<Record<string, RawReading>>,
): Reading<Facts[K]> => probe.parse(rawsFor(probe, given));

/** The facts of a reading that must have worked. */
export const facts = <K extends ProbeId>(
  probe: Probe<K>,
  given: Readonly<Record<string, RawReading>>,
): Facts[K] => {
  const reading = parse(probe, given);
  if (reading.kind !== 'ok') expect.fail(`not read: ${JSON.stringify(reading)}`);
  return reading.value;
};

/** What can come instead of bytes: none of it may turn into a fact. */
export const gaps: readonly RawReading[] = [
  unavailable('denied'),
  unavailable('tool-missing'),
  unavailable('declined'),
  unavailable('blocked-by-policy'),
  unavailable('not-recorded'),
  failed('timed-out'),
  failed('over-budget'),
  failed('crashed'),
];
