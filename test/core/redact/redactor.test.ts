import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedBut, type OpenGroup } from '../../../main/core/redact/groups';
import { createRedactor } from '../../../main/core/redact/redactor';

const digest = (text: string) => createHmac('sha256', 'key').update(text).digest();
const fingerprint = (bytes: readonly number[]) =>
  createHash('sha1').update(Uint8Array.from(bytes)).digest('hex');
const redact = (texts: Record<string, string>, vocabulary: string[] = []) => {
  const redactor = createRedactor({ digest, fingerprint, vocabulary });
  for (const [key, text] of Object.entries(texts)) redactor.learn(key, text);
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, redactor.mask(key, text)]),
  );
};
const one = (text: string, key = 'x') => redact({ [key]: text })[key] ?? '';

describe('masking', () => {
  it('never changes the length of a text, and never fails', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        'UserName : ',
        'CONTOSO\\alice',
        '\\\\srv\\x',
        '    UPN    REG_SZ    a b\n',
        '10.1.2.3',
        'fe80::1%3',
        '"User":"',
        '    Blob    REG_BINARY    0300000001000000140000',
        'S-1-5-21-1-2-3-500',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(one(text).length).toBe(text.length);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same value the same mask, wherever and however it stands', () => {
    const texts = redact({
      a: 'Device Name : Pc-Miller7.contoso-x.com\nExecuting Account Name : CONTOSO-X\\amiller, amiller@contoso-x.com',
      b: 'C:\\Users\\amiller\\x and PC-MILLER7 and host/pc-miller7.contoso-x.com',
    });
    const [, computer = '', domain = ''] =
      /Device Name : (\S+?)\.(\S+)\.com/.exec(texts['a'] ?? '') ?? [];
    const [, user = ''] = /Users\\(\w+)/.exec(texts['b'] ?? '') ?? [];
    expect(computer).toMatch(/^[A-Z][a-z]-[A-Z][a-z]{5}\d$/);
    expect(texts['b']).toContain(computer.toUpperCase());
    expect(texts['b']).toContain(`host/${computer.toLowerCase()}.${domain}.com`);
    expect(texts['a']).toContain(`${domain.toUpperCase()}\\${user}, ${user}@${domain}.com`);
    for (const text of Object.values(texts)) expect(text).not.toMatch(/miller|contoso/i);
  });

  it('gives other values other masks', () => {
    const names = Array.from({ length: 60 }, (_, nr) => `user${String(nr)}x`);
    const masked = one(names.map((name) => `UserName : ${name}`).join('\n')).split('\n');
    expect(new Set(masked).size).toBe(60);
  });

  it.each([
    ['10.20.30.40', /^10\.\d\d\.\d\d\.\d\d$/],
    ['192.168.178.21', /^192\.168\.\d{3}\.\d\d$/],
    ['172.20.1.1', /^172\.(1[6-9]|2\d|3[01])\.\d\.\d$/],
    ['100.64.0.9', /^100\.(6[4-9]|[7-9]\d)\.\d\.\d$/],
    ['169.254.33.44', /^169\.254\.\d\d\.\d\d$/],
    ['217.0.43.1', /^2\d\d\.\d\.\d\d\.\d$/],
    ['fe80::a1b2:c3d4', /^fe80::[0-9a-f]{4}:[0-9a-f]{4}$/],
    ['fd12:3456::7', /^fd[0-9a-f]{2}:[0-9a-f]{4}::[0-9a-f]$/],
    ['00-15-5D-AB-CD-EF', /^([0-9A-F]{2}-){5}[0-9A-F]{2}$/],
    [
      'S-1-5-21-1111111111-2222222222-3333333333-500',
      /^S-1-5-21-[123]\d{9}-[123]\d{9}-[123]\d{9}-500$/,
    ],
    ['S-1-12-1-123456789-1234567890-12345-999999', /^S-1-12-1(-\d+){4}$/],
    ['123456-123456-123456-123456-123456-123456-123456-123456', /^\d{6}(-\d{6}){7}$/],
    ['{a1b2c3d4-1111-2222-3333-444455556666}', /^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/],
    ['AB12C-DE34F-GH56I-JK78L-MN90O', /^([A-Z0-9]{5}-){4}[A-Z0-9]{5}$/],
    ['24DC9A5D833D5F9EDD23C9DC8B9791772F7F9D03', /^[0-9A-F]{40}$/],
  ])('keeps the shape and the class of %s', (value, shape) => {
    const masked = one(`value ${value} end`).slice(6, -4);
    expect(masked).toMatch(shape);
    expect(masked).not.toBe(value);
  });

  it.each([
    'B16898C6-A148-4967-9171-64D755DA8520',
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    '00000002-0000-0000-c000-000000000000',
    "<Provider Name='X' Guid='{4DE9BC9C-B27A-43C9-8994-0915F1A5E24F}'/>",
    'S-1-5-18 S-1-5-32-544 S-1-16-12288',
    '127.0.0.1 0.0.0.0 255.255.255.0 8.8.8.8 ::1',
    'Version : 10.0.1.2',
    'https://login.microsoftonline.com/common/oauth2 enterpriseregistration.windows.net',
    'urn:ms-drs:enterpriseregistration.windows.net',
    'SYSTEM\\CurrentControlSet NT AUTHORITY\\SYSTEM',
    'AadRecoveryEnabled : NO',
    'Server Error Description : none 0x801c03f2 AADSTS50155',
    '2026-09-14 06:41:07.000 UTC',
  ])('leaves what names nobody: %s', (text) => {
    expect(one(text)).toBe(text);
  });

  it('leaves the words our own questions are made of', () => {
    const texts = redact({ a: 'UserName : Enrollments', b: 'SOFTWARE\\Enrollments' }, [
      'SOFTWARE\\Microsoft\\Enrollments',
    ]);
    expect(texts['b']).toBe('SOFTWARE\\Enrollments');
  });

  it('keeps neighbours in one network', () => {
    const [, first = '', second = ''] =
      /(\d+\.\d+\.\d+)\.\d+ (\d+\.\d+\.\d+)\.\d+/.exec(one('10.9.8.17 10.9.8.99')) ?? [];
    expect(first).not.toBe('');
    expect(second).toBe(first);
  });
});

