import type { CloudReachView, CloudRowView, RequirementView } from '../../preload/contract';

/** One line of the table: an address that was tested, or one that only a rule of a firewall can name. */
export interface ReachRow extends RequirementView {
  id: string;
  tested: Pick<CloudRowView, 'problem' | 'required' | 'standsFor'> | null;
}

export const reachRows = ({ rows, untestable }: CloudReachView): ReachRow[] => [
  ...rows.map((row, index) => ({ ...row, id: `tested ${String(index)}`, tested: row })),
  ...untestable.map((row, index) => ({ ...row, id: `other ${String(index)}`, tested: null })),
];

export const filterRows = (
  rows: readonly ReachRow[],
  wish: { text: string; onlyProblems: boolean },
  wordsOf: (row: ReachRow) => string,
): ReachRow[] => {
  const wanted = wish.text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (!wish.onlyProblems || (row.tested !== null && row.tested.problem !== null)) &&
      `${row.host}\n${row.tested?.standsFor ?? ''}\n${String(row.port)}\n${row.service}\n${wordsOf(row)}`
        .toLowerCase()
        .includes(wanted),
  );
};

/** A cell that begins like a formula would be run by a spreadsheet; a quote in front keeps it text. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

export const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(cell).join(',')).join('\r\n');
