import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { resolveConfig } from 'electron-vite';
import { build } from 'vite';
import { cache, root, type Parts } from './parts';

const sources = [
  'main',
  'strings',
  'resources/catalogue',
  'package.json',
  'electron.vite.config.ts',
];

const newest = (path: string): number => {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const built = join(root, 'out', 'main');

const isFresh = (changed: number): boolean => {
  const command = join(built, 'cli.js');
  return existsSync(command) && statSync(command).mtimeMs >= changed;
};

/** By the very settings of the product, only to another place. */
const buildTo = async (outDir: string): Promise<void> => {
  const configFile = join(root, 'electron.vite.config.ts');
  const { config } = await resolveConfig(
    { root, configFile, logLevel: 'error' },
    'build',
    'production',
  );
  const main = config?.main;
  if (main === undefined) throw new Error('the build has no main part');
  await build({
    ...main,
    root,
    configFile: false,
    logLevel: 'error',
    build: { ...main.build, outDir, emptyOutDir: true },
  });
};

/** The built command. When what lies there is older than its sources, one is built aside. */
const findBuilt = async (): Promise<string> => {
  const changed = Math.max(...sources.map((name) => newest(join(root, name))));
  if (isFresh(changed)) return built;
  const aside = join(cache, `built-${Math.round(changed)}`);
  if (existsSync(aside)) return aside;
  const draft = `${aside}-${process.pid}`;
  await buildTo(draft);
  if (existsSync(aside)) rmSync(draft, { recursive: true, force: true });
  else renameSync(draft, aside);
  return aside;
};

/** The command as it is shipped, beside a Node for Windows. */
export const installApp = async (folder: string, { node }: Parts): Promise<void> => {
  const command = await findBuilt();
  mkdirSync(folder, { recursive: true });
  linkSync(node, join(folder, 'node.exe'));
  cpSync(command, join(folder, 'out', 'main'), { recursive: true });
  cpSync(join(root, 'resources'), join(folder, 'resources'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  cpSync(join(import.meta.dirname, 'watch.mjs'), join(folder, 'watch.mjs'));
};
