import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { createEvents } from '../../main/ipc/events';
import { limits as wire } from '../../preload/wire';
import { closeCode, nextMessage, openDoor, openSocket, rawTalk, signIn, visit } from './visitor';

let opened: Awaited<ReturnType<typeof openDoor>>;
let good: Record<string, string>;
const events = createEvents();

const open = async (options: Parameters<typeof openDoor>[0] = {}) => {
  opened = await openDoor({ events, ...options });
  good = { cookie: await signIn(opened.door), origin: opened.origin };
};
beforeEach(() => open());
afterEach(() => opened.shut());

const reopen = async (options: Parameters<typeof openDoor>[0]) => {
  await opened.shut();
  await open(options);
};
const enter = () => openSocket(opened.door.port, good);
const ask = async (socket: WebSocket, message: unknown): Promise<unknown> => {
  const answer = nextMessage(socket);
  socket.send(JSON.stringify(message));
  return answer;
};

describe('who may open the socket', () => {
  it.each([
    ['without the session', { cookie: '' }, '401'],
    ['with a made-up session', { cookie: 'fieldkit-1=x' }, '401'],
    ['from another page', { origin: 'http://evil.example' }, '403'],
    ['from another port of this device', { origin: 'http://127.0.0.1:1' }, '403'],
    ['from a sandboxed frame', { origin: 'null' }, '403'],
    ['under another name', { host: 'evil.example' }, '403'],
  ])('nobody %s', async (_what, headers, status) => {
    await expect(openSocket(opened.door.port, { ...good, ...headers })).rejects.toThrow(
      `status ${status}`,
    );
  });

  it('nobody who does not say where they come from', async () => {
    await expect(openSocket(opened.door.port, { cookie: good['cookie']! })).rejects.toThrow(
      'status 403',
    );
  });

  it('nobody anywhere else than at its address', async () => {
    await expect(openSocket(opened.door.port, good, '/')).rejects.toThrow('status 404');
    await expect(openSocket(opened.door.port, good, '/socket?x=1')).rejects.toThrow('status 404');
  });

  it('nothing that is not a WebSocket', async () => {
    const lines = [
      'GET /socket HTTP/1.1',
      `Host: 127.0.0.1:${String(opened.door.port)}`,
      `Origin: ${opened.origin}`,
      `Cookie: ${good['cookie']!}`,
      'Connection: Upgrade',
      'Upgrade: h2c',
    ];
    const heard = await rawTalk(opened.door.port, `${lines.join('\r\n')}\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 4\d\d /u);
  });

  it('several tabs of one session, but not without end', async () => {
    await reopen({ limits: { pages: 2 } });
    const tabs = [await enter(), await enter()];
    await expect(enter()).rejects.toThrow('status 503');
    const gone = closeCode(tabs[0]!);
    tabs[0]!.close();
    await gone;
    await expect
      .poll(
        () =>
          enter().then(
            () => true,
            () => false,
          ),
        { timeout: 60_000 },
      )
      .toBe(true);
  });
});

describe('what the socket carries', () => {
  it('the contract, through the same dispatcher', async () => {
    const socket = await enter();
    expect(await ask(socket, { id: 1, name: 'read.text', args: ['a'] })).toEqual({
      id: 1,
      ok: true,
      value: 'read.text done',
    });
    expect(opened.seen).toEqual([{ name: 'read.text', args: ['a'] }]);
  });

  it.each([
    ['an unknown call', 'constructor', [], 'unknown-call'],
    ['wrong arguments', 'read.text', [5], 'bad-arguments'],
    ['an extra argument', 'app.info', [1], 'bad-arguments'],
  ])('a refusal for %s, and nothing to the house', async (_what, name, args, code) => {
    const socket = await enter();
    expect(await ask(socket, { id: 7, name, args })).toEqual({ id: 7, ok: false, code });
    expect(opened.seen).toEqual([]);
  });

  it('an answer for too much text, and nothing to the house', async () => {
    const socket = await enter();
    const args = ['x'.repeat(wire.textChars + 1)];
    expect(await ask(socket, { id: 7, name: 'read.text', args })).toEqual({
      id: 7,
      ok: true,
      value: { ok: false, code: 'too-large' },
    });
    expect(opened.seen).toEqual([]);
  });

  it('no trace of a fault inside', async () => {
    opened.house['app.info'] = () => {
      throw new Error('secret');
    };
    const answer = await ask(await enter(), { id: 1, name: 'app.info', args: [] });
    expect(answer).toEqual({ id: 1, ok: false, code: 'internal' });
  });

  it('"internal" when the house gives what cannot be sent', async () => {
    opened.house['app.info'] = () => ({ big: 1n }) as never;
    const answer = await ask(await enter(), { id: 1, name: 'app.info', args: [] });
    expect(answer).toEqual({ id: 1, ok: false, code: 'internal' });
  });

  it.each([
    ['no JSON', 'hello'],
    ['no object', '5'],
    ['null', 'null'],
    ['no id', '{"name":"app.info","args":[]}'],
    ['an id that is text', '{"id":"1","name":"app.info","args":[]}'],
    ['no list of arguments', '{"id":1,"name":"app.info","args":{"length":0}}'],
    ['an extra key', '{"id":1,"name":"app.info","args":[],"path":"/"}'],
    ['bytes', Buffer.from('{"id":1,"name":"app.info","args":[]}')],
  ])('no message with %s: it hangs up', async (_what, message) => {
    const socket = await enter();
    const code = closeCode(socket);
    socket.send(message);
    expect(await code).toBe(1008);
    expect(opened.seen).toEqual([]);
  });

  it('no message that is larger than any call can be', async () => {
    const socket = await enter();
    socket.on('error', () => undefined);
    const code = closeCode(socket);
    socket.send('x'.repeat(wire.messageBytes + 1), () => undefined);
    expect([1009, 1006]).toContain(await code);
    expect((await visit(opened.door.port, '/', { headers: good })).status).toBe(200);
  });

  it('only so many unanswered calls at once', async () => {
    await reopen({ limits: { pendingCalls: 1 } });
    let finish = (_value: never): void => undefined;
    opened.house['inspect.start'] = () => new Promise((resolve) => (finish = resolve));
    const socket = await enter();
    socket.send('{"id":1,"name":"inspect.start","args":[{"kind":"this-device"}]}');
    expect(await ask(socket, { id: 2, name: 'app.info', args: [] })).toEqual({
      id: 2,
      ok: false,
      code: 'busy',
    });
    const first = nextMessage(socket);
    finish('done' as never);
    expect(await first).toEqual({ id: 1, ok: true, value: 'done' });
    expect(await ask(socket, { id: 3, name: 'app.info', args: [] })).toMatchObject({ ok: true });
  });

  it('what the house tells, to every tab', async () => {
    const tabs = [await enter(), await enter()];
    const heard = Promise.all(tabs.map(nextMessage));
    events.tell('opened.arrived', true);
    expect(await heard).toEqual([
      { event: 'opened.arrived', value: true },
      { event: 'opened.arrived', value: true },
    ]);
  });
});

describe('the end', () => {
  it('tells its pages, frees its port and hangs up on everyone', async () => {
    const socket = await enter();
    const code = closeCode(socket);
    await opened.door.close();
    expect(await code).toBe(1001);
    await opened.door.closed;
    await expect(visit(opened.door.port, '/')).rejects.toThrow('ECONNREFUSED');
  });

  it('drops a page that stops answering', async () => {
    await reopen({ limits: { pingMs: 50 } });
    const asleep = await openSocket(opened.door.port, good, '/socket', { autoPong: false });
    const awake = await enter();
    expect(await closeCode(asleep)).toBe(1006);
    expect(await ask(awake, { id: 1, name: 'app.info', args: [] })).toMatchObject({ ok: true });
  });

  it('comes by itself once the last page has been gone for long, and not before the first', async () => {
    await reopen({ idleMs: 100 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const socket = await enter();
    expect(await ask(socket, { id: 1, name: 'app.info', args: [] })).toMatchObject({ ok: true });
    socket.close();
    await opened.door.closed;
    await expect(visit(opened.door.port, '/')).rejects.toThrow('ECONNREFUSED');
  });

  it('does not come while a page is open', async () => {
    await reopen({ idleMs: 50 });
    const [stays, leaves] = [await enter(), await enter()];
    const gone = closeCode(leaves);
    leaves.close();
    await gone;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await ask(stays, { id: 1, name: 'app.info', args: [] })).toMatchObject({ ok: true });
  });
});
