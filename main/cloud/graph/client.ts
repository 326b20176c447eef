import { randomUUID } from 'node:crypto';
import type { Fetch, Fetched } from '../fetch';
import type { Token, TokenWishes } from '../sign-in/session';
import { addressOf, calls, type Call, type CallId, type Filling } from './calls';
import { claimsOf } from './challenge';
import { failureOfStatus, type GraphFailureId, type GraphOutcome, type Trace } from './outcome';
import { realPace, retryAfterMs, waitMs, type Pace } from './pace';
import { isRecord, readThing, selectOf, type ShapeName, type Thing } from './shapes';

export interface GraphOptions {
  origin: string;
  fetch: Fetch;
  token(wishes: TokenWishes): Promise<Token>;
  /** Asked before everything that changes something. */
  readOnly(): boolean;
  pace?: Pace;
  limitMs?: number;
}

export interface AskWishes {
  filling?: Filling;
  body?: Record<string, unknown>;
  select?: string;
  /** True only while a person waits for the answer of what they just did. */
  interactive?: boolean;
  signal?: AbortSignal;
  /** How long waiting may take in all, when the service demands it. */
  patienceMs?: number;
}

const usualLimitMs = 60_000;
const usualPatienceMs = 120_000;
/** Faults of the service or the way to it, not the times it sent us away: those end with the patience. */
const mostFaults = 4;
const mostBytes = 8 * 1024 * 1024;
const agent = 'Fieldkit';

const unsent: Trace = { clientRequestId: '', requestId: null, status: null, serviceCode: null };

/** One answer, or that there was none. */
interface Reply {
  trace: Trace;
  answer: Fetched | null;
  body: unknown;
}

const parsed = (text: string): unknown => {
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
};

const serviceCodeOf = (body: unknown): string | null => {
  const error = isRecord(body) ? body['error'] : null;
  const code = isRecord(error) ? error['code'] : null;
  return typeof code === 'string' ? code.slice(0, 100) : null;
};

