import { type ClockView, joinClocks } from '../core/clocks';
import { companyDomain } from '../core/sign-in-chain';
import type { Snapshot } from '../core/snapshot';
import { clocksOfCloud, clocksOfDomain } from '../network/clocks-seen';
import { loadEndpoints, select } from '../network/endpoints/catalogue';
import { endpointsJson } from '../network/endpoints/report-json';
import { type EndpointsReport, runEndpoints } from '../network/endpoints/run';
import { networksHere } from '../network/here';
import { type DomainReport, locate } from '../network/locator/locate';
import { domainJson } from '../network/locator/report-json';
import { nameService } from '../network/names';
import { publicTrust } from '../network/tls';
import type { Wire } from '../network/wire';
import { deviceProxy } from './device-proxy';

export interface MeasuredReach {
  /** Null where the device does not say which domain is its own. */
  company: DomainReport | null;
  cloud: EndpointsReport;
  clock: ClockView;
}

/** Without these nobody signs in; the rest of the list is for `fieldkit endpoints`. */
const core = ['entra-join', 'prt'];
const stepLimitMs = 4000;

const findCompany = async (
  wire: Wire,
  domain: string,
  signal: AbortSignal,
): Promise<DomainReport> =>
  locate(wire, nameService(wire), {
    domain,
    oneLabel: !domain.includes('.'),
    ...{ site: null, guid: null, all: false, host: null },
    here: networksHere(),
    signal,
  });

/** Contacts the domain the device itself names and the core addresses of the built-in list, and nobody else. */
export const measureReach = async (
  wire: Wire,
  snapshot: Snapshot,
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
  const [company, cloud] = await Promise.all([
    domain === null ? null : findCompany(wire, domain, signal),
    askCloud(),
  ]);
  const clocks = [...(company ? clocksOfDomain(company) : []), ...clocksOfCloud(cloud)];
  return { company, cloud, clock: joinClocks(clocks) };
};

/** What `check --reach --json` adds under `reach`. */
export const reachJson = ({ company, cloud, clock }: MeasuredReach) => ({
  company: company && domainJson(company),
  cloud: endpointsJson(cloud),
  clock,
});
