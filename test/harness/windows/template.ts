import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { cache, type Parts } from './parts';
import { languages } from './text';

const folder = join(import.meta.dirname, 'standin');

const mustRun = (program: string, args: readonly string[], env = process.env): void => {
  const { status, stderr } = spawnSync(program, args, { env, encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stderr}`);
};

/** Makes a folder or a file once, whoever else is making it at the same time. */
const makeOnce = (target: string, make: (draft: string) => void): string => {
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'draft-'));
  try {
    make(join(folder, 'made'));
    if (!existsSync(target)) renameSync(join(folder, 'made'), target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return target;
};

export const wineEnvironment = (prefix: string, home: string): Record<string, string> => ({
  PATH: '/usr/bin:/bin',
  HOME: home,
  WINEPREFIX: prefix,
  WINEARCH: 'win64',
  WINEDEBUG: '-all',
  // Neither a browser engine nor .NET nor menus of the desktop are wanted here.
  WINEDLLOVERRIDES: 'mscoree,mshtml=;winemenubuilder.exe=d',
});

/** Ends everything of one Windows; with nothing left to end the server says no, which is fine. */
export const endWine = (wineServer: string, env: Record<string, string>): void => {
  spawnSync(wineServer, ['-k'], { env, timeout: 30_000 });
  mustRun(wineServer, ['-w'], env);
};

/** The one program that is copied under the name of every tool that Wine lacks. */
export const standIn = ({ compiler }: Parts): string => {
  const sources = readdirSync(folder).map((name) => join(folder, name));
  const mark = createHash('sha256');
  for (const source of sources) mark.update(readFileSync(source));
  return makeOnce(join(cache, `standin-${mark.digest('hex').slice(0, 12)}.exe`), (draft) => {
    const flags = ['-Os', '-s', '-municode', '-Wall', '-Werror', '-D__USE_MINGW_ANSI_STDIO=1'];
    const files = sources.filter((source) => source.endsWith('.c'));
    // The linker gives a file without an ending one of its own.
    mustRun(compiler, [...flags, '-o', `${draft}.exe`, ...files]);
    renameSync(`${draft}.exe`, draft);
  });
};

/** Locales for the languages of the devices: from them Wine takes code pages and its own words. */
export const locales = ({ localeMaker }: Parts): string =>
  makeOnce(join(cache, 'locales'), (draft) => {
    mkdirSync(draft);
    for (const { locale } of Object.values(languages))
      mustRun(localeMaker, ['-i', locale, '-f', 'UTF-8', join(draft, `${locale}.UTF-8`)]);
  });

/** A fresh Windows 10, made once; every device starts as a copy of it. */
export const template = ({ wine, wineServer }: Parts): string =>
  makeOnce(join(cache, 'template'), (draft) => {
    mkdirSync(join(draft, 'home'), { recursive: true });
    const env = wineEnvironment(join(draft, 'prefix'), join(draft, 'home'));
    mustRun(wine, ['wineboot', '-i'], env);
    mustRun(
      wine,
      ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'],
      env,
    );
    endWine(wineServer, env);
    // What a server keeps there belongs to that server.
    rmSync(join(draft, 'prefix', 'wineserver'), { recursive: true, force: true });
  });

const registryFiles = ['system.reg', 'user.reg', 'userdef.reg', '.update-timestamp'];

/** Hard links, because Wine copies 700 MB of libraries; what a device may change is a true copy. */
export const copyPrefix = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true });
  mustRun('cp', ['-al', join(from, 'drive_c'), join(to, 'drive_c')]);
  mustRun('cp', ['-a', join(from, 'dosdevices'), join(to, 'dosdevices')]);
  for (const name of registryFiles)
    cpSync(join(from, name), join(to, name), { preserveTimestamps: true });
};
