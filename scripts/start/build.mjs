import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { start } from './processes.mjs';

const sources = [
  'main',
  'preload',
  'renderer',
  'strings',
  'resources/catalogue',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
];

const results = [
  'out/main/desktop.js',
  'out/main/browser.js',
  'out/main/cli.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/door.js',
];

const newest = (path) => {
  const about = statSync(path, { throwIfNoEntry: false });
  if (about === undefined) return 0;
  if (!about.isDirectory()) return about.mtimeMs;
  return Math.max(about.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const oldest = (paths) =>
  Math.min(...paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0));

/** A folder counts with its own time too, so that a file taken away is noticed. */
const isStale = () =>
  oldest(results.map((path) => inRoot(path))) <
  Math.max(...sources.map((path) => newest(inRoot(path))));

/** Builds when there is nothing built or something newer than it. Null when all is well, else what is wrong. */
export const buildWhenNeeded = async () => {
  if (!isStale()) return null;
  const builder = inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  if (!existsSync(builder))
    return 'Fieldkit is not built and its tools are missing: run "npm ci" first.';
  process.stdout.write('Building Fieldkit …\n');
  const { done } = start(process.execPath, [builder, 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const { code } = await done;
  return code === 0 ? null : 'Fieldkit could not be built; the reason is above.';
};
