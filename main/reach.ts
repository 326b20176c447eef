import type {
  ClockTableView,
  CloudReachView,
  DomainReachView,
  NamedReachView,
  Outcome,
  ReachPurpose,
} from '../preload/contract';
import type { ServerToTest } from './core/organisation';
import { loadEndpoints, select } from './network/endpoints/catalogue';
import { type EndpointsReport, runEndpoints } from './network/endpoints/run';
import { networksHere } from './network/here';
import { domainName } from './network/locator/domain-name';
import { type DomainReport, locate } from './network/locator/locate';
import { owners } from './network/locator/owners';
import { stepsOf } from './network/locator/report-json';
import type { NamedReport } from './network/named/outcome';
import { reachNamed } from './network/named/reach';
import { namedTarget } from './network/named/target';
import { nameService } from './network/names';
import { cloudLine } from './network/reach/cloud-line';
import { domainLine } from './network/reach/domain-line';
import { namedLine } from './network/reach/named-line';
import { type ProxyScript, scriptBehind } from './network/proxy-script';
import { publicTrust } from './network/tls';
import type { Wire } from './network/wire';
import { createReachMemory, type ReachMemory } from './reach-memory';
import { deviceNames } from './terminal/device-names';
import { deviceProxy } from './terminal/device-proxy';
import { reachServers, stepLimitMs, usualMeans } from './terminal/named-means';

const domainView = (report: DomainReport, clock: ClockTableView): DomainReachView => ({
  domain: report.domain,
  state: report.verdict.state,
  code: report.verdict.code,
  hints: report.verdict.hints,
  owner: owners[report.verdict.code],
  chosen: report.chosen?.heard.host ?? null,
  line: domainLine(report),
  controllers: report.controllers.map(({ heard, examination, problems }) => ({
    host: heard.host,
    address: heard.address,
    site: heard.netlogon.dcSite,
    ms: Math.round(heard.ms),
    problems: problems.map(({ code }) => code),
    steps: Object.entries(examination ? stepsOf(examination) : {}).flatMap(([name, step]) =>
      step === null ? [] : [{ name, result: step.result, ms: step.ms }],
    ),
  })),
  servers: report.servers,
  clock,
  ms: Math.round(report.ms),
});

const cloudView = (
  report: EndpointsReport,
  script: ProxyScript | null,
  clock: ClockTableView,
): CloudReachView => ({
  script,
  clock,
  state: report.state,
  causes: report.causes.map(({ code, severity, owner, about, hosts }) => ({
    code,
    severity,
    owner,
    about,
    hosts,
  })),
  line: cloudLine(report),
  rows: report.results.map(({ target, problem, viaProxy, ms }) => ({
    host: target.host,
    port: target.port,
    protocol: target.protocol,
    service: target.service,
    neededFor: target.neededFor,
    required: !target.optional,
    standsFor: target.standsFor,
    source: target.source,
    problem,
    viaProxy,
    ms: Math.round(ms),
  })),
  untestable: report.untestable.map(({ row }) => ({
    host: row.host,
    port: row.port,
    protocol: row.protocol,
    service: row.service,
    neededFor: row.neededFor,
    source: row.source,
  })),
  ms: Math.round(report.ms),
});

export const namedView = (report: NamedReport): NamedReachView => ({
  host: report.target.host,
  ...report.verdict,
  line: namedLine(report),
  clockOffsetMs: report.clockOffsetMs,
  ms: Math.round(report.ms),
});

export interface Reach {
  domain(typed: string): Promise<Outcome<DomainReachView>>;
  endpoints(purposes: readonly ReachPurpose[]): Promise<Outcome<CloudReachView>>;
  named(typed: string, printer: boolean): Promise<Outcome<NamedReachView>>;
  /** In the order of the list, all at the same time. */
  servers(list: readonly ServerToTest[]): Promise<Outcome<NamedReachView[]>>;
  save: ReachMemory['save'];
  cancel(): boolean;
}

/** One test at a time. Nobody is contacted but what was typed, the built-in list and what the organisation's file names. */
export const createReach = (open: () => Promise<Wire>): Reach => {
  let running: AbortController | null = null;
  const memory = createReachMemory();
  const alone = async <T>(
    test: (wire: Wire, signal: AbortSignal) => Promise<T>,
  ): Promise<Outcome<T>> => {
    if (running) return { ok: false, code: 'busy' };
    const control = new AbortController();
    running = control;
    try {
      return { ok: true, value: await test(await open(), control.signal) };
    } finally {
      running = null;
    }
  };
  return {
    async domain(typed) {
      const domain = domainName(typed);
      if (domain.kind === 'wrong') return { ok: false, code: 'not-a-domain' };
      return alone(async (wire, signal) => {
        const names = await deviceNames(wire, domain.name, signal);
        const report = await locate(wire, names, {
          domain: domain.name,
          oneLabel: domain.oneLabel,
          site: null,
          guid: null,
          all: false,
          here: networksHere(),
          host: null,
          signal,
        });
        return domainView(report, memory.keep({ company: report }));
      });
    },
    endpoints: (purposes) =>
      alone(async (wire, signal) => {
        const choice = await deviceProxy(signal);
        const means = {
          wire,
          names: nameService(wire),
          proxy: choice.kind === 'proxy' ? choice.proxy : null,
          trust: publicTrust(),
          limitMs: stepLimitMs,
          signal,
        };
        const rows = await loadEndpoints();
        const [report, script] = await Promise.all([
          runEndpoints(means, select(rows, { purposes, cloud: 'public', region: null })),
          scriptBehind(choice, means),
        ]);
        return cloudView(report, script, memory.keep({ cloud: report }));
      }),
    async named(typed, printer) {
      const named = namedTarget(typed, printer);
      if (named.kind === 'wrong') return { ok: false, code: 'not-a-target' };
      return alone(async (wire, signal) =>
        namedView(await reachNamed(await usualMeans(wire, named.target, signal), named.target)),
      );
    },
    servers: (list) =>
      alone(async (wire, signal) => {
        const reports = await reachServers(list, (target) => usualMeans(wire, target, signal));
        return reports.map(namedView);
      }),
    save: memory.save,
    cancel() {
      running?.abort();
      return running !== null;
    },
  };
};
