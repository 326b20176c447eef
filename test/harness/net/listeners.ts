import { createSocket } from 'node:dgram';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Spot } from '../../../main/network/wire';

export interface Listener {
  spot: Spot;
  /** Connections or packets so far. */
  count(): number;
  close(): Promise<void>;
}

export interface Where {
  address?: string;
  port?: number;
}

export const tcp = (
  onSocket: (socket: Socket) => void,
  { address = '127.0.0.1', port = 0 }: Where = {},
): Promise<Listener> =>
  new Promise((resolve, reject) => {
    const sockets = new Set<Socket>();
    let count = 0;
    const server = createServer((socket) => {
      count += 1;
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => undefined);
      onSocket(socket);
    });
    server.once('error', reject);
    server.listen(port, address, () =>
      resolve({
        spot: { address, port: (server.address() as AddressInfo).port },
        count: () => count,
        close: () =>
          new Promise((done) => {
            for (const socket of sockets) socket.destroy();
            server.close(() => done());
          }),
      }),
    );
  });

export type Reply = (packet: Uint8Array) => void;

export const udp = (
  onPacket: (packet: Uint8Array, reply: Reply, from: Spot) => void,
  { address = '127.0.0.1', port = 0 }: Where = {},
): Promise<Listener> =>
  new Promise((resolve, reject) => {
    let count = 0;
    const socket = createSocket('udp4');
    socket.once('error', reject);
    socket.on('message', (packet, from) => {
      count += 1;
      onPacket(packet, (answer) => socket.send(answer, from.port, from.address), from);
    });
    socket.bind(port, address, () =>
      resolve({
        spot: { address, port: socket.address().port },
        count: () => count,
        close: () => new Promise((done) => socket.close(() => done())),
      }),
    );
  });

/** Accepts and never says a word. */
export const mute = (where?: Where) => tcp((socket) => socket.resume(), where);

/** Accepts, listens, and throws the line down. */
export const resetting = (where?: Where) =>
  tcp((socket) => {
    socket.once('data', () => socket.resetAndDestroy());
  }, where);

/** Answers anything with these bytes. */
export const saying = (bytes: Uint8Array, where?: Where) =>
  tcp((socket) => {
    socket.once('data', () => socket.write(bytes));
  }, where);

const part = () => 1 + Math.floor(Math.random() * 250);

/** A spot where surely nobody listens: an address of loopback that nobody uses. */
export const closedPort = (): Promise<Spot> =>
  Promise.resolve({ address: `127.77.${String(part())}.${String(part())}`, port: 9 });

/** A port of 127.0.0.1 that was free a moment ago, for programs that cannot choose one themselves. */
export const freePort = async (): Promise<Spot> => {
  const listener = await tcp(() => undefined);
  await listener.close();
  return listener.spot;
};

/** Everything a test opened, closed together. */
export class Opened {
  readonly #all: { close(): Promise<void> }[] = [];
  async add<T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> {
    const one = await opening;
    this.#all.push(one);
    return one;
  }
  async close(): Promise<void> {
    await Promise.all(this.#all.splice(0).map((one) => one.close()));
  }
}
