import { createHash } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A name only one program at a time can hold. It is a pipe (on Windows) or a socket and not a file with a
 * number in it, because the system takes it back the moment its holder dies, however it died: nothing stale
 * is left behind, and no number of an old program is taken for a new one.
 */
const addressOf = (name: string): string => {
  const short = createHash('sha256').update(name).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return `\\\\.\\pipe\\fieldkit-${short}`;
  return process.platform === 'linux' ? `\0fieldkit-${short}` : join(tmpdir(), `fieldkit-${short}`);
};

const listen = (address: string): Promise<Server | null> =>
  new Promise((done) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => done(null));
    server.listen(address, () => {
      server.unref();
      done(server);
    });
  });

const answers = (address: string): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });

export interface Lock {
  release(): Promise<void>;
}

/** Null when another holder is alive: of this process or of another. */
export const takeLock = async (name: string): Promise<Lock | null> => {
  const address = addressOf(name);
  let server = await listen(address);
  // Only where the name is a file can a dead holder's be in the way.
  const isFile = process.platform !== 'win32' && process.platform !== 'linux';
  if (server === null && isFile && !(await answers(address))) {
    unlinkSync(address);
    server = await listen(address);
  }
  if (server === null) return null;
  const held = server;
  return { release: () => new Promise((done) => held.close(() => done())) };
};
