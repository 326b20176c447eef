import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { codePages, decode, decodeAs, looksBinary, type CodePage } from '../../main/os/decode';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => Buffer.from(utf16le(text)).swap16();

const sample = 'Gerät : größer\r\n AzureAdJoined : YES\r\n';

const trails = [0x40, 0x5c, 0x7e, 0x80, 0xa1, 0xfc];
const everyByte = Array.from({ length: 255 }, (_, at) => at + 1);

/** Every letter of a code page with one byte, and some of those with two. */
const lettersOf = (page: CodePage): string[] =>
  everyByte
    .flatMap((lead) => [[lead], ...trails.map((trail) => [lead, trail])])
    .map((packed) => ({ packed, text: iconv.decode(Buffer.from(packed), `cp${page}`) }))
    .filter(
      ({ packed, text }) =>
        [...text].length === 1 &&
        text !== '\uFFFD' &&
        Buffer.compare(iconv.encode(text, `cp${page}`), Buffer.from(packed)) === 0,
    )
    .map(({ text }) => text);

const textIn = (page: CodePage) =>
  fc
    .array(fc.constantFrom(...lettersOf(page)), { maxLength: 40 })
    // 1258 and 1255 write some letters in two parts, which join only in pairs.
    .map((letters) => letters.join(''))
    .filter((text) => iconv.decode(iconv.encode(text, `cp${page}`), `cp${page}`) === text);

describe('an encoding that is known', () => {
  it.each(codePages)('gives code page %s back as it was', (page) => {
    fc.assert(
      fc.property(textIn(page), (text) => {
        const packed = iconv.encode(text, `cp${page}`);
        expect(decodeAs(packed, `cp${page}`)).toEqual({
          text,
          encoding: `cp${page}`,
          lossy: false,
        });
      }),
    );
  });

  it.each([
    [437, [0x84, 0x9b, 0xe1], 'ä¢ß'],
    [850, [0x84, 0x9b, 0xe1, 0xff], 'äøß\u00a0'],
    [852, [0xa5, 0xab, 0xa8], 'ąźĘ'],
    [866, [0x8f, 0xe0, 0xa8], 'При'],
    [932, [0x93, 0xfa, 0x96, 0x7b], '日本'],
    [936, [0xd6, 0xd0, 0xce, 0xc4], '中文'],
    [1250, [0xb9, 0x9f], 'ąź'],
    [1251, [0xcf, 0xf0], 'Пр'],
    [1252, [0xe4, 0x80, 0xa0], 'ä€\u00a0'],
    [1253, [0xe1], 'α'],
  ] as const)('knows code page %s by its letters', (page, packed, text) => {
    expect(decodeAs(Uint8Array.from(packed), `cp${page}`).text).toBe(text);
  });

  it('marks a byte that has no meaning there', () => {
    expect(decodeAs(Uint8Array.from([0x41, 0x81]), 'cp1252')).toMatchObject({ lossy: true });
  });
});

describe('an encoding that is not known', () => {
  it.each([
    ['UTF-8', bytes(sample), 'utf-8'],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], sample), 'utf-8'],
    ['UTF-16LE with a mark', bytes([0xff, 0xfe], [...utf16le(sample)]), 'utf-16le'],
    ['UTF-16BE with a mark', bytes([0xfe, 0xff], [...utf16be(sample)]), 'utf-16be'],
    ['UTF-16LE without a mark', utf16le(sample), 'utf-16le'],
    ['UTF-16BE without a mark', utf16be(sample), 'utf-16be'],
    ['OEM 850', iconv.encode(sample, 'cp850'), 'cp850'],
    ['ANSI 1252', iconv.encode(sample, 'cp1252'), 'cp1252'],
  ] as const)('is found to be %s', (_name, packed, encoding) => {
    expect(decode(packed)).toEqual({ text: sample, encoding, lossy: false });
  });

  it.each([
    ['German', 'Der Zugriff wurde verweigert. Schlüssel für größere Geräte löschen'],
    ['French', 'Périphérique inscrit : déjà réglé à l’échéance, reçu'],
    ['French with no-break spaces', 'État\u00a0: activé à Genève'],
    ['Spanish', 'La operación terminó: año, conexión, dirección'],
    ['Italian', 'È già stato così: non può più'],
    ['Portuguese', 'Não é possível: configuração, usuário, você'],
  ])('tells ANSI from OEM in %s', (_name, text) => {
    for (const page of ['cp850', 'cp1252'] as const) {
      const held = iconv.decode(iconv.encode(text, page), page);
      expect(decode(iconv.encode(held, page))).toMatchObject({ text: held, encoding: page });
    }
  });

  it.each(codePages)('follows the hint %s when the bytes are not Unicode', (page) => {
    fc.assert(
      fc.property(textIn(page), (text) => {
        const packed = iconv.encode(text, `cp${page}`);
        fc.pre(!/^utf/.test(decode(packed, page).encoding));
        expect(decode(packed, page)).toEqual({ text, encoding: `cp${page}`, lossy: false });
      }),
    );
  });

  it('gives any well-formed text back from UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.startsWith('\uFEFF') && !text.includes('\0'));
        expect(decode(Buffer.from(text))).toEqual({ text, encoding: 'utf-8', lossy: false });
      }),
    );
  });

  it('gives any well-formed text back from marked UTF-16', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decode(bytes([0xff, 0xfe], [...utf16le(text)])).text).toBe(text);
        expect(decode(bytes([0xfe, 0xff], [...utf16be(text)])).text).toBe(text);
      }),
    );
  });

  it('prefers valid UTF-8 to a hint', () => {
    expect(decode(bytes(sample), 850)).toMatchObject({ text: sample, encoding: 'utf-8' });
  });

  it('reads the captured UTF-16 output and its UTF-8 twin alike', () => {
    const read = (name: string) =>
      readFileSync(new URL(`../captures/dsregcmd/${name}`, import.meta.url));
    const wide = decode(read('entra-registered-win11-utf16le-bom-crlf.txt'));
    const plain = decode(read('entra-registered-win11-italian-shell.txt'));
    expect(wide.encoding).toBe('utf-16le');
    expect(wide.text.replaceAll('\r\n', '\n').trimEnd()).toBe(plain.text.trimEnd());
  });
});

