import { renderUnicodeCompact } from 'uqr';
import type { ReadinessView, ReadyLineView, ResetKindView } from '../../preload/contract-readiness';
import { qrText, readinessWords } from '../../strings/readiness-words';
import type { Tri } from '../core/reading';
import type { Colour } from './paint';
import { table } from './table';
import type { Terminal } from './terminal';
import { printable, wrap } from './wrap';

const colours: Record<Tri, Colour> = { yes: 'green', no: 'red', unknown: 'yellow' };

const lineRow = (line: ReadyLineView, terminal: Terminal): readonly [string, string] => {
  const { words } = terminal;
  const say = readinessWords(words);
  const { title, text } = say.line(line);
  const mark = words.lookUp(`readiness.mark.${line.state}`) ?? line.state;
  const items = line.items.map((item) => `\n- ${printable(say.item(item))}`).join('');
  return [`${mark}`, `${title}: ${printable(text)}${items}`];
};

const listOf = (kind: ResetKindView, weight: ReadyLineView['weight'], terminal: Terminal) => {
  const { words, paint, width } = terminal;
  const rows = kind.lines.filter((line) => line.weight === weight);
  if (rows.length === 0) return [];
  return [
    '',
    paint('bold', words.say(`readiness.${weight}`)),
    table(
      rows.map((line) => lineRow(line, terminal)),
      width,
    ),
  ];
};

const kindRow = (kind: ResetKindView, terminal: Terminal): readonly [string, string] => {
  const say = readinessWords(terminal.words);
  const why = say.of('suit', kind.suit.reason);
  return [kind.id, `${say.of('kind', `${kind.id}.title`)}. ${why}`];
};

const kindCard = (kind: ResetKindView, terminal: Terminal): string[] => {
  const { words, paint, width } = terminal;
  const say = readinessWords(words);
  const things = (ids: readonly string[]) => ids.map((id) => say.of('thing', id)).join('; ');
  return [
    paint('bold', say.of('kind', `${kind.id}.title`)),
    paint(colours[kind.suit.state === 'no' ? 'no' : kind.state], wrap(say.verdict(kind), width)),
    table(
      [
        [words.say('readiness.how'), say.of('kind', `${kind.id}.how`)],
        [words.say('readiness.keeps'), things(kind.keeps)],
        [words.say('readiness.loses'), things(kind.loses)],
        [words.say('readiness.takes'), say.of('takes', kind.takes)],
        [words.say('readiness.who'), say.of('starter', kind.starter)],
      ],
      width,
    ),
    ...listOf(kind, 'must', terminal),
    ...listOf(kind, 'should', terminal),
  ];
};

/** The chosen kind with its list, all other kinds in one line each, and the sheet that goes along. */
export const showReadiness = (
  view: ReadinessView,
  chosen: ResetKindView | null,
  terminal: Terminal,
): string => {
  const { words, paint, width } = terminal;
  const sheet = readinessWords(words).sheet(view.sheet, chosen);
  return [
    ...(chosen === null ? [] : kindCard(chosen, terminal)),
    '',
    paint('bold', words.say('readiness.ways')),
    table(
      view.kinds.map((kind) => kindRow(kind, terminal)),
      width,
    ),
    ...sheet.flatMap(({ title, lines }) => [
      '',
      paint('bold', title),
      ...lines.map((line) => wrap(printable(line), width, '    ', '  ')),
    ]),
    '',
    renderUnicodeCompact(qrText(sheet)),
    '',
  ].join('\n');
};
