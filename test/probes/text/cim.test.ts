import { describe, expect, it } from 'vitest';
import {
  cimFlag,
  cimNumber,
  cimSource,
  cimText,
  cimTexts,
  rowsOf,
} from '../../../main/probes/text/cim';
import { gaps, json, ran } from '../support';

const source = cimSource('cim-example', 'root/cimv2', 'Win32_Thing', ['A', 'B'], "A = 'x'");
const read = (raw: ReturnType<typeof ran>) => rowsOf({ 'cim-example': raw }, source);

describe('CIM answers', () => {
  it('asks in the words of the query language', () => {
    expect(source.query).toBe("SELECT A, B FROM Win32_Thing WHERE A = 'x'");
    expect(source.namespace).toBe('root\\cimv2');
  });

  it.each([
    ['an array', '[{"A":1},{"A":2}]', 2],
    ['one object', '{"A":1}', 1],
    ['an object per line', '{"A":1}\r\n{"A":2}\n', 2],
    ['an array per line', '[{"A":1}]\n[{"A":2}]', 2],
    ['an empty array', '[]', 0],
  ])('reads %s', (_, text, rows) => {
    const reading = read(ran(text, null));
    expect(reading.kind === 'ok' && reading.value.length).toBe(rows);
  });

  it.each([
    '',
    ' \r\n',
    '{"A":',
    'null',
    '[1,2]',
    '[{"A":1},null]',
    'Get-CimInstance : Zugriff verweigert',
  ])('does not make rows of %s', (text) => {
    expect(read(ran(text, null))).toMatchObject({ kind: 'failed', reason: 'not-understood' });
  });

  it.each(gaps.map((gap) => [JSON.stringify(gap), gap] as const))('passes on %s', (_, gap) => {
    expect(read(gap)).toEqual(gap);
  });

  it('gives a property only in its own type', () => {
    const reading = read(
      json([{ n: 3, big: '18446744073709', t: ' x ', e: '', f: false, l: ['a', ''], o: 'one' }]),
    );
    if (reading.kind !== 'ok') expect.fail('not read');
    const row = reading.value[0]!;
    expect(cimNumber(row, 'n')).toBe(3);
    expect(cimNumber(row, 'big')).toBe(18446744073709);
    expect(cimNumber(row, 't')).toBeNull();
    expect(cimNumber(row, 'missing')).toBeNull();
    expect(cimText(row, 't')).toBe('x');
    expect(cimText(row, 'e')).toBeNull();
    expect(cimText(row, 'n')).toBeNull();
    expect(cimFlag(row, 'f')).toBe(false);
    expect(cimFlag(row, 'n')).toBeNull();
    expect(cimTexts(row, 'l')).toEqual(['a']);
    expect(cimTexts(row, 'o')).toEqual(['one']);
    expect(cimTexts(row, 'missing')).toEqual([]);
  });
});