describe('damage', () => {
  it('never throws, whatever the bytes and the hint, and says how it read them', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.option(fc.constantFrom(...codePages), { nil: undefined }),
        (packed, hint) => {
          const decoded = decode(packed, hint);
          expect(decoded.text).not.toMatch(/\p{Surrogate}/u);
          expect(typeof looksBinary(packed)).toBe('boolean');
        },
      ),
    );
  });

  it('marks an odd last byte of UTF-16', () => {
    const cut = bytes([0xff, 0xfe], [...utf16le('abc')]).subarray(0, -1);
    expect(decode(cut)).toEqual({ text: 'ab\uFFFD', encoding: 'utf-16le', lossy: true });
    expect(decode(utf16le(sample).subarray(0, -1))).toMatchObject({
      encoding: 'utf-16le',
      lossy: true,
    });
  });

  it('marks a character cut at the end of UTF-8', () => {
    const cut = bytes('größer 日本').subarray(0, -1);
    expect(decode(cut)).toEqual({ text: 'größer 日\uFFFD', encoding: 'utf-8', lossy: true });
  });

  it('takes a foreign last byte alone for a letter, not for cut UTF-8', () => {
    expect(decode(iconv.encode('caf\u00e9', 'cp1252')).text).toBe('café');
  });

  it('keeps a lone surrogate out of the text', () => {
    const lone = bytes([0xff, 0xfe], [...utf16le('a')], [0x00, 0xd8], [...utf16le('b')]);
    expect(decode(lone)).toEqual({ text: 'a\uFFFDb', encoding: 'utf-16le', lossy: true });
  });

  it('still reads UTF-8 with one broken byte as UTF-8', () => {
    const broken = bytes('Gerät größer überall ', [0xff], ' schön');
    expect(decode(broken)).toEqual({
      text: 'Gerät größer überall \uFFFD schön',
      encoding: 'utf-8',
      lossy: true,
    });
  });

  it('does not change encoding at a mark inside', () => {
    expect(decode(bytes('a\uFEFFb')).text).toBe('a\uFEFFb');
    expect(decode(bytes([0xff, 0xfe], [...utf16le('a\uFEFFb')])).text).toBe('a\uFEFFb');
  });

  it('drops one mark at the start only', () => {
    expect(decode(bytes('\uFEFF\uFEFFa')).text).toBe('\uFEFFa');
  });

  it('reads nothing as nothing', () => {
    expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', lossy: false });
    expect(looksBinary(new Uint8Array())).toBe(false);
  });

  it('takes time in proportion to the size', () => {
    const cost = (size: number) => {
      const packed = Buffer.alloc(size, 0xe4);
      // The best of some runs: what else the machine does only ever adds.
      return Math.min(
        ...Array.from({ length: 5 }, () => {
          const began = performance.now();
          decode(packed);
          return performance.now() - began;
        }),
      );
    };
    cost(1_000_000);
    // Quadratic work would be 16 times as long; the bound leaves room for a busy machine.
    expect(cost(4_000_000)).toBeLessThan(Math.max(cost(1_000_000), 5) * 14);
  });
});

describe('whether it is text at all', () => {
  it.each([
    ['plain text', bytes(sample), false],
    ['UTF-16 without a mark', utf16le(sample), false],
    ['OEM text', iconv.encode(sample, 'cp850'), false],
    ['colours of a terminal', bytes('\u001b[32mYES\u001b[0m\r\n'), false],
    ['text with a stray NUL', bytes(sample, [0], sample), false],
    ['a program', bytes('MZ', [0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]), true],
    ['an archive', bytes('PK', [3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3, 4, 5, 6]), true],
    ['NULs', Buffer.alloc(100), true],
    ['random bytes', Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7919) % 256)), true],
  ])('says of %s: binary %s', (_name, packed, binary) => {
    expect(looksBinary(packed as Uint8Array)).toBe(binary);
  });
});
