import { readFileSync } from 'node:fs';
import { openActionJournal, type ActionJournal } from '../../../main/cloud/actions/journal';
import { performAction } from '../../../main/cloud/actions/perform';
import { createGraph } from '../../../main/cloud/graph/client';
import type { Fetch } from '../../../main/cloud/fetch';
import { fetchTrusting } from '../../harness/sign-in/fetch';

/** One wipe in a process of its own, which ends itself at the given step as hard as the system can. */
const [origin = '', root = '', path = '', id = '', step = ''] = process.argv.slice(2);
let steps = 0;
const passed = (): void => {
  steps += 1;
  if (steps === Number(step)) process.kill(process.pid, 'SIGKILL');
};
const around = async <T>(work: () => Promise<T>): Promise<T> => {
  passed();
  const result = await work();
  passed();
  return result;
};

const trusting = fetchTrusting(readFileSync(root, 'utf8'));
const fetch: Fetch = (url, init) => around(() => trusting(url, init));
const opened = await around(() => openActionJournal(path));
const journal: ActionJournal = { ...opened, write: (entry) => around(() => opened.write(entry)) };
const graph = createGraph({
  origin,
  fetch,
  readOnly: () => false,
  token: ({ permissions }) => Promise.resolve({ ok: true, value: `for:${permissions.join(' ')}` }),
});
await performAction(
  { graph, journal },
  {
    action: 'wipe',
    target: { id, name: 'PC-7', serial: 'PF2ABC12' },
    options: {},
    confirmation: 'PC-7',
  },
);
passed();
process.exit(0);
