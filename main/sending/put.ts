import { request } from 'node:https';
import * as tls from 'node:tls';
import type { SendTrouble } from '../../preload/contract-sending';
import { codeOf, notSent, sent, type Job, type Sender, type Sent } from './job';

export interface PutQuestion {
  method: 'PUT' | 'HEAD';
  url: string;
  headers: Record<string, string>;
  body: Uint8Array | null;
  /** How many bytes of the body have gone. */
  gone(bytes: number): void;
  /** Ends in an error when nothing moves for this long. */
  idleMs: number;
  signal: AbortSignal;
}

export interface PutAnswer {
  status: number;
  header(name: string): string | null;
}

/** The network as a door has it. It must not follow a redirect, and send no cookie and no sign-in. */
export type PutTransport = (question: PutQuestion) => Promise<PutAnswer>;

const chunk = 64 * 1024;

/** The roots of this PC beside the public ones, where this Node can tell them: a company has its own. */
const trusted = (): string[] | undefined => {
  const { getCACertificates } = tls as { getCACertificates?: (kind: string) => string[] };
  if (getCACertificates === undefined) return undefined;
  return [...getCACertificates('default'), ...getCACertificates('system')];
};

/** Node's own: no proxy, no redirect, no credentials. */
export const nodeTransport =
  (ca: string[] | undefined = trusted()): PutTransport =>
  ({ method, url, headers, body, gone, idleMs, signal }) =>
    new Promise((resolve, reject) => {
      const asked = request(url, {
        method,
        headers: { ...headers, 'Content-Length': String(body?.length ?? 0) },
        agent: false,
        signal,
        ...(ca === undefined ? {} : { ca }),
      });
      asked.setTimeout(idleMs, () => {
        asked.destroy(Object.assign(new Error('idle'), { code: 'ETIMEDOUT' }));
      });
      asked.once('error', reject);
      asked.once('response', (response) => {
        // What a server writes besides its status is of no use here.
        response.resume();
        response.once('error', () => undefined);
        const said = (name: string) => [response.headers[name]].flat()[0] ?? null;
        resolve({ status: response.statusCode ?? 0, header: said });
        asked.destroy();
      });
      const write = (at: number): void => {
        if (body === null || at >= body.length) {
          asked.end();
          return;
        }
        const part = body.subarray(at, at + chunk);
        asked.write(part, (error) => {
          if (error) return;
          gone(at + part.length);
          write(at + part.length);
        });
      };
      write(0);
    });

const offline: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ERR_INTERNET_DISCONNECTED',
  'ERR_NAME_NOT_RESOLVED',
  'ERR_CONNECTION_REFUSED',
  'ERR_ADDRESS_UNREACHABLE',
  'ERR_PROXY_CONNECTION_FAILED',
]);
const timedOut: ReadonlySet<string> = new Set([
  'ETIMEDOUT',
  'ERR_TIMED_OUT',
  'ERR_CONNECTION_TIMED_OUT',
]);
const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|ERR_SSL/u;

const troubleOf = (error: unknown): SendTrouble => {
  const code = codeOf(error) || (error instanceof Error ? error.message.replace('net::', '') : '');
  if (offline.has(code)) return 'offline';
  if (timedOut.has(code)) return 'timed-out';
  return untrusted.test(code) ? 'untrusted' : 'cut-off';
};

const byStatus: Readonly<Record<number, SendTrouble>> = {
  401: 'refused',
  403: 'refused',
  404: 'not-found',
  405: 'refused',
  408: 'timed-out',
  409: 'name-taken',
  410: 'not-found',
  412: 'name-taken',
  413: 'too-large',
  429: 'server',
  507: 'full',
};

const troubleOfStatus = (status: number): SendTrouble => {
  if (status >= 300 && status < 400) return 'redirected';
  return byStatus[status] ?? (status >= 500 ? 'server' : 'refused');
};

const arrived = (status: number): boolean => status >= 200 && status < 300;

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  zip: 'application/zip',
};

/** The name is added to the path; what stands behind it, such as a signature, stays. */
export const addressFor = (to: string, name: string): string => {
  const url = new URL(to);
  url.pathname = `${url.pathname.replace(/\/+$/u, '')}/${encodeURIComponent(name)}`;
  return url.href;
};

/** Says how far an earlier try came, where the server can tell: only then is there anything to go on from. */
const offsetAt = async (ask: PutTransport, question: PutQuestion, all: number): Promise<number> => {
  try {
    const answer = await ask({ ...question, method: 'HEAD', body: null, headers: {} });
    const said = Number(answer.header('upload-offset') ?? Number.NaN);
    return arrived(answer.status) && Number.isInteger(said) && said > 0 && said < all ? said : 0;
  } catch {
    return 0;
  }
};

/**
 * One PUT to one address that the organisation wrote down. After a cut the server is asked how much it has, and
 * the rest follows with `Content-Range`; a server that does not know either gets the whole file again.
 */
export const sendByPut = (ask: PutTransport, idleMs = 30_000): Sender => {
  /** Names that were cut off in this run: for all others there is nothing to ask. */
  const begun = new Set<string>();
  const put = async (job: Job, from: number): Promise<Sent> => {
    const { bytes, name, to, progress, signal } = job;
    const whole = from === 0;
    const ending = name.slice(name.lastIndexOf('.') + 1);
    progress(from);
    const answer = await ask({
      method: 'PUT',
      url: addressFor(to, name),
      headers: {
        'Content-Type': types[ending] ?? 'application/octet-stream',
        // Nothing of somebody else's is written over.
        ...(whole ? { 'If-None-Match': '*' } : {}),
        ...(whole
          ? {}
          : {
              'Content-Range': `bytes ${String(from)}-${String(bytes.length - 1)}/${String(bytes.length)}`,
            }),
        // Without it, Azure storage takes no PUT; no other server minds.
        'x-ms-blob-type': 'BlockBlob',
      },
      body: bytes.subarray(from),
      gone: (count) => progress(from + count),
      idleMs,
      signal,
    });
    if (arrived(answer.status)) {
      progress(bytes.length);
      return sent;
    }
    return notSent(troubleOfStatus(answer.status));
  };
  return async (job) => {
    const key = `${job.to} ${job.name}`;
    const question: PutQuestion = {
      method: 'HEAD',
      url: addressFor(job.to, job.name),
      headers: {},
      body: null,
      gone: () => undefined,
      idleMs,
      signal: job.signal,
    };
    try {
      const from = begun.has(key) ? await offsetAt(ask, question, job.bytes.length) : 0;
      begun.add(key);
      const done = await put(job, from);
      // A server that does not take the rest may still take the whole.
      const result = !done.ok && from > 0 && done.why === 'refused' ? await put(job, 0) : done;
      if (result.ok) begun.delete(key);
      return result;
    } catch (error) {
      return notSent(troubleOf(error));
    }
  };
};
