import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { start } from './processes.mjs';

const openers = {
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The address is printed in any case, so a browser that does not come is no failure. */
const openBrowser = (url) => {
  if (!hasDisplay() || process.env.CI || process.env.FIELDKIT_NO_BROWSER === '1') return;
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  start(command, [...args, url], { stdio: 'ignore' });
};

/** The device that the page shows first as well: this PC on Windows, the first sample elsewhere. */
const firstLook = () => {
  if (process.platform === 'win32') return ['check'];
  const [sample] = JSON.parse(readFileSync(inRoot('resources', 'devices', 'index.json'), 'utf8'));
  return ['check', '--sample', sample];
};

const printDiagnosis = async () => {
  const look = firstLook();
  process.stdout.write(`\n> fieldkit ${look.join(' ')}\n\n`);
  await start(process.execPath, [inRoot('out', 'main', 'cli.js'), ...look], {
    stdio: ['ignore', 'inherit', 'inherit'],
  }).done;
};

/** Runs the browser door to its end, with a first diagnosis beside it. Gives the exit code. */
export const runBrowser = async (reason, args) => {
  const because = reason === null ? [] : ['--reason', reason];
  const { child, done } = start(
    process.execPath,
    [inRoot('out', 'main', 'browser.js'), '--parent', String(process.pid), ...because, ...args],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  child.once('message', ({ url }) => {
    openBrowser(url);
    void printDiagnosis();
  });
  const { code } = await done;
  return code ?? 70;
};