/** A small, typed client for the calls in the table and for nothing else. */
export const createGraph = (options: GraphOptions) => {
  const { origin, fetch, limitMs = usualLimitMs, pace = realPace } = options;
  /** Nobody asks before this time once the service has sent one of us away. */
  let closedUntil = 0;

  const send = async (
    call: Call,
    address: string,
    token: string,
    { body, signal }: AskWishes,
  ): Promise<Reply> => {
    const trace: Trace = {
      clientRequestId: randomUUID(),
      requestId: null,
      status: null,
      serviceCode: null,
    };
    const limit = AbortSignal.timeout(limitMs);
    try {
      const answer = await fetch(address, {
        method: call.method,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          'user-agent': agent,
          'client-request-id': trace.clientRequestId,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
      const text = await answer.text();
      const content = text.length > mostBytes ? undefined : parsed(text);
      return {
        answer,
        body: content,
        trace: {
          ...trace,
          status: answer.status,
          requestId: answer.headers.get('request-id'),
          serviceCode: serviceCodeOf(content),
        },
      };
    } catch {
      return { answer: null, body: undefined, trace };
    }
  };

  const failed = (code: GraphFailureId, trace: Trace) => ({ kind: 'failed', code, trace }) as const;

  /** One request with everything it takes to get an answer: waiting, a new token, a claims challenge. */
  const persist = async (
    call: Call,
    address: string,
    permission: string,
    wishes: AskWishes,
  ): Promise<GraphOutcome<unknown>> => {
    const { interactive = false, signal, patienceMs = usualPatienceMs } = wishes;
    const began = pace.now();
    const tokenWishes: TokenWishes = { permissions: [permission], interactive };
    let renewed = false;
    let challenged = false;
    let faults = 0;
    let last: Trace = unsent;
    for (;;) {
      const hold = closedUntil - pace.now();
      if (hold > 0 && !(await pace.sleep(hold, signal))) return failed('cancelled', last);
      if (signal?.aborted) return failed('cancelled', last);
      const token = await options.token(tokenWishes);
      if (!token.ok) return { kind: 'signed-out', failure: token };
      const { answer, body, trace } = await send(call, address, token.value, wishes);
      last = trace;
      if (answer === null) {
        // Once it is on its way, nobody can say how far it came.
        if (call.acts) return { kind: 'unknown', trace };
        if (signal?.aborted) return failed('cancelled', trace);
        faults += 1;
        if (faults === mostFaults) return failed('network', trace);
        await pace.sleep(waitMs(faults, null, pace.random()), signal);
        continue;
      }
      const { status } = answer;
      if (status < 300)
        return body === undefined
          ? failed('not-understood', trace)
          : { kind: 'ok', value: body, trace };
      const claims = claimsOf(answer.headers.get('www-authenticate'));
      if ((status === 401 || status === 403) && claims !== null && !challenged) {
        challenged = true;
        tokenWishes.claims = claims;
        continue;
      }
      if (status === 401 && !renewed) {
        renewed = true;
        tokenWishes.renew = true;
        continue;
      }
      tokenWishes.renew = false;
      const demanded = retryAfterMs(answer.headers.get('retry-after'), pace.now());
      // Sent away before it was looked at: this alone may be repeated by an action too.
      const sentAway = status === 429 || (status === 503 && demanded !== null);
      if (call.acts && !sentAway && status >= 500 && status !== 501)
        return { kind: 'unknown', trace };
      if (!sentAway && ![500, 502, 503, 504].includes(status))
        return failed(failureOfStatus(status), trace);
      if (!sentAway) faults += 1;
      const wait = waitMs(faults, demanded, pace.random());
      if (faults === mostFaults || pace.now() - began + wait > patienceMs)
        return failed(failureOfStatus(status), trace);
      if (sentAway) closedUntil = Math.max(closedUntil, pace.now() + wait);
      else await pace.sleep(wait, signal);
    }
  };

  /** A second permission is tried where the first did not reach: documents differ on which one is enough. */
  const reach = async (
    call: Call,
    address: string,
    wishes: AskWishes,
  ): Promise<GraphOutcome<unknown>> => {
    let outcome: GraphOutcome<unknown> | null = null;
    for (const permission of call.permissions) {
      outcome = await persist(call, address, permission, wishes);
      const refused =
        (outcome.kind === 'failed' && outcome.code === 'not-allowed') ||
        (outcome.kind === 'signed-out' && outcome.failure.code === 'needs-admin-consent');
      if (!refused) return outcome;
    }
    if (outcome === null) throw new Error('a call without a permission');
    return outcome;
  };

  const ask = async (id: CallId, wishes: AskWishes = {}): Promise<GraphOutcome<unknown>> => {
    const call: Call = calls[id];
    if (call.acts && options.readOnly()) return failed('read-only', unsent);
    return reach(call, addressOf(origin, call, wishes.filling ?? {}, wishes.select), wishes);
  };

  /** Page by page, so that a long list is never in memory as a whole. Stops at the first failure, and says it. */
  async function* pages<N extends ShapeName>(
    id: CallId,
    shape: N,
    wishes: AskWishes = {},
  ): AsyncGenerator<GraphOutcome<Thing<N>[]>> {
    const call: Call = calls[id];
    const seen = new Set<string>();
    let address: string | null = addressOf(origin, call, wishes.filling ?? {}, selectOf(shape));
    while (address !== null) {
      seen.add(address);
      const outcome: GraphOutcome<unknown> = await reach(call, address, wishes);
      if (outcome.kind !== 'ok') {
        yield outcome;
        return;
      }
      const page = isRecord(outcome.value) ? outcome.value : {};
      const rows = page['value'];
      const next = page['@odata.nextLink'];
      // A token goes nowhere but to Graph, and round and round it goes not.
      const strange =
        typeof next === 'string' &&
        (!next.startsWith(`${origin}/${call.version}/`) || seen.has(next));
      if (!Array.isArray(rows) || strange) {
        yield failed('not-understood', outcome.trace);
        return;
      }
      const value = rows.flatMap((row) => readThing(shape, row) ?? []);
      yield { kind: 'ok', value, trace: outcome.trace };
      address = typeof next === 'string' ? next : null;
    }
  }

  const list = async <N extends ShapeName>(
    id: CallId,
    shape: N,
    wishes: AskWishes = {},
  ): Promise<GraphOutcome<Thing<N>[]>> => {
    const all: Thing<N>[] = [];
    let trace: Trace | null = null;
    for await (const page of pages(id, shape, wishes)) {
      if (page.kind !== 'ok') return page;
      all.push(...page.value);
      trace = page.trace;
    }
    if (trace === null) throw new Error('a list without a page');
    return { kind: 'ok', value: all, trace };
  };

  const one = async <N extends ShapeName>(
    id: CallId,
    shape: N,
    wishes: AskWishes = {},
  ): Promise<GraphOutcome<Thing<N>>> => {
    const outcome = await ask(id, { ...wishes, select: selectOf(shape) });
    if (outcome.kind !== 'ok') return outcome;
    const value = readThing(shape, outcome.value);
    return value === null ? failed('not-understood', outcome.trace) : { ...outcome, value };
  };

  return { ask, list, one, pages };
};

export type Graph = ReturnType<typeof createGraph>;
