import { EventEmitter } from 'node:events';
import type { ClientRequest, ClientRequestConstructorOptions } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sendByPut } from '../../main/sending/put';

vi.mock('electron', () => ({ net: {} }));
const { netTransport } = await import('../../main/desktop/put');

/** As Electron's own request behaves: events, one body, and a number that grows. */
class Asked extends EventEmitter {
  body: Buffer | null = null;
  aborted = 0;
  current = 0;
  end(body?: Buffer) {
    this.body = body ?? null;
  }
  abort() {
    this.aborted += 1;
  }
  getUploadProgress() {
    return { active: true, started: true, current: this.current, total: this.body?.length ?? 0 };
  }
}

let asked: Asked;
let options: ClientRequestConstructorOptions;
const transport = netTransport((given) => {
  options = given;
  asked = new Asked();
  return asked as unknown as ClientRequest;
});
const stop = new AbortController();
const progress: number[] = [];
const send = (signal = stop.signal) =>
  sendByPut(
    transport,
    1_000,
  )({
    name: 'a.zip',
    bytes: Buffer.alloc(100),
    to: 'https://drop.example/in',
    progress: (sent) => progress.push(sent),
    signal,
  });

beforeEach(() => {
  vi.useFakeTimers();
  progress.length = 0;
});
afterEach(() => vi.useRealTimers());

it('puts the file without cookies, credentials or store, and tells how far it is', async () => {
  const sending = send();
  expect(options).toMatchObject({
    method: 'PUT',
    url: 'https://drop.example/in/a.zip',
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
  });
  expect(Object.keys(options.headers ?? {})).not.toContain('Content-Length');
  expect(asked.body?.length).toBe(100);
  asked.current = 40;
  await vi.advanceTimersByTimeAsync(300);
  asked.emit('response', { statusCode: 201, headers: {} });
  expect(await sending).toEqual({ ok: true });
  expect(progress).toEqual([0, 40, 100]);
  expect(vi.getTimerCount()).toBe(0);
});

it.each([
  ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'offline'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'untrusted'],
  ['net::ERR_CONNECTION_RESET', 'cut-off'],
])('tells %s as %s', async (message, why) => {
  const sending = send();
  asked.emit('error', new Error(message));
  expect(await sending).toMatchObject({ ok: false, why });
  expect(vi.getTimerCount()).toBe(0);
});

it('tells a redirect and does not follow it', async () => {
  const sending = send();
  asked.emit('redirect', 302, 'PUT', 'https://elsewhere.example/', {});
  // Electron ends the request then with an error of its own.
  asked.emit('error', new Error('Redirect was cancelled'));
  expect(await sending).toMatchObject({ ok: false, why: 'redirected' });
});

it('ends when nothing moves, and not while something does', async () => {
  const sending = send();
  for (let nr = 1; nr <= 8; nr += 1) {
    asked.current = nr * 10;
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(asked.aborted).toBe(0);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(await sending).toMatchObject({ ok: false, why: 'timed-out' });
  expect(asked.aborted).toBe(1);
});

it('ends when somebody stops it, before or while it runs', async () => {
  const running = new AbortController();
  const sending = send(running.signal);
  running.abort();
  expect(await sending).toMatchObject({ ok: false });
  expect(asked.aborted).toBe(1);
  expect(await send(AbortSignal.abort())).toMatchObject({ ok: false });
  expect(asked.body).toBeNull();
});
