import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failed, ok, unavailable } from '../../main/core/reading';
import { absentKeyCommand, eventsCommand, registryCommand } from '../../main/os/commands';
import { expandPath, readFileBytes } from '../../main/os/files';
import { createLive } from '../../main/os/live';
import type { Machine } from '../../main/os/machine';
import type { RawReading, Source } from '../../main/os/port';
import type { Start } from '../../main/os/run';
import { scratch } from './capture/helpers';
import { commandSource, raw } from './fake';

const at = scratch();
const base = { rights: 'user', limitMs: 5_000 } as const;
const registry: Source = {
  ...base,
  key: 'r',
  kind: 'registry',
  hive: 'HKLM',
  path: 'SOFTWARE\\Microsoft\\Enrollments',
  recurse: true,
};
const events: Source = {
  ...base,
  key: 'e',
  kind: 'events',
  channel: 'Microsoft-Windows-AAD/Operational',
  ids: [1098, 1104],
  newest: 20,
};

/** A PC on which policy forbids PowerShell, so that every source goes its own way. */
const windows = (answer: (line: string) => RawReading) => {
  const started: string[] = [];
  const start: Start = async (tool, args) => {
    if (tool === 'powershell.exe') return raw('', 1);
    started.push([tool, ...args].join(' '));
    return answer(started.at(-1) ?? '');
  };
  return { os: createLive({ platform: 'win32', arch: 'x64', env: {}, start }), started };
};

describe('off Windows', () => {
  const started: string[] = [];
  const os = createLive({
    platform: 'linux',
    env: {},
    start: async (tool) => {
      started.push(tool);
      return raw('');
    },
  });
  const sources: Source[] = [
    commandSource('a'),
    registry,
    events,
    { ...base, key: 'f', kind: 'file', path: '%SystemRoot%\\win.ini', maxBytes: 9 },
    {
      ...base,
      key: 'c',
      kind: 'cim',
      namespace: 'root\\cimv2',
      query: 'SELECT Name FROM A',
      properties: ['Name'],
    },
  ];

  it.each(sources)('$kind is not asked and says so', async (source) => {
    expect(await os.read(source)).toEqual({
      kind: 'unavailable',
      why: 'other-os',
      detail: 'linux',
    });
    expect(started).toEqual([]);
  });

  it('still tells what Node knows', async () => {
    const reading = await os.read({ ...base, key: 'host', kind: 'host' });
    const facts = JSON.parse(
      reading.kind === 'ok' ? Buffer.from(reading.value.bytes).toString() : '{}',
    ) as Record<string, unknown>;
    expect(facts).toMatchObject({ platform: 'linux', arch: process.arch });
    expect(facts['elevated']).toBe(process.getuid?.() === 0);
    expect(Date.parse(String(facts['now']))).not.toBeNaN();
    expect(facts['timeZone']).toBeTruthy();
  });
});

describe('on Windows', () => {
  it('runs a command as it is declared', async () => {
    const { os, started } = windows(() => raw('x'));
    expect(await os.read(commandSource('a'))).toEqual(raw('x'));
    expect(started).toEqual(['dsregcmd.exe /status']);
  });

  it('does not claim to know who is elevated', async () => {
    const reading = await windows(() => raw('')).os.read({ ...base, key: 'host', kind: 'host' });
    const facts = reading.kind === 'ok' ? Buffer.from(reading.value.bytes).toString() : '';
    expect(JSON.parse(facts)).toMatchObject({ platform: 'win32', elevated: null });
  });

  it('reads nothing once cancelled', async () => {
    const { os, started } = windows(() => raw('x'));
    expect(await os.read(registry, { signal: AbortSignal.abort() })).toEqual(failed('cancelled'));
    expect(started).toEqual([]);
  });

  it('asks the 64-bit registry', async () => {
    const { os, started } = windows(() => raw('x'));
    await os.read(registry);
    expect(started).toEqual(['reg.exe query HKLM\\SOFTWARE\\Microsoft\\Enrollments /s /reg:64']);
  });

  it('tells a missing key from a forbidden one in any language', async () => {
    const absent = 'FEHLER: Der angegebene Registrierungsschlüssel wurde nicht gefunden.';
    const forbidden = 'FEHLER: Zugriff verweigert';
    const isProbe = (line: string) => line === ['reg.exe', ...absentKeyCommand.args].join(' ');
    const missing = windows(() => raw(absent, 1));
    expect(await missing.os.read(registry)).toEqual(raw(absent, 1));
    const denied = windows((line) => raw(isProbe(line) ? absent : forbidden, 1));
    expect(await denied.os.read(registry)).toEqual(unavailable('denied', 'exit 1'));
    await denied.os.read(registry);
    expect(denied.started.filter(isProbe).length).toBe(1);
  });

  it('does not call a key missing when it cannot tell', async () => {
    const { os } = windows((line) =>
      line.includes('no-such-key') ? failed('timed-out') : raw('', 1),
    );
    expect(await os.read(registry)).toEqual(failed('crashed', 'exit 1'));
  });

  it('asks for events by number, newest first, as XML in UTF-16', async () => {
    const { os, started } = windows(() => raw('<Event/>'));
    await os.read(events);
    expect(started).toEqual([
      'wevtutil.exe qe Microsoft-Windows-AAD/Operational ' +
        '/q:*[System[(EventID=1098 or EventID=1104)]] /f:xml /rd:true /c:20 /uni:true',
    ]);
  });

  it.each([
    [5, unavailable('denied', 'exit 5')],
    [15_007, unavailable('absent', 'exit 15007')],
    [0, raw('', 0)],
  ])('takes exit code %s of the log reader at its word', async (code, reading) => {
    expect(await windows(() => raw('', code)).os.read(events)).toEqual(reading);
  });

  it('says that a file is not there', async () => {
    const file: Source = { ...base, key: 'f', kind: 'file', path: '%SystemRoot%\\no', maxBytes: 9 };
    expect(await windows(() => raw('')).os.read(file)).toMatchObject({
      kind: 'unavailable',
      why: 'absent',
    });
  });

  it.each<Source>([
    { ...registry, path: 'SOFTWARE" & calc' } as Source,
    { ...registry, path: '/f' } as Source,
    { ...registry, path: '' } as Source,
    { ...events, ids: [] } as Source,
    { ...events, ids: [1.5] } as Source,
    { ...events, newest: 0 } as Source,
    { ...events, channel: '/q:x' } as Source,
    { ...base, key: 'f', kind: 'file', path: '%PATH%\\x', maxBytes: 9 },
  ])('refuses a malformed source without starting anything: %j', async (source) => {
    const { os, started } = windows(() => raw('x'));
    expect(await os.read(source)).toEqual(failed('could-not-start', 'source refused'));
    expect(started).toEqual([]);
  });

  it('never builds an option out of data', () => {
    expect(registryCommand({ ...registry, path: '/s' } as never)).toBeNull();
    expect(eventsCommand({ ...events, channel: '-x' } as never)).toBeNull();
  });
});

