import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { actTools } from '../../../main/os/act';
import { tools as readTools } from '../../../main/os/port';
import { writeAnswers } from './answers';
import { installApp } from './app';
import type { Description } from './description';
import { cache, type Parts } from './parts';
import { standInProcesses } from './processes';
import { registryFile } from './registry-file';
import { copyPrefix, endWine, locales, standIn, template, wineEnvironment } from './template';
import { bytesOf, languages } from './text';

/** One call of a stand-in program, in the order of the calls. */
export interface Call {
  at: number;
  state: 'answered' | 'hosting' | 'elevating' | 'unknown';
  /** Full path, as Windows knows it. */
  program: string;
  args: string;
}

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
  ms: number;
}

export interface Started {
  child: ChildProcess;
  ended: Promise<Ran>;
}

export interface RunOptions {
  /** What Wine puts in front of PATH. */
  firstOnPath?: string;
  /** Notes every process the command starts; see `started` and `cpuMs`. */
  watched?: boolean;
}

export interface Pc {
  /** Where a Windows path of this PC is for us. */
  path(windowsPath: string): string;
  run(args: readonly string[], options?: RunOptions): Promise<Ran>;
  start(args: readonly string[], options?: RunOptions): Started;
  /** Any program of this PC, by its full path. */
  runProgram(args: readonly string[]): Promise<Ran>;
  calls(): Call[];
  /** Every program the watched command started, with its arguments. */
  started(): string[][];
  cpuMs(): number;
  /** Puts a stand-in where no tool of Windows is. */
  plant(windowsPath: string): void;
  /** Windows programs that still run on this PC, apart from Wine's own. */
  running(): string[];
  destroy(): void;
}

const logs = 'C:\\fieldkit-standin';
const app = 'C:\\fieldkit';
const subfolders: Readonly<Record<string, string>> = {
  'powershell.exe': 'WindowsPowerShell\\v1.0\\',
};
const systemPath = (tool: string) => `C:\\windows\\system32\\${subfolders[tool] ?? ''}${tool}`;
const tools = [...readTools, ...actTools];
/** The one tool that is real under Wine. */
const real = 'reg.exe';

/** Wine has some of these tools itself, and would rather start its own. */
const overrides = 'HKCU\\Software\\Wine\\DllOverrides';
const preferStandIns = Object.fromEntries(
  tools.filter((tool) => tool !== real).map((tool) => [tool, 'native'] as const),
);

const variables = (): Readonly<Record<string, string>> => {
  const home = `C:\\users\\${userInfo().username}`;
  return {
    SystemRoot: 'C:\\windows',
    SystemDrive: 'C:',
    ProgramData: 'C:\\ProgramData',
    USERPROFILE: home,
    LOCALAPPDATA: `${home}\\AppData\\Local`,
  };
};

const expand = (path: string) =>
  path.replace(/%(\w+)%/g, (whole, name: string) => variables()[name] ?? whole);

/** Folder names that Wine writes in its own way; Windows would not mind. */
const wineNames: readonly (readonly [RegExp, string])[] = [
  [/^windows\/system32/i, 'windows/system32'],
  [/^windows/i, 'windows'],
  [/^users\/public/i, 'users/Public'],
  [/^users/i, 'users'],
];

const underDrive = (path: string): string => {
  const rest = expand(path).replace(/^C:\\/i, '').replaceAll('\\', '/');
  const [shape, name] = wineNames.find(([wanted]) => wanted.test(rest)) ?? [];
  return shape === undefined || name === undefined ? rest : rest.replace(shape, name);
};

const linesOf = (path: string): string[] => {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean);
  } catch {
    // Nothing was called yet.
    return [];
  }
};

const toCall = (line: string): Call => {
  const [at = '', , state = '', program = '', args = ''] = line.split('\t');
  return { at: Number(at), state: state as Call['state'], program, args };
};

