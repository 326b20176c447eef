import { describe, expect, it } from 'vitest';
import {
  cleanEnvironment,
  resolveTool,
  systemRoot,
  workingFolder,
  type Machine,
} from '../../main/os/machine';
import { tools } from '../../main/os/port';

const windows = (env: Machine['env'] = {}, arch = 'x64'): Machine => ({
  platform: 'win32',
  arch,
  env,
});

describe('where Windows is', () => {
  it.each([
    ['C:\\Windows', 'C:\\Windows'],
    ['D:\\WINNT\\', 'D:\\WINNT'],
    ['C:\\My Windows', 'C:\\My Windows'],
    ['', 'C:\\Windows'],
    ['Windows', 'C:\\Windows'],
    ['\\\\server\\share', 'C:\\Windows'],
    ['\\\\?\\C:\\Windows', 'C:\\Windows'],
    ['C:\\Users\\x\\..\\..\\evil', 'C:\\Windows'],
    ['C:\\Windows" & calc & "', 'C:\\Windows'],
    ['C:\\%TEMP%', 'C:\\Windows'],
    ['C:/Windows', 'C:\\Windows'],
    ['C:', 'C:\\Windows'],
  ])('takes %j for %j', (told, root) => {
    expect(systemRoot(windows({ SystemRoot: told }))).toBe(root);
  });

  it('knows the variable in any spelling, and without it falls back', () => {
    expect(systemRoot(windows({ SYSTEMROOT: 'E:\\Win' }))).toBe('E:\\Win');
    expect(systemRoot(windows())).toBe('C:\\Windows');
  });
});

describe('which program is started', () => {
  it.each(tools)('is one absolute file for %s, whatever PATH says', (tool) => {
    const { file, args } = resolveTool(windows({ PATH: 'C:\\evil', SystemRoot: 'C:\\Windows' }))(
      tool,
    );
    expect(file).toMatch(/^C:\\Windows\\System32\\(WindowsPowerShell\\v1\.0\\)?[a-z0-9-]+\.exe$/);
    expect(file.endsWith(`\\${tool}`)).toBe(true);
    expect(args).toEqual([]);
  });

  it('puts PowerShell in its own folder', () => {
    expect(resolveTool(windows())('powershell.exe').file).toBe(
      'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
    );
  });

  it('goes round the redirection only from a 32-bit process on a 64-bit Windows', () => {
    const wow = { PROCESSOR_ARCHITEW6432: 'AMD64' };
    expect(resolveTool(windows(wow, 'ia32'))('reg.exe').file).toBe(
      'C:\\Windows\\Sysnative\\reg.exe',
    );
    expect(resolveTool(windows({}, 'ia32'))('reg.exe').file).toBe('C:\\Windows\\System32\\reg.exe');
    expect(resolveTool(windows(wow, 'x64'))('reg.exe').file).toBe('C:\\Windows\\System32\\reg.exe');
    expect(resolveTool(windows(wow, 'arm64'))('reg.exe').file).toBe(
      'C:\\Windows\\System32\\reg.exe',
    );
  });
});

describe('what a program gets to see', () => {
  const clean = cleanEnvironment(
    windows({
      systemroot: 'C:\\Windows',
      Path: 'C:\\evil;C:\\Windows',
      PSModulePath: 'C:\\evil',
      PATHEXT: '.EVIL',
      ComSpec: 'C:\\evil.exe',
      NODE_OPTIONS: '--require evil',
      COR_PROFILER: '{1}',
      HTTPS_PROXY: 'http://evil',
      __PSLockdownPolicy: '0',
      userprofile: 'C:\\Users\\x',
      TEMP: 'C:\\Temp',
    }),
  );

  it('has its own search paths', () => {
    expect(clean['PATH']).toBe('C:\\Windows\\System32;C:\\Windows;C:\\Windows\\System32\\Wbem');
    expect(clean['PSModulePath']).toBe('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\Modules');
    expect(clean['ComSpec']).toBe('C:\\Windows\\System32\\cmd.exe');
    expect(clean['PATHEXT']).toBe('.COM;.EXE');
  });

  it('has the harmless variables and no others', () => {
    expect(clean['USERPROFILE']).toBe('C:\\Users\\x');
    expect(clean['TEMP']).toBe('C:\\Temp');
    expect(JSON.stringify(clean)).not.toMatch(/evil|COR_PROFILER|Lockdown|NODE_OPTIONS/);
  });

  it('works in a folder that users cannot write to', () => {
    expect(workingFolder(windows())).toBe('C:\\Windows\\System32');
  });
});
