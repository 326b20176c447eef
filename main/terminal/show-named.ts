import { clockState } from '../network/clock';
import type { NamedReport } from '../network/named/outcome';
import { type NamedStep, namedStepsOf } from '../network/named/report-json';
import { colourOfState } from './paint';
import { table } from './table';
import type { Terminal } from './terminal';
import { printable, wrap } from './wrap';

const printed = (value: NamedStep['values'][string]): string =>
  Array.isArray(value) ? value.join(', ') : String(value);

/** The answer in a word, and behind it what came with it: addresses, dialect, status. */
const row = ({ id, result, ms, values }: NamedStep, { words }: Terminal): [string, string] => {
  if (result === 'not-tried') return [words.say(`named.stage.${id}`), words.say('named.not-tried')];
  const known = Object.values(values).filter((value) => value !== null && value !== '');
  const proof = known.map(printed).filter((text) => text !== '' && text !== 'false');
  return [
    words.say(`named.stage.${id}`),
    [words.say(`net.${result}`), `${String(ms)} ms`, ...proof.map(printable)].join(' · '),
  ];
};

/** The answer for people: verdict, who and what next, then the chain with its proof. */
export const showNamed = (report: NamedReport, terminal: Terminal): string => {
  const { words, width, paint } = terminal;
  const { target, verdict, clockOffsetMs, ms } = report;
  const { state, code, owner, hints } = verdict;
  const about = { host: printable(target.host) };
  return [
    wrap(
      paint(
        colourOfState[state],
        words.say('named.headline', { ...about, what: words.say(`named.code.${code}`) }),
      ),
      width,
    ),
    ...(owner === null
      ? []
      : [
          table(
            [
              [words.say('terminal.show.who'), words.say(`owner.${owner}`)],
              [words.say('terminal.show.next'), words.lookUp(`named.do.${code}`) ?? '–'],
            ],
            width,
          ),
        ]),
    ...hints.map((hint) => wrap(words.say(`named.hint.${hint}`), width, '    ', '  - ')),
    '',
    table(
      namedStepsOf(report).map((one) => row(one, terminal)),
      width,
    ),
    '',
    ...(clockOffsetMs === null
      ? []
      : [
          wrap(
            words.say('named.clock', {
              state: clockState(clockOffsetMs),
              seconds: Math.abs(Math.round(clockOffsetMs / 1000)),
            }),
            width,
          ),
        ]),
    wrap(words.say('named.took', { ms: Math.round(ms) }), width),
    '',
  ].join('\n');
};
