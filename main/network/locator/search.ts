import { performance } from 'node:perf_hooks';
import { type Ping, type PingQuestion, pingTcp, pingUdp } from '../cldap';
import type { NameAnswer, Names } from '../names';
import { pause } from '../once';
import { type Answer, troubled } from '../outcome';
import type { Wire } from '../wire';
import {
  addressesToAsk,
  type Candidate,
  candidatesOf,
  type Here,
  keyOf,
  maxCandidates,
} from './candidates';
import { best, elect, type Heard, nearness, usable } from './election';
import { domainRecord, guidRecord, type RecordName, siteRecord } from './records';

export interface SearchRequest {
  domain: string;
  site: string | null;
  guid: string | null;
  /** Ask every candidate instead of stopping at the first good one. */
  all: boolean;
  here: Here;
  /** Name of this PC, which Windows sends along too; null sends none. */
  host: string | null;
  signal?: AbortSignal;
}

export interface Asked {
  candidate: Candidate;
  names: NameAnswer<string[]>;
  pings: { address: string; udp: Answer<Ping>; tcp: Answer<Ping> | null }[];
}

export interface RecordAnswer extends RecordName {
  answer: NameAnswer<number>;
}

export interface SearchResult {
  records: RecordAnswer[];
  asked: Asked[];
  heard: Heard[];
  leftOut: number;
  /** Candidates not asked because a good one was found before. */
  notNeeded: number;
  firstLiveMs: number | null;
  chosenMs: number | null;
  chosen: Heard | null;
}

/** Few at first, because one of the nearest usually answers; each silent wave makes the next one wider. */
const firstWave = 8;
const widestWave = 64;
const waveGapMs = 40;
const recordLimitMs = 4000;
const nameLimitMs = 2500;
const pingLimitMs = 1800;
const tcpAfterMs = 500;
/** After the choice, how long late answers may still correct it. */
const listenMs = 120;
/** What a stranger says our site is goes into a question to DNS: few, and only names. */
const maxSites = 3;
const siteName = /^[\w-]{1,63}$/;

/** The whole search as one object, because answers arrive while questions still go out. */
class Search {
  readonly #wire: Wire;
  readonly #names: Names;
  readonly #request: SearchRequest;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  readonly #began = performance.now();
  readonly #known = new Set<string>();
  readonly #queue: Candidate[] = [];
  readonly #sites = new Set<string>();
  readonly #records: RecordAnswer[] = [];
  readonly #asked: Asked[] = [];
  readonly #heard: Heard[] = [];
  readonly #flying = new Set<Promise<void>>();
  #leftOut = 0;
  #chosen: { heard: Heard; atMs: number } | null = null;
  #wake: () => void = () => undefined;

  constructor(wire: Wire, names: Names, request: SearchRequest) {
    this.#wire = wire;
    this.#names = names;
    this.#request = request;
    const own = this.#stop.signal;
    this.#signal = request.signal ? AbortSignal.any([own, request.signal]) : own;
  }

