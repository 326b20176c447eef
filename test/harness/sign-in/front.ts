import { type IncomingMessage, request, type ServerResponse } from 'node:http';

/** What the front door answers by itself instead of passing a request on. */
export interface Staged {
  status: number;
  body: object;
  headers?: Record<string, string>;
}

export interface Seen {
  method: string;
  path: string;
  /** Query and form together. */
  asked: URLSearchParams;
}

export interface FrontWishes {
  innerPort(): number;
  /** Sees every request that carries a question; may answer it itself. */
  stage(seen: Seen): Staged | null;
  /** The clock of this server, in milliseconds ahead of the real one. */
  skewMs(): number;
  /** Scopes that were granted before: Entra's tokens carry all of them, whichever was asked for now. */
  consented(): readonly string[];
}

const readAll = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const formType = 'application/x-www-form-urlencoded';
const longName = 'urn:ietf:params:oauth:grant-type:device_code';

/** MSAL says `device_code`, as Entra takes it; the standard has a longer name for the same. */
const translated = (form: URLSearchParams): Buffer => {
  if (form.get('grant_type') === 'device_code') form.set('grant_type', longName);
  // Entra gives it unasked; the provider only after a consent of its own for it.
  if (form.get('grant_type') === 'refresh_token')
    form.set('scope', (form.get('scope') ?? '').replace(/ ?offline_access/, ''));
  return Buffer.from(form.toString());
};

/** What Entra says where the provider refuses a refresh token: the token is no good, or a consent is missing. */
const refusals: Readonly<Record<string, { suberror: string; error_description: string }>> = {
  invalid_grant: {
    suberror: 'bad_token',
    error_description: 'AADSTS50173: The provided grant has expired due to it being revoked.',
  },
  invalid_scope: {
    suberror: 'consent_required',
    error_description: 'AADSTS65001: The user or administrator has not consented.',
  },
};

const asEntraRefuses = (seen: Seen, status: number, body: Buffer): Buffer => {
  if (status !== 400 || seen.asked.get('grant_type') !== 'refresh_token') return body;
  const answer = JSON.parse(body.toString()) as Record<string, unknown>;
  const refusal = refusals[String(answer['error'])];
  if (refusal === undefined) return body;
  return Buffer.from(JSON.stringify({ ...answer, error: 'invalid_grant', ...refusal }));
};

/** What stands before the provider: https, the habits of Entra, and every fault a test wants to see. */
export const front =
  (wishes: FrontWishes) =>
  async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const url = new URL(incoming.url ?? '/', 'https://localhost');
    const raw = await readAll(incoming);
    const isForm = incoming.headers['content-type']?.startsWith(formType) ?? false;
    const form = new URLSearchParams(isForm ? raw.toString() : '');
    const seen: Seen = {
      method: incoming.method ?? 'GET',
      path: url.pathname,
      asked: new URLSearchParams([...url.searchParams, ...form]),
    };
    const date = new Date(Date.now() + wishes.skewMs()).toUTCString();
    const staged = wishes.stage(seen);
    if (staged !== null) {
      outgoing.writeHead(staged.status, {
        'content-type': 'application/json',
        date,
        ...staged.headers,
      });
      outgoing.end(JSON.stringify(staged.body));
      return;
    }
    const body = isForm ? translated(form) : raw;
    // Entra's page to choose an account is this provider's page to sign in.
    if (url.searchParams.get('prompt') === 'select_account')
      url.searchParams.set('prompt', 'login');
    if (url.pathname === '/auth' && url.searchParams.has('scope')) {
      const asked = url.searchParams.get('scope')?.split(' ') ?? [];
      url.searchParams.set('scope', [...new Set([...asked, ...wishes.consented()])].join(' '));
    }
    const inner = request(
      {
        host: '127.0.0.1',
        port: wishes.innerPort(),
        method: seen.method,
        path: `${url.pathname}${url.search}`,
        headers: {
          ...incoming.headers,
          'content-length': String(body.length),
          'x-forwarded-proto': 'https',
          'x-forwarded-host': incoming.headers.host ?? 'localhost',
        },
      },
      (answer) => {
        void readAll(answer).then((said) => {
          const status = answer.statusCode ?? 500;
          const full = asEntraRefuses(seen, status, said);
          const { 'transfer-encoding': _chunked, ...headers } = answer.headers;
          outgoing.writeHead(status, { ...headers, date, 'content-length': String(full.length) });
          outgoing.end(full);
        });
      },
    );
    inner.on('error', () => outgoing.destroy());
    inner.end(body);
  };
