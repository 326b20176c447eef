import type { IncomingMessage, ServerResponse } from 'node:http';
import { authority } from './authority';
import { site } from './web';

/** What the place does with what comes. */
export type Behaviour =
  | { kind: 'takes' }
  | { kind: 'answers'; status: number; headers?: Record<string, string> }
  /** Cuts the line after so many bytes; it keeps them, and can say so where it is asked. */
  | { kind: 'cuts'; after: number; tells: boolean }
  | { kind: 'silent' };

export interface Visit {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
}

/** A place on loopback that takes hand-overs by https PUT, with a certificate of an authority of its own. */
export const dropSite = async (first: Behaviour = { kind: 'takes' }) => {
  const issuer = authority('Drop');
  const identity = issuer.issue(['localhost']);
  const visits: Visit[] = [];
  const kept = new Map<string, Buffer>();
  const whole = new Map<string, Buffer>();
  let behaviour = first;

  const put = (request: IncomingMessage, response: ServerResponse, path: string): void => {
    const [, from] = /^bytes (\d+)-/u.exec(String(request.headers['content-range'] ?? '')) ?? [];
    let bytes = kept.get(path)?.subarray(0, Number(from ?? 0)) ?? Buffer.alloc(0);
    const now = behaviour;
    request.on('error', () => undefined);
    request.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (now.kind !== 'cuts' || bytes.length < now.after) return;
      kept.set(path, bytes.subarray(0, now.after));
      request.socket.destroy();
    });
    request.on('end', () => {
      if (now.kind === 'silent') return;
      if (now.kind === 'answers') {
        response.writeHead(now.status, now.headers ?? {}).end();
        return;
      }
      whole.set(path, bytes);
      response.writeHead(201).end();
    });
  };

  const listener = await site((request, response) => {
    const path = request.url ?? '';
    visits.push({ method: request.method ?? '', path, headers: request.headers });
    if (request.method === 'PUT') {
      put(request, response, path);
      return;
    }
    const half = kept.get(path);
    response
      .writeHead(half === undefined ? 404 : 200, {
        ...(half === undefined ? {} : { 'upload-offset': String(half.length) }),
      })
      .end();
  }, identity);

  return {
    ...listener,
    url: `https://localhost:${String(listener.spot.port)}/reports`,
    root: issuer.root,
    visits,
    /** What has arrived as a whole, by its path. */
    whole,
    forget: () => kept.clear(),
    now: (next: Behaviour) => {
      behaviour = next;
    },
  };
};
