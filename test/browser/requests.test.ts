import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from '../../main/ipc/csp';
import { openDoor, pathOf, rawTalk, signIn, visit } from './visitor';

let opened: Awaited<ReturnType<typeof openDoor>>;
let cookie = '';
const log = vi.fn();

beforeAll(async () => {
  opened = await openDoor({ log });
  cookie = await signIn(opened.door);
});
afterAll(() => opened.shut());

const get = (path: string, headers: Record<string, string> = {}) =>
  visit(opened.door.port, path, { headers: { cookie, ...headers } });

describe('where the door is', () => {
  it('prints a loopback address', () => {
    expect(opened.door.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/open\?ticket=[\w-]{43}$/u);
  });

  const others = Object.values(networkInterfaces())
    .flat()
    .filter((one) => one !== undefined && !one.internal && one.family === 'IPv4')
    .map((one) => one!.address);

  it.each([...others, '127.0.0.2'])('is not at %s', async (host) => {
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect(opened.door.port, host, () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => {
        resolve(false);
      });
    });
    expect(reached).toBe(false);
  });
});

describe('who may come in', () => {
  it('shows the page to the session, with its nonce in page and policy and its script first', async () => {
    const reply = await get('/');
    const nonce = /content="([^"]+)"/u.exec(reply.body)?.[1] ?? '';
    expect(reply.status).toBe(200);
    expect(nonce).toMatch(/^[\w+/]{24}$/u);
    expect(reply.headers['content-security-policy']).toBe(
      `${contentSecurityPolicy({ nonce, connect: 'self' })}; sandbox allow-scripts allow-same-origin`,
    );
    expect(reply.body.indexOf('src="/door.js"')).toBeGreaterThan(0);
    expect(reply.body.indexOf('src="/door.js"')).toBeLessThan(reply.body.indexOf('index.js'));
  });

  it('makes a new nonce for every document', async () => {
    const [one, other] = await Promise.all([get('/'), get('/')]);
    expect(one.body).not.toBe(other.body);
  });

  it.each(['/', '/door.js', '/assets/index.js', '/nowhere'])(
    'shows %s to nobody without the session',
    async (path) => {
      const reply = await visit(opened.door.port, path);
      expect(reply.status).toBe(401);
      expect(reply.body).not.toContain('door.js');
    },
  );

  it.each([
    ['no ticket', '/open'],
    ['an empty ticket', '/open?ticket='],
    ['a wrong ticket', `/open?ticket=${'a'.repeat(43)}`],
  ])('gives no session for %s', async (_what, path) => {
    const reply = await visit(opened.door.port, path);
    expect(reply.status).toBe(403);
    expect(reply.headers['set-cookie']).toBeUndefined();
  });

  it('gives no second session for the ticket, and says why in the reader’s language', async () => {
    const reply = await visit(opened.door.port, pathOf(opened.door), {
      headers: { 'accept-language': 'de-AT,de;q=0.9' },
    });
    expect(reply.status).toBe(403);
    expect(reply.headers['set-cookie']).toBeUndefined();
    expect(reply.body).toContain('schon benutzt');
  });

  it('lets the browser that has the session come back by the old address', async () => {
    const reply = await get(pathOf(opened.door));
    expect(reply.status).toBe(303);
    expect(reply.headers['set-cookie']).toBeUndefined();
  });

  it('never writes ticket or session to the log', async () => {
    await visit(opened.door.port, pathOf(opened.door));
    const secret = cookie.split('=')[1] ?? '';
    expect(log).toHaveBeenCalled();
    expect(JSON.stringify(log.mock.calls)).not.toContain(secret);
    expect(JSON.stringify(log.mock.calls)).not.toContain(pathOf(opened.door).slice(-43));
  });
});

