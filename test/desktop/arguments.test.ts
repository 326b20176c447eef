import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureArgument } from '../../main/desktop/capture-argument';
import { refusedFlags } from '../../main/desktop/flags';
import { beTheOnlyOne } from '../../main/desktop/single-instance';
import { as, recorder } from './fakes';

describe('the capture to open', () => {
  it.each([
    ['C:\\Users\\a\\pc.fieldkit', 'win32'],
    ['e:\\PC 7.FIELDKIT', 'win32'],
    ['/home/a/pc.fieldkit', 'linux'],
  ] as const)('is %s', (path, platform) => {
    expect(captureArgument(['--updated', path, '--other'], platform)).toBe(path);
  });

  it.each([
    ['relative', 'pc.fieldkit'],
    ['relative with drive', 'C:pc.fieldkit'],
    ['root of no drive', '\\pc.fieldkit'],
    ['share', '\\\\server\\share\\pc.fieldkit'],
    ['share with slashes', '//server/share/pc.fieldkit'],
    ['device path', '\\\\?\\C:\\pc.fieldkit'],
    ['device', '\\\\.\\pipe\\pc.fieldkit'],
    ['address', 'file:///C:/pc.fieldkit'],
    ['other ending', 'C:\\pc.fieldkit.exe'],
    ['null byte', 'C:\\pc.exe\0.fieldkit'],
    ['nothing', ''],
  ])('is not a %s', (_what, path) => {
    expect(captureArgument([path], 'win32')).toBeNull();
  });

  it('is none when two could be meant', () => {
    expect(captureArgument(['C:\\a.fieldkit', 'C:\\b.fieldkit'], 'win32')).toBeNull();
  });

  it('is always one of the arguments, on a drive, with our ending', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (args) => {
        const path = captureArgument(args, 'win32');
        expect(
          path === null || (args.includes(path) && /^[a-z]:\\.*\.fieldkit$/is.test(path)),
        ).toBe(true);
      }),
    );
  });
});

describe('flags', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--js-flags=--allow-natives-syntax',
    '--no-sandbox',
    '--disable-web-security',
    '--load-extension=C:\\x',
    '-x',
  ])('refuses %s', (flag) => {
    expect(refusedFlags(['C:\\pc.fieldkit', flag])).toEqual([flag]);
  });

  it('knows what the installer passes, and leaves files alone', () => {
    expect(refusedFlags(['--updated', 'C:\\pc.fieldkit'])).toEqual([]);
  });
});

describe('one instance', () => {
  it('ends the second one', () => {
    const app = { ...recorder(), requestSingleInstanceLock: () => false };
    expect(beTheOnlyOne(as(app), () => undefined)).toBe(false);
    expect(app.names()).toEqual([]);
  });

  it('is told the arguments of the second one, and not where it was started', () => {
    const app = { ...recorder(), requestSingleInstanceLock: () => true };
    const told: unknown[][] = [];
    beTheOnlyOne(as(app), (...all) => told.push(all));
    app.emit('second-instance', {}, ['C:\\pc.fieldkit'], 'C:\\evil', { extra: true });
    expect(told).toEqual([[['C:\\pc.fieldkit']]]);
  });
});
