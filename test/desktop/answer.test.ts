import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerWith, findBuiltFile } from '../../main/desktop/answer';
import { listBuiltFiles, type BuiltFile } from '../../main/desktop/built-files';

let folder = '';
let files: ReadonlyMap<string, BuiltFile> = new Map();

beforeAll(() => {
  const outside = mkdtempSync(join(tmpdir(), 'fieldkit-page-'));
  folder = join(outside, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(outside, 'secret.js'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__NONCE__">');
  writeFileSync(join(folder, 'assets', 'index-1a.js'), 'run()');
  writeFileSync(join(folder, 'assets', 'index-1a.js.map'), '{}');
  writeFileSync(join(folder, 'assets', 'notes.txt'), 'notes');
  symlinkSync(join(outside, 'secret.js'), join(folder, 'link.js'));
  files = listBuiltFiles(folder);
});
afterAll(() => {
  rmSync(join(folder, '..'), { recursive: true });
});

const get = (url: string, method = 'GET') => answerWith(files)({ url, method });

it('lists the built files of known kinds and nothing else', () => {
  expect([...files.keys()].sort()).toEqual(['/', '/assets/index-1a.js', '/index.html']);
});

it('does not serve a file that came after the start', async () => {
  writeFileSync(join(folder, 'late.js'), 'late');
  expect((await get('app://fieldkit/late.js')).status).toBe(404);
});

describe('answers', () => {
  it.each([
    ['app://fieldkit/', 'text/html; charset=utf-8'],
    ['app://fieldkit/index.html', 'text/html; charset=utf-8'],
    ['app://fieldkit/assets/index-1a.js', 'text/javascript; charset=utf-8'],
  ])('%s', async (url, type) => {
    const answer = await get(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe(type);
  });

  it('with the policy of the security paper, word for word', async () => {
    const answer = await answerWith(files, () => 'abc')({ url: 'app://fieldkit/', method: 'GET' });
    expect(answer.headers.get('Content-Security-Policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc'; img-src 'self' data:; " +
        "font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; object-src 'none'",
    );
  });

  it('with a policy and a fixed type also where nothing is found', async () => {
    const answer = await get('app://fieldkit/none.js');
    expect(answer.headers.get('Content-Security-Policy')).not.toContain('http');
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it('each document with a nonce of its own, the same in header and text', async () => {
    const seen = new Set<string>();
    for (let i = 0; i < 3; i += 1) {
      const answer = await get('app://fieldkit/');
      const nonce = /content="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
      expect(answer.headers.get('Content-Security-Policy')).toContain(`'nonce-${nonce}'`);
      expect(nonce.length).toBeGreaterThanOrEqual(22);
      seen.add(nonce);
    }
    expect(seen.size).toBe(3);
  });
});

describe('is not found', () => {
  it.each([
    ['encoded parent', 'app://fieldkit/%2e%2e/secret.js'],
    ['encoded slash', 'app://fieldkit/..%2fsecret.js'],
    ['twice encoded', 'app://fieldkit/%252e%252e/secret.js'],
    ['plain parent', 'app://fieldkit/../secret.js'],
    ['parent inside', 'app://fieldkit/assets/../index.html'],
    ['back-slash', 'app://fieldkit/assets\\index-1a.js'],
    ['encoded back-slash', 'app://fieldkit/..%5csecret.js'],
    ['null byte', 'app://fieldkit/index.html%00.js'],
    ['raw null byte', 'app://fieldkit/index.html\0'],
    ['absolute path', 'app://fieldkit//etc/passwd'],
    ['drive', 'app://fieldkit/C:/Windows/win.ini'],
    ['other host', 'app://other/index.html'],
    ['host that begins like ours', 'app://fieldkit.evil/index.html'],
    ['user name', 'app://user@fieldkit/index.html'],
    ['port', 'app://fieldkit:80/index.html'],
    ['other scheme', 'file:///index.html'],
    ['web scheme', 'https://fieldkit/index.html'],
    ['question', 'app://fieldkit/index.html?x=1'],
    ['fragment', 'app://fieldkit/index.html#x'],
    ['source map', 'app://fieldkit/assets/index-1a.js.map'],
    ['folder', 'app://fieldkit/assets'],
    ['other case', 'app://fieldkit/INDEX.HTML'],
    ['inherited name', 'app://fieldkit/constructor'],
    ['no address', 'index.html'],
  ])('%s', async (_what, url) => {
    expect((await get(url)).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'HEAD', 'get'])('method %s', (method) => {
    expect(findBuiltFile(files, method, 'app://fieldkit/index.html')).toBeNull();
  });
});