/** Files, because the pipes that Node makes are sockets, which Node under Wine does not take. */
const withFiles = (folder: string, launch: (out: number, err: number) => ChildProcess): Started => {
  const here = mkdtempSync(join(folder, 'run-'));
  const files = ['stdout', 'stderr'].map((name) => join(here, name));
  const [out = 0, err = 0] = files.map((file) => openSync(file, 'w'));
  const began = performance.now();
  const child = launch(out, err);
  closeSync(out);
  closeSync(err);
  const ended = new Promise<Ran>((resolve) => {
    child.once('close', (code) => {
      const [stdout = '', stderr = ''] = files.map((file) => readFileSync(file, 'utf8'));
      resolve({ code, stdout, stderr, ms: performance.now() - began });
    });
  });
  return { child, ended };
};

/** A whole PC by its description: an own Windows, an own registry, own programs, the real command. */
export const setUp = async (told: Description, parts: Parts, now = Date.now()): Promise<Pc> => {
  mkdirSync(cache, { recursive: true });
  const copyOf = template(parts);
  const home = mkdtempSync(join(cache, 'pc-'));
  const prefix = join(home, 'prefix');
  copyPrefix(join(copyOf, 'prefix'), prefix);
  const path = (windowsPath: string) => join(prefix, 'drive_c', underDrive(windowsPath));
  const language = `${languages[told.language].locale}.UTF-8`;
  const env = {
    ...wineEnvironment(prefix, home),
    LOCPATH: locales(parts),
    LANG: language,
    LC_ALL: language,
  };
  const plant = (windowsPath: string): void => {
    mkdirSync(dirname(path(windowsPath)), { recursive: true });
    rmSync(path(windowsPath), { force: true });
    linkSync(standIn(parts), path(windowsPath));
  };

  await installApp(path(app), parts);
  mkdirSync(path(logs));
  for (const tool of tools) if (tool !== real) rmSync(path(systemPath(tool)), { force: true });
  for (const tool of await writeAnswers(path(logs), told, now)) plant(systemPath(tool));
  for (const [name, file] of Object.entries(told.files)) {
    if (file === null) continue;
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), bytesOf({ encoding: 'utf8', ...file }, told.language, now));
  }
  const registry = { ...told.registry, [overrides]: preferStandIns };
  writeFileSync(path(`${logs}\\seed.reg`), registryFile(registry, now));
  // A server that ended between two programs would start Windows anew, and put the host's name back.
  spawnSync(parts.wineServer, ['-p120'], { env, stdio: 'ignore', timeout: 30_000 });
  const wine = (args: readonly string[]) =>
    spawnSync(parts.wine, args, { env, stdio: 'ignore', timeout: 60_000 });
  const seeded = wine(['reg', 'import', `${logs}\\seed.reg`]);
  if (seeded.status !== 0)
    throw new Error(`the registry was not seeded: exit ${String(seeded.status)}`);

  const start: Pc['start'] = (args, { firstOnPath, watched = false } = {}) => {
    const before = watched ? ['--import', 'file:///C:/fieldkit/watch.mjs'] : [];
    return withFiles(home, (out, err) =>
      spawn(parts.wine, [`${app}\\node.exe`, ...before, `${app}\\out\\main\\cli.js`, ...args], {
        cwd: path('C:\\'),
        env: { ...env, ...(firstOnPath === undefined ? {} : { WINEPATH: firstOnPath }) },
        stdio: ['ignore', out, err],
      }),
    );
  };

  const runProgram: Pc['runProgram'] = (args) =>
    withFiles(home, (out, err) =>
      spawn(parts.wine, args, { cwd: path('C:\\'), env, stdio: ['ignore', out, err] }),
    ).ended;

  return {
    path,
    plant,
    start,
    runProgram,
    run: (args, options) => start(args, options).ended,
    calls: () => linesOf(path(`${logs}\\calls.log`)).map(toCall),
    started: () =>
      linesOf(path(`${logs}\\started.log`)).map((line) => JSON.parse(line) as string[]),
    cpuMs: () => Number(readFileSync(path(`${logs}\\cpu-ms`), 'utf8')),
    running: () => standInProcesses(prefix),
    destroy() {
      endWine(parts.wineServer, env);
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
};