describe('which files may be read', () => {
  const machine: Machine = {
    platform: 'win32',
    arch: 'x64',
    env: {
      SystemRoot: 'C:\\Windows',
      SystemDrive: 'C:',
      PROGRAMDATA: 'C:\\ProgramData',
      LOCALAPPDATA: 'C:\\Users\\x\\AppData\\Local\\',
      USERPROFILE: '\\\\server\\home',
      APPDATA: 'C:\\Users\\x\\AppData\\Roaming',
    },
  };

  it.each([
    ['%SystemRoot%\\System32\\a.xml', 'C:\\Windows\\System32\\a.xml'],
    ['%systemdrive%\\$SysReset\\x.log', 'C:\\$SysReset\\x.log'],
    ['%ProgramData%\\a b\\c.json', 'C:\\ProgramData\\a b\\c.json'],
    ['%LOCALAPPDATA%\\a', 'C:\\Users\\x\\AppData\\Local\\a'],
    ['D:\\x\\y.txt', 'D:\\x\\y.txt'],
    ['%USERPROFILE%\\a', null],
    ['%APPDATA%\\a', null],
    ['%PATH%\\a', null],
    ['%SystemRoot%\\..\\a', null],
    ['%SystemRoot%\\.. \\a', null],
    ['%SystemRoot%\\%PATH%', null],
    ['%SystemRoot%', null],
    ['%SystemRoot%evil\\a', null],
    ['%SystemRoot%\\a:stream', null],
    ['\\\\server\\share\\a', null],
    ['\\\\.\\PhysicalDrive0', null],
    ['\\\\?\\C:\\a', null],
    ['C:/a', null],
    ['a.txt', null],
    ['/etc/passwd', null],
    ['', null],
  ])('%j becomes %j', (path, whole) => {
    expect(expandPath(machine, path)).toBe(whole);
  });
});

describe('reading a file', () => {
  const within = (maxBytes: number) => ({ maxBytes, limitMs: 20_000 });

  it('stops waiting for one that does not answer', async () => {
    execFileSync('mkfifo', [at('mute')]);
    const limits = { maxBytes: 9, limitMs: 50 };
    expect(await readFileBytes(at('mute'), limits)).toEqual(failed('timed-out'));
    const cancel = new AbortController();
    const waiting = readFileBytes(at('mute'), within(9), cancel.signal);
    cancel.abort();
    expect(await waiting).toEqual(failed('cancelled'));
    // Lets the two system calls end, which nothing else can.
    closeSync(openSync(at('mute'), 'r+'));
  });

  it('gives its bytes up to the limit, and says when it is larger', async () => {
    writeFileSync(at('f'), Buffer.from([0, 255, 13]));
    expect(await readFileBytes(at('f'), within(3))).toMatchObject(
      ok({ bytes: Buffer.from([0, 255, 13]), exitCode: null }),
    );
    expect(await readFileBytes(at('f'), within(2))).toEqual(failed('too-large'));
  });

  it('says what is not there and what is no file', async () => {
    mkdirSync(at('dir'));
    expect(await readFileBytes(at('none'), within(9))).toEqual(unavailable('absent', 'ENOENT'));
    expect(await readFileBytes(at('f/x'), within(9))).toEqual(unavailable('absent', 'ENOTDIR'));
    expect(await readFileBytes(at('dir'), within(9))).toEqual(unavailable('absent', 'not a file'));
  });
});
