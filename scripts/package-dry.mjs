// Packs for Windows x64 and arm64 with a stand-in runtime and asserts what is in the packages.
// Nothing is downloaded. Proves the content, not that the program runs.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { runnerImport } from 'vite';

const built = spawnSync(
  process.execPath,
  ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'],
  { stdio: 'inherit' },
);
if (built.status !== 0) process.exit(built.status ?? 70);

try {
  const { module } = await runnerImport('./scripts/package/dry.ts', { logLevel: 'error' });
  const lines = await module.packDry(process.cwd());
  process.stdout.write(
    `${lines.join('\n')}\npackage: as it has to be (stand-in runtime, not run)\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
