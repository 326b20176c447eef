import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../out/main/browser.js', import.meta.url));
const patienceMs = 120_000;

/**
 * Starts the built browser door in a home of its own, so that no setting survives from one test to the next.
 * The address works once. `home` keeps a home from one start to the next; `welcomed` says whether somebody was
 * here before.
 */
export const startDoor = async ({ home: kept, welcomed = true, env = {} } = {}) => {
  const home = kept ?? (await mkdtemp(join(tmpdir(), 'fieldkit-home-')));
  if (kept === undefined && welcomed) {
    await mkdir(join(home, 'fieldkit'), { recursive: true });
    await writeFile(join(home, 'fieldkit', 'settings.json'), JSON.stringify({ welcomed }));
  }
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      APPDATA: home,
      LOCALAPPDATA: home,
      XDG_CONFIG_HOME: home,
      LC_ALL: 'C.UTF-8',
      ...env,
    },
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  child.stdout.resume();
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
    if (kept === undefined) await rm(home, { recursive: true, force: true });
  };
  const url = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The door did not open. ${said}`)), patienceMs);
    child.once('message', (message) => resolve(message.url));
    void gone.then((code) => reject(new Error(`The door ended with ${code}. ${said}`)));
    child.once('message', () => clearTimeout(timer));
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url, stop };
};
