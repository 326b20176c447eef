import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket, type ClientOptions } from 'ws';
import {
  startBrowserDoor,
  type BrowserDoor,
  type BrowserDoorOptions,
} from '../../main/browser/door';
import { fakeHouse } from '../ipc/fake-house';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Visit {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A request as raw as Node lets us: any Host, and a path that nobody tidies up. */
export const visit = (port: number, path: string, options: Visit = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });

export const page =
  '<!doctype html><head><meta name="csp-nonce" content="__NONCE__">' +
  '<script type="module" src="/assets/index.js"></script></head>';

/** A built page as the door finds it, with what must never be served lying beside it. */
export const builtPage = async (): Promise<{ dir: string; remove: () => Promise<void> }> => {
  const top = await mkdtemp(join(tmpdir(), 'fieldkit-door-'));
  const dir = join(top, 'renderer');
  await mkdir(join(dir, 'assets'), { recursive: true });
  await writeFile(join(top, 'secret.js'), 'secret');
  await writeFile(join(dir, 'index.html'), page);
  await writeFile(join(dir, 'door.js'), 'door');
  await writeFile(join(dir, 'assets', 'index.js'), 'index');
  await writeFile(join(dir, 'assets', 'index.js.map'), 'secret');
  await writeFile(join(dir, '.env'), 'secret');
  await symlink(join(top, 'secret.js'), join(dir, 'linked.js'));
  return { dir, remove: () => rm(top, { recursive: true, force: true }) };
};

export const openDoor = async (options: Partial<BrowserDoorOptions> = {}) => {
  const built = await builtPage();
  const { house, seen } = fakeHouse();
  const door = await startBrowserDoor({ house, rendererDir: built.dir, ...options });
  const shut = async (): Promise<void> => {
    await door.close();
    await built.remove();
  };
  return { door, house, seen, shut, origin: `http://127.0.0.1:${String(door.port)}` };
};

export const pathOf = (door: BrowserDoor): string => door.url.replace(/^http:\/\/[^/]+/u, '');

/** Uses the printed address as a browser would, and keeps what it was given. */
export const signIn = async (door: BrowserDoor): Promise<string> => {
  const reply = await visit(door.port, pathOf(door));
  return (reply.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
};

/** Resolves with the open socket, or rejects with the status the door answered. */
export const openSocket = (
  port: number,
  headers: Record<string, string>,
  path = '/socket',
  options: ClientOptions = {},
): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${String(port)}${path}`, { headers, ...options });
    socket.once('open', () => {
      resolve(socket);
    });
    socket.once('unexpected-response', (_request, response) => {
      reject(new Error(`status ${String(response.statusCode)}`));
    });
    socket.once('error', reject);
  });

export const nextMessage = (socket: WebSocket): Promise<unknown> =>
  new Promise((resolve) => {
    socket.once('message', (data: Buffer) => {
      resolve(JSON.parse(data.toString('utf8')));
    });
  });

export const closeCode = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => socket.once('close', resolve));

/** Sends bytes and waits until the other side hangs up; gives back what it said. */
export const rawTalk = (port: number, text: string): Promise<string> =>
  new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(heard);
    });
  });
