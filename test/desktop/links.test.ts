import { beforeEach, describe, expect, it, vi } from 'vitest';
import { linkAddress, plainHttps } from '../../main/desktop/link-table';
import type { LinkId } from '../../preload/contract';

const openExternal = vi.hoisted(() => vi.fn((_url: string) => Promise.resolve()));
vi.mock('electron', () => ({ shell: { openExternal } }));
const { openLink } = await import('../../main/desktop/links');

beforeEach(() => openExternal.mockReset());

describe('an address', () => {
  it('is written anew from what was checked', () => {
    expect(plainHttps('HTTPS://Example.com/a/../b')).toBe('https://example.com/b');
  });

  it.each([
    'http://example.com/',
    'file:///C:/Windows/System32/calc.exe',
    'ms-settings:workplace',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://user@example.com/',
    'https://user:word@example.com/',
    '\\\\server\\share',
    '//server/share',
    'C:\\Windows\\win.ini',
    'example.com',
    '',
  ])('is refused: %j', (text) => {
    expect(plainHttps(text)).toBeNull();
  });
});

it('opens the address of the table and says so', async () => {
  expect(await openLink('help')).toEqual({ ok: true, value: true });
  expect(openExternal.mock.calls).toEqual([[linkAddress('help')]]);
});

it.each(['source', 'releases', 'constructor', 'https://example.com/'])(
  'opens nothing for %s, which has no address',
  async (id) => {
    expect(await openLink(id as LinkId)).toEqual({ ok: false, code: 'cannot-open' });
    expect(openExternal).not.toHaveBeenCalled();
  },
);

it('says when the system could not open it', async () => {
  openExternal.mockRejectedValueOnce(new Error('no browser'));
  expect(await openLink('help')).toEqual({ ok: false, code: 'cannot-open' });
});