  async run(): Promise<SearchResult> {
    const { domain, site, guid } = this.#request;
    if (site !== null) this.#sites.add(site.toLowerCase());
    const first = [...(site === null ? [] : [siteRecord(domain, site)]), domainRecord(domain)];
    await Promise.all(first.map((record) => this.#look(record)));
    if (this.#queue.length === 0 && guid !== null) await this.#look(guidRecord(guid, domain));
    await this.#waves();
    this.#stop.abort();
    await Promise.all(this.#flying);
    return {
      records: this.#records,
      asked: this.#asked,
      heard: this.#heard,
      leftOut: this.#leftOut,
      notNeeded: this.#queue.length,
      firstLiveMs: this.#heard.find(usable)?.atMs ?? null,
      chosenMs: this.#chosen?.atMs ?? null,
      chosen: this.#chosen?.heard ?? null,
    };
  }

  #now = () => performance.now() - this.#began;

  async #look(record: RecordName): Promise<void> {
    const answer = await this.#names.srv(record.name, {
      limitMs: recordLimitMs,
      signal: this.#signal,
    });
    const counted = answer.kind === 'answered' ? { ...answer, value: answer.value.length } : answer;
    this.#records.push({ ...record, answer: counted });
    if (answer.kind !== 'answered') return;
    const fresh = candidatesOf(answer.value, record.origin, this.#known);
    const room = maxCandidates - this.#known.size;
    this.#leftOut += Math.max(0, fresh.length - room);
    const taken = fresh.slice(0, room);
    for (const candidate of taken) this.#known.add(keyOf(candidate));
    // The nearer ones go first, even when their record came last.
    if (record.origin === 'site') this.#queue.unshift(...taken);
    else this.#queue.push(...taken);
    this.#wake();
  }

  async #waves(): Promise<void> {
    let size = firstWave;
    while (!this.#signal.aborted) {
      this.#decide();
      if (this.#chosen && !this.#request.all) break;
      const wave = this.#next(size).map((candidate) => this.#fly(this.#ask(candidate)));
      if (wave.length === 0 && this.#flying.size === 0) break;
      size = Math.min(widestWave, size * 2);
      await this.#until(this.#patience(), wave.length > 0 ? wave : [...this.#flying]);
    }
    if (this.#chosen && !this.#request.all) {
      await pause(listenMs, this.#signal);
      this.#decide();
    }
    // Everybody has been asked: whoever is best now is chosen, with no grace left to wait for.
    const last = best(this.#heard);
    if (!this.#chosen && last) this.#chosen = { heard: last, atMs: this.#now() };
  }

  /** With a good answer in hand only those of our own site can be better. */
  #next(size: number): Candidate[] {
    const found = !this.#request.all && this.#heard.some(usable);
    const nearer = this.#queue.findIndex(({ origin }) => origin !== 'site');
    const most = found && nearer >= 0 ? nearer : this.#queue.length;
    return this.#queue.splice(0, Math.min(size, most));
  }

  /** A good answer that waits for a better one must not wait longer than its grace. */
  #patience(): number {
    const decision = elect(this.#heard, this.#now());
    return decision.kind === 'waiting' ? Math.min(waveGapMs, decision.ms ?? waveGapMs) : 0;
  }

  /** Until something is heard, the wave is over, or its time is. */
  async #until(ms: number, wave: readonly Promise<void>[]): Promise<void> {
    const heard = new Promise<void>((resolve) => (this.#wake = resolve));
    await Promise.race([heard, Promise.all(wave), pause(ms, this.#signal)]);
  }

  #decide(): void {
    const decision = elect(this.#heard, this.#now());
    if (decision.kind === 'chosen')
      this.#chosen = { heard: decision.heard, atMs: this.#chosen?.atMs ?? this.#now() };
  }

  #fly(work: Promise<void>): Promise<void> {
    const flight = work.finally(() => this.#flying.delete(flight));
    this.#flying.add(flight);
    return flight;
  }

  async #ask(candidate: Candidate): Promise<void> {
    const names = await this.#names.addresses(candidate.host, {
      limitMs: nameLimitMs,
      signal: this.#signal,
    });
    const asked: Asked = { candidate, names, pings: [] };
    this.#asked.push(asked);
    if (names.kind !== 'answered') return;
    const addresses = addressesToAsk(names.value, this.#request.here);
    await Promise.all(addresses.map((address) => this.#ping(asked, address)));
  }

  async #ping(asked: Asked, address: string): Promise<void> {
    const { host, port } = asked.candidate;
    const { domain, host: own } = this.#request;
    const question: PingQuestion = own === null ? { domain } : { domain, host: own };
    const spot = { address, port };
    const limit = { limitMs: pingLimitMs, signal: this.#signal };
    const note = (answer: Answer<Ping>, transport: 'udp' | 'tcp') => {
      if (answer.kind === 'answered' && answer.value.kind === 'domain-controller')
        this.#hear({
          host,
          address,
          port,
          netlogon: answer.value.netlogon,
          transport,
          ms: answer.ms,
        });
      return answer;
    };
    const udp = pingUdp(this.#wire, spot, question, limit).then((one) => note(one, 'udp'));
    const early = await Promise.race([udp, pause(tcpAfterMs, this.#signal)]);
    // UDP dropped or cut: the same question over TCP, while UDP may still answer.
    const tcp =
      early?.kind === 'answered' && early.value.kind !== 'unreadable'
        ? null
        : note(await pingTcp(this.#wire, spot, question, limit), 'tcp');
    asked.pings.push({ address, udp: await udp, tcp });
  }

  #hear(heard: Omit<Heard, 'atMs'>): void {
    const one = { ...heard, atMs: this.#now() };
    const before = this.#heard.find(
      ({ address, port }) => address === one.address && port === one.port,
    );
    if (before) {
      if (one.transport === 'udp') Object.assign(before, { transport: 'udp', ms: one.ms });
      return;
    }
    this.#heard.push(one);
    const { clientSite } = one.netlogon;
    if (clientSite !== null && nearness(one.netlogon) !== 'same-site') this.#lookIn(clientSite);
    this.#wake();
  }

  /** The first answer tells which site we stand in; from then on that site is asked first. */
  #lookIn(site: string): void {
    const key = site.toLowerCase();
    if (this.#sites.has(key) || this.#sites.size >= maxSites || !siteName.test(site)) return;
    this.#sites.add(key);
    void this.#fly(this.#look(siteRecord(this.#request.domain, site)));
  }
}

export const searchDomain = (
  wire: Wire,
  names: Names,
  request: SearchRequest,
): Promise<SearchResult> =>
  request.signal?.aborted
    ? Promise.resolve({
        records: [{ ...domainRecord(request.domain), answer: troubled('cancelled', 0) }],
        asked: [],
        heard: [],
        leftOut: 0,
        notNeeded: 0,
        firstLiveMs: null,
        chosenMs: null,
        chosen: null,
      })
    : new Search(wire, names, request).run();