describe('the first visit', () => {
  it('leaves the ticket out of the address bar', async () => {
    const fresh = await openDoor();
    const reply = await visit(fresh.door.port, pathOf(fresh.door));
    expect(reply.status).toBe(303);
    expect(reply.headers.location).toBe('/');
    await fresh.shut();
  });

  it('moves on by itself after a clicked link, because a redirect would lose the strict cookie', async () => {
    const fresh = await openDoor();
    const reply = await visit(fresh.door.port, pathOf(fresh.door), {
      headers: {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
      },
    });
    expect([reply.status, reply.headers['refresh']]).toEqual([200, '0; url=/']);
    await fresh.shut();
  });

  it('is not spent by a look ahead', async () => {
    const fresh = await openDoor();
    const head = await visit(fresh.door.port, pathOf(fresh.door), { method: 'HEAD' });
    expect(head.status).toBe(405);
    expect(await signIn(fresh.door)).toMatch(/^fieldkit-/u);
    await fresh.shut();
  });

  it('is refused once the ticket is too old', async () => {
    const fresh = await openDoor({ ticketMs: 0 });
    const reply = await visit(fresh.door.port, pathOf(fresh.door));
    expect([reply.status, reply.headers['set-cookie']]).toEqual([403, undefined]);
    await fresh.shut();
  });
});

describe('where a request says it comes from', () => {
  it.each([
    'evil.example',
    'localhost',
    '127.0.0.1',
    '127.0.0.1:1',
    '[::1]',
    '127.0.0.1.evil.example',
  ])('refuses the host name %s', async (host) => {
    expect((await get('/', { host })).status).toBe(403);
    expect((await get('/open', { host })).body).toBe('host-wrong\n');
  });

  it('refuses a request without any host', async () => {
    const heard = await rawTalk(opened.door.port, 'GET / HTTP/1.0\r\n\r\n');
    expect(heard).toMatch(/^HTTP\/1\.1 403 /u);
  });

  it.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost'])(
    'refuses the origin %s',
    async (origin) => {
      expect((await get('/door.js', { origin })).status).toBe(403);
    },
  );

  it('takes its own origin', async () => {
    expect((await get('/door.js', { origin: opened.origin })).status).toBe(200);
  });

  it.each(['cross-site', 'same-site'])('gives nothing to a page that is %s', async (site) => {
    const headers = {
      'sec-fetch-site': site,
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-dest': 'script',
    };
    expect((await get('/door.js', headers)).status).toBe(403);
    expect((await get('/', { ...headers, 'sec-fetch-dest': 'iframe' })).status).toBe(403);
  });
});

describe('what may be asked for', () => {
  it.each([
    ['/door.js', 'door', 'text/javascript; charset=utf-8'],
    ['/assets/index.js', 'index', 'text/javascript; charset=utf-8'],
    ['/door.js?x=1', 'door', 'text/javascript; charset=utf-8'],
  ])('serves %s', async (path, body, type) => {
    const reply = await get(path);
    expect([reply.status, reply.body, reply.headers['content-type']]).toEqual([200, body, type]);
  });

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/..%5csecret.js',
    '/..\\secret.js',
    '/%2e%2e%5c%2e%2e%5csecret.js',
    '/door.js%00',
    '/door.js%00.html',
    '//door.js',
    '/./door.js',
    '/door%2ejs',
    '/DOOR.JS',
    '/assets',
    '/assets/',
    '/assets/index.js.map',
    '/.env',
    '/linked.js',
    '/index.html',
    '/etc/passwd',
    '/constructor',
    '/__proto__',
    'http://127.0.0.1/door.js',
    '*',
  ])('does not have %s', async (path) => {
    const reply = await get(path);
    expect([reply.status, reply.body]).toEqual([404, 'not-found\n']);
  });

  it('answers HEAD without a body', async () => {
    const reply = await visit(opened.door.port, '/door.js', {
      method: 'HEAD',
      headers: { cookie },
    });
    expect([reply.status, reply.body, reply.headers['content-length']]).toEqual([200, '', '4']);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('refuses %s', async (method) => {
    const reply = await visit(opened.door.port, '/', { method, headers: { cookie } });
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('refuses a body, and reads none of it', async () => {
    const headers = { cookie, connection: 'keep-alive', 'content-length': '1' };
    const reply = await visit(opened.door.port, '/', { headers, body: 'x' });
    expect([reply.status, reply.headers.connection]).toEqual([413, 'close']);
  });

  it('hangs up on CONNECT', async () => {
    expect(await rawTalk(opened.door.port, 'CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n')).toBe('');
  });
});

describe('what every answer carries', () => {
  const wanted = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cache-control': 'no-store',
  };

  it.each(['/', '/door.js', '/nowhere', '/open'])('%s', async (path) => {
    const reply = await get(path);
    expect(reply.headers).toMatchObject(wanted);
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'");
    expect(reply.headers['permissions-policy']).toContain('camera=()');
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  });
});
