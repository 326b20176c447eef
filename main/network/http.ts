import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { once } from './once';
import { type Answer, detailOf, errorCode, type Trouble, troubleOf } from './outcome';
import type { Patience } from './wire';

export interface HttpLook {
  status: number;
  /** The server's clock, in UTC milliseconds. */
  date: number | null;
  location: string | null;
  /** Schemes of `WWW-Authenticate` or `Proxy-Authenticate`, e.g. `Negotiate`. */
  schemes: string[];
  /** The first bytes of the body, as far as they were wanted. */
  body: string;
}

export interface HttpQuestion extends Patience {
  method: 'GET' | 'HEAD';
  host: string;
  /** A whole address when a proxy is to fetch it. */
  path: string;
  bodyBytes: number;
  /** What kind of answer is wanted; any where nothing is said. */
  accept?: string;
}

const maxHeaderSize = 16_384;
const agent = 'fieldkit';

const httpTrouble = (error: unknown): Trouble =>
  errorCode(error)?.startsWith('HPE_') ? 'not-understood' : troubleOf(error);

const dateOf = (said: string | undefined): number | null => {
  const ms = Date.parse(said ?? '');
  return Number.isNaN(ms) ? null : ms;
};

const schemesOf = (said: string | string[] | undefined): string[] =>
  [said ?? []]
    .flat()
    .flatMap((one) => one.split(','))
    .flatMap((one) => /^\s*([A-Za-z]+)(\s|$)/.exec(one)?.[1] ?? []);

const lookOf = ({ statusCode, headers }: IncomingMessage, body: string): HttpLook => ({
  status: statusCode ?? 0,
  date: dateOf(headers.date),
  location: headers.location ?? null,
  schemes: schemesOf(headers['proxy-authenticate'] ?? headers['www-authenticate']),
  body,
});

/** One question over an open socket; no cookie, no credentials, and no more body than wanted. */
export const lookHttp = (socket: Socket, question: HttpQuestion): Promise<Answer<HttpLook>> =>
  once(question, (turn) => {
    const { method, host, path, bodyBytes, accept = '*/*' } = question;
    const asked = request({
      createConnection: () => socket,
      method,
      path,
      maxHeaderSize,
      setHost: false,
      headers: { host, 'user-agent': agent, accept, connection: 'close' },
    });
    asked.once('response', (response) => {
      let body = '';
      const done = () => turn.give(lookOf(response, body));
      if (method === 'HEAD' || bodyBytes === 0) {
        done();
        return;
      }
      response.setEncoding('latin1');
      response.on('data', (chunk: string) => {
        body += chunk.slice(0, bodyBytes - body.length);
        if (body.length >= bodyBytes) done();
      });
      response.once('end', done);
      response.once('error', (error) => turn.fail(httpTrouble(error), detailOf(error)));
    });
    asked.on('error', (error) => turn.fail(httpTrouble(error), detailOf(error)));
    asked.end();
    return () => asked.destroy();
  });

export interface Tunnel {
  look: HttpLook;
  /** Null when the proxy did not let us through. */
  socket: Socket | null;
}

/** Asks a proxy to let us through. Without credentials, always: that it wants some is the finding. */
export const tunnel = (
  socket: Socket,
  target: string,
  patience: Patience,
): Promise<Answer<Tunnel>> =>
  once(patience, (turn) => {
    const asked = request({
      createConnection: () => socket,
      method: 'CONNECT',
      path: target,
      maxHeaderSize,
      setHost: false,
      headers: { host: target, 'user-agent': agent },
    });
    let kept = false;
    asked.once('connect', (response, through) => {
      const open = response.statusCode === 200;
      kept = open;
      turn.give({ look: lookOf(response, ''), socket: open ? through : null });
    });
    asked.on('error', (error) => turn.fail(httpTrouble(error), detailOf(error)));
    asked.end();
    return () => {
      if (!kept) asked.destroy();
    };
  });
