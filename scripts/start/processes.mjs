import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const running = new Set();
const graceMs = 5_000;

/** Starts a program and remembers it until it ends; `done` never rejects. */
export const start = (command, args, options = {}) => {
  const child = spawn(command, args, { windowsHide: true, ...options });
  running.add(child);
  const done = new Promise((resolve) => {
    child.once('error', (error) => {
      running.delete(child);
      resolve({ code: null, signal: null, error });
    });
    child.once('exit', (code, signal) => {
      running.delete(child);
      resolve({ code, signal, error: null });
    });
  });
  return { child, done };
};

const taskkill = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe');

/** On Windows a signal ends one process only, and a window has several. */
const end = (child, signal) => {
  if (process.platform === 'win32')
    spawnSync(taskkill, ['/T', '/F', '/PID', String(child.pid)], { windowsHide: true });
  else child.kill(signal);
};

/** Asks every program we started to end, insists after a while, and waits until all are gone. */
export const endAll = async () => {
  const children = [...running];
  for (const child of children) end(child, 'SIGTERM');
  const insist = setTimeout(() => {
    for (const child of children) end(child, 'SIGKILL');
  }, graceMs);
  await Promise.all(
    children.map((child) => running.has(child) && new Promise((gone) => child.once('exit', gone))),
  );
  clearTimeout(insist);
};
