// Installs what the tests need, runs every one of them and closes with one line that counts them.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { bringSystemParts } from './verify/system.mjs';
import { tallyEndToEnd, tallyUnit } from './verify/tally.mjs';

const folder = '.cache/verify';
const unitReport = `${folder}/unit.json`;
const windowsReport = `${folder}/windows.json`;
const endToEndReport = `${folder}/end-to-end.json`;
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const total = { passed: 0, failed: 0, failures: [], retried: [], skipped: [] };
const failedSteps = [];

const run = (name, command, env = {}) => {
  console.log(`\n== ${name}`);
  const [program, ...args] = command.split(' ');
  const { status } = spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  return status === 0;
};

/** A step that counts as one test of its own. */
const countStep = (name, fine) => {
  total[fine ? 'passed' : 'failed'] += 1;
  if (!fine) failedSteps.push(name);
};

/** Steps that may go on beside something else: what each has to say is told in one piece. */
const quietly = async (steps) => {
  for (const [name, command] of steps) {
    const child = spawn(command, { stdio: ['ignore', 'pipe', 'pipe'], shell: true });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
    const [status] = await once(child, 'close');
    console.log(`\n== ${name}\n${said}`);
    countStep(name, status === 0);
  }
};

/** What a suite counted; no report means that it failed before it could count. */
const count = (name, fine, counted) => {
  total.passed += counted?.passed ?? 0;
  total.failed += counted?.failures.length ?? 0;
  for (const list of ['failures', 'retried', 'skipped'])
    total[list].push(...(counted?.[list] ?? []));
  if (fine && counted) return;
  failedSteps.push(name);
  if (!counted?.failures.length) total.failed += 1;
};

/** A step that brings its own count. */
const suite = (name, command, env, tally) => count(name, run(name, command, env), tally());

/**
 * What hangs on real processes, sockets and a browser may lose its turn on a machine that others use. It is tried
 * once more, and named as such in the end, so that nobody takes it for quiet.
 */
const unitTests = (which, report) =>
  `npx vitest run ${which} --retry=1 --reporter=default --reporter=json --outputFile.json=${report}`;

// Each of these keeps one core busy, and none needs what is installed meanwhile.
const looks = Promise.all([
  quietly([['Types', 'npm run --silent types']]),
  quietly([
    ['Build', 'npm run --silent build'],
    ['Lint and layers', 'npm run --silent lint'],
    ['Format', 'npm run --silent format'],
    ['Dead code', 'npm run --silent dead'],
  ]),
]);
const missing = bringSystemParts();
await looks;

suite('Unit tests', unitTests('--exclude test/windows/** --maxWorkers 2', unitReport), {}, () =>
  tallyUnit(unitReport),
);
// Each PC under Wine is many processes, and what it measures are times: one at a time, with nothing beside it.
suite('Whole PCs under Wine', unitTests('test/windows --maxWorkers 1', windowsReport), {}, () =>
  tallyUnit(windowsReport),
);
if (missing.includes('Chromium')) total.skipped.push('every end-to-end test (no Chromium here)');
else
  suite(
    'End-to-end tests',
    'npx playwright test --retries=1 --reporter=line,json',
    { PLAYWRIGHT_JSON_OUTPUT_NAME: endToEndReport },
    () => tallyEndToEnd(endToEndReport),
  );
await quietly([['Package, packed with a stand-in runtime', 'npm run --silent package:dry']]);

console.log('');
if (missing.length > 0) console.log(`Not on this machine: ${missing.join(', ')}`);
for (const name of total.skipped) console.log(`Not run: ${name}`);
for (const { name, message } of total.retried)
  console.log(`Passed only at the second try: ${name}\n${message}`);
for (const { name, message } of total.failures) console.log(`Failed: ${name}\n${message}`);
for (const name of failedSteps) console.log(`Failed: ${name}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
