import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logCrashes } from '../../main/desktop/crash-log';
import { createLog } from '../../main/desktop/log';
import { mask } from '../../main/desktop/mask';
import { logBook, recorder, as } from './fakes';

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'fieldkit-log-'));
});
afterEach(() => {
  rmSync(base, { recursive: true });
});

const clock = { now: () => new Date('2026-11-21T03:00:00Z') };
const lines = (folder: string) => readFileSync(join(folder, 'fieldkit.log'), 'utf8').split('\n');

describe('mask', () => {
  const token = `eyJ${'hbGciOiJSUzI1NiJ9'}.eyJzdWIiOiIxIn0.c2lnbmF0dXJl`;
  it.each([
    ['a token', `got ${token} back`, 'c2lnbmF0dXJl'],
    ['a half token', 'got eyJhbGciOiJSUzI1NiJ9', 'hbGciOiJSUzI1NiJ9'],
    ['a header', 'Authorization: Bearer abcdef0123456789', 'abcdef0123456789'],
    ['a password', 'password=hunter2-and-more', 'hunter2'],
    ['a password with spaces', 'Password: "my secret word"', 'secret word'],
    ['a secret in JSON', '{"client_secret":"s3cr3t-value"}', 's3cr3t-value'],
    ['a refresh token', 'refresh_token=0.AXoAabc&x=1', '0.AXoAabc'],
    ['a signature in an address', 'https://h/x?sv=1&sig=AbC%2Bdef', 'AbC'],
    ['a recovery key', `key ${Array(8).fill('123456').join('-')}`, '123456-123456'],
    ['a private key', '-----BEGIN PRIVATE KEY----- MIIabc -----END PRIVATE KEY-----', 'MIIabc'],
    ['a cut private key', '-----BEGIN RSA PRIVATE KEY----- MIIabc', 'MIIabc'],
    ['user-info', 'https://anna:word@proxy:8080/', 'anna'],
    ['an account', 'for anna.b@contoso.example today', 'anna'],
    ['a Windows folder', 'at C:\\Users\\anna\\x.js', 'anna'],
    ['a home folder', 'at /home/anna/x.js', 'anna'],
  ])('takes out %s', (_what, text, secret) => {
    expect(text).toContain(secret);
    expect(mask(text)).not.toContain(secret);
    expect(mask(text)).toContain('«');
  });

  it('leaves codes, ids and ordinary words', () => {
    const text = 'device 0x801c03f2 b0f1c2d3-1111-2222-3333-444455556666 AzureAdPrt : NO pin: ';
    expect(mask(text)).toBe(text);
  });

  it('keeps the length of its work in line with the length of the text', () => {
    const hostile = [
      'a'.repeat(200_000),
      'password'.repeat(25_000),
      '-----BEGIN '.repeat(20_000),
      'eyJ'.repeat(60_000),
      '://'.repeat(60_000),
      'a@'.repeat(100_000),
    ];
    for (const text of hostile) expect(mask(text).length).toBeGreaterThan(0);
  });
});

describe('log', () => {
  it('writes one readable line per event, masked', () => {
    const log = createLog(join(base, 'logs'), clock);
    log('warn', 'call refused', { call: 'read.text', code: 'bad-arguments' });
    log('error', 'trace', { trace: 'Error: x\n    at C:\\Users\\anna\\y.js\n' });
    expect(lines(join(base, 'logs'))).toEqual([
      '2026-11-21T03:00:00.000Z warn call refused call=read.text code=bad-arguments',
      '2026-11-21T03:00:00.000Z error trace trace=Error: x | at C:\\Users\\«user»\\y.js | ',
      '',
    ]);
  });

  it('cannot be made to forge a second line', () => {
    createLog(base, clock)('info', 'x\n2026-11-21T03:00:00.000Z info forged\r\nz');
    expect(lines(base)).toHaveLength(2);
  });

  it('keeps three files of about a megabyte', () => {
    const log = createLog(base, clock);
    for (let round = 0; round < 5; round += 1) {
      writeFileSync(join(base, 'fieldkit.log'), `${String(round)}${' '.repeat(1024 * 1024)}`);
      log('info', 'next');
    }
    expect(readdirSync(base).sort()).toEqual(['fieldkit.log', 'fieldkit.log.1', 'fieldkit.log.2']);
    expect(readFileSync(join(base, 'fieldkit.log.2'), 'utf8')[0]).toBe('3');
  });

  it('cuts a line that never ends', () => {
    createLog(base, clock)('info', 'x'.repeat(1_000_000));
    expect(statSync(join(base, 'fieldkit.log')).size).toBeLessThan(20_000);
  });

  it('does not stop the work when it cannot write', () => {
    const file = join(base, 'in-the-way');
    writeFileSync(file, '');
    expect(() => {
      createLog(file, clock)('error', 'lost');
    }).not.toThrow();
  });

  it('never keeps a known secret, wherever it stands', () => {
    const log = createLog(base, clock);
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (noise) => {
        log('info', 'x', { noise, header: 'Bearer topsecretvalue0' });
      }),
    );
    expect(lines(base).join('\n')).not.toContain('topsecretvalue0');
  });
});

it.each(['uncaughtException', 'unhandledRejection'])(
  '%s leaves a line and ends with 70',
  (event) => {
    const process = recorder();
    const book = logBook();
    const ends: number[] = [];
    logCrashes(as(process), book.log, (code) => ends.push(code));
    process.emit(event, new Error('broke'));
    process.emit(event, 'a text');
    expect(book.lines.map(({ level, what }) => [level, what])).toEqual(
      Array(2).fill(['error', 'main process crashed']),
    );
    expect(book.lines[0]?.detail['trace']).toMatch(/Error: broke/);
    expect(ends).toEqual([70, 70]);
  },
);
