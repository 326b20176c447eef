import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProduct } from './load.mjs';
import { line } from './measure.mjs';

const devices = 5000;
const retryAfter = 5;
const mostGrowthMb = 30;

/**
 * A clock that jumps to the end of a wait. Everybody who begins to wait at one moment waits together, as with a
 * real one; what is measured is how long all of it would have taken.
 */
const jumpingPace = () => {
  let now = 0;
  return {
    now: () => now,
    random: Math.random,
    sleep: async (ms) => {
      const until = now + ms;
      await new Promise((resolve) => setImmediate(resolve));
      now = Math.max(now, until);
      return true;
    },
  };
};

const heapMb = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

/** Every second question is sent away for some seconds; 5,000 devices are synchronised all the same. */
const storm = async () => {
  const kits = await Promise.all(
    [
      'test/harness/graph/index.ts',
      'test/harness/sign-in/fetch.ts',
      'main/cloud/graph/client.ts',
      'main/cloud/actions/journal.ts',
      'main/cloud/bulk/results.ts',
      'main/cloud/bulk/run.ts',
    ].map(loadProduct),
  );
  const kit = Object.assign({}, ...kits);
  const folder = await mkdtemp(join(tmpdir(), 'fieldkit-bench-'));
  const server = await kit.startGraph({
    scopesOf: (token) => Promise.resolve([token]),
    store: {
      managed: Array.from({ length: devices }, (_, at) => ({
        id: `m${at}`,
        deviceName: `PC-${at}`,
        serialNumber: `SN-${at}`,
      })),
    },
  });
  let asked = 0;
  let demandedMs = 0;
  server.stage(() => {
    server.asked.length = 0;
    asked += 1;
    if (asked % 2 === 0) return null;
    demandedMs += retryAfter * 1000;
    return { status: 429, headers: { 'retry-after': String(retryAfter) } };
  });
  const pace = jumpingPace();
  const graph = kit.createGraph({
    origin: server.url,
    fetch: kit.fetchTrusting(server.root),
    pace,
    readOnly: () => false,
    token: ({ permissions }) => Promise.resolve({ ok: true, value: permissions[0] }),
  });
  const journal = await kit.openActionJournal(join(folder, 'actions.jsonl'));
  const results = await kit.openBulkResults(join(folder, 'results.jsonl'));
  const heap = { before: heapMb(), most: 0 };
  const began = performance.now();
  try {
    const done = await kit.runBulk(
      {
        graph,
        journal,
        results,
        signal: new AbortController().signal,
        told: ({ done: count }) => {
          if (count % 1000 === 0) heap.most = Math.max(heap.most, heapMb() - heap.before);
        },
      },
      {
        action: 'sync',
        options: {},
        serials: Array.from({ length: devices }, (_, at) => `SN-${at}`),
        dryRun: false,
        confirmedCount: null,
      },
    );
    const ownMs = performance.now() - began;
    return { accepted: done.counts.accepted, waitedMs: pace.now(), demandedMs, ownMs, ...heap };
  } finally {
    await journal.close();
    await results.close();
    await server.close();
    await rm(folder, { recursive: true });
  }
};

export const cloudBench = async () => {
  const { accepted, waitedMs, demandedMs, ownMs, most } = await storm();
  const share = (waitedMs + ownMs) / demandedMs;
  line('devices that were done in the storm', accepted, '', devices);
  line('time with all waits against the waits demanded', share, 'x', 1.1);
  line('own time per device', ownMs / devices, 'ms', 20);
  line('growth of memory over 5,000 devices', most, 'MB', mostGrowthMb);
};
