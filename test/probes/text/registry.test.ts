import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRegistry } from '../../../main/probes/text/registry-text';
import { registryOf, registrySource } from '../../../main/probes/text/registry';
import { codePageSource } from '../../../main/probes/text/raw';
import { capture, dword, encode, gaps, noKey, ran, registry, text } from '../support';

const source = registrySource('registry-example', 'HKLM', 'SOFTWARE\\Example');
const read = (raw: ReturnType<typeof ran>, codePage?: number) =>
  registryOf(
    {
      'registry-example': raw,
      ...(codePage === undefined
        ? {}
        : {
            [codePageSource.key]: ran(
              registry('HKLM', { [codePageSource.path]: { OEMCP: text(String(codePage)) } }),
            ),
          }),
    },
    source,
  );
const tree = (raw: ReturnType<typeof ran>, codePage?: number) => {
  const reading = read(raw, codePage);
  if (reading.kind !== 'ok') expect.fail(JSON.stringify(reading));
  return reading.value;
};
const printed = registry('HKLM', {
  'SOFTWARE\\Example': {
    '': text('plain'),
    'Two Words Here': text('a    b'),
    Number: dword(0xfffffffe),
    Empty: text(''),
    Many: ['REG_MULTI_SZ', 'one\\0two words\\0'],
    Raw: ['REG_BINARY', '00FF10'],
  },
  'SOFTWARE\\Example\\Below': { Flag: dword(1), Off: dword(0) },
  'SOFTWARE\\Example\\Below\\Deep': {},
});

describe('registry text', () => {
  it('reads every kind of value by name, whatever its case', () => {
    const found = tree(ran(printed));
    expect(found.exists).toBe(true);
    expect(found.string('', '')).toBe('plain');
    expect(found.string('', 'two words HERE')).toBe('a    b');
    expect(found.number('', 'Number')).toBe(0xfffffffe);
    expect(found.string('', 'Empty')).toBeNull();
    expect(found.strings('', 'Many')).toEqual(['one', 'two words']);
    expect(found.bytes('', 'Raw')).toEqual(Uint8Array.of(0, 255, 16));
    expect(found.flag('below', 'Flag')).toBe(true);
    expect(found.flag('Below', 'Off')).toBe(false);
  });

  it('closes the whole when one key inside is closed, unless it can be spared', () => {
    const half = printed.replace(
      'Below\\Deep\r\n',
      'Below\\Deep\r\n    (denied)    REG_DENIED    \r\n',
    );
    expect(half).not.toBe(printed);
    expect(read(ran(half))).toMatchObject({ kind: 'unavailable', why: 'denied' });
    const spared = registryOf({ 'registry-example': ran(half) }, source, /\\Deep$/);
    if (spared.kind !== 'ok') expect.fail(JSON.stringify(spared));
    expect(spared.value.flag('Below', 'Flag')).toBe(true);
    expect(spared.value.values('Below\\Deep')).toEqual([]);
  });

  it('gives a number only where Windows keeps one', () => {
    const found = tree(ran(registry('HKLM', { 'SOFTWARE\\Example': { Words: text('1') } })));
    expect(found.number('', 'Words')).toBeNull();
    expect(found.flag('', 'Words')).toBeNull();
    expect(found.string('', 'Words')).toBe('1');
  });

  it('keeps "not there" apart from zero', () => {
    const found = tree(ran(printed));
    expect(found.flag('', 'Nothing')).toBeNull();
    expect(found.number('', 'Empty')).toBeNull();
    expect(found.bytes('', 'Number')).toBeNull();
    expect(found.value('Elsewhere', 'Flag')).toBeNull();
    expect(found.has('Elsewhere')).toBe(false);
  });

  it('lists direct children only, once each', () => {
    const found = tree(ran(printed));
    expect(found.children('')).toEqual(['Below']);
    expect(found.children('Below')).toEqual(['Deep']);
    expect(found.has('Below\\Deep')).toBe(true);
  });

  it('does not take a neighbour whose name begins alike for a child', () => {
    const near = registry('HKLM', {
      'SOFTWARE\\Example': {},
      'SOFTWARE\\Example2\\Other': { A: dword(1) },
    });
    expect(tree(ran(near)).children('')).toEqual([]);
  });

  it.each(['(Default)', '(Standard)', '(par défaut)', '(既定)', '(По умолчанию)'])(
    'knows the default value as %s',
    (name) => {
      const found = tree(ran(registry('HKLM', { 'SOFTWARE\\Example': { '': text('x') } }, name)));
      expect(found.string('', '')).toBe('x');
    },
  );

  it('reads a value that runs over several lines', () => {
    const found = tree(
      ran('\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Example\r\n    Long    REG_SZ    one\r\ntwo\r\n'),
    );
    expect(found.string('', 'Long')).toBe('one\ntwo');
  });

  it.each([
    ['cp850', 850, 'Büro Größe'],
    ['cp437', 437, 'Büro'],
    ['cp866', 866, 'Отдел'],
    ['cp932', 932, '営業部'],
    ['cp936', 936, '办公室'],
    ['utf-16le', 850, 'Büro'],
  ])('decodes data printed as %s', (encoding, page, data) => {
    const bytes = encode(registry('HKLM', { 'SOFTWARE\\Example': { Name: text(data) } }), encoding);
    expect(tree(ran(bytes), page).string('', 'Name')).toBe(data);
  });

  it('knows a missing key from a key that has nothing in it', () => {
    expect(tree(noKey).exists).toBe(false);
    expect(tree(ran('\r\n')).exists).toBe(true);
    expect(tree(ran('\r\n')).children('')).toEqual([]);
  });

  it.each(gaps.map((gap) => [JSON.stringify(gap), gap] as const))('passes on %s', (_, gap) => {
    expect(registryOf({ 'registry-example': gap }, source)).toEqual(gap);
  });

  it('says that nothing was recorded when the key is not among the readings', () => {
    expect(registryOf({}, source)).toMatchObject({ kind: 'unavailable', why: 'not-recorded' });
  });

  it.each([
    ['a text of something else', 'Hello there\r\n', 0],
    ['a help page', 'a\r\nb\r\nc\r\nd\r\n', 1],
    ['an unknown exit code', 'x', 9009],
  ])('does not make a registry out of %s', (_, garbage, exit) => {
    expect(read(ran(garbage, exit))).toMatchObject({ kind: 'failed', reason: 'not-understood' });
  });

  it('keeps what was whole when the text is cut anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: printed.length }), (at) => {
        const whole = parseRegistry(printed).flatMap(({ values }) => values);
        const cut = parseRegistry(printed.slice(0, at)).flatMap(({ values }) => values);
        expect(cut.length).toBeLessThanOrEqual(whole.length);
        cut.slice(0, -1).forEach((value, place) => expect(value).toEqual(whole[place]));
      }),
    );
  });

  it('reads the same with other column widths and line ends', () => {
    const wide = printed.replace(/ {4}(REG_\w+) {4}/g, '\t$1\t').replace(/\r\n/g, '\n');
    expect(parseRegistry(wide)).toEqual(parseRegistry(printed));
  });

  it('reads the recorded enrolment keys', () => {
    const keys = parseRegistry(
      capture('reg-enrollments-intune-and-second-channel-constructed.txt'),
    );
    expect(keys).toHaveLength(4);
    expect(keys[0]?.values).toContainEqual({
      name: 'EnrollmentType',
      type: 'REG_DWORD',
      data: '0x6',
    });
  });
});
