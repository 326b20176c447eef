import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { limits as wire, socketPath } from '../../preload/wire';
import type { Dispatch } from '../ipc/dispatch';
import type { Events } from '../ipc/events';
import type { Log } from '../ipc/log';
import type { Access } from './access';
import { refuseAddress } from './address';
import type { Limits } from './limits';
import { servePage } from './page-line';

interface SocketsOptions {
  access: Access;
  dispatch: Dispatch;
  events: Pick<Events, 'listen'>;
  origin: string;
  limits: Limits;
  log: Log;
  /** Told whenever a page comes or goes. */
  onCount: (pages: number) => void;
}

interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

interface UpgradeRefusal {
  status: string;
  code: string;
}

const goingAway = 1001;

const turnAway = (socket: Duplex, { status }: UpgradeRefusal): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

export const createSockets = (options: SocketsOptions): Sockets => {
  const { access, dispatch, events, origin, limits, log, onCount } = options;
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: wire.messageBytes,
    perMessageDeflate: false,
  });
  const pages = new Set<WebSocket>();

  const refuse = (request: IncomingMessage): UpgradeRefusal | null => {
    const wrong = refuseAddress(request.headers, origin, true);
    if (wrong !== null) return { status: '403 Forbidden', code: wrong };
    if (request.url !== socketPath) return { status: '404 Not Found', code: 'not-found' };
    if (!access.admits(request.headers.cookie))
      return { status: '401 Unauthorized', code: 'session-missing' };
    if (pages.size >= limits.pages)
      return { status: '503 Service Unavailable', code: 'too-many-pages' };
    return null;
  };

  const welcome = (page: WebSocket): void => {
    const { tell } = servePage(page, dispatch, limits, log);
    const leave = events.listen(tell);
    const stopPinging = keepAlive(page, limits.pingMs);
    pages.add(page);
    onCount(pages.size);
    page.on('error', (error) => {
      log('warn', 'page connection failed', { reason: error.message });
    });
    page.once('close', () => {
      leave();
      stopPinging();
      pages.delete(page);
      onCount(pages.size);
    });
  };

  return {
    upgrade: (request, socket, head) => {
      const refusal = refuse(request);
      if (refusal === null) {
        server.handleUpgrade(request, socket, head, welcome);
        return;
      }
      log('warn', 'socket refused', { code: refusal.code });
      turnAway(socket, refusal);
    },
    close: () => {
      for (const page of pages) {
        page.close(goingAway);
        // A page that is asleep would otherwise hold the whole program open.
        setTimeout(() => {
          page.terminate();
        }, 500).unref();
      }
    },
  };
};

const keepAlive = (page: WebSocket, everyMs: number): (() => void) => {
  let alive = true;
  page.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive) {
      page.terminate();
      return;
    }
    alive = false;
    page.ping();
  }, everyMs);
  return () => {
    clearInterval(timer);
  };
};
