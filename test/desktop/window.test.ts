import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically } from '../../main/desktop/atomic-write';
import { reloadOnce } from '../../main/desktop/page-crash';
import { tellPage } from '../../main/desktop/tell-page';
import { bringForward, openWindow, showPage } from '../../main/desktop/window';
import { parseWindowPlace, placeWindow } from '../../main/desktop/window-place';
import { keepWindowPlace, readWindowPlace } from '../../main/desktop/window-state';
import { as, logBook, recorder } from './fakes';

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'fieldkit-window-'));
});
afterEach(() => {
  rmSync(base, { recursive: true });
});

const left = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 984 };
const saved = { x: 2000, y: 100, width: 900, height: 700, maximized: false };

describe('the place of the window', () => {
  it('is kept while its display is there', () => {
    const { maximized, ...bounds } = saved;
    expect(placeWindow(saved, [left, right])).toEqual({ bounds, maximized });
  });

  it('is given up when its display is gone, but not the size', () => {
    expect(placeWindow(saved, [left])).toEqual({
      bounds: { width: 900, height: 700 },
      maximized: false,
    });
  });

  it('is given up when only a sliver or no title would show', () => {
    expect(placeWindow({ ...saved, x: 3150 }, [left, right]).bounds).not.toHaveProperty('x');
    expect(placeWindow({ ...saved, y: -40 }, [left, right]).bounds).not.toHaveProperty('x');
    expect(placeWindow({ ...saved, y: 970 }, [left, right]).bounds).not.toHaveProperty('x');
  });

  it('has a default, and shrinks to a small display', () => {
    expect(placeWindow(null, [left]).bounds).toEqual({ width: 1120, height: 780 });
    expect(placeWindow(null, [{ ...left, width: 1024, height: 728 }]).bounds).toEqual({
      width: 1024,
      height: 728,
    });
    expect(placeWindow(null, []).bounds).toEqual({ width: 1120, height: 780 });
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"x":1}',
    JSON.stringify({ ...saved, width: -1 }),
    JSON.stringify({ ...saved, x: 1.5 }),
    JSON.stringify({ ...saved, x: '1' }),
    JSON.stringify({ ...saved, extra: 1 }),
    JSON.stringify(saved).slice(0, -1),
  ])('is not read from %j', (text) => {
    expect(parseWindowPlace(text)).toBeNull();
  });

  it('can always be caught by hand, whatever was saved', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.nat(), fc.nat(), (x, y, width, height) => {
        const { bounds } = placeWindow({ x, y, width, height, maximized: false }, [left, right]);
        if (bounds.x === undefined || bounds.y === undefined) return;
        expect(bounds.x).toBeLessThan(3200);
        expect(bounds.x + (bounds.width ?? 0)).toBeGreaterThan(0);
        expect(bounds.y).toBeGreaterThanOrEqual(0);
        expect(bounds.y).toBeLessThan(1040);
      }),
    );
  });

  it('is written when the window closes and read at the next start', () => {
    const file = join(base, 'window.json');
    const { maximized, ...bounds } = saved;
    const window = { ...recorder(), getNormalBounds: () => bounds, isMaximized: () => maximized };
    keepWindowPlace(as(window), file, logBook().log);
    expect(readWindowPlace(file)).toBeNull();
    window.emit('close');
    expect(readWindowPlace(file)).toEqual(saved);
    expect(readdirSync(base)).toEqual(['window.json']);
  });

  it('is given up with a line in the log on a disk that cannot be written', () => {
    writeFileSync(join(base, 'in-the-way'), '');
    const book = logBook();
    const window = { ...recorder(), getNormalBounds: () => left, isMaximized: () => false };
    keepWindowPlace(as(window), join(base, 'in-the-way', 'window.json'), book.log);
    window.emit('close');
    expect(book.lines.map(({ what }) => what)).toEqual(['window place not kept']);
  });
});

it('a write that fails leaves the old text and no part of the new one', () => {
  const folder = join(base, 'window.json');
  writeAtomically(join(folder, 'kept.txt'), 'old');
  expect(() => {
    writeAtomically(folder, 'new');
  }).toThrow();
  expect(readdirSync(base)).toEqual(['window.json']);
  expect(readFileSync(join(folder, 'kept.txt'), 'utf8')).toBe('old');
});

describe('the window', () => {
  const open = (maximized: boolean) => {
    const did: unknown[] = [];
    const ready: (() => void)[] = [];
    const window = openWindow({
      make: (options) => {
        did.push(options);
        return as<Parameters<typeof showPage>[0] & Parameters<typeof bringForward>[0]>({
          once: (name: string, tell: () => void) => name === 'ready-to-show' && ready.push(tell),
          show: () => did.push('show'),
          maximize: () => did.push('maximize'),
          isMinimized: () => true,
          restore: () => did.push('restore'),
          focus: () => did.push('focus'),
          loadURL: (url: string) => did.push(url),
        }) as never;
      },
      preferences: { sandbox: true },
      saved: { ...saved, maximized },
      displays: [left, right],
    });
    return {
      did,
      window: as<never>(window),
      getReady: () =>
        ready.forEach((tell) => {
          tell();
        }),
    };
  };

  it('has the preferences it was given and is hidden until there is something to see', () => {
    const { did, getReady } = open(true);
    expect(did).toEqual([
      expect.objectContaining({ show: false, x: 2000, webPreferences: { sandbox: true } }),
    ]);
    getReady();
    expect(did.slice(1)).toEqual(['maximize', 'show']);
  });

  it('loads our address and no other', () => {
    const { did, window } = open(false);
    void showPage(window);
    expect(did.at(-1)).toBe('app://fieldkit/');
  });

  it('comes forward when it is asked for again', () => {
    const { did, window } = open(false);
    bringForward(window);
    expect(did.slice(1)).toEqual(['restore', 'focus']);
  });
});

describe('a page that is gone', () => {
  const crash = (...reasons: string[]) => {
    const did: string[] = [];
    const book = logBook();
    const page = { ...recorder(), reload: () => did.push('reload') };
    reloadOnce(as(page), book.log, () => did.push('give up'));
    for (const reason of reasons) page.emit('render-process-gone', {}, { reason, exitCode: 5 });
    return { did, lines: book.lines };
  };

  it.each(['crashed', 'oom', 'killed', 'abnormal-exit', 'memory-eviction'])(
    'by %s is loaded again once, then no more',
    (reason) => {
      expect(crash(reason, reason).did).toEqual(['reload', 'give up']);
    },
  );

  it.each(['launch-failed', 'integrity-failure'])('by %s is not tried again', (reason) => {
    expect(crash(reason).did).toEqual(['give up']);
  });

  it('on purpose is left in peace', () => {
    expect(crash('clean-exit').did).toEqual([]);
  });

  it('leaves the reason in the log', () => {
    expect(crash('oom').lines).toEqual([
      { level: 'error', what: 'page gone', detail: { reason: 'oom', exitCode: 5, next: 'reload' } },
    ]);
  });
});

it.each([
  [false, false, [['opened.arrived', true]]],
  [true, false, []],
  [false, true, []],
])(
  'a page is told while it is there (destroyed %s, crashed %s)',
  (destroyed, crashed, expected) => {
    const sent: unknown[][] = [];
    const tell = tellPage({
      isDestroyed: () => destroyed,
      isCrashed: () => crashed,
      send: (...all) => void sent.push(all),
    });
    tell('opened.arrived', true);
    expect(sent).toEqual(expected);
  },
);
