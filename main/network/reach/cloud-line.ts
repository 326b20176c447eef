import type { StopState } from '../../core/line-map';
import type { CauseCode } from '../endpoints/causes';
import type { EndpointsReport } from '../endpoints/run';
import type { EndpointResult } from '../endpoints/outcome';
import {
  mostTelling,
  proofOf,
  type ReachProof,
  type ReachStop,
  stateOfAnswers,
  stateOfVerdict,
} from './stop';

export type CloudStop = 'names' | 'network' | 'proxy' | 'secure-connection' | 'cloud';

/** Which causes stand at a stop that answers were seen from all the same. */
const causesAt: Readonly<Partial<Record<CloudStop, readonly CauseCode[]>>> = {
  names: ['name-service-down', 'name-service-lies'],
  network: ['no-internet', 'port-blocked', 'captive-portal'],
  proxy: ['proxy-unreachable', 'proxy-needs-sign-in', 'proxy-refuses'],
  'secure-connection': [
    'vendor-forbids-inspection',
    'intercepted',
    'wrong-certificate',
    'certificate-dates',
    'clock-wrong',
    'tls-failed',
  ],
};

/** The questions behind each stop, as put to one address. */
const proofAt: Readonly<Record<CloudStop, (of: string, result: EndpointResult) => ReachProof[]>> = {
  names: (of, { steps }) => proofOf(of, steps.names, (addresses) => ({ addresses })),
  network: (of, { steps }) => [
    ...proofOf(of, steps.tcp, (address) => ({ address })),
    ...proofOf(of, steps.ntp, ({ stratum, offsetMs }) => ({ stratum, offsetMs })),
  ],
  proxy: (of, { steps }) => proofOf(of, steps.proxy, ({ look }) => ({ status: look.status })),
  'secure-connection': (of, { steps }) =>
    proofOf(of, steps.tls, ({ protocol, chain, untrusted }) => ({
      protocol,
      issuer: chain[0]?.issuer ?? null,
      untrusted,
    })),
  cloud: (of, { steps, problem }) => proofOf(of, steps.http, ({ status }) => ({ status, problem })),
};

const stateBySeverity = { broken: 'broken', attention: 'degraded', notice: 'ok' } as const;

/** The way from this PC to the cloud, each stop by its own proof. */
export const cloudLine = ({ state, causes, results }: EndpointsReport): ReachStop<CloudStop>[] => {
  const steps = results.map((result) => result.steps);
  const viaProxy = results.some((result) => result.viaProxy);
  const worst = (id: CloudStop): StopState | null => {
    const here = causes.filter(({ code }) => causesAt[id]?.includes(code));
    const found = here.map(({ severity }) => stateBySeverity[severity]);
    return found.find((one) => one === 'broken') ?? found.find((one) => one === 'degraded') ?? null;
  };
  const seen: Readonly<Record<CloudStop, StopState>> = {
    names: stateOfAnswers(steps.map(({ names }) => names)),
    network: stateOfAnswers(steps.flatMap(({ tcp, proxy, ntp }) => [tcp, proxy, ntp])),
    proxy: viaProxy ? stateOfAnswers(steps.map(({ proxy }) => proxy)) : 'not-needed',
    'secure-connection': stateOfAnswers(steps.map(({ tls }) => tls)),
    cloud: stateOfVerdict[state],
  };
  const stops = ['names', 'network', 'proxy', 'secure-connection', 'cloud'] as const;
  return stops.map((id) => ({
    id,
    state: worst(id) ?? seen[id],
    proof: mostTelling(
      results.flatMap((one) =>
        proofAt[id](
          `${one.target.host} ${one.target.protocol.toUpperCase()} ${String(one.target.port)}`,
          one,
        ),
      ),
    ),
  }));
};
