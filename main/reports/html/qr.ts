import { encode } from 'uqr';
import { html, type Markup } from './markup';

/** Low correction holds the most; a screen and a print are clean. */
const matrixOf = (text: string): boolean[][] => encode(text, { ecc: 'L', border: 2 }).data;

/** Dark cells as one path, a run at a time: small, and it prints sharp. */
export const qrPath = (text: string): { size: number; path: string } => {
  const rows = matrixOf(text);
  const path = rows
    .flatMap((row, y) => {
      const runs: string[] = [];
      for (let x = 0; x < row.length; x += 1) {
        if (row[x] !== true) continue;
        const from = x;
        while (row[x + 1] === true) x += 1;
        runs.push(`M${String(from)} ${String(y)}h${String(x - from + 1)}v1H${String(from)}z`);
      }
      return runs;
    })
    .join('');
  return { size: rows.length, path };
};

export const qrDrawing = (text: string, label: string): Markup => {
  const { size, path } = qrPath(text);
  return html`<svg
    class="qr"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label="${label}"
    shape-rendering="crispEdges"
  >
    <path d="${path}" fill="#000" />
  </svg>`;
};
