import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log } from '../ipc/log';
import type { Access } from './access';
import { refuseAddress } from './address';
import { createDocument } from './document';
import type { BuiltFiles } from './files';
import { securityHeaders } from './headers';
import { explainRefusal, type DoorRefusal } from './words';

export const openPath = '/open';

interface Answering {
  access: Access;
  files: BuiltFiles;
  origin: string;
  log: Log;
}

type Answer =
  | { kind: 'file'; type: string; body: Buffer | string }
  | { kind: 'opened'; cookie: string }
  | { kind: 'refused'; status: number; code: DoorRefusal };

const refused = (status: number, code: DoorRefusal): Answer => ({ kind: 'refused', status, code });

/** A clicked link's redirect carries no strict cookie; a page of ours that moves on does. */
const cameByLink = (request: IncomingMessage): boolean =>
  !['none', 'same-origin', undefined].includes(request.headers['sec-fetch-site']?.toString());

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';

export const createAnswer = ({ access, files, origin, log }: Answering): RequestListener => {
  const index = createDocument(files.get('/index.html')?.bytes.toString('utf8') ?? '');

  const open = (request: IncomingMessage, query: string): Answer => {
    if (request.method !== 'GET') return refused(405, 'method-wrong');
    const ticket = new URLSearchParams(query).get('ticket') ?? '';
    const redeemed = access.redeem(ticket);
    if (redeemed.kind === 'opened') return redeemed;
    // Going back to the printed address in the browser that already has the session is no attack.
    if (access.admits(request.headers.cookie)) return { kind: 'opened', cookie: '' };
    return refused(403, redeemed.code);
  };

  const decide = (request: IncomingMessage, nonce: string): Answer => {
    const wrong = refuseAddress(request.headers, origin, false);
    if (wrong !== null) return refused(403, wrong);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405, 'method-wrong');
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    if (hasBody(request)) return refused(413, 'body-unwanted');
    if (path === openPath) return open(request, query);
    if (!access.admits(request.headers.cookie)) return refused(401, 'session-missing');
    if (path === '/') return { kind: 'file', type: 'text/html; charset=utf-8', body: index(nonce) };
    const file = path === '/index.html' ? undefined : files.get(path);
    if (file === undefined) return refused(404, 'not-found');
    return { kind: 'file', type: file.type, body: file.bytes };
  };

  const send = (request: IncomingMessage, response: ServerResponse, answer: Answer): void => {
    const end = (status: number, type: string, body: Buffer | string): void => {
      response.writeHead(status, {
        'Content-Type': type,
        'Content-Length': Buffer.byteLength(body),
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (answer.kind === 'file') {
      end(200, answer.type, answer.body);
      return;
    }
    if (answer.kind === 'refused') {
      log('warn', 'request refused', { status: answer.status, code: answer.code });
      if (answer.status === 405) response.setHeader('Allow', 'GET, HEAD');
      const text = explainRefusal(answer.code, request.headers['accept-language']);
      end(answer.status, 'text/plain; charset=utf-8', `${text}\n`);
      return;
    }
    if (answer.cookie !== '') response.setHeader('Set-Cookie', answer.cookie);
    if (cameByLink(request)) response.setHeader('Refresh', '0; url=/');
    else response.setHeader('Location', '/');
    end(response.hasHeader('Location') ? 303 : 200, 'text/plain; charset=utf-8', '');
  };

  return (request, response) => {
    const nonce = randomBytes(18).toString('base64');
    for (const [name, value] of Object.entries(securityHeaders(nonce)))
      response.setHeader(name, value);
    // Without this, the rest of a body would be read as long as somebody sends it.
    if (hasBody(request)) response.shouldKeepAlive = false;
    send(request, response, decide(request, nonce));
  };
};
