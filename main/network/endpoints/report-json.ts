import { clockState, looksLikeTimeZone } from '../clock';
import type { EndpointResult } from './outcome';
import type { EndpointsReport } from './run';

const stepKinds = ({ names, tcp, proxy, tls, http, ntp }: EndpointResult['steps']) =>
  Object.fromEntries(
    Object.entries({ names, tcp, proxy, tls, http, ntp }).flatMap(([name, answer]) =>
      answer === null ? [] : [[name, { result: answer.kind, ms: Math.round(answer.ms) }]],
    ),
  );

const endpointJson = (result: EndpointResult) => {
  const { target, steps, problem, viaProxy, inspector, offsetMs, ms } = result;
  const tls = steps.tls?.kind === 'answered' ? steps.tls.value : null;
  const http = steps.http?.kind === 'answered' ? steps.http.value : null;
  return {
    host: target.host,
    port: target.port,
    protocol: target.protocol,
    service: target.service,
    neededFor: target.neededFor,
    scope: target.scope,
    optional: target.optional,
    essential: target.essential,
    standsFor: target.standsFor,
    source: target.source,
    problem,
    viaProxy,
    addresses: steps.names?.kind === 'answered' ? steps.names.value : [],
    tls: tls && {
      protocol: tls.protocol,
      issuer: tls.chain[0]?.issuer ?? null,
      root: tls.chain.at(-1)?.issuer ?? null,
      untrusted: tls.untrusted,
    },
    httpStatus: http?.status ?? null,
    inspector,
    clockOffsetMs: offsetMs,
    steps: stepKinds(steps),
    ms: Math.round(ms),
  };
};

/** What `fieldkit endpoints --json` prints. */
export const endpointsJson = (report: EndpointsReport) => {
  const { state, causes, results, untestable, clockOffsetMs, ms } = report;
  return {
    schema: 1,
    verdict: { state, causes: causes.length },
    causes,
    clock:
      clockOffsetMs === null
        ? null
        : {
            offsetMs: clockOffsetMs,
            state: clockState(clockOffsetMs),
            looksLikeTimeZone: looksLikeTimeZone(clockOffsetMs),
          },
    endpoints: results.map(endpointJson),
    untestable: untestable.map(({ row, why }) => ({
      host: row.host,
      port: row.port,
      protocol: row.protocol,
      service: row.service,
      why,
      source: row.source,
    })),
    ms: Math.round(ms),
  };
};
