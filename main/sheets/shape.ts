import { z } from 'zod';
import { mergeSheets, type Sheet } from '../core/batch/sheet';
import { done, refused, type Result } from '../os/result';

const text = (most: number) => z.string().max(most);
const moment = z.number().finite();
const tri = z.enum(['yes', 'no', 'unknown']);
const field = z.object({
  claims: z.array(z.object({ id: text(64), value: text(400), by: text(100), at: moment })).max(200),
  replaced: z.array(text(64)).max(10_000),
});
const evidence = z.object({ source: text(80), field: text(200), value: text(2_000) });
const point = z.object({ id: text(64), state: tri, proof: z.array(evidence).max(40) });
const values = z.record(text(64), z.union([text(400), z.number()]));
const findings = z.array(z.object({ id: text(100), values })).max(200);
const checked = z.object({ at: moment, by: text(100), points: z.array(point).max(60), findings });
const stepState = z.enum([
  'not-started',
  'in-progress',
  'succeeded',
  'failed',
  'not-required',
  'unknown',
]);
const step = {
  id: text(400),
  state: stepState,
  from: moment.nullable(),
  until: moment.nullable(),
  code: text(64).nullable(),
};
const kind = z.enum(['policy', 'msi', 'store-app', 'win32-app', 'certificate', 'network', 'other']);
const setUp = z.object({
  from: moment,
  at: moment,
  by: text(100),
  over: tri,
  phases: z.array(z.object(step)).max(200),
  apps: z.array(z.object({ ...step, name: text(400), kind })).max(1_000),
  giveUp: z.object({ at: moment, minutes: z.number(), told: z.boolean() }).nullable(),
  findings,
});
const signature = z.object({
  id: text(64),
  by: text(100),
  at: moment,
  seenAt: moment,
  points: z.array(point).max(60),
  words: z.array(z.object({ point: text(64), reason: text(400) })).max(60),
});
const row = z.object({
  fields: z.partialRecord(
    z.enum(['model', 'name', 'asset-tag', 'group-tag', 'note', 'removed']),
    field,
  ),
  preflight: checked.nullable(),
  setUp: setUp.nullable(),
  signOff: checked.nullable(),
  signatures: z.array(signature).max(1_000),
});

const sheet: z.ZodType<Sheet> = z.object({
  schema: z.literal(1),
  name: field,
  rows: z.record(text(64), row),
}) as z.ZodType<Sheet>;

export type SheetRefusal = 'not-a-sheet' | 'sheet-newer' | 'sheet-damaged';

const versionOf = (json: unknown): unknown =>
  typeof json === 'object' && json !== null && 'rows' in json && 'schema' in json
    ? json.schema
    : null;

/** Half a file, or one of somebody else's, is named and never taken in part. */
export const readSheet = (bytes: Uint8Array): Result<Sheet, SheetRefusal> => {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused('sheet-damaged');
  }
  const version = versionOf(json);
  if (typeof version !== 'number') return refused('not-a-sheet');
  if (version > 1) return refused('sheet-newer', String(version));
  const read = sheet.safeParse(json);
  // Merging with itself brings everything into the one order, whoever wrote it.
  return read.success ? done(mergeSheets(read.data, read.data)) : refused('sheet-damaged');
};

export const sheetBytes = (whole: Sheet): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(whole)}\n`);
