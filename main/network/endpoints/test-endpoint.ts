import { isIP } from 'node:net';
import { performance } from 'node:perf_hooks';
import { askNtp } from '../ntp';
import { type Means, patienceOf, WebWalk } from '../web-walk';
import type { Target } from './catalogue';
import { inspectorOf, isProbePage, probePage, problemOf } from './judge';
import type { EndpointResult, Steps } from './outcome';

const plainPort = 80;
const bodyBytes = 512;

interface Tested {
  steps: Steps;
  offsetMs: number | null;
}

const untouched: Steps = { names: null, tcp: null, proxy: null, tls: null, http: null, ntp: null };

const overTcp = async (means: Means, { host, port }: Target): Promise<Tested> => {
  const probe = isProbePage(host, port);
  const walk = new WebWalk(means, {
    host,
    port,
    secure: port !== plainPort,
    method: probe ? 'GET' : 'HEAD',
    path: probe ? probePage.path : '/',
    bodyBytes: probe ? bodyBytes : 0,
  });
  await walk.run();
  return { steps: { ...untouched, ...walk.steps }, offsetMs: walk.offsetMs };
};

/** Datagrams pass no web proxy; they go their own way whatever the settings say. */
const overUdp = async (means: Means, { host, port }: Target): Promise<Tested> => {
  const patience = patienceOf(means);
  const names = isIP(host) ? null : await means.names.addresses(host, patience);
  const address = names === null ? host : names.kind === 'answered' ? names.value[0] : undefined;
  if (address === undefined) return { steps: { ...untouched, names }, offsetMs: null };
  const ntp = await askNtp(means.wire, { address, port }, patience);
  const known = ntp.kind === 'answered' && ntp.value.synchronized;
  return { steps: { ...untouched, names, ntp }, offsetMs: known ? ntp.value.offsetMs : null };
};

export const testEndpoint = async (means: Means, target: Target): Promise<EndpointResult> => {
  const began = performance.now();
  const byProtocol = { tcp: overTcp, udp: overUdp };
  const { steps, offsetMs } = await byProtocol[target.protocol](means, target);
  const viaProxy = means.proxy !== null && target.protocol === 'tcp';
  const problem = problemOf(steps, isProbePage(target.host, target.port), viaProxy);
  return {
    target,
    viaProxy,
    steps,
    problem,
    inspector:
      problem === 'intercepted' && steps.tls?.kind === 'answered'
        ? inspectorOf(steps.tls.value)
        : null,
    offsetMs,
    ms: performance.now() - began,
  };
};
