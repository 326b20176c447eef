import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedTarget } from '../../../main/network/named/target';

const understood = (typed: string, printer = false) => {
  const named = namedTarget(typed, printer);
  return named.kind === 'ok' ? named.target : named.why;
};

describe('what a person names', () => {
  it.each([
    ['\\\\fs1.corp.test\\team', { kind: 'files', host: 'fs1.corp.test', port: 445, share: 'team' }],
    ['\\\\FS1', { kind: 'files', host: 'fs1', port: 445, share: null }],
    ['//fs1/team/a b', { kind: 'files', host: 'fs1', port: 445, share: 'team' }],
    ['smb://fs1/team', { kind: 'files', host: 'fs1', port: 445, share: 'team' }],
    ['\\\\192.0.2.7\\c$', { kind: 'files', host: '192.0.2.7', port: 445, share: 'c$' }],
    [
      'https://büro.example/a b?token=1#x',
      { kind: 'web', host: 'xn--bro-hoa.example', port: 443, secure: true, path: '/a%20b' },
    ],
    ['http://site:8080', { kind: 'web', host: 'site', port: 8080, secure: false, path: '/' }],
    [
      'https://[2001:db8::1]:8443/',
      { kind: 'web', host: '2001:db8::1', port: 8443, secure: true, path: '/' },
    ],
    [
      'ipp://print1/queue',
      { kind: 'printer', host: 'print1', port: 631, secure: false, speaks: 'ipp' },
    ],
    [
      'socket://192.0.2.9',
      { kind: 'printer', host: '192.0.2.9', port: 9100, secure: false, speaks: 'raw' },
    ],
    ['db1.corp.test:1433', { kind: 'port', host: 'db1.corp.test', port: 1433 }],
    ['[::1]:53', { kind: 'port', host: '::1', port: 53 }],
    ['fe80::1%eth0', { kind: 'host', host: 'fe80::1%eth0' }],
    ['  db1  ', { kind: 'host', host: 'db1' }],
  ])('%s is understood', (typed, target) => {
    expect(understood(typed)).toEqual(target);
  });

  it('a shared printer is one only when said so', () => {
    expect(understood('\\\\print1\\Room 5', true)).toMatchObject({
      kind: 'shared-printer',
      share: 'Room 5',
    });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['x'.repeat(1025), 'too-long'],
    ['a\u0000b', 'not-understood'],
    ['a\ud800', 'not-understood'],
    ['ftp://host/', 'not-understood'],
    ['constructor://host/', 'not-understood'],
    ['javascript://host/', 'not-understood'],
    ['https://user:secret@site/', 'has-password'],
    ['https://user@site/', 'has-password'],
    ['https:///', 'not-a-host'],
    ['https://site:99999/', 'not-a-host'],
    ['host:0', 'not-a-host'],
    ['two words', 'not-a-host'],
    ['\\\\a b\\c', 'not-a-host'],
    ['fe80::1%eth0%x', 'not-a-host'],
    ['256.1.1.1', 'not-a-host'],
  ])('%j is refused by name', (typed, why) => {
    expect(understood(typed)).toBe(why);
  });

  it('whatever is typed, the host is one host, and no secret is left in the path', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true })),
        fc.boolean(),
        (typed, printer) => {
          const named = namedTarget(typed, printer);
          if (named.kind === 'wrong') return;
          expect(named.target.host).toMatch(/^[a-z0-9._-]+$|^[0-9a-fA-F:.]+(%[\w.-]+)?$/);
          if (named.target.kind === 'web') expect(named.target.path).toMatch(/^\/[\x21-\x7e]*$/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
