// Every budget of the product as a ratio in one run. `npm run bench [-- parse cli page …]`.
import { unload } from './load.mjs';

const benches = {
  parse: async () => (await import('./parse.mjs')).parseBench(),
  diagnose: async () => (await import('./parse.mjs')).diagnoseBench(),
  cli: async () => (await import('./cli.mjs')).cliBench(),
  network: async () => (await import('./network.mjs')).networkBench(),
  cloud: async () => (await import('./cloud.mjs')).cloudBench(),
  windows: async () => (await import('./windows.mjs')).windowsBench(),
  page: async () => (await import('./page.mjs')).pageBench(),
  sheet: async () => (await import('./sheet.mjs')).sheetBench(),
};

const wanted = process.argv.slice(2);
const strangers = wanted.filter((name) => !(name in benches));
if (strangers.length > 0) {
  console.error(
    `No benchmark ${strangers.join(', ')}. There are: ${Object.keys(benches).join(', ')}`,
  );
  process.exit(64);
}
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  await bench();
}
await unload();
