import { wrap } from './wrap';

const widest = 34;

/** Two columns; the second one hangs under itself. */
export const table = (rows: readonly (readonly [string, string])[], width: number): string => {
  const column = Math.min(widest, Math.max(0, ...rows.map(([left]) => left.length))) + 4;
  return rows
    .map(([left, right]) => {
      const head = `  ${left}`;
      const indent = ' '.repeat(column);
      return head.length + 1 < column
        ? wrap(right, width, indent, `${head.padEnd(column)}`)
        : `${head}\n${wrap(right, width, indent)}`;
    })
    .join('\n');
};
