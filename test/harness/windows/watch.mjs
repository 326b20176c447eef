// Loaded into the CLI before its own code: notes what it starts and what it costs, and changes nothing.
import childProcess from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const folder = 'C:\\fieldkit-standin\\';
const { spawn } = childProcess;

childProcess.spawn = (file, args, options) => {
  appendFileSync(`${folder}started.log`, `${JSON.stringify([file, ...args])}\n`);
  return spawn(file, args, options);
};
syncBuiltinESMExports();

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(`${folder}cpu-ms`, String((user + system) / 1000));
});
