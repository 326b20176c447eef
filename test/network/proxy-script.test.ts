import fc from 'fast-check';
import { createSecureContext } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { nameService } from '../../main/network/names';
import { proxiesIn, readProxyScript, scriptBehind } from '../../main/network/proxy-script';
import { closedWire, openWire } from '../../main/network/wire';
import type { Means } from '../../main/network/web-walk';
import { closedPort, mute, Opened } from '../harness/net/listeners';
import { site } from '../harness/net/web';

const opened = new Opened();
afterEach(() => opened.close());

const means = (more: Partial<Means> = {}): Means => ({
  wire: openWire,
  names: nameService(closedWire),
  proxy: null,
  trust: createSecureContext(),
  limitMs: 400,
  ...more,
});

const script = `
function FindProxyForURL(url, host) {
  if (isPlainHostName(host)) return "DIRECT";
  // Asking a name here would be a way out of this PC: dnsResolve("evil.test")
  if (dnsDomainIs(host, ".corp.test")) return "PROXY Inside.corp.test:8080; DIRECT";
  return 'PROXY proxy.corp.test:3128; HTTPS secure.corp.test:443; SOCKS5 [2001:db8::1]:1080';
}`;

const serve = async (text: string, status = 200) => {
  const asked: string[] = [];
  const { spot } = await opened.add(
    site((request, response) => {
      asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
      expect(request.headers.authorization).toBeUndefined();
      response.writeHead(status).end(text);
    }),
  );
  return { asked, at: `${spot.address}:${String(spot.port)}` };
};

describe('a script that chooses the proxy', () => {
  it('is read for what it may answer, and asked for once, without the password in its address', async () => {
    const { asked, at } = await serve(script);
    const read = await readProxyScript(means(), `http://jane:secret@${at}/p.pac?site=1`);
    expect(read).toEqual({
      address: `http://${at}/p.pac?site=1`,
      result: 'read',
      mayUse: [
        'inside.corp.test:8080',
        'proxy.corp.test:3128',
        'secure.corp.test:443',
        '[2001:db8::1]:1080',
      ],
    });
    expect(asked).toEqual(['GET /p.pac?site=1']);
  });

  it('that is another page, or not there, is no script', async () => {
    const page = await serve('<html>Sign in. PROXY a:1</html>');
    expect(await readProxyScript(means(), `http://${page.at}/`)).toMatchObject({
      result: 'no-script',
      mayUse: [],
    });
    const missing = await serve(script, 404);
    expect((await readProxyScript(means(), `http://${missing.at}/`)).result).toBe('no-script');
  });

  it('costs no more than its deadline and its share of memory', async () => {
    const silent = await opened.add(mute());
    const at = `${silent.spot.address}:${String(silent.spot.port)}`;
    expect((await readProxyScript(means(), `http://${at}/p.pac`)).result).toBe('silent');
    const shut = await closedPort();
    const none = await readProxyScript(means(), `http://${shut.address}:${String(shut.port)}/`);
    expect(none.result).toBe('refused');
    const endless = await serve(`${script}${'x'.repeat(2_000_000)} PROXY late.test:1`);
    const { result, mayUse } = await readProxyScript(means(), `http://${endless.at}/`);
    expect(result).toBe('read');
    expect(mayUse).not.toContain('late.test:1');
  });

  it('in a file, on a share or behind nonsense is not fetched', async () => {
    for (const address of ['file:///c:/p.pac', '\\\\server\\p.pac', 'javascript:1', ''])
      expect((await readProxyScript(means(), address)).result).toBe('no-web-address');
  });

  it('is not fetched when it was not configured, and not when nobody may be contacted', async () => {
    expect(await scriptBehind({ kind: 'direct' }, means())).toBeNull();
    expect(await scriptBehind({ kind: 'automatic', script: null }, means())).toBeNull();
    const offline = means({ wire: closedWire });
    const one = { kind: 'automatic', script: 'http://wpad.corp.test/p.pac' } as const;
    expect((await scriptBehind(one, offline))?.result).toBe('offline');
  });

  it('names at most a list somebody can read, whatever its text is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.nat(200), (text, many) => {
        const repeated = `${text} PROXY a${'.b'.repeat(many)}:${String(many)} ${text}`;
        const found = proxiesIn(repeated);
        expect(found.length).toBeLessThanOrEqual(20);
        for (const one of found) expect(one).toMatch(/^\S+:\d{1,5}$/u);
      }),
    );
    expect(proxiesIn(`PROXY ${'a'.repeat(100_000)}`)).toEqual([]);
    expect(proxiesIn('return "DIRECT"; PROXY nothing')).toEqual([]);
  });
});
