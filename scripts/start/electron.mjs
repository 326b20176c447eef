import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { start } from './processes.mjs';

const fetchLimitMs = 60_000;
/** A window that was up for so long did start; how it ends after that is its own business. */
const startedMs = 15_000;

const usualNames = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

const readPathFile = () => {
  try {
    return readFileSync(inRoot('node_modules', 'electron', 'path.txt'), 'utf8').trim();
  } catch {
    return '';
  }
};

/** Where the runtime is, found as its own package finds it. */
const findElectron = () => {
  const folder =
    process.env.ELECTRON_OVERRIDE_DIST_PATH || inRoot('node_modules', 'electron', 'dist');
  const file = join(folder, readPathFile() || usualNames[process.platform] || 'electron');
  return existsSync(file) ? file : null;
};

const mayFetch = () =>
  !process.env.CI &&
  process.env.FIELDKIT_NO_DOWNLOAD !== '1' &&
  !process.env.ELECTRON_SKIP_BINARY_DOWNLOAD &&
  !process.env.ELECTRON_OVERRIDE_DIST_PATH;

const fetchElectron = async () => {
  const installer = inRoot('node_modules', 'electron', 'install.js');
  if (!mayFetch() || !existsSync(installer)) return;
  process.stdout.write(
    `Fetching Electron once, for at most ${String(fetchLimitMs / 1000)} seconds …\n`,
  );
  const { done } = start(process.execPath, [installer], {
    cwd: root,
    stdio: 'ignore',
    timeout: fetchLimitMs,
    killSignal: 'SIGKILL',
  });
  await done;
};

const isRoot = () => process.getuid?.() === 0;

/** What would make the window fail here however well it is installed; checked before anything is fetched. */
const hindrance = () => {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'no-display';
  // As root Electron starts only without its sandbox, and without it we do not start.
  return isRoot() ? 'root' : null;
};

const environment = () => {
  const env = { ...process.env };
  // Editors set this for their own helpers; with it the window is a plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  return env;
};

const late = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms, 'up').unref();
  });

/** Runs the window to its end. Gives its exit code, or the reason why there is no window here. */
export const runWindow = async () => {
  const reason = hindrance();
  if (reason !== null) return { reason };
  if (findElectron() === null) await fetchElectron();
  const electron = findElectron();
  if (electron === null) return { reason: 'no-binary' };
  const { done } = start(electron, [root], { stdio: 'inherit', env: environment() });
  const first = await Promise.race([done, late(startedMs)]);
  if (first !== 'up' && first.code !== 0) return { reason: 'failed' };
  const { code } = await done;
  return { code: code ?? 70 };
};
