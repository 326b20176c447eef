import { performance } from 'node:perf_hooks';
import type { ClockTableView, Outcome } from '../preload/contract';
import type { Saved } from '../preload/contract-hand-over';
import { writeCsv } from './core/batch/csv';
import { clockRows, type ClockView, joinClocks } from './core/clocks';
import { clocksOfCloud, clocksOfDomain } from './network/clocks-seen';
import { endpointsJson } from './network/endpoints/report-json';
import type { EndpointsReport } from './network/endpoints/run';
import type { DomainReport } from './network/locator/locate';
import { domainJson, stepsOf } from './network/locator/report-json';

/** How far the clock of this PC is from the time since it started: it changes when somebody sets the clock. */
const setting = (): number => Date.now() - performance.now();
const sameClockMs = 30_000;

interface Last {
  company: DomainReport | null;
  cloud: EndpointsReport | null;
}

const tableOf = (clock: ClockView): ClockTableView => ({
  wrong: clock.wrong,
  state: clock.state,
  offsetMs: clock.offsetMs,
  looksLikeTimeZone: clock.looksLikeTimeZone,
  odd: clock.odd,
  rows: clockRows(clock),
});

const clocksIn = ({ company, cloud }: Last): ClockView =>
  joinClocks([...(company ? clocksOfDomain(company) : []), ...(cloud ? clocksOfCloud(cloud) : [])]);

const head = [
  ...['kind', 'host', 'port', 'protocol', 'direction', 'needed-for', 'required'],
  ...['stands-for', 'result', 'ms', 'source'],
];

const said = (value: string | number | boolean | null): string =>
  value === null ? '' : String(value);

const companyRows = ({ controllers }: DomainReport) =>
  controllers.flatMap(({ heard, examination, problems }) => [
    [
      ...['domain-controller', heard.host, said(heard.port), heard.transport, 'out', '', ''],
      ...['', problems.map(({ code }) => code).join(' ') || 'answered', said(Math.round(heard.ms))],
      '',
    ],
    ...Object.entries(examination ? stepsOf(examination) : {}).flatMap(([name, step]) =>
      step === null
        ? []
        : [
            [
              ...[`service:${name}`, heard.host, '', '', 'out', '', '', ''],
              ...[step.result, said(step.ms), ''],
            ],
          ],
    ),
  ]);

const cloudRows = ({ results, untestable }: EndpointsReport) => [
  ...results.map(({ target, problem, ms }) => [
    ...['address', target.host, said(target.port), target.protocol, 'out'],
    ...[target.neededFor.join(' '), said(!target.optional), said(target.standsFor)],
    ...[problem ?? 'answered', said(Math.round(ms)), target.source],
  ]),
  ...untestable.map(({ row, why }) => [
    ...['address', row.host, said(row.port), row.protocol, 'out', row.neededFor.join(' ')],
    ...['', '', `not-testable:${why}`, '', row.source],
  ]),
];

/** For table programs: what was tested, under the technical names of the JSON. */
export const reachTable = ({ company, cloud }: Last): string =>
  writeCsv(
    [head, ...(company ? companyRows(company) : []), ...(cloud ? cloudRows(cloud) : [])],
    ',',
  );

/** What was measured last, for the joint clocks and for taking along. */
export const createReachMemory = () => {
  let last: Last = { company: null, cloud: null };
  let setAt = setting();
  return {
    /** Keeps one more result; what was measured by another setting of the clock says nothing about this one. */
    keep: (found: Partial<Last>): ClockTableView => {
      const now = setting();
      const stale = Math.abs(now - setAt) > sameClockMs;
      last = { ...(stale ? { company: null, cloud: null } : last), ...found };
      setAt = now;
      return tableOf(clocksIn(last));
    },
    save: async (
      format: 'csv' | 'json',
      write: (name: string, bytes: Uint8Array) => Promise<Outcome<Saved>>,
    ): Promise<Outcome<Saved>> => {
      const { company, cloud } = last;
      if (company === null && cloud === null) return { ok: false, code: 'gone' };
      const json = {
        schema: 1,
        company: company && domainJson(company),
        cloud: cloud && endpointsJson(cloud),
        clock: clocksIn(last),
      };
      // The mark at the front makes table programs read it as UTF-8.
      const text =
        format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : `\ufeff${reachTable(last)}`;
      return write(['fieldkit-reach', format].join('.'), new TextEncoder().encode(text));
    },
  };
};

export type ReachMemory = ReturnType<typeof createReachMemory>;
