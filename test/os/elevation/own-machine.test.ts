import { describe, expect, it } from 'vitest';
import { elevatedMachine } from '../../../main/os/elevation/own-machine';
import { cleanEnvironment, resolveTool, systemRoot } from '../../../main/os/machine';

describe('the machine of the elevated side', () => {
  const machine = elevatedMachine('D:\\Windows');
  if (machine === null) throw new Error('no machine');

  it('has nothing of the user in it', () => {
    expect(Object.keys(machine.env).sort()).toEqual(['SystemDrive', 'SystemRoot', 'TEMP', 'TMP']);
    const passed = Object.keys(cleanEnvironment({ ...machine, platform: 'win32' }));
    for (const name of ['USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'USERNAME', 'COR_PROFILER'])
      expect(passed).not.toContain(name);
  });

  it('starts the tools of the Windows that runs', () => {
    expect(systemRoot(machine)).toBe('D:\\Windows');
    expect(resolveTool(machine)('manage-bde.exe').file).toBe(
      'D:\\Windows\\System32\\manage-bde.exe',
    );
  });

  it('is none where nobody can tell what runs', () => {
    expect(elevatedMachine(null)).toBeNull();
    // No Windows, no list of its libraries.
    if (process.platform !== 'win32') expect(elevatedMachine()).toBeNull();
  });
});
