import { directionOf } from '../../strings/languages';
import type { Words } from '../../strings/index';
import { shownIn, type Point, type Row, type Sheet } from '../core/batch/sheet';
import { conflictsOf, countStates, lastSignature, rowStates, stateOf } from '../core/batch/state';
import { escapeHtml, html, type Markup } from '../reports/html/markup';
import { style } from '../reports/html/style';
import { momentOf } from '../reports/times';
import { inSerialOrder, sheetName } from './views';

/** Nothing may be loaded, run or sent, whatever a value of a device looks like. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const ownStyle = `
main, header, footer { max-width: 1100px; }
th, td { overflow-wrap: break-word; }
thead th, tbody th { width: auto; }
.device { break-inside: avoid; }
.points { columns: 2; column-gap: 2em; padding-inline-start: 1.2em; }
.points li { break-inside: avoid; }
@media (max-width: 700px) { .points { columns: 1; } }
@media print { thead { display: table-header-group; } tr { break-inside: avoid; } }
`;

const proofText = ({ proof }: Point): string =>
  proof.map(({ field, value }) => `${field} = ${value}`).join(', ');

const pointItem = (point: Point, reason: string | undefined, words: Words): Markup =>
  html`<li>
    <strong>${words.lookUp(`batch.point.${point.id}`) ?? point.id}</strong>:
    ${words.say(`batch.answer.${point.state}`)}
    ${reason === undefined ? null : html`<br />${words.say('batch.reason', { reason })}`}
    ${point.proof.length === 0 ? null : html`<br /><span class="dim">${proofText(point)}</span>`}
  </li>`;

/** What was signed, point by point, with the readings behind it: it takes the place of photographs. */
const deviceCard = ([serial, row]: [string, Row], words: Words): Markup | null => {
  const signature = lastSignature(row);
  if (signature === null) return null;
  const reasons = new Map(signature.words.map(({ point, reason }) => [point, reason]));
  return html`<section class="card device" aria-labelledby="device-${serial}">
    <h3 id="device-${serial}">${serial}</h3>
    <p>
      ${words.say('batch.signed', {
        by: signature.by,
        moment: momentOf(signature.at, words.language),
      })}
    </p>
    <ul class="points">
      ${signature.points.map((point) => pointItem(point, reasons.get(point.id), words))}
    </ul>
  </section>`;
};

const tableRow = ([serial, row]: [string, Row], words: Words): Markup => {
  const signature = lastSignature(row);
  const conflicts = conflictsOf(row);
  return html`<tr>
    <th scope="row">${serial}</th>
    <td>${shownIn(row, 'model')}</td>
    <td>${shownIn(row, 'name')}</td>
    <td>${shownIn(row, 'asset-tag')}</td>
    <td>
      ${words.say(`batch.state.${stateOf(row)}`)}${
        conflicts.length === 0
          ? null
          : html`<br />${words.say('batch.conflicts', { count: conflicts.length })}`
      }
    </td>
    <td>
      ${
        signature === null
          ? null
          : words.say('batch.signed', {
              by: signature.by,
              moment: momentOf(signature.at, words.language),
            })
      }
    </td>
    <td>${shownIn(row, 'note')}</td>
  </tr>`;
};

const columns = ['serial', 'model', 'name', 'asset-tag', 'state', 'signature', 'note'] as const;

/** The whole batch on paper: one file that opens anywhere and runs nothing. */
export const sheetDocument = (sheet: Sheet, words: Words, now: number): string => {
  const rows = inSerialOrder(sheet);
  const counts = countStates(sheet);
  const title = words.say('batch.document', { name: sheetName(sheet) });
  const cards = rows.flatMap((row) => deviceCard(row, words) ?? []);
  const body = html`<header><h1>${title}</h1></header>
    <main>
      <ul>
        ${rowStates
          .filter((state) => (counts[state] ?? 0) > 0)
          .map(
            (state) =>
              html`<li>${words.say(`batch.state.${state}`)}: ${String(counts[state] ?? 0)}</li>`,
          )}
      </ul>
      <table>
        <thead>
          <tr>
            ${columns.map((id) => html`<th scope="col">${words.say(`batch.column.${id}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => tableRow(row, words))}
        </tbody>
      </table>
      ${cards.length === 0 ? null : html`<h2>${words.say('batch.proof')}</h2>`} ${cards}
    </main>
    <footer class="dim">
      <p>${words.say('batch.made', { moment: momentOf(now, words.language) })}</p>
    </footer>`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(words.language)}" dir="${directionOf(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}${ownStyle}</style>
</head>
<body>
${body.text}
</body>
</html>
`;
};
