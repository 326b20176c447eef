import { type ClockView, joinClocks } from '../core/clocks';
import { companyDomain } from '../core/sign-in-chain';
import type { ServerToTest } from '../core/organisation';
import type { Snapshot } from '../core/snapshot';
import { clocksOfCloud, clocksOfDomain } from '../network/clocks-seen';
import { loadEndpoints, select } from '../network/endpoints/catalogue';
import { endpointsJson } from '../network/endpoints/report-json';
import { type EndpointsReport, runEndpoints } from '../network/endpoints/run';
import { networksHere } from '../network/here';
import { type DomainReport, locate } from '../network/locator/locate';
import { domainJson } from '../network/locator/report-json';
import type { NamedReport } from '../network/named/outcome';
import { namedJson } from '../network/named/report-json';
import { nameService } from '../network/names';
import { publicTrust } from '../network/tls';
import type { Wire } from '../network/wire';
import { deviceNames } from './device-names';
import { deviceProxy } from './device-proxy';
import { reachServers, stepLimitMs, usualMeans } from './named-means';

export interface MeasuredReach {
  /** Null where the device does not say which domain is its own. */
  company: DomainReport | null;
  cloud: EndpointsReport;
  /** What the organisation's file names, with the name people know it by. */
  servers: { name: string | null; report: NamedReport }[];
  clock: ClockView;
}

/** Without these nobody signs in; the rest of the list is for `fieldkit endpoints`. */
const core = ['entra-join', 'prt'];

const findCompany = async (
  wire: Wire,
  domain: string,
  signal: AbortSignal,
): Promise<DomainReport> =>
  locate(wire, await deviceNames(wire, domain, signal), {
    domain,
    oneLabel: !domain.includes('.'),
    ...{ site: null, guid: null, all: false, host: null },
    here: networksHere(),
    signal,
  });

/** Contacts the domain the device itself names, the core addresses of the built-in list, the organisation's servers, and nobody else. */
export const measureReach = async (
  wire: Wire,
  snapshot: Snapshot,
  servers: readonly ServerToTest[],
  signal: AbortSignal,
): Promise<MeasuredReach> => {
  const domain = companyDomain(snapshot);
  const askCloud = async () => {
    const choice = await deviceProxy(signal);
    return runEndpoints(
      {
        wire,
        names: nameService(wire),
        proxy: choice.kind === 'proxy' ? choice.proxy : null,
        trust: publicTrust(),
        limitMs: stepLimitMs,
        signal,
      },
      select(await loadEndpoints(), { purposes: core, cloud: 'public', region: null }),
    );
  };
  const [company, cloud, reports] = await Promise.all([
    domain === null ? null : findCompany(wire, domain, signal),
    askCloud(),
    reachServers(servers, (target) => usualMeans(wire, target, signal)),
  ]);
  const clocks = [...(company ? clocksOfDomain(company) : []), ...clocksOfCloud(cloud)];
  const named = reports.map((report, at) => ({ name: servers[at]?.name ?? null, report }));
  return { company, cloud, servers: named, clock: joinClocks(clocks) };
};

/** What `check --reach --json` adds under `reach`. */
export const reachJson = ({ company, cloud, servers, clock }: MeasuredReach) => ({
  company: company && domainJson(company),
  cloud: endpointsJson(cloud),
  servers: servers.map(({ name, report }) => ({ name, ...namedJson(report) })),
  clock,
});
