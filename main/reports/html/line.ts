import type { Words } from '../../../strings/index';
import type { Stop } from '../../core/line-map';
import { html, type Markup } from './markup';

const perRow = 6;
const wide = 150;
const high = 96;
const radius = 11;

/** A shape besides the colour, because a print may have none. */
const signs: Record<Stop['state'], string> = {
  ok: '✓',
  broken: '✕',
  degraded: '!',
  unknown: '?',
  'not-needed': '–',
};

/** Two lines at most; a word is never cut. */
const inLines = (text: string): string[] => {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length > 17 && lines.length < 3) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
};

const stop = ({ link, state }: Stop, at: number, last: boolean, words: Words): Markup => {
  const x = (at % perRow) * wide + wide / 2;
  const y = Math.floor(at / perRow) * high + 22;
  const name = words.lookUp(`stop.${link}`) ?? link;
  return html`<g class="stop ${state}">
    ${
      last || at % perRow === perRow - 1
        ? null
        : html`<line x1="${x + radius}" y1="${y}" x2="${x + wide - radius}" y2="${y}" />`
    }
    <circle cx="${x}" cy="${y}" r="${radius}" />
    <text class="sign" x="${x}" y="${y + 5}">${signs[state]}</text>
    ${inLines(name).map((line, row) => html`<text x="${x}" y="${y + 30 + row * 15}">${line}</text>`)}
  </g>`;
};

/** The way from the wire to the work as a drawing; the same as words stands in its description. */
export const lineDrawing = (line: readonly Stop[], words: Words): Markup => {
  const rows = Math.ceil(line.length / perRow);
  const described = line
    .map(({ link, state }) =>
      words.say('report.line.stop', {
        name: words.lookUp(`stop.${link}`) ?? link,
        state: words.say(`stop.state.${state}`),
      }),
    )
    .join('; ');
  const width = Math.min(line.length, perRow) * wide;
  return html`<svg
    class="line"
    viewBox="0 0 ${width} ${rows * high}"
    width="${width}"
    height="${rows * high}"
    role="img"
    aria-labelledby="line-title line-text"
  >
    <title id="line-title">${words.say('line.title')}</title>
    <desc id="line-text">${described}</desc>
    ${line.map((each, at) => stop(each, at, at === line.length - 1, words))}
  </svg>`;
};