describe('hostile text', () => {
  const repeated = (piece: string) => piece.repeat(Math.ceil(60_000 / piece.length));
  const keys = ['cmdkey netsh nltest klist w32tm', 'registry-onedrive', 'file-edge-profiles'];
  const pieces = [
    ...[
      ' ',
      'a',
      'ab',
      'a.',
      '1.',
      'a:',
      ': ',
      ':',
      '\\',
      '\\"',
      '"',
      '<a',
      '<User ',
      'a@a',
      'ab-',
    ],
    ...[
      '    x  ',
      'User',
      '"User',
      '\n',
      '123456-',
      'ff:',
      'aA1+',
      '/x',
      'eyJ',
      'S-1-5-',
      'x= ',
      '=',
    ],
    ...[
      '    UserName    REG_SZ    a\n b\n',
      '\\0',
      'C:\\Users\\',
      '://',
      '{[',
      'A\\',
      'é',
      '\u00a0',
    ],
  ];

  it.each(keys.flatMap((key) => pieces.map((piece) => [key, piece] as const)))(
    'takes time in proportion: %s %j',
    (key, piece) => {
      const text = repeated(piece);
      expect(redact({ [key]: text })[key]?.length).toBe(text.length);
    },
  );
});

describe('a group left readable', () => {
  const text = [
    'User Name : alice@contoso.com',
    'Serial Number : 5CD1234XYZ',
    'IPv4 Address : 10.20.30.40',
    'DeviceId : 7f6a52bd-1a2b-4c3d-8e4f-90a1b2c3d4e5',
    'Recovery : 123456-234567-345678-456789-567890-678901-789012-890123',
    'token eyJhbGciOiJSUzI1NiJ9.eyJvaWQiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl',
  ].join('\n');
  const telling = {
    names: ['alice', 'contoso'],
    ids: ['5CD1234XYZ', '7f6a52bd-1a2b-4c3d-8e4f-90a1b2c3d4e5'],
    addresses: ['10.20.30.40'],
    secrets: ['123456-234567', 'eyJhbGciOiJSUzI1NiJ9'],
  };
  const left = (open: OpenGroup[]): string => {
    const redactor = createRedactor({ digest, fingerprint, masked: maskedBut(open) });
    redactor.learn('dsregcmd-status', text);
    return redactor.mask('dsregcmd-status', text);
  };

  it.each([[[]], [['names']], [['ids']], [['addresses']], [['names', 'ids', 'addresses']]] as [
    OpenGroup[],
  ][])('%j shows itself and nothing of the others', (open) => {
    const result = left(open);
    for (const [group, values] of Object.entries(telling))
      for (const value of values)
        expect([value, result.includes(value)]).toEqual([
          value,
          open.some((each) => each === group),
        ]);
  });
});
