import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startBrowserDoor } from '../../main/browser/door';
import { fakeHouse } from '../ipc/fake-house';
import { builtPage, openDoor, rawTalk, signIn, visit } from './visitor';

let opened: Awaited<ReturnType<typeof openDoor>> | null = null;
afterEach(async () => {
  await opened?.shut();
  opened = null;
});

const dial = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      resolve(socket);
    });
    socket.on('error', reject);
  });

const hungUp = (socket: Socket): Promise<boolean> =>
  new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(true);
    });
    socket.resume();
  });

describe('limits of the door', () => {
  it('hangs up on headers that are too large', async () => {
    opened = await openDoor();
    const long = `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`;
    expect(await rawTalk(opened.door.port, long)).toBe('');
  });

  it('hangs up on what is not HTTP', async () => {
    opened = await openDoor();
    expect(await rawTalk(opened.door.port, '\u0016\u0003\u0001 hello\r\n\r\n')).toBe('');
  });

  it('hangs up on headers that dribble in', async () => {
    opened = await openDoor({ limits: { headersMs: 200, requestMs: 400, sweepMs: 50 } });
    const socket = await dial(opened.door.port);
    socket.write('GET / HTTP/1.1\r\n');
    const dribble = setInterval(() => socket.write('X-A: b\r\n'), 50);
    expect(await hungUp(socket)).toBe(true);
    clearInterval(dribble);
  });

  it('hangs up on a connection that says nothing', async () => {
    opened = await openDoor({ limits: { headersMs: 200, requestMs: 400, sweepMs: 50 } });
    expect(await hungUp(await dial(opened.door.port))).toBe(true);
  });

  it('takes only so many connections, and is there again for the next', async () => {
    // Slow ones are left alone here, so that only the number can be the reason.
    const patient = { headersMs: 600_000, requestMs: 600_000 };
    opened = await openDoor({ limits: { connections: 2, ...patient } });
    const cookie = await signIn(opened.door);
    const held = [await dial(opened.door.port), await dial(opened.door.port)];
    expect(await hungUp(await dial(opened.door.port))).toBe(true);
    const gone = held.map(hungUp);
    for (const socket of held) socket.destroy();
    await Promise.all(gone);
    await expect
      .poll(
        () =>
          visit(opened!.door.port, '/', { headers: { cookie } }).then(
            (reply) => reply.status,
            () => 0,
          ),
        { timeout: 60_000 },
      )
      .toBe(200);
  });
});

describe('starting the door', () => {
  it('says when the port is taken', async () => {
    opened = await openDoor();
    const built = await builtPage();
    const second = startBrowserDoor({
      house: fakeHouse().house,
      rendererDir: built.dir,
      port: opened.door.port,
    });
    await expect(second).rejects.toMatchObject({ name: 'DoorError', code: 'port-taken' });
    await built.remove();
  });

  it.each([-1, 65_536, 1.5, Number.NaN])('says when %s is no port', async (port) => {
    const built = await builtPage();
    await expect(
      startBrowserDoor({ house: fakeHouse().house, rendererDir: built.dir, port }),
    ).rejects.toMatchObject({ code: 'port-wrong' });
    await built.remove();
  });

  it('says when the page was never built', async () => {
    await expect(
      startBrowserDoor({ house: fakeHouse().house, rendererDir: '/nowhere/at/all' }),
    ).rejects.toMatchObject({ code: 'page-missing' });
  });
});
