import type { PlacedRow } from './document';
import { fold, type SectionKind } from './vocabulary';

/** Rows by section and label. Two different values for one row are no value: one of them is damage. */
export interface Lookup {
  row(label: string, ...sections: SectionKind[]): PlacedRow | undefined;
  value(label: string, ...sections: SectionKind[]): string | undefined;
  account(index: number): Lookup;
  rows: readonly PlacedRow[];
}

export const lookup = (rows: readonly PlacedRow[]): Lookup => {
  const byKey = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    const key = `${row.kind}/${fold(row.label)}`;
    const same = byKey.get(key);
    if (same) same.push(row);
    else byKey.set(key, [row]);
  }
  const find = (label: string, ...sections: SectionKind[]): PlacedRow | undefined => {
    for (const section of sections) {
      const found = byKey.get(`${section}/${fold(label)}`);
      if (!found) continue;
      const [first] = found;
      return found.every((row) => row.value === first?.value) ? first : undefined;
    }
    return undefined;
  };
  return {
    row: find,
    value: (label, ...sections) => find(label, ...sections)?.value,
    account: (index) => lookup(rows.filter((row) => row.account === index)),
    rows,
  };
};
