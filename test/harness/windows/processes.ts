import { readdirSync, readFileSync } from 'node:fs';

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended while we looked, or is not ours to see.
    return '';
  }
};

/** Wine's own helpers, which stay for a while after the last program. */
const own = /\\(services|winedevice|plugplay|svchost|explorer|rpcss|conhost|wineboot|start)\.exe/i;

const belongs = (id: string, prefix: string): boolean =>
  textOf(`/proc/${id}/environ`).includes(`WINEPREFIX=${prefix}\0`);

/** Programs of one Windows that run now: found through the system, since Wine hides them from its list. */
export const standInProcesses = (prefix: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => belongs(id, prefix))
    .map((id) => textOf(`/proc/${id}/cmdline`).replaceAll('\0', ' ').trim())
    .filter((line) => /\.exe/i.test(line) && !own.test(line));
