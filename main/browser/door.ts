import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { House } from '../house';
import { createDispatch } from '../ipc/dispatch';
import { createEvents, type Events } from '../ipc/events';
import type { Log } from '../ipc/log';
import { createAccess } from './access';
import { originOf } from './address';
import { createAnswer, openPath } from './answer';
import { readBuiltFiles } from './files';
import { createIdle } from './idle';
import { defaultLimits, type Limits } from './limits';
import { listen } from './listen';
import { createSockets } from './sockets';

export interface BrowserDoorOptions {
  house: House;
  /** The built page: `out/renderer`. */
  rendererDir: string;
  /** What the house tells; give the house its `tell`. */
  events?: Pick<Events, 'listen'>;
  /** A free one is taken when absent. */
  port?: number;
  /** How long the printed address can be used for the first time. */
  ticketMs?: number;
  /** How long the door stays open after its last page was closed. */
  idleMs?: number;
  limits?: Partial<Limits>;
  log?: Log;
}

export interface BrowserDoor {
  /** Opens the door once; whoever has it first has the session. */
  readonly url: string;
  readonly port: number;
  /** Settles when the door is shut, by whomever. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

const minute = 60_000;

const build = (limits: Limits): Server => {
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: limits.sweepMs,
  });
  server.maxConnections = limits.connections;
  server.maxHeadersCount = limits.headerCount;
  // Without words: whoever sends this is no browser.
  server.on('clientError', (_error, socket: Duplex) => {
    socket.destroy();
  });
  return server;
};

/** The same page and the same contract as in the window, for a browser on this device and nobody else. */
export const startBrowserDoor = async (options: BrowserDoorOptions): Promise<BrowserDoor> => {
  const { house, rendererDir, events = createEvents(), log = () => undefined } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const files = await readBuiltFiles(rendererDir);
  const server = build(limits);
  const port = await listen(server, options.port ?? 0);
  const origin = originOf(port);
  const access = createAccess({ port, ticketMs: options.ticketMs ?? 60 * minute, now: Date.now });
  const idle = createIdle(options.idleMs ?? 60 * minute, () => void close());
  const sockets = createSockets({
    access,
    dispatch: createDispatch(house, log),
    events,
    origin,
    limits,
    log,
    onCount: idle.count,
  });
  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  const close = (): Promise<void> => {
    sockets.close();
    idle.stop();
    server.close();
    server.closeAllConnections();
    return closed;
  };
  server.on('request', createAnswer({ access, files, origin, log }));
  server.on('upgrade', sockets.upgrade);
  return { url: `${origin}${openPath}?ticket=${access.ticket}`, port, closed, close };
};
