import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateName, foldName, hostileName } from '../../../main/os/capture/names';

describe('a name in a capture', () => {
  it.each([
    ['../a', 'name-escapes'],
    ['a/../../b', 'name-escapes'],
    ['a/..', 'name-escapes'],
    ['.. /a', 'name-escapes'],
    ['a/.../b', 'name-escapes'],
    ['/etc/passwd', 'name-absolute'],
    ['//server/share', 'name-absolute'],
    ['C:/a', 'name-drive'],
    ['c:a', 'name-drive'],
    ['a.txt:hidden', 'name-drive'],
    ['..\\a', 'name-backslash'],
    ['a\\b', 'name-backslash'],
    ['a\0.txt', 'name-nul'],
    ['a\n.txt', 'name-control'],
    ['', 'name-empty'],
    ['NUL', 'name-device'],
    ['con.txt', 'name-device'],
    ['a/COM1.log', 'name-device'],
    ['aux .txt', 'name-device'],
    ['a'.repeat(401), 'name-too-long'],
  ])('%j is refused as %s', (name, why) => {
    expect(hostileName(name)).toBe(why);
  });

  it.each([
    'capture.json',
    'a/b/c.raw',
    './a',
    'Gerät 1/capture.json',
    'a..b',
    'console.txt',
    'a/',
  ])('%j is harmless', (name) => {
    expect(hostileName(name)).toBeNull();
  });

  it('never leaves its folder when it is not refused', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', 'a', ' ', 'C:', '\0', '...', 'nul');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        (name) => {
          if (hostileName(name) !== null) return;
          let depth = 0;
          for (const part of name.split(/[\\/]/)) {
            if (/^[. ]{2,}$/.test(part)) depth -= 1;
            else if (part !== '' && part !== '.') depth += 1;
            expect(depth).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });

  it.each([
    [['a.txt', 'A.TXT']],
    [['a.txt', './a.txt']],
    [['a.txt', 'a.txt. ']],
    [['straße', 'STRASSE']],
    [['\u00e4', 'a\u0308']],
    [['a//b', 'a/b']],
    [['x', 'x']],
  ])('finds the pair in %j', (names) => {
    expect(duplicateName(names)).toBe(names[1]);
  });

  it('tells different names apart', () => {
    expect(duplicateName(['a', 'b', 'a/b', 'ab'])).toBeNull();
    expect(foldName('A/b')).toBe('a/b');
  });
});
