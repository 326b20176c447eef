import { isIP } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { offsetOf } from '../clock';
import { lookHttp, tunnel } from '../http';
import type { Names } from '../names';
import { askNtp } from '../ntp';
import { openFirst } from '../tcp';
import { greet } from '../tls';
import type { Proxy } from '../proxy';
import type { Patience, Spot, Wire } from '../wire';
import type { Target } from './catalogue';
import { inspectorOf, isProbePage, probePage, problemOf } from './judge';
import type { EndpointResult, Steps } from './outcome';

export interface Means {
  wire: Wire;
  names: Names;
  proxy: Proxy | null;
  trust: SecureContext;
  /** Deadline of each step. */
  limitMs: number;
  signal?: AbortSignal;
}

const plainPort = 80;
const bodyBytes = 512;

const untouched: Steps = { names: null, tcp: null, proxy: null, tls: null, http: null, ntp: null };

/** One address of each family is enough: both lead to the same front. */
const spotsOf = (addresses: readonly string[], port: number): Spot[] =>
  [addresses.find((one) => !one.includes(':')), addresses.find((one) => one.includes(':'))].flatMap(
    (address) => (address === undefined ? [] : [{ address, port }]),
  );

class Test {
  readonly #means: Means;
  readonly #target: Target;
  readonly #patience: Patience;
  readonly steps: Steps = { ...untouched };
  offsetMs: number | null = null;

  constructor(means: Means, target: Target) {
    this.#means = means;
    this.#target = target;
    const { limitMs, signal } = means;
    this.#patience = signal ? { limitMs, signal } : { limitMs };
  }

  async run(): Promise<void> {
    const { proxy } = this.#means;
    const { host, port, protocol } = this.#target;
    // Datagrams pass no web proxy; they go their own way whatever the settings say.
    if (protocol === 'udp') await this.#overUdp();
    else await this.#overTcp(proxy?.host ?? host, proxy?.port ?? port);
  }

  async #addresses(host: string, port: number): Promise<Spot[]> {
    if (isIP(host)) return [{ address: host, port }];
    const names = await this.#means.names.addresses(host, this.#patience);
    this.steps.names = names;
    return names.kind === 'answered' ? spotsOf(names.value, port) : [];
  }

  async #overUdp(): Promise<void> {
    const [spot] = await this.#addresses(this.#target.host, this.#target.port);
    if (!spot) return;
    const ntp = await askNtp(this.#means.wire, spot, this.#patience);
    this.steps.ntp = ntp;
    if (ntp.kind === 'answered' && ntp.value.synchronized) this.offsetMs = ntp.value.offsetMs;
  }

  async #overTcp(host: string, port: number): Promise<void> {
    const spots = await this.#addresses(host, port);
    if (spots.length === 0) return;
    const opened = await openFirst(this.#means.wire, spots, this.#patience);
    this.steps.tcp =
      opened.kind === 'answered' ? { ...opened, value: opened.value.spot.address } : opened;
    if (opened.kind !== 'answered') return;
    const { socket } = opened.value;
    try {
      await this.#talk(socket);
    } finally {
      // TLS takes its socket over and ends it; ending it twice ends the process.
      if (this.steps.tls === null) socket.destroy();
    }
  }

  async #talk(socket: Socket): Promise<void> {
    const { host, port } = this.#target;
    const viaProxy = this.#means.proxy !== null;
    if (port === plainPort) {
      await this.#ask(socket, viaProxy ? `http://${host}` : '');
      return;
    }
    const through = viaProxy ? await this.#through(socket) : socket;
    if (!through) return;
    const greeted = await greet(through, {
      ...this.#patience,
      name: host,
      trust: this.#means.trust,
    });
    this.steps.tls =
      greeted.kind === 'answered' ? { ...greeted, value: greeted.value.look } : greeted;
    if (greeted.kind !== 'answered') return;
    await this.#ask(greeted.value.socket, '');
    greeted.value.socket.destroy();
  }

  async #through(socket: Socket): Promise<Socket | null> {
    const { host, port } = this.#target;
    const answer = await tunnel(socket, `${host}:${String(port)}`, this.#patience);
    this.steps.proxy =
      answer.kind === 'answered' ? { ...answer, value: { look: answer.value.look } } : answer;
    return answer.kind === 'answered' ? answer.value.socket : null;
  }

  async #ask(socket: Socket, base: string): Promise<void> {
    const { host, port } = this.#target;
    const probe = isProbePage(host, port);
    const asked = this.#means.wire.now();
    const http = await lookHttp(socket, {
      ...this.#patience,
      method: probe ? 'GET' : 'HEAD',
      host,
      path: `${base}${probe ? probePage.path : '/'}`,
      bodyBytes: probe ? bodyBytes : 0,
    });
    this.steps.http = http;
    if (http.kind === 'answered' && http.value.date !== null)
      this.offsetMs = offsetOf(http.value.date, asked, this.#means.wire.now());
  }
}

/** Name, connection, proxy, TLS, answer: as far as it goes, each step with its own deadline. */
export const testEndpoint = async (means: Means, target: Target): Promise<EndpointResult> => {
  const began = performance.now();
  const test = new Test(means, target);
  await test.run();
  const { steps, offsetMs } = test;
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
