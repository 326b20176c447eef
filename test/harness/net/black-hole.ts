import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import type { Listener } from './listeners';

/** A listener that stands still: once its queue is full, the kernel drops every packet that knocks. */
const program = `
const { createServer } = require('node:net');
const server = createServer();
server.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => {
  require('node:fs').writeSync(1, String(server.address().port) + '\\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120000);
});
`;

/** Linux only: elsewhere a full queue answers with a refusal. */
export const blackHole = async (): Promise<Listener> => {
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'ignore'] });
  const port = await new Promise<number>((resolve) => {
    child.stdout.once('data', (said: Buffer) => resolve(Number(said.toString())));
  });
  const fillers = Array.from({ length: 4 }, () => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('error', () => undefined);
    return socket;
  });
  // Two of them fill the queue; the rest only make sure.
  await Promise.all(
    fillers.slice(0, 2).map((one) => new Promise((resolve) => one.once('connect', resolve))),
  );
  return {
    spot: { address: '127.0.0.1', port },
    count: () => fillers.length,
    close: () =>
      new Promise((resolve) => {
        for (const socket of fillers) socket.destroy();
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
};
