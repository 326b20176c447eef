import type { BulkRow } from './results';

const columns = ['serial', 'device', 'result', 'code', 'request id', 'time'] as const;

/** A cell that a spreadsheet would take for a formula is made a text; quotes are doubled. */
const cell = (value: string): string => {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

const lineOf = ({ serial, device, kind, code, requestId, at }: BulkRow): string =>
  [serial, device ?? '', kind, code ?? '', requestId ?? '', new Date(at).toISOString()]
    .map(cell)
    .join(',');

/** What became of each device, in the order of the list: the one file a technician takes along. */
export const bulkTable = (rows: Iterable<BulkRow>, serials: readonly string[]): string => {
  const last = new Map<string, BulkRow>();
  for (const row of rows) last.set(row.serial, row);
  const lines = serials.flatMap((serial) => {
    const row = last.get(serial);
    return row === undefined ? [] : [lineOf(row)];
  });
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
};
