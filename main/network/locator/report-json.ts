import type { NameAnswer } from '../names';
import type { Answer } from '../outcome';
import { nearness } from './election';
import type { Examination } from './examine';
import type { ControllerReport, DomainReport } from './locate';
import { owners } from './owners';
import { clockOffset } from './problems';

type Extra = Record<string, string | number | boolean | null>;

const step = <T>(answer: Answer<T> | NameAnswer<T>, extra: (value: T) => Extra = () => ({})) => ({
  result: answer.kind,
  ms: Math.round(answer.ms),
  ...(answer.kind === 'answered' ? extra(answer.value) : {}),
});

const isoOf = (ms: number | null | undefined) =>
  typeof ms === 'number' ? new Date(ms).toISOString() : null;

/** One line per step, in the order in which a person would try them. */
export const stepsOf = (seen: Examination) => ({
  ldap: step(seen.ldap, ({ synchronized, domainLevel }) => ({ synchronized, domainLevel })),
  kerberos: step(seen.kerberos, ({ code, symbol, offsetMs }) => ({ code, symbol, offsetMs })),
  kerberosUdp: step(seen.kerberosUdp, ({ code, symbol, offsetMs }) => ({ code, symbol, offsetMs })),
  smb: step(seen.smb, ({ answer, offsetMs }) =>
    answer.kind === 'negotiated'
      ? {
          dialect: answer.dialect,
          signing: answer.signing,
          offsetMs,
          startedAt: isoOf(answer.startedAt),
        }
      : { dialect: null, declined: answer.kind },
  ),
  passwordChange: step(seen.passwordChange),
  rpc: step(seen.rpc),
  globalCatalogue: seen.globalCatalogue ? step(seen.globalCatalogue) : null,
  dns: step(seen.dns, (records) => ({ records })),
  ldaps: step(seen.ldaps, ({ protocol, chain, untrusted }) => ({
    protocol,
    subject: chain[0]?.subject ?? null,
    issuer: chain[0]?.issuer ?? null,
    validTo: isoOf(chain[0]?.to),
    untrusted,
  })),
  time: step(seen.time, ({ offsetMs, stratum, synchronized }) => ({
    offsetMs,
    stratum,
    synchronized,
  })),
});

export type StepName = keyof ReturnType<typeof stepsOf>;

const controllerJson = ({ heard, examination, problems }: ControllerReport) => ({
  host: heard.host,
  address: heard.address,
  port: heard.port,
  transport: heard.transport,
  ms: Math.round(heard.ms),
  state: heard.netlogon.state,
  site: heard.netlogon.dcSite,
  clientSite: heard.netlogon.clientSite,
  nextClosestSite: heard.netlogon.nextClosestSite,
  nearness: nearness(heard.netlogon),
  domain: heard.netlogon.domain,
  forest: heard.netlogon.forest,
  domainGuid: heard.netlogon.domainGuid,
  netbiosDomain: heard.netlogon.netbiosDomain,
  netbiosName: heard.netlogon.netbiosHost,
  flags: heard.netlogon.flags,
  flagBits: `0x${heard.netlogon.flagBits.toString(16)}`,
  clockOffsetMs: clockOffset(examination),
  problems,
  steps: examination ? stepsOf(examination) : null,
});

/** What `fieldkit dc --json` prints. */
export const domainJson = (report: DomainReport) => {
  const { search, verdict } = report;
  const heard = new Set(search.heard.map(({ host }) => host));
  return {
    schema: 1,
    domain: report.domain,
    verdict: { ...verdict, owner: owners[verdict.code] },
    chosen: report.chosen?.heard.host ?? null,
    windowsWouldChoose: report.windowsWouldChoose?.host ?? null,
    nameServers: report.servers,
    records: search.records.map(({ name, origin, answer }) => ({
      name,
      origin,
      ...step(answer, (count) => ({ count })),
    })),
    controllers: report.controllers.map(controllerJson),
    unanswered: search.asked
      .filter(({ candidate }) => !heard.has(candidate.host))
      .map(({ candidate, names, pings }) => ({
        host: candidate.host,
        names: names.kind,
        pings: pings.map(({ address, udp, tcp }) => ({
          address,
          udp: udp.kind,
          tcp: tcp?.kind ?? null,
        })),
      })),
    counts: {
      asked: search.asked.length,
      answered: search.heard.length,
      notNeeded: search.notNeeded,
      leftOut: search.leftOut,
    },
    ms: {
      firstAnswer: search.firstLiveMs === null ? null : Math.round(search.firstLiveMs),
      chosen: search.chosenMs === null ? null : Math.round(search.chosenMs),
      whole: Math.round(report.ms),
    },
  };
};
