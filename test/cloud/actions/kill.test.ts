import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from 'vite';
import { openActionJournal } from '../../../main/cloud/actions/journal';
import { lookAfter, performAction } from '../../../main/cloud/actions/perform';
import { until } from '../sign-in/kit';
import { id, newDesk, wipe, wipes } from './kit';

let built = '';
beforeAll(async () => {
  mkdirSync('.cache', { recursive: true });
  built = await mkdtemp(join('.cache', 'kill-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      outDir: built,
      rollupOptions: {
        input: { child: 'test/cloud/actions/kill-child.ts' },
        external: [/^node:/],
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  });
}, 120_000);
afterAll(() => rm(built, { recursive: true, force: true }));

type Desk = Awaited<ReturnType<typeof newDesk>>;

const startChild = async ({ server, path, folder, journal }: Desk, step: number) => {
  await journal.close();
  const root = join(folder, 'root.pem');
  await writeFile(root, server.root);
  const values = [server.url, root, path, id, String(step)];
  const child = spawn(process.execPath, [join(built, 'child.mjs'), ...values], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  return { child, ended };
};

/** The next start: what it knows, that it sends nothing again, and what the service then says. */
const afterwards = async ({ server, path, graph }: Desk) => {
  const before = wipes(server.asked).length;
  const journal = await openActionJournal(path);
  const [record, ...others] = journal.records();
  expect(others).toEqual([]);
  const hands = { graph, journal };
  const again = await performAction(hands, wipe());
  if (record === undefined) {
    // Nothing was written down, so nothing was sent, and it can be asked for as if for the first time.
    expect([before, again.kind]).toEqual([0, 'sent']);
  } else {
    expect(again).toMatchObject({ kind: 'refused', why: 'already-sent' });
    expect(wipes(server.asked)).toHaveLength(before);
  }
  const run = record?.run ?? (again.kind === 'sent' ? again.record.run : '');
  const seen = await lookAfter(hands, run);
  const sent = wipes(server.asked).length;
  expect(sent).toBeLessThanOrEqual(1);
  // The service's word where it has one; where it has none, nothing is claimed.
  expect(seen).toMatchObject({ state: sent === 1 ? 'pending' : null });
  await journal.close();
  return { known: record?.sent ?? 'nothing', before };
};

it('is never sent twice, at whichever step the app dies, and afterwards the truth is told', async () => {
  const found = new Set<string>();
  for (let step = 1; ; step += 1) {
    const desk = await newDesk();
    const { ended } = await startChild(desk, step);
    const [code, signal] = await ended;
    const { known, before } = await afterwards(desk);
    found.add(`${known}, ${before === 1 ? 'sent' : 'not sent'}`);
    if (signal === null) {
      expect(code).toBe(0);
      break;
    }
    expect(signal).toBe('SIGKILL');
    expect(step).toBeLessThan(30);
  }
  // Each of the things that can be true was, at one step or another.
  expect([...found].sort()).toEqual([
    'accepted, sent',
    'nothing, not sent',
    'unknown, not sent',
    'unknown, sent',
  ]);
}, 300_000);

it('is never sent twice when the app dies while it waits for the answer', async () => {
  const desk = await newDesk();
  const { server } = desk;
  server.stage(({ method }) =>
    method === 'POST' ? { status: 204, after: true, hold: true } : null,
  );
  const { child, ended } = await startChild(desk, 0);
  await until(() => wipes(server.asked).length === 1, 120_000);
  child.kill('SIGKILL');
  await ended;
  server.stage(null);
  expect(await afterwards(desk)).toEqual({ known: 'unknown', before: 1 });
}, 150_000);
