import type { ClockView } from '../core/clocks';
import { showClocks } from './show-clocks';
import type { MeasuredReach } from './measure-reach';
import { colourOfSeverity, colourOfState } from './paint';
import type { Terminal } from './terminal';
import { printable, wrap } from './wrap';

/** The joined clock in one sentence. */
const clockLine = ({ offsetMs, state, looksLikeTimeZone, odd }: ClockView, terminal: Terminal) => {
  const { words, width } = terminal;
  const said = words.say('check-reach.clock', {
    state,
    seconds: Math.abs(Math.round((offsetMs ?? 0) / 1000)),
    zone: looksLikeTimeZone ? 'yes' : 'no',
  });
  const strange = odd.map(printable).join(', ');
  return [
    wrap(said, width),
    ...(strange === '' ? [] : [wrap(words.say('check-reach.odd', { hosts: strange }), width)]),
  ];
};

/** What was measured along with a check: the company, the cloud and the clocks they showed. */
export const showReach = (
  { company, cloud, servers, clock }: MeasuredReach,
  terminal: Terminal,
): string => {
  const { words, width, paint } = terminal;
  const fine = cloud.results.filter(({ problem }) => problem === null).length;
  const companyLine =
    company === null
      ? words.say('chain.no-domain')
      : paint(
          colourOfState[company.verdict.state],
          words.say('dc.headline', {
            domain: printable(company.domain),
            what: words.say(`dc.code.${company.verdict.code}`),
          }),
        );
  return [
    '',
    paint('bold', words.say('check-reach.title')),
    wrap(companyLine, width),
    wrap(
      paint(
        colourOfState[cloud.state],
        words.say(`endpoints.state.${cloud.state}`, { all: cloud.results.length, fine }),
      ),
      width,
    ),
    ...cloud.causes.map(({ code, severity, about, hosts }) =>
      wrap(
        words.say(`endpoints.cause.${code}`, {
          about: printable(about ?? ''),
          count: hosts.length,
        }),
        width,
        '    ',
        `  ${paint(colourOfSeverity[severity], '•')} `,
      ),
    ),
    ...servers.map(({ name, report: { target, verdict } }) =>
      wrap(
        paint(
          colourOfState[verdict.state],
          words.say('named.headline', {
            host: printable(name ?? target.host),
            what: words.say(`named.code.${verdict.code}`),
          }),
        ),
        width,
      ),
    ),
    ...clockLine(clock, terminal),
    ...showClocks(clock, terminal),
    '',
  ].join('\n');
};
