// A process of its own that starts a tool through the product's runner and ends before the tool does.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [, , code, file] = process.argv;
const run = fileURLToPath(new URL('../../../main/os/run.ts', import.meta.url));
const { module } = await runnerImport(run, { configFile: false, logLevel: 'silent' });
const start = module.createStart({ platform: 'linux', arch: 'x64', env: {} }, () => ({
  file: process.execPath,
  args: ['-e', code],
}));
void start('reg.exe', [], { limitMs: 60_000 });
setInterval(() => existsSync(file) && process.exit(0), 20);
