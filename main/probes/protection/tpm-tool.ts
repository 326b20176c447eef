import type { Tpm } from '../../core/facts/protection';
import { failed, ok, triOf } from '../../core/reading';
import type { Reading, Tri } from '../../core/reading';
import { filled, linesOf } from '../text/lines';

interface Row {
  label: string;
  value: string;
  nested: boolean;
}

const rowShape = /^([ \t]*)-([^:\uFF1A]+)[:\uFF1A](.*)$/u;

const rowsIn = (text: string): Row[] =>
  linesOf(text).flatMap((line) => {
    const [, indent = '', label, value] = rowShape.exec(line) ?? [];
    return label === undefined || value === undefined
      ? []
      : [{ label: label.trim(), value: value.trim(), nested: indent !== '' }];
  });

const truth: Record<string, boolean> = { true: true, false: false };
const truthOf = (row: Row | undefined): boolean | null =>
  truth[row?.value.toLowerCase() ?? ''] ?? null;

/** The run of answers, in the order every version prints them. */
const answers = [
  'initialized',
  'readyForStorage',
  'readyForAttestation',
  'canAttest',
  'clearNeeded',
  'clearPossible',
  'vulnerableFirmware',
] as const;
type Answer = (typeof answers)[number];

/** Every label seen so far was English, on French systems as well; where one is not, its place tells. */
const labels: Record<Answer, string> = {
  initialized: 'Is Initialized',
  readyForStorage: 'Ready For Storage',
  readyForAttestation: 'Ready For Attestation',
  canAttest: 'Is Capable For Attestation',
  clearNeeded: 'Clear Needed To Recover',
  clearPossible: 'Clear Possible',
  vulnerableFirmware: 'TPM Has Vulnerable Firmware',
};

const dotted = /^\d+(\.\d+)+$/;

/** First answer of the run: the first yes or no after a dotted version. */
const runStart = (rows: readonly Row[]): number => {
  const version = rows.findIndex(({ value }) => dotted.test(value));
  return rows.findIndex((row, at) => at > version && version >= 0 && truthOf(row) !== null);
};

const answersIn = (rows: readonly Row[]): Record<Answer, Tri> => {
  const start = runStart(rows);
  const known = rows.some(({ label }) => Object.values(labels).includes(label));
  const rowFor = (answer: Answer, place: number): Row | undefined =>
    known ? rows.find(({ label }) => label === labels[answer]) : rows[start + place];
  const entries = answers.map((answer, place) => {
    const usable = known || start >= 0;
    return [answer, triOf(usable ? truthOf(rowFor(answer, place)) : null)] as const;
  });
  return Object.fromEntries(entries) as Record<Answer, Tri>;
};

const ready = (version: string | null, told: Record<Answer, Tri>): Tri => {
  if (version === null) return 'unknown';
  const wanted: Tri[] = [
    triOf(version.startsWith('2.')),
    told.readyForAttestation,
    told.canAttest,
    told.vulnerableFirmware === 'unknown' ? 'unknown' : triOf(told.vulnerableFirmware === 'no'),
  ];
  if (wanted.includes('no')) return 'no';
  return wanted.includes('unknown') ? 'unknown' : 'yes';
};

/** `tpmtool getdeviceinformation`, which a standard user may run. */
export const readTpmTool = (text: string): Reading<Tpm> => {
  const rows = rowsIn(text);
  const [first] = rows;
  const present = truthOf(first);
  if (present === null) return failed('not-understood', text.trim().slice(0, 120));
  const flat = rows.filter(({ nested }) => !nested);
  const told = answersIn(flat);
  const at = flat.findIndex(({ value }) => dotted.test(value));
  const version = at === 1 ? (flat[1]?.value ?? null) : null;
  const lockedOut = truthOf(rows.find(({ nested }) => nested));
  return ok({
    present: triOf(present),
    version,
    manufacturer: version === null ? null : filled(flat[2]?.value),
    firmware: version === null ? null : filled(flat[4]?.value),
    initialized: told.initialized,
    readyForStorage: told.readyForStorage,
    readyForAttestation: told.readyForAttestation,
    canAttest: told.canAttest,
    clearNeeded: told.clearNeeded,
    vulnerableFirmware: told.vulnerableFirmware,
    lockedOut: triOf(lockedOut),
    attestationReady: present ? ready(version, told) : 'no',
  });
};
