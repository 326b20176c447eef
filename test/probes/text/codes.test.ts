import { describe, expect, it } from 'vitest';
import { entraErrors, hexCode, statusIn } from '../../../main/probes/text/codes';
import { afterColon, filled, filledLines } from '../../../main/probes/text/lines';

describe('codes', () => {
  it.each([
    ['2149056555', '0x8018002b'],
    ['-2145910741', '0x8018002b'],
    ['0x8018002B', '0x8018002b'],
    ['0', '0x00000000'],
    [' 5 ', '0x00000005'],
  ])('spells %s as %s', (given, code) => {
    expect(hexCode(given)).toBe(code);
  });

  it.each([null, undefined, '', 'invalid_grant', '0x', '0x123456789', '12345678901'])(
    'finds no code in %s',
    (given) => {
      expect(hexCode(given)).toBeNull();
    },
  );

  it('finds Entra errors in any sentence, once each', () => {
    expect(entraErrors('AADSTS50076: Wegen … AADSTS50076 エラーAADSTS700003。')).toEqual([
      'AADSTS50076',
      'AADSTS700003',
    ]);
    expect(entraErrors('AADSTS')).toEqual([]);
  });

  it('reads a status only where both of its numbers agree', () => {
    expect(statusIn('失敗: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN')).toEqual({
      number: 1355,
      symbol: 'ERROR_NO_SUCH_DOMAIN',
    });
    expect(statusIn('Status = 1355 0x54c ERROR_NO_SUCH_DOMAIN')).toBeNull();
    expect(statusIn('Status = none')).toBeNull();
  });
});

describe('lines', () => {
  it.each([
    ['Label: value', 'value'],
    ['Libellé\u00a0: value', 'value'],
    ['Libellé\u202f:\u00a0value', 'value'],
    ['时间源标志\uff1avalue', 'value'],
    ['Label:', ''],
    ['Label: fe80::1%13', 'fe80::1%13'],
  ])('finds what stands behind the colon of %j', (line, value) => {
    expect(afterColon(line)).toBe(value);
  });

  it('knows a line without a colon, and a value without content', () => {
    expect(afterColon('no colon')).toBeNull();
    expect(filled(' \u00a0')).toBeNull();
    expect(filled(undefined)).toBeNull();
    expect(filledLines('a\r\n\r\n b \nc\r')).toEqual(['a', 'b', 'c']);
  });
});
