// Builds the packages for Windows: installer and zip, x64 and arm64, into dist/. Needs the network once, for
// Electron's runtime, the packer's tools and a Node for Windows. By environment:
//   WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD  certificate; without it nothing is signed
//   FIELDKIT_PUBLISHER                  name in the certificate; needed for a feed
//   FIELDKIT_UPDATE_URL                 https address of the update feed; without it nothing updates itself
//   FIELDKIT_NODE_DIR                   folder with x64/node.exe and arm64/node.exe, instead of fetching them
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { runnerImport } from 'vite';

const nodeMajor = 22;
const nodes = process.env.FIELDKIT_NODE_DIR ?? join('.cache', 'node-for-windows');

const run = (program, args, options = {}) => {
  const ended = spawnSync(program, args, { stdio: 'inherit', ...options });
  if (ended.status !== 0) throw new Error(`${program} ${args[0]} ended with ${ended.status}`);
};

/** npm is a script on Windows, so it is started through the Node that runs us. */
const npm = (...args) => {
  const cli = process.env.npm_execpath;
  if (cli === undefined) throw new Error('Start this with "npm run package".');
  run(process.execPath, [cli, ...args]);
};

const fetchNode = (architecture) => {
  const folder = join(nodes, architecture);
  if (existsSync(join(folder, 'node.exe'))) return;
  mkdirSync(folder, { recursive: true });
  const draft = mkdtempSync(join(folder, 'draft-'));
  try {
    npm('pack', `node-win-${architecture}@${nodeMajor}`, '--pack-destination', draft, '--silent');
    const archive = readdirSync(draft).find((name) => name.endsWith('.tgz'));
    run('tar', ['-xzf', archive, 'package/bin/node.exe'], { cwd: draft });
    renameSync(join(draft, 'package', 'bin', 'node.exe'), join(folder, 'node.exe'));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};

try {
  const { module } = await runnerImport('./scripts/package/release.ts', { logLevel: 'error' });
  const lines = module.describeRelease(module.readRelease(process.env));
  process.stdout.write(`${lines.map((line) => `package: ${line}`).join('\n')}\n`);
  for (const architecture of ['x64', 'arm64']) fetchNode(architecture);
  run(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build']);
  run(process.execPath, [
    'node_modules/electron-builder/cli.js',
    '--config',
    'electron-builder.config.ts',
    '--win',
    '--publish',
    'never',
  ]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
