import type { ActTool } from './act';

/** What is known about the host without touching it. All of this is argument, never global state. */
export interface Machine {
  platform: NodeJS.Platform;
  /** `process.arch`: what this process is, not what Windows is. */
  arch: string;
  env: Readonly<Record<string, string | undefined>>;
}

/** What is started: an absolute file and arguments that come before those of the source. */
interface Program {
  file: string;
  args: readonly string[];
}

export type Resolve = (tool: ActTool) => Program;

export const thisMachine = (): Machine => ({
  platform: process.platform,
  arch: process.arch,
  env: process.env,
});

/** Windows names are case-insensitive, but a plain copy of its environment is not. */
export const variable = (machine: Machine, name: string): string | undefined => {
  const wanted = name.toLowerCase();
  const found = Object.keys(machine.env).find((key) => key.toLowerCase() === wanted);
  return found === undefined ? undefined : machine.env[found];
};

const plainFolder = /^[A-Za-z]:(\\[^\\/:*?"<>|%]+)+$/;

/** Where Windows lives. A strange value in the environment must not choose what we start. */
export const systemRoot = (machine: Machine): string => {
  const told = (variable(machine, 'SystemRoot') ?? '').replace(/\\+$/, '');
  const climbs = told.split('\\').some((part) => /^\.+$/.test(part));
  return plainFolder.test(told) && !climbs ? told : 'C:\\Windows';
};

/**
 * From a 32-bit process `System32` shows the 32-bit copies, where `reagentc` and `manage-bde` are
 * missing and the enrolment keys look empty. `Sysnative` is the way round.
 */
export const systemFolder = (machine: Machine): string => {
  const redirected =
    machine.arch === 'ia32' && variable(machine, 'PROCESSOR_ARCHITEW6432') !== undefined;
  return `${systemRoot(machine)}\\${redirected ? 'Sysnative' : 'System32'}`;
};

const subfolders: Partial<Record<ActTool, string>> = {
  'powershell.exe': 'WindowsPowerShell\\v1.0\\',
};

export const resolveTool =
  (machine: Machine): Resolve =>
  (tool) => ({ file: `${systemFolder(machine)}\\${subfolders[tool] ?? ''}${tool}`, args: [] });

/** Everything else (NODE_OPTIONS, proxies, profiler and module hooks) stays out of our tools. */
const passedOn = [
  'ALLUSERSPROFILE',
  'APPDATA',
  'COMPUTERNAME',
  'HOMEDRIVE',
  'HOMEPATH',
  'LOCALAPPDATA',
  'LOGONSERVER',
  'NUMBER_OF_PROCESSORS',
  'PROCESSOR_ARCHITECTURE',
  'PROCESSOR_ARCHITEW6432',
  'ProgramData',
  'PUBLIC',
  'SESSIONNAME',
  'SystemDrive',
  'TEMP',
  'TMP',
  'USERDNSDOMAIN',
  'USERDOMAIN',
  'USERNAME',
  'USERPROFILE',
] as const;

export const cleanEnvironment = (machine: Machine): Record<string, string> => {
  if (machine.platform !== 'win32') return { PATH: '/usr/bin:/bin', LC_ALL: 'C' };
  const root = systemRoot(machine);
  const system = `${root}\\System32`;
  const clean: Record<string, string> = {
    SystemRoot: root,
    windir: root,
    ComSpec: `${system}\\cmd.exe`,
    PATH: `${system};${root};${system}\\Wbem`,
    PATHEXT: '.COM;.EXE',
    PSModulePath: `${system}\\WindowsPowerShell\\v1.0\\Modules`,
  };
  for (const name of passedOn) {
    const value = variable(machine, name);
    if (value !== undefined) clean[name] = value;
  }
  return clean;
};

/** Windows looks for libraries in the working directory, so it is never one a user can write to. */
export const workingFolder = (machine: Machine): string =>
  machine.platform === 'win32' ? `${systemRoot(machine)}\\System32` : '/';
