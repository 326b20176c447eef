import { firstCauseWords } from '../../../strings/first-cause-words';
import { directionOf } from '../../../strings/languages';
import type { Words } from '../../../strings/index';
import { fieldWords, toldWords, triedWords } from '../circumstances';
import { findingWords, ownerWords } from '../finding-words';
import { gapGroups } from '../gaps';
import { headline, verdictLine } from '../json';
import type { Report } from '../report';
import { tellStory, type Chapter } from '../story';
import { codeText, marksOf, maskedLine } from '../ticket';
import { momentOf } from '../times';
import { lineDrawing } from './line';
import { escapeHtml, html, type Markup } from './markup';
import { qrDrawing } from './qr';
import { style } from './style';
import { listed } from '../../../strings/listed';

/** Nothing may be loaded, run or sent, whatever a value of the device looks like. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const pair = (label: string, value: Markup | string | null): Markup | null =>
  value === null || value === ''
    ? null
    : html`<dt>${label}</dt>
        <dd>${value}</dd>`;

const chapterCard = ({ finding, consequences }: Chapter, at: number, words: Words): Markup => {
  const { title, why, next } = findingWords(finding, words);
  const seen = finding.evidence
    .map((evidence) => fieldWords(evidence, words))
    .map(
      ({ field, value }, row) =>
        html`${row === 0 ? null : html`<br />`}${field}: <code>${value}</code>`,
    );
  return html`<section class="card ${finding.severity}" aria-labelledby="finding-${at}">
    <h3 id="finding-${at}">${title}</h3>
    <p class="dim">${marksOf(finding, words)}</p>
    <dl>
      ${pair(words.say('report.why'), why)}
      ${pair(words.say('report.owner'), ownerWords(finding.owner, words))}
      ${pair(words.say('report.next'), next)}
      ${seen.length === 0 ? null : pair(words.say('report.seen'), html`${seen}`)}
      ${pair(words.say('report.codes'), finding.codes.join(', '))}
      ${pair(words.say('report.id'), finding.id)}
    </dl>
    ${
      consequences.length === 0
        ? null
        : html`<p>${words.say('report.consequences')}</p>
            <ul>
              ${consequences.map(
                (each) =>
                  html`<li>
                    ${findingWords(each, words).title} <span class="dim">(${each.id})</span>
                  </li>`,
              )}
            </ul>`
    }
  </section>`;
};

const aboutTable = (report: Report, words: Words): Markup => {
  const { diagnosis } = report;
  const rows: [string, Markup | string][] = [
    ...report.about.map(({ id, value, masked }): [string, string] => [
      words.say(`about.${id}`),
      masked ? words.say('report.masked-value', { value }) : value,
    ]),
    [words.say('report.join'), words.lookUp(`join.${diagnosis.join.type}`) ?? ''],
    [words.say('report.prt'), words.say(`report.prt.${diagnosis.prt.state}`)],
    [
      words.say('report.read-at'),
      diagnosis.observedAt === null
        ? words.say('report.read-at.unknown')
        : momentOf(diagnosis.observedAt, words.language),
    ],
  ];
  return html`<table>
    <tbody>
      ${rows.map(
        ([label, value]) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
};

const codeTable = (report: Report, words: Words): Markup | null =>
  report.diagnosis.codes.length === 0
    ? null
    : html`<h2>${words.say('report.all-codes')}</h2>
        <table>
          <tbody>
            ${report.diagnosis.codes.map(
              (code) =>
                html`<tr>
                  <th scope="row">
                    <code>${code.code}</code><br /><span class="dim">${code.field}</span>
                  </th>
                  <td>${codeText(code, words)}</td>
                </tr>`,
            )}
          </tbody>
        </table>`;

const gapList = (report: Report, words: Words): Markup | null => {
  const groups = gapGroups(report.diagnosis.gaps, words);
  return groups.length === 0
    ? null
    : html`<h2>${words.say('report.gaps')}</h2>
        <ul>
          ${groups.map(
            ({ reason, names }) =>
              html`<li>${reason} <span class="dim">${listed(names, words)}</span></li>`,
          )}
        </ul>`;
};

const listOf = (title: string, lines: readonly (Markup | string)[]): Markup | null =>
  lines.length === 0
    ? null
    : html`<h2>${title}</h2>
        <ul>
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>`;

const triedList = ({ tried }: Report, words: Words): Markup | null =>
  listOf(
    words.say('report.tried'),
    tried.map((one) => {
      const { title, lines } = triedWords(one, words);
      return html`${title}${
        lines.length === 0
          ? null
          : html`<ul>
              ${lines.map((line) => html`<li>${line}</li>`)}
            </ul>`
      }`;
    }),
  );

/** One file that opens anywhere, also without a network, and runs nothing. */
export const reportDocument = (report: Report, qrText: string, words: Words): string => {
  const { diagnosis, supportCode, masked, version, madeAt } = report;
  const title = headline(diagnosis, words);
  const direction = directionOf(words.language);
  const unread = firstCauseWords(diagnosis.firstCause?.unread, words);
  const chapters = tellStory(diagnosis.findings, diagnosis.rootCause);
  const body = html`<header>
      <p class="dim">${words.say('report.title')}</p>
      <h1>${title}</h1>
      <p>${verdictLine(diagnosis.state, words)}</p>
    </header>
    <main>
      <h2>${words.say('report.support-code')}</h2>
      <p class="code">${supportCode}</p>
      ${qrDrawing(qrText, words.say('report.qr'))}
      <h2>${words.say('report.about')}</h2>
      ${aboutTable(report, words)}
      ${
        diagnosis.line.length === 0
          ? null
          : html`<h2>${words.say('line.title')}</h2>
              ${lineDrawing(diagnosis.line, words)}`
      }
      ${unread === null ? null : html`<p>${unread}</p>`}
      ${
        chapters.length === 0
          ? null
          : html`<h2>${words.say('report.findings')}</h2>
              ${chapters.map((chapter, at) => chapterCard(chapter, at + 1, words))}`
      }
      ${listOf(
        words.say(report.minutes === null ? 'report.note' : 'report.notes'),
        report.note.split('\n').filter((line) => line.trim() !== ''),
      )}
      ${listOf(words.say('report.told'), toldWords(report, words))} ${triedList(report, words)}
      ${codeTable(report, words)} ${gapList(report, words)}
    </main>
    <footer class="dim">
      <p>${maskedLine(masked, words)}</p>
      <p>${words.say('report.made', { version, moment: momentOf(madeAt, words.language) })}</p>
    </footer>`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(words.language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body.text}
</body>
</html>
`;
};
