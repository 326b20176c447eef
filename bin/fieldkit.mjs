#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../out/main/cli.js', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write(
    'fieldkit: the program has not been built yet. Run "npm install" and "npm run build" first.\n',
  );
  process.exitCode = 70;
}
