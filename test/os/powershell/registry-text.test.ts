import { describe, expect, it } from 'vitest';
import { registryText } from '../../../main/os/powershell/registry-text';
import { parseRegistry } from '../../../main/probes/text/registry-text';

const root = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\A';

describe('the registry as text', () => {
  it('looks as `reg query` writes it', () => {
    const rows = [
      { key: root },
      { name: '', kind: 1, data: 'standard' },
      { name: 'Some name', kind: 2, data: '%SystemRoot%\\x' },
      { name: 'Number', kind: 4, data: '0xffffffff' },
      { name: 'Big', kind: 11, data: '0x1' },
      { name: 'Bytes', kind: 3, data: '00FFA0' },
      { name: 'List', kind: 7, data: 'a\\0b' },
      { name: 'Nothing', kind: -1, data: '' },
      { name: 'Odd', kind: 0, data: '' },
      { key: `${root}\\B` },
    ];
    expect(registryText(rows)?.split('\r\n')).toEqual([
      '',
      root,
      '    (Default)    REG_SZ    standard',
      '    Some name    REG_EXPAND_SZ    %SystemRoot%\\x',
      '    Number    REG_DWORD    0xffffffff',
      '    Big    REG_QWORD    0x1',
      '    Bytes    REG_BINARY    00FFA0',
      '    List    REG_MULTI_SZ    a\\0b',
      '    Nothing    REG_NONE    ',
      '    Odd    REG_UNKNOWN    ',
      '',
      `${root}\\B`,
      '',
    ]);
  });

  it('is read by the reader of `reg query` without losing anything', () => {
    const rows = [
      { key: root },
      { name: 'Text', kind: 1, data: 'two\nlines and a \0NUL' },
      { name: 'Ünicode ✓', kind: 1, data: '' },
    ];
    expect(parseRegistry(registryText(rows) ?? '')).toEqual([
      {
        path: root,
        values: [
          { name: 'Text', type: 'REG_SZ', data: 'two\nlines and a NUL' },
          { name: 'Ünicode ✓', type: 'REG_SZ', data: '' },
        ],
      },
    ]);
  });

  it('does not show a closed key as one without values', () => {
    expect(parseRegistry(registryText([{ key: root, denied: true }]) ?? '')).toEqual([
      { path: root, values: [], closed: true },
    ]);
  });

  it.each([
    [[]],
    [['text']],
    [[null]],
    [[{ key: 5 }]],
    [[{ key: root }, { name: 'a', kind: 4 }]],
    [[{ key: root }, { name: 'a', kind: 99, data: '' }]],
  ])('is nothing for %j', (rows) => {
    expect(registryText(rows)).toBe(null);
  });
});
