import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Server } from 'node:net';
import type { Spot } from '../../../main/network/wire';
import type { Issued } from './authority';
import type { Listener } from './listeners';

const listening = (server: Server, sockets: Set<Socket>, count: () => number): Promise<Listener> =>
  new Promise((resolve, reject) => {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => undefined);
    });
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () =>
      resolve({
        spot: { address: '127.0.0.1', port: (server.address() as AddressInfo).port },
        count,
        close: () =>
          new Promise((done) => {
            for (const socket of sockets) socket.destroy();
            server.close(() => done());
          }),
      }),
    );
  });

export const site = (answer: RequestListener, identity?: Issued): Promise<Listener> => {
  let count = 0;
  const counted: RequestListener = (request, response) => {
    count += 1;
    answer(request, response);
  };
  const server = identity ? createHttps(identity, counted) : createHttp(counted);
  server.on('tlsClientError', () => undefined);
  return listening(server, new Set(), () => count);
};

export interface ProxyRules {
  /** Status to answer instead of letting anybody through. */
  deny?: number;
  /** Where a name and port lead. */
  lead(target: string): Spot | null;
}

/** A web proxy: CONNECT for the encrypted, whole addresses for the rest; it keeps what it was sent. */
export const proxy = async ({ deny, lead }: ProxyRules) => {
  const seen: { target: string; headers: NodeJS.Dict<string | string[]> }[] = [];
  const sockets = new Set<Socket>();
  const server = createHttp((request, response) => {
    seen.push({ target: request.url ?? '', headers: request.headers });
    if (deny) response.writeHead(deny, { 'proxy-authenticate': 'Negotiate, NTLM' });
    response.end();
  });
  server.on('connect', (request, socket: Socket) => {
    seen.push({ target: request.url ?? '', headers: request.headers });
    const to = lead(request.url ?? '');
    if (deny || !to) {
      const status = String(deny ?? 502);
      socket.end(`HTTP/1.1 ${status} No\r\nProxy-Authenticate: Negotiate\r\n\r\n`);
      return;
    }
    const out = connect(to.port, to.address, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(out).pipe(socket);
    });
    sockets.add(out);
    out.on('error', () => socket.destroy());
    socket.on('error', () => out.destroy());
  });
  const listener = await listening(server, sockets, () => seen.length);
  return { ...listener, seen };
};
