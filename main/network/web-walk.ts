import { isIP, type Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { offsetOf } from './clock';
import { type HttpLook, lookHttp, type Tunnel, tunnel } from './http';
import type { AddressBook, NameAnswer } from './names';
import type { Answer } from './outcome';
import type { Proxy } from './proxy';
import { openFirst } from './tcp';
import { greet, type TlsLook } from './tls';
import type { Patience, Spot, Wire } from './wire';

export interface Means {
  wire: Wire;
  names: AddressBook;
  proxy: Proxy | null;
  trust: SecureContext;
  /** Deadline of each step. */
  limitMs: number;
  signal?: AbortSignal;
}

export interface WebPlace {
  host: string;
  port: number;
  secure: boolean;
  method: 'GET' | 'HEAD';
  path: string;
  /** How much of the body is wanted. */
  bodyBytes: number;
  accept?: string;
}

/** What was done, step by step; null where a step was not reached or does not apply. */
export interface WebSteps {
  names: NameAnswer<string[]> | null;
  /** The address that let us in. */
  tcp: Answer<string> | null;
  proxy: Answer<Omit<Tunnel, 'socket'>> | null;
  tls: Answer<TlsLook> | null;
  http: Answer<HttpLook> | null;
}

export const noWebSteps: WebSteps = { names: null, tcp: null, proxy: null, tls: null, http: null };

export const patienceOf = ({ limitMs, signal }: Pick<Means, 'limitMs' | 'signal'>): Patience =>
  signal ? { limitMs, signal } : { limitMs };

/** One address of each family is enough: both lead to the same front. */
const spotsOf = (addresses: readonly string[], port: number): Spot[] =>
  [addresses.find((one) => !one.includes(':')), addresses.find((one) => one.includes(':'))].flatMap(
    (address) => (address === undefined ? [] : [{ address, port }]),
  );

const usualPorts = { plain: 80, secure: 443 } as const;

/** As it stands in the `Host` line: the port only where it is not the usual one. */
const hostLine = ({ host, port, secure }: WebPlace): string => {
  const bare = host.includes(':') ? `[${host}]` : host;
  return port === (secure ? usualPorts.secure : usualPorts.plain)
    ? bare
    : `${bare}:${String(port)}`;
};

/** Name, connection, proxy, TLS, answer: as far as it goes, each step with its own deadline. */
export class WebWalk {
  readonly #means: Means;
  readonly #place: WebPlace;
  readonly #patience: Patience;
  readonly steps: WebSteps = { ...noWebSteps };
  /** How far the server's clock is ahead of ours. */
  offsetMs: number | null = null;

  constructor(means: Means, place: WebPlace) {
    this.#means = means;
    this.#place = place;
    this.#patience = patienceOf(means);
  }

  async run(): Promise<void> {
    const { host, port } = this.#means.proxy ?? this.#place;
    const spots = await this.#spots(host, port);
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

  async #spots(host: string, port: number): Promise<Spot[]> {
    if (isIP(host.split('%')[0] ?? '') !== 0) return [{ address: host, port }];
    const names = await this.#means.names.addresses(host, this.#patience);
    this.steps.names = names;
    return names.kind === 'answered' ? spotsOf(names.value, port) : [];
  }

  async #talk(socket: Socket): Promise<void> {
    const { host, secure } = this.#place;
    const viaProxy = this.#means.proxy !== null;
    if (!secure) {
      await this.#ask(socket, viaProxy ? `http://${hostLine(this.#place)}` : '');
      return;
    }
    const through = viaProxy ? await this.#through(socket) : socket;
    if (!through) return;
    const { trust } = this.#means;
    const greeted = await greet(through, { ...this.#patience, name: host, trust });
    this.steps.tls =
      greeted.kind === 'answered' ? { ...greeted, value: greeted.value.look } : greeted;
    if (greeted.kind !== 'answered') return;
    await this.#ask(greeted.value.socket, '');
    greeted.value.socket.destroy();
  }

  async #through(socket: Socket): Promise<Socket | null> {
    const { host, port } = this.#place;
    const bare = host.includes(':') ? `[${host}]` : host;
    const answer = await tunnel(socket, `${bare}:${String(port)}`, this.#patience);
    this.steps.proxy =
      answer.kind === 'answered' ? { ...answer, value: { look: answer.value.look } } : answer;
    return answer.kind === 'answered' ? answer.value.socket : null;
  }

  async #ask(socket: Socket, base: string): Promise<void> {
    const { method, path, bodyBytes, accept } = this.#place;
    const asked = this.#means.wire.now();
    const host = hostLine(this.#place);
    const question = {
      ...this.#patience,
      ...{ method, host, path: `${base}${path}`, bodyBytes },
      ...(accept === undefined ? {} : { accept }),
    };
    const http = await lookHttp(socket, question);
    this.steps.http = http;
    if (http.kind === 'answered' && http.value.date !== null)
      this.offsetMs = offsetOf(http.value.date, asked, this.#means.wire.now());
  }
}
