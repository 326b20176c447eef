import { performance } from 'node:perf_hooks';
import type { Names } from '../names';
import type { Wire } from '../wire';
import { type Heard, windowsWouldChoose } from './election';
import { type Examination, examine } from './examine';
import { type Problem, problemsOf } from './problems';
import { type SearchRequest, type SearchResult, searchDomain } from './search';
import { type DomainVerdict, judge } from './verdict';

export interface ControllerReport {
  heard: Heard;
  examination: Examination | null;
  problems: Problem[];
}

export interface DomainReport {
  domain: string;
  verdict: DomainVerdict;
  search: SearchResult;
  chosen: ControllerReport | null;
  windowsWouldChoose: Heard | null;
  /** All that answered, in the order in which they did. */
  controllers: ControllerReport[];
  /** The name servers that were asked. */
  servers: string[];
  ms: number;
}

export interface LocateRequest extends SearchRequest {
  oneLabel: boolean;
}

/** By the time TCP was tried, UDP had been asked twice without an answer. */
const udpSilent = (search: SearchResult, { address }: Heard): boolean =>
  search.asked.some(({ pings }) =>
    pings.some(
      (ping) =>
        ping.address === address && ping.tcp?.kind === 'answered' && ping.udp.kind !== 'answered',
    ),
  );

/** Finds the domain controllers of a domain, looks at the chosen one (or all) and says what is wrong. */
export const locate = async (
  wire: Wire,
  names: Names,
  request: LocateRequest,
): Promise<DomainReport> => {
  const began = performance.now();
  const search = await searchDomain(wire, names, request);
  const controllers = await Promise.all(
    search.heard.map(async (heard): Promise<ControllerReport> => {
      const wanted = request.all || heard === search.chosen;
      const examination = wanted
        ? await examine(wire, request.domain, heard, request.signal)
        : null;
      const problems = problemsOf({ heard, examination, udpSilent: udpSilent(search, heard) });
      return { heard, examination, problems };
    }),
  );
  const chosen = controllers.find(({ heard }) => heard === search.chosen) ?? null;
  return {
    domain: request.domain,
    verdict: judge(search, chosen?.problems ?? [], {
      servers: names.servers(),
      oneLabel: request.oneLabel,
      cancelled: request.signal?.aborted ?? false,
    }),
    search,
    chosen,
    windowsWouldChoose: windowsWouldChoose(search.heard),
    controllers,
    servers: names.servers(),
    ms: performance.now() - began,
  };
};
