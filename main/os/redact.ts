import { createHash, createHmac, randomBytes } from 'node:crypto';
import iconv from 'iconv-lite';
import { maskedBut, type OpenGroup } from '../core/redact/groups';
import { createRedactor, type Redactor } from '../core/redact/redactor';
import type { Capture, ManifestEntry, Who } from './capture/manifest';
import { codePages, decode, type CodePage, type Encoding } from './decode';
import type { Source } from './port';

const marks: Partial<Record<Encoding, string>> = {
  'utf-8': 'efbbbf',
  'utf-16le': 'fffe',
  'utf-16be': 'feff',
};

const bytesOf = (text: string, encoding: Encoding): Buffer =>
  iconv.encode(text, encoding, { addBOM: false });

/** As it was, if it can still be told from its bytes how to read it; else with a mark that tells. */
const encodeLike = (original: Uint8Array, text: string, encoding: Encoding, hint?: CodePage) => {
  const mark = Buffer.from(marks[encoding] ?? '', 'hex');
  const hasMark = mark.length > 0 && mark.equals(original.subarray(0, mark.length));
  const bytes = Buffer.concat([hasMark ? mark : Buffer.alloc(0), bytesOf(text, encoding)]);
  return decode(bytes, hint).text === text ? bytes : iconv.encode(text, 'utf-8', { addBOM: true });
};

/** The code page that the tools of that PC write in, told in plain ASCII. */
const codePageIn = (capture: Capture): CodePage | undefined => {
  const bytes = capture.files.get('registry-code-page.txt') ?? new Uint8Array();
  const [, told] = /OEMCP\s+REG_SZ\s+(\d+)/.exec(Buffer.from(bytes).toString('latin1')) ?? [];
  return codePages.find((page) => String(page) === told);
};

/** Words of our own questions, which therefore name nobody. */
const vocabularyOf = (sources: readonly Source[]): string[] =>
  sources.flatMap((source) => {
    switch (source.kind) {
      case 'registry':
      case 'file':
      case 'sizes':
        return [source.path];
      case 'events':
        return [source.channel];
      case 'cim':
        return [source.namespace, source.query, ...source.properties];
      default:
        return [];
    }
  });

const maskWho = (who: Who, redactor: Redactor): Who => {
  const name = (value: string | null | undefined) =>
    typeof value === 'string' ? redactor.name(value) : null;
  const { elevated = null, system = null } = who;
  return {
    user: name(who.user),
    domain: name(who.domain),
    computer: name(who.computer),
    elevated,
    system,
  };
};

const maskEntry = (entry: ManifestEntry, redactor: Redactor): ManifestEntry =>
  'detail' in entry && typeof entry.detail === 'string'
    ? { ...entry, detail: redactor.mask('', entry.detail) }
    : entry;

/**
 * The same capture without who and whose it is. The key lives as long as this call, so that masks
 * cannot be undone by trying names, and two captures of one device cannot be laid side by side.
 */
export const redactCapture = (
  capture: Capture,
  sources: readonly Source[],
  open: readonly OpenGroup[] = [],
): Capture => {
  const key = randomBytes(32);
  const digest = (text: string): Uint8Array => createHmac('sha256', key).update(text).digest();
  const fingerprint = (bytes: readonly number[]): string =>
    createHash('sha1').update(Uint8Array.from(bytes)).digest('hex');
  const redactor = createRedactor({
    digest,
    fingerprint,
    vocabulary: vocabularyOf(sources),
    masked: maskedBut(open),
  });
  const hint = codePageIn(capture);
  const { manifest } = capture;
  const texts = Object.entries(manifest.sources).flatMap(([name, entry]) => {
    const bytes = entry.outcome === 'ok' ? capture.files.get(entry.file) : undefined;
    if (bytes === undefined || entry.outcome !== 'ok') return [];
    return [{ name, file: entry.file, bytes, ...decode(bytes, hint) }];
  });
  if (manifest.who !== undefined) redactor.learn('host', JSON.stringify(manifest.who));
  for (const { name, text } of texts) redactor.learn(name, text);
  return {
    files: new Map(
      texts.map(({ name, file, bytes, text, encoding }) => [
        file,
        encodeLike(bytes, redactor.mask(name, text), encoding, hint),
      ]),
    ),
    manifest: {
      schema: manifest.schema,
      tool: manifest.tool,
      ...(manifest.version === undefined ? {} : { version: manifest.version }),
      madeAt: manifest.madeAt,
      platform: manifest.platform,
      redacted: true,
      ...(manifest.who === undefined ? {} : { who: maskWho(manifest.who, redactor) }),
      sources: Object.fromEntries(
        Object.entries(manifest.sources).map(([name, entry]) => [name, maskEntry(entry, redactor)]),
      ),
    },
  };
};
