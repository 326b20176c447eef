import { nearness } from '../network/locator/election';
import type { ControllerReport, DomainReport } from '../network/locator/locate';
import { owners } from '../network/locator/owners';
import { clockOffset } from '../network/locator/problems';
import { stepsOf, type StepName } from '../network/locator/report-json';
import { colourOfSeverity, colourOfState } from './paint';
import { table } from './table';
import type { Terminal } from './terminal';
import { printable, wrap } from './wrap';

const seconds = (ms: number) => Math.round(ms / 1000);

const clockLine = (controller: ControllerReport, { words }: Terminal): string => {
  const offset = clockOffset(controller.examination);
  if (offset === null) return words.say('dc.clock.unknown');
  return words.say('dc.clock', {
    seconds: Math.abs(seconds(offset)),
    side: seconds(offset) === 0 ? 'same' : offset > 0 ? 'ahead' : 'behind',
  });
};

const steps = (controller: ControllerReport, { words, width }: Terminal): string[] => {
  if (!controller.examination) return [];
  const rows = Object.entries(stepsOf(controller.examination)).flatMap(([name, step]) =>
    step === null
      ? []
      : [
          [
            words.say(`dc.step.${name as StepName}`),
            `${words.say(`net.${step.result}`)} · ${String(step.ms)} ms`,
          ] as const,
        ],
  );
  return ['', table(rows, width)];
};

const one = (controller: ControllerReport, terminal: Terminal): string[] => {
  const { words, width, paint } = terminal;
  const { host, address, netlogon, ms } = controller.heard;
  return [
    '',
    `${paint('bold', printable(host))} (${address}) · ${String(Math.round(ms))} ms`,
    wrap(
      words.say(`dc.nearness.${nearness(netlogon)}`, {
        site: printable(netlogon.dcSite),
        own: printable(netlogon.clientSite ?? ''),
        next: printable(netlogon.nextClosestSite ?? ''),
      }),
      width,
      '  ',
    ),
    ...(controller.examination ? [wrap(clockLine(controller, terminal), width, '  ')] : []),
    ...controller.problems.map(({ code, severity }) =>
      wrap(
        words.say(`dc.code.${code}`),
        width,
        '    ',
        `  ${paint(colourOfSeverity[severity], '•')} `,
      ),
    ),
    ...steps(controller, terminal),
  ];
};

/** The answer for people: verdict, who and what next, then the proof. */
export const showDomain = (report: DomainReport, terminal: Terminal): string => {
  const { words, width, paint } = terminal;
  const { verdict, search, chosen, windowsWouldChoose } = report;
  const owner = owners[verdict.code];
  const others = report.controllers.filter((controller) => controller !== chosen);
  const shown = chosen ? [chosen, ...others] : others;
  return [
    wrap(
      paint(
        colourOfState[verdict.state],
        words.say('dc.headline', {
          domain: printable(report.domain),
          what: words.say(`dc.code.${verdict.code}`),
        }),
      ),
      width,
    ),
    ...(owner === null
      ? []
      : [
          table(
            [
              [words.say('terminal.show.who'), words.say(`owner.${owner}`)],
              [words.say('terminal.show.next'), words.lookUp(`dc.do.${verdict.code}`) ?? '–'],
            ],
            width,
          ),
        ]),
    ...verdict.hints.map((hint) => wrap(words.say(`dc.hint.${hint}`), width, '    ', '  - ')),
    ...(windowsWouldChoose && chosen && windowsWouldChoose !== chosen.heard
      ? [
          wrap(
            words.say('dc.windows-would-choose', { host: printable(windowsWouldChoose.host) }),
            width,
            '    ',
            '  - ',
          ),
        ]
      : []),
    ...shown.flatMap((controller) => one(controller, terminal)),
    '',
    wrap(
      words.say('dc.counts', {
        asked: search.asked.length,
        answered: search.heard.length,
        rest: search.notNeeded + search.leftOut,
        servers: report.servers.join(', ') || '–',
        ms: Math.round(report.ms),
      }),
      width,
    ),
    '',
  ].join('\n');
};
