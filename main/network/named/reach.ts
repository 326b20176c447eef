import { isIP } from 'node:net';
import { performance } from 'node:perf_hooks';
import { type AddressBook, askedOnce, type NameAnswer, type Names } from '../names';
import { knock, openFirst } from '../tcp';
import { negotiateSmb } from '../smb-negotiate';
import { wayTo } from '../way';
import { type Means, noWebSteps, patienceOf, WebWalk } from '../web-walk';
import { judgeNamed } from './judge';
import type { NamedReport, NamedSteps } from './outcome';
import type { NamedTarget } from './target';

export interface NamedMeans extends Means {
  names: Names;
  /** What programs on this PC get to hear; null where a certain name server is to be asked alone. */
  system: AddressBook | null;
}

const rpcPort = 135;
/** What a computer in a company usually offers: files, web, printing. */
const usualPorts = [445, 443, 80, 631, 9100];

const numeric = (host: string) => isIP(host.split('%')[0] ?? '') !== 0;

class Trip {
  readonly #means: NamedMeans;
  readonly #target: NamedTarget;
  readonly steps: NamedSteps = {
    ...noWebSteps,
    name: null,
    dns: null,
    way: null,
    smb: null,
    rpc: null,
    services: [],
  };
  offsetMs: number | null = null;
  readonly viaProxy: boolean;

  constructor(means: NamedMeans, target: NamedTarget) {
    this.#means = means;
    this.#target = target;
    this.viaProxy = means.proxy !== null && target.kind === 'web';
  }

  async run(): Promise<void> {
    if (this.viaProxy) {
      // The proxy looks the name up; whether we could is another question.
      await this.#web(this.#means.names);
      return;
    }
    const addresses = await this.#addresses();
    if (addresses.length === 0) return;
    const { wire } = this.#means;
    const patience = patienceOf(this.#means);
    const ways = await Promise.all(addresses.map((one) => wayTo(wire, one, patience)));
    this.steps.way = ways.find(({ kind }) => kind === 'answered') ?? ways[0] ?? null;
    if (this.steps.way?.kind === 'answered') await this.#knock(addresses);
  }

  async #addresses(): Promise<string[]> {
    const { host } = this.#target;
    if (numeric(host)) return [host];
    const { names, system } = this.#means;
    const patience = patienceOf(this.#means);
    const [dns, own] = await Promise.all([
      names.addresses(host, patience),
      system?.addresses(host, patience) ?? null,
    ]);
    this.steps.dns = dns;
    // What this PC gets to hear counts; what the name servers say alone explains it.
    const name = own === null || (own.kind !== 'answered' && dns.kind === 'answered') ? dns : own;
    this.steps.name = name;
    return name.kind === 'answered' ? oneOfEachFamily(name.value) : [];
  }

  /** By kind of target: what "can be reached" means for it. */
  async #knock(addresses: readonly string[]): Promise<void> {
    const target = this.#target;
    switch (target.kind) {
      case 'files':
      case 'shared-printer': {
        const address = await this.#open(addresses, target.port);
        if (address !== null) await this.#greetServer(address, target.port);
        return;
      }
      case 'web':
        return this.#web(known(addresses));
      case 'printer':
        if (target.speaks === 'ipp') return this.#web(known(addresses));
        await this.#open(addresses, target.port);
        return;
      case 'port':
        await this.#open(addresses, target.port);
        return;
      case 'host':
        this.steps.services = await this.#services(addresses[0] ?? target.host);
    }
  }

  async #open(addresses: readonly string[], port: number): Promise<string | null> {
    const spots = addresses.map((address) => ({ address, port }));
    const opened = await openFirst(this.#means.wire, spots, patienceOf(this.#means));
    if (opened.kind !== 'answered') {
      this.steps.tcp = opened;
      return null;
    }
    opened.value.socket.destroy();
    const { address } = opened.value.spot;
    this.steps.tcp = { ...opened, value: address };
    return address;
  }

  async #greetServer(address: string, port: number): Promise<void> {
    const { wire } = this.#means;
    const patience = patienceOf(this.#means);
    const prints = this.#target.kind === 'shared-printer';
    const [smb, rpc] = await Promise.all([
      negotiateSmb(wire, { address, port }, patience),
      prints ? knock(wire, { address, port: rpcPort }, patience) : null,
    ]);
    this.steps.smb = smb;
    this.steps.rpc = rpc;
    if (smb.kind === 'answered') this.offsetMs = smb.value.offsetMs;
  }

  async #services(address: string): Promise<NamedSteps['services']> {
    const { wire } = this.#means;
    const patience = patienceOf(this.#means);
    return Promise.all(
      usualPorts.map(async (port) => ({
        port,
        answer: await knock(wire, { address, port }, patience),
      })),
    );
  }

  async #web(names: AddressBook): Promise<void> {
    const target = this.#target;
    if (target.kind !== 'web' && target.kind !== 'printer') return;
    const { host, port, secure } = target;
    const path = target.kind === 'web' ? target.path : '/';
    // Some servers refuse HEAD where they would ask a browser to sign in.
    const place = { host, port, secure, path, method: 'GET', bodyBytes: 0 } as const;
    const proxy = this.viaProxy ? this.#means.proxy : null;
    const walk = new WebWalk({ ...this.#means, names, proxy }, place);
    await walk.run();
    const { names: name, ...steps } = walk.steps;
    Object.assign(this.steps, steps);
    if (this.viaProxy) this.steps.name = name;
    this.offsetMs = walk.offsetMs;
  }
}

const oneOfEachFamily = (addresses: readonly string[]): string[] =>
  [addresses.find((one) => !one.includes(':')), addresses.find((one) => one.includes(':'))].flatMap(
    (one) => one ?? [],
  );

/** Asked once is enough: all that follows goes to the addresses that are on record. */
const known = (addresses: readonly string[]): AddressBook => ({
  addresses: () =>
    Promise.resolve<NameAnswer<string[]>>({ kind: 'answered', value: [...addresses], ms: 0 }),
});

/** Goes where a person pointed, as far as it goes without saying who we are. Nobody else is contacted. */
export const reachNamed = async (means: NamedMeans, target: NamedTarget): Promise<NamedReport> => {
  const began = performance.now();
  const once = { ...means, names: { ...means.names, ...askedOnce(means.names) } };
  const trip = new Trip(once, target);
  await trip.run();
  const { steps, viaProxy, offsetMs } = trip;
  const seen = { target, steps, viaProxy, clockOffsetMs: offsetMs, servers: means.names.servers() };
  return { ...seen, verdict: judgeNamed(seen), ms: performance.now() - began };
};
