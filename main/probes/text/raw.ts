import { failed, ok, unavailable } from '../../core/reading';
import type { Reading } from '../../core/reading';
import { codePages, decode } from '../../os/decode';
import type { CodePage } from '../../os/decode';
import type { Raw, RawReading, Source } from '../../os/port';
import type { Raws } from '../probe';
import { parseRegistry } from './registry-text';

/** Which code page console tools of this PC write in. */
export const codePageSource = {
  key: 'registry-code-page',
  rights: 'user',
  limitMs: 5_000,
  kind: 'registry',
  hive: 'HKLM',
  path: 'SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage',
  recurse: false,
} as const satisfies Source;

export const rawOf = (raws: Raws, key: string): RawReading =>
  raws[key] ?? unavailable('not-recorded', key);

const readCodePage = (bytes: Uint8Array): CodePage | undefined => {
  // The number itself is plain ASCII in every code page.
  const keys = parseRegistry(new TextDecoder('latin1').decode(bytes));
  const named = keys.flatMap((key) => key.values).find((value) => value.name === 'OEMCP');
  return codePages.find((page) => String(page) === named?.data.trim());
};

/** Almost every probe asks, and all of one look ask the same bytes. */
const codePagesRead = new WeakMap<Uint8Array, { page: CodePage | undefined }>();

const codePageOf = (raws: Raws): CodePage | undefined => {
  const raw = rawOf(raws, codePageSource.key);
  if (raw.kind !== 'ok') return undefined;
  const { bytes } = raw.value;
  const read = codePagesRead.get(bytes) ?? { page: readCodePage(bytes) };
  codePagesRead.set(bytes, read);
  return read.page;
};

export const decoded = (raws: Raws, raw: Raw): string => decode(raw.bytes, codePageOf(raws)).text;

export interface Text {
  text: string;
  exitCode: number | null;
}

/** The text of one source, or why there is none. */
export const textOf = (raws: Raws, key: string): Reading<Text> => {
  const raw = rawOf(raws, key);
  if (raw.kind !== 'ok') return raw;
  return ok({ text: decoded(raws, raw.value), exitCode: raw.value.exitCode });
};

/** A short, harmless piece of what was not understood, for the technician's view. */
export const notUnderstood = (text: string): Reading<never> =>
  failed('not-understood', text.replace(/\s+/g, ' ').trim().slice(0, 120));

/** What a probe declares when it reads the text of a tool. */
export const textReads = (...sources: Source[]): Source[] => [...sources, codePageSource];
