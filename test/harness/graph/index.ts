import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { authority, type Authority } from '../net/authority';
import { answerFor } from './answers';
import { rules, type Rule } from './rules';
import { actionComplaints, queryComplaints } from './schema';
import { emptyStore, storeComplaints, type Row, type Store } from './store';

export { checkIn } from './store';
export type { Row, Store } from './store';

export interface Asked {
  method: string;
  version: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  headers: IncomingMessage['headers'];
  /** False when the answer was staged instead of given by the service. */
  served: boolean;
}

export interface StagedAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** The service does what it was asked and then says this instead, as a gateway that lost patience. */
  after?: boolean;
  /** Hangs up without any answer. */
  drop?: boolean;
  /** Never answers, and keeps the line open. */
  hold?: boolean;
}

export interface GraphWishes {
  /** Scopes of a token, or null when it is not, or no longer, one of ours. */
  scopesOf(token: string): Promise<readonly string[] | null>;
  store?: Partial<Store>;
  pageSize?: number;
  roots?: Authority;
}

export interface GraphServer {
  url: string;
  root: string;
  store: Store;
  asked: Asked[];
  /** What was asked in a way the reference does not allow. A test that leaves any has failed. */
  violations: string[];
  stage(answer: ((asked: Asked) => StagedAnswer | null) | null): void;
  close(): Promise<void>;
}

const fault = (code: string, message: string) => ({ error: { code, message } });

const filtered = (rows: Row[], filter: string | null): Row[] => {
  if (filter === null) return rows;
  const equal = /^(\w+) eq '((?:[^']|'')*)'$/.exec(filter);
  const contains = /^contains\((\w+),'((?:[^']|'')*)'\)$/.exec(filter);
  const [, name = '', quoted = ''] = equal ?? contains ?? [];
  const value = quoted.replaceAll("''", "'");
  return rows.filter((row) => {
    const own = String(row[name] ?? '');
    return equal ? own === value : own.includes(value);
  });
};

const selected = (row: Row, select: string | null): unknown => {
  if (select === null) return row;
  const names = select.split(',');
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
};

const ruleComplaints = (rule: Rule, asked: Asked): string[] => {
  const { body, query, headers, version } = asked;
  const keys = Object.keys(body);
  const filter = query.get('$filter') ?? '';
  const { betaBody } = rule;
  return [
    ...(rule.bare && keys.length > 0 ? ['a body where none belongs'] : []),
    ...(rule.action ? actionComplaints(rule.action, body) : []),
    ...(betaBody
      ? keys.filter((key) => typeof body[key] !== betaBody[key]).map((key) => `no parameter ${key}`)
      : []),
    ...(rule.type
      ? queryComplaints(
          rule.type,
          query,
          version === 'beta' || rule.type.startsWith('cloudPcOn')
            ? (rule.betaProperties ?? [])
            : [],
        )
      : []),
    ...(rule.header && !headers[rule.header] ? [`header ${rule.header} is missing`] : []),
    ...(rule.onlyContains && filter.includes(`${rule.onlyContains} eq`)
      ? [`${rule.onlyContains} cannot be compared`]
      : []),
    ...(!headers['client-request-id'] ? ['header client-request-id is missing'] : []),
  ];
};

const readBody = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
};

/** Graph on loopback: strict about every request, in shape in every answer, and with a memory. */
export const startGraph = async (wishes: GraphWishes): Promise<GraphServer> => {
  const roots = wishes.roots ?? authority('Test Graph');
  const store: Store = { ...emptyStore(), ...wishes.store };
  const wrong = storeComplaints(store);
  if (wrong.length > 0)
    throw new Error(`the test describes what Graph never gives: ${wrong.join('; ')}`);
  const asked: Asked[] = [];
  const violations: string[] = [];
  const sockets = new Set<Socket>();
  let stage: ((one: Asked) => StagedAnswer | null) | null = null;
  let origin = '';

  const paged = (one: Asked, rows: Row[]): unknown => {
    const size = Math.min(wishes.pageSize ?? 100, Number(one.query.get('$top') ?? Infinity));
    const from = Number(one.query.get('$skiptoken') ?? 0);
    const page = rows.slice(from, from + size);
    const next = new URLSearchParams(one.query);
    next.set('$skiptoken', String(from + size));
    return {
      value: page.map((row) => selected(row, one.query.get('$select'))),
      ...(from + size < rows.length
        ? { '@odata.nextLink': `${origin}/${one.version}${one.path}?${next.toString()}` }
        : {}),
    };
  };

  const serve = async (one: Asked): Promise<StagedAnswer> => {
    const token = /^Bearer (.+)$/.exec(one.headers.authorization ?? '')?.[1] ?? '';
    const scopes = await wishes.scopesOf(token);
    if (scopes === null)
      return {
        status: 401,
        body: fault('InvalidAuthenticationToken', 'token'),
        headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
      };
    const known = rules.filter(
      ({ path, version }) => path.test(one.path) && (version === 'both' || version === one.version),
    );
    const rule = known.find(({ method }) => method === one.method);
    if (!rule) {
      violations.push(`${one.method} ${one.version}${one.path}: no such call`);
      return { status: known.length > 0 ? 405 : 404, body: fault('BadRequest', 'no such call') };
    }
    const wrongs = ruleComplaints(rule, one);
    if (wrongs.length > 0) {
      violations.push(...wrongs.map((text) => `${one.method} ${one.version}${one.path}: ${text}`));
      return { status: 400, body: fault('BadRequest', wrongs.join('; ')) };
    }
    if (!rule.permissions.some((permission) => scopes.includes(permission)))
      return { status: 403, body: fault('Authorization_RequestDenied', 'Insufficient privileges') };
    const staged = stage?.(one) ?? null;
    if (staged !== null && staged.after !== true) return staged;
    one.served = true;
    const answer = answerFor(store, one.method, one.path, one.body);
    if (staged !== null) return staged;
    const { value } = (answer.body ?? {}) as { value?: Row[] };
    if (value)
      return { status: answer.status, body: paged(one, filtered(value, one.query.get('$filter'))) };
    const body = answer.body as Row | undefined;
    return {
      status: answer.status,
      ...(body ? { body: 'error' in body ? body : selected(body, one.query.get('$select')) } : {}),
    };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'https://localhost');
    const [, version = '', ...path] = url.pathname.split('/').map(decodeURIComponent);
    const one: Asked = {
      method: request.method ?? 'GET',
      version,
      path: `/${path.join('/')}`,
      query: url.searchParams,
      body: await readBody(request),
      headers: request.headers,
      served: false,
    };
    asked.push(one);
    const answer = await serve(one);
    if (answer.hold === true) return;
    if (answer.drop === true) {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      'request-id': randomUUID(),
      'client-request-id': String(request.headers['client-request-id'] ?? ''),
      ...answer.headers,
    });
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  };

  const server = createServer(roots.issue(['localhost']), (request, response) => {
    void handle(request, response);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `https://localhost:${String((server.address() as AddressInfo).port)}`;
  return {
    url: origin,
    root: roots.root,
    store,
    asked,
    violations,
    stage: (next) => {
      stage = next;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};
