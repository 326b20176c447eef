import { clockState, looksLikeTimeZone } from '../network/clock';
import type { Cause } from '../network/endpoints/causes';
import type { EndpointsReport } from '../network/endpoints/run';
import { colourOfSeverity, colourOfState } from './paint';
import { table } from './table';
import type { Terminal } from './terminal';
import { printable, wrap } from './wrap';

const shownHosts = 5;

const hostsOf = ({ hosts }: Cause, { words }: Terminal): string => {
  const some = hosts.slice(0, shownHosts).map(printable).join(', ');
  const more = hosts.length - shownHosts;
  return more > 0 ? words.say('endpoints.and-more', { some, more }) : some;
};

const one = (cause: Cause, terminal: Terminal): string => {
  const { words, paint, width } = terminal;
  const about = printable(cause.about ?? '');
  const title = words.say(`endpoints.cause.${cause.code}`, { about, count: cause.hosts.length });
  const rows: [string, string][] = [
    [words.say('terminal.show.who'), words.say(`owner.${cause.owner}`)],
    [words.say('terminal.show.next'), words.say(`endpoints.do.${cause.code}`, { about })],
  ];
  if (cause.hosts.length > 0) rows.push([words.say('endpoints.hosts'), hostsOf(cause, terminal)]);
  return [
    wrap(title, width, '  ', `${paint(colourOfSeverity[cause.severity], '•')} `),
    table(rows, width),
  ].join('\n');
};

const clockLine = ({ clockOffsetMs }: EndpointsReport, { words }: Terminal): string => {
  if (clockOffsetMs === null) return words.say('endpoints.clock.unknown');
  return words.say('endpoints.clock', {
    state: clockState(clockOffsetMs),
    seconds: Math.abs(Math.round(clockOffsetMs / 1000)),
    zone: looksLikeTimeZone(clockOffsetMs) ? 'yes' : 'no',
  });
};

/** The answer for people: causes, not hundreds of rows. */
export const showEndpoints = (report: EndpointsReport, terminal: Terminal): string => {
  const { words, paint, width } = terminal;
  const { state, causes, results, untestable } = report;
  const fine = results.filter(({ problem }) => problem === null).length;
  return [
    wrap(
      paint(
        colourOfState[state],
        words.say(`endpoints.state.${state}`, { all: results.length, fine }),
      ),
      width,
    ),
    ...causes.flatMap((cause) => ['', one(cause, terminal)]),
    '',
    wrap(clockLine(report, terminal), width),
    wrap(
      words.say('endpoints.counts', {
        all: results.length,
        fine,
        untestable: untestable.length,
        ms: Math.round(report.ms),
      }),
      width,
    ),
    '',
  ].join('\n');
};
