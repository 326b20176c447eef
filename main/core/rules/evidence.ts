import type { ProbeId } from '../facts/index';
import type { Registration } from '../facts/registration';
import type { Evidence } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';

const source = 'device-registration';

export const registrationOf = (snapshot: Snapshot): Registration | null =>
  valueOf(snapshot, source);

/** The rows with these labels, as proof; a label that is not in the output proves nothing. */
export const rowsOf = (registration: Registration, ...labels: string[]): Evidence[] =>
  labels.flatMap((label) => {
    const row = registration.rows.find((candidate) => candidate.label === label);
    return row ? [{ source, field: row.label, value: row.value, line: row.line }] : [];
  });

/** Rows of one Work Account, whose labels repeat the device's. */
export const accountRows = (registration: Registration, ...labels: string[]): Evidence[] =>
  labels.flatMap((label) =>
    registration.rows
      .filter((row) => row.label === label && /^work account/i.test(row.section))
      .map((row) => ({ source, field: row.label, value: row.value, line: row.line })),
  );

/** A fact of any other probe, as proof. */
export const fact = (
  probe: ProbeId,
  field: string,
  value: string | number | boolean | null,
): Evidence => ({ source: probe, field, value: String(value) });
