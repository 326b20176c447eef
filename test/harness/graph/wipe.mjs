// Asks for one wipe in a process of its own, so that a test can end that process while it waits for the answer.
// Arguments: address of Graph, its root certificate, journal, device.
import { readFile } from 'node:fs/promises';
import { loadProduct } from '../../../bench/load.mjs';

const [origin, root, path, id] = process.argv.slice(2);
const [{ createGraph }, { openActionJournal }, { performAction }, { fetchTrusting }] =
  await Promise.all([
    loadProduct('main/cloud/graph/client.ts'),
    loadProduct('main/cloud/actions/journal.ts'),
    loadProduct('main/cloud/actions/perform.ts'),
    loadProduct('test/harness/sign-in/fetch.ts'),
  ]);
const graph = createGraph({
  origin,
  fetch: fetchTrusting(await readFile(root, 'utf8')),
  readOnly: () => false,
  token: ({ permissions }) => Promise.resolve({ ok: true, value: `for:${permissions.join(' ')}` }),
});
await performAction(
  { graph, journal: await openActionJournal(path) },
  {
    action: 'wipe',
    target: { id, name: 'PC-7', serial: 'PF2ABC12' },
    options: {},
    confirmation: 'PC-7',
  },
);
process.exit(0);
