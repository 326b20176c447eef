// `npm start`: builds what is missing, opens the window, and the browser door where no window can open.
import { buildWhenNeeded } from './start/build.mjs';
import { runBrowser } from './start/browser.mjs';
import { runWindow } from './start/electron.mjs';
import { endAll } from './start/processes.mjs';

const parentPollMs = 1_000;

let ending = false;
const end = async (code) => {
  if (ending) return;
  ending = true;
  await endAll();
  process.exit(code);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));

// A terminal that is killed says no goodbye; nothing of ours may outlive it.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) void end(0);
}, parentPollMs).unref();

const browserOnly = '--browser';
const args = process.argv.slice(2);

const run = async () => {
  const problem = await buildWhenNeeded();
  if (problem !== null) {
    process.stderr.write(`${problem}\n`);
    return 70;
  }
  if (args.includes(browserOnly))
    return runBrowser(
      null,
      args.filter((one) => one !== browserOnly),
    );
  const window = await runWindow();
  return 'code' in window ? window.code : runBrowser(window.reason, args);
};

const code = await run();
await end(code);
