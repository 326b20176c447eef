import { describe, expect, it } from 'vitest';
import { failed, unavailable } from '../../../main/core/reading';
import { launchElevated } from '../../../main/os/elevation/launch';
import { findProgramFiles, protectedFolder } from '../../../main/os/elevation/place';
import { createElevator, noElevator } from '../../../main/os/elevate';
import type { RawReading } from '../../../main/os/port';
import type { Start } from '../../../main/os/run';
import { raw } from '../fake';

const program = { file: 'C:\\Program Files\\Fieldkit\\Fieldkit.exe', before: [] };
const launchTo = async (answer: RawReading) =>
  launchElevated(() => Promise.resolve(answer), program, 'C:\\x', ['--a'], { limitMs: 1_000 });

describe('asking Windows for rights', () => {
  it.each([
    ['no', raw('fieldkit:elevate:error:1223:end\r\n'), unavailable('declined', '1223')],
    [
      'a policy',
      raw('fieldkit:elevate:error:1260:end\r\n'),
      unavailable('blocked-by-policy', '1260'),
    ],
    ['no script', raw('This is blocked', 1), unavailable('blocked-by-policy', 'exit 1')],
    ['no file', raw('fieldkit:elevate:error:2:end\r\n'), failed('could-not-start', '2')],
    ['no PowerShell', unavailable('tool-missing'), unavailable('tool-missing')],
    ['too long', failed('timed-out'), failed('timed-out')],
    [
      'yes',
      raw('fieldkit:elevate:started:0:end\r\nfieldkit:elevate:ended:64:end\r\n'),
      { kind: 'ok', value: 64 },
    ],
  ])('may end in: %s', async (_what, answer, expected) => {
    expect(await launchTo(answer)).toEqual(expected);
  });

  it('sends what to start as data, in ASCII', async () => {
    let sent = '';
    const start: Start = (_tool, args, { input }) => {
      expect(args.join(' ')).not.toContain('Fieldkit.exe');
      sent = Buffer.from(input ?? []).toString('latin1');
      return Promise.resolve(raw(''));
    };
    const odd = { file: 'C:\\Program Files\\Büro\\Fieldkit.exe', before: ['C:\\a b\\c.js'] };
    await launchElevated(start, odd, 'C:\\x', ['--given=a,b'], { limitMs: 1_000 });
    expect(sent).toMatch(/^[ -~]+\n$/);
    expect(JSON.parse(sent)).toEqual({
      file: odd.file,
      arguments: '"C:\\a b\\c.js" --given=a,b',
      folder: 'C:\\x',
    });
  });
});

describe('where a program has to lie to be started elevated', () => {
  const files = 'C:\\Program Files';
  it.each([
    ['C:\\Program Files\\Fieldkit\\Fieldkit.exe', 'C:\\Program Files\\Fieldkit'],
    ['c:\\program files\\fieldkit\\fieldkit.exe', 'c:\\program files\\fieldkit'],
    ['C:\\Program Files\\Fieldkit.exe', null],
    ['C:\\Program Files (x86)\\Fieldkit\\Fieldkit.exe', null],
    ['C:\\Program Files\\..\\Users\\anna\\Fieldkit.exe', null],
    ['C:\\Users\\anna\\AppData\\Local\\Programs\\Fieldkit\\Fieldkit.exe', null],
    ['E:\\Fieldkit\\Fieldkit.exe', null],
    ['Fieldkit.exe', null],
  ])('%s: %s', (path, folder) => {
    expect(protectedFolder(path, files)).toBe(folder);
  });

  it.each([
    ['\r\nHKEY_LOCAL_MACHINE\\X\r\n    ProgramFilesDir    REG_SZ    C:\\Program Files\r\n', files],
    ['\r\nHKEY_LOCAL_MACHINE\\X\r\n    ProgramFilesDir    REG_SZ    \r\n', null],
    ['', null],
  ])('is told by the registry: %j', async (text, expected) => {
    expect(await findProgramFiles(() => Promise.resolve(raw(text)))).toBe(expected);
  });
});

describe('the asking side', () => {
  it('refuses where the program lies in a place of the user', async () => {
    const start: Start = (tool) =>
      Promise.resolve(
        tool === 'reg.exe'
          ? raw('    ProgramFilesDir    REG_SZ    C:\\Program Files\r\n')
          : failed('crashed', 'must not be started'),
      );
    const elevator = createElevator({ file: 'C:\\Users\\a\\Fieldkit.exe', before: [] }, { start });
    expect(await elevator.offer()).toBe('not-installed');
    expect(await elevator.ask('read-admin-sources', ['cim-tpm'])).toEqual(
      failed('could-not-start', 'not-installed'),
    );
  });

  it('refuses what is no name before anything is started', async () => {
    const never: Start = () => Promise.reject(new Error('started'));
    expect(
      await createElevator(program, { start: never }).ask('read-admin-sources', ['a b']),
    ).toEqual(failed('could-not-start', 'given'));
  });

  it('says why nobody can be asked at another door', async () => {
    expect(await noElevator('not-this-door').offer()).toBe('not-this-door');
    expect(await noElevator('not-windows').ask('read-admin-sources', [])).toEqual(
      failed('could-not-start', 'not-windows'),
    );
  });
});
