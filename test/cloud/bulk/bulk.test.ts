import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { openActionJournal } from '../../../main/cloud/actions/journal';
import { openBulkResults, type BulkRow } from '../../../main/cloud/bulk/results';
import { bulkRefusal, runBulk, type BulkWishes } from '../../../main/cloud/bulk/run';
import { mostDevices, readSerials } from '../../../main/cloud/bulk/serials';
import { newGraph } from '../graph/kit';

const folders: string[] = [];
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close().catch(() => undefined);
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

const device = (at: number) => ({
  id: `m${at}`,
  deviceName: `PC-${at}`,
  serialNumber: `SN-${at}`,
  azureADDeviceId: `d${at}`,
});

const newBulk = async (count: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'fieldkit-bulk-'));
  folders.push(folder);
  const made = await newGraph({
    server: { store: { managed: Array.from({ length: count }, (_, at) => device(at)) } },
  });
  const stop = new AbortController();
  const open = async () => {
    const journal = await openActionJournal(join(folder, 'actions.jsonl'));
    const results = await openBulkResults(join(folder, 'results.jsonl'));
    closers.push(journal.close, results.close);
    return { graph: made.graph, journal, results, signal: stop.signal };
  };
  const rows = async (): Promise<BulkRow[]> =>
    (await readFile(join(folder, 'results.jsonl'), 'utf8'))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as BulkRow);
  return { ...made, stop, open, rows };
};

const wishes = (serials: string[], more: Partial<BulkWishes> = {}): BulkWishes => ({
  action: 'sync',
  options: {},
  serials,
  dryRun: false,
  confirmedCount: null,
  ...more,
});
const posts = (asked: readonly { method: string }[]) =>
  asked.filter(({ method }) => method === 'POST');

describe('a run over many devices', () => {
  it('writes a line for each device, whatever became of it', async () => {
    const { open, server, rows } = await newBulk(3);
    server.store.managed.push({ ...device(1), id: 'm1b' });
    const done = await runBulk(await open(), wishes(['SN-0', 'SN-1', 'SN-2', 'NOBODY']));
    expect(done.counts).toMatchObject({ accepted: 2, several: 1, 'not-found': 1 });
    const byserial = Object.fromEntries((await rows()).map((row) => [row.serial, row.kind]));
    expect(byserial).toEqual({
      'SN-0': 'accepted',
      'SN-1': 'several',
      'SN-2': 'accepted',
      NOBODY: 'not-found',
    });
    expect(posts(server.asked)).toHaveLength(2);
  });

  it('changes nothing in a dry run, and says what it would do', async () => {
    const { open, server } = await newBulk(3);
    const done = await runBulk(
      await open(),
      wishes(['SN-0', 'SN-1', 'SN-9'], { action: 'wipe', dryRun: true }),
    );
    expect(done.counts).toMatchObject({ would: 2, 'not-found': 1 });
    expect(posts(server.asked)).toEqual([]);
  });

  it('stops when it is told to, and later goes on with those it had not come to', async () => {
    const { open, server, stop, rows } = await newBulk(60);
    const serials = Array.from({ length: 60 }, (_, at) => `SN-${at}`);
    const hands = await open();
    const part = await runBulk(
      {
        ...hands,
        told: ({ done }) => {
          if (done === 20) stop.abort();
        },
      },
      wishes(serials, { action: 'wipe', confirmedCount: 60 }),
    );
    expect(part.done).toBeLessThan(60);
    await hands.journal.close();
    await hands.results.close();
    const rest = await runBulk(
      { ...(await open()), signal: new AbortController().signal },
      wishes(serials, { action: 'wipe', confirmedCount: 60 }),
    );
    expect(rest.done).toBe(60);
    expect(rest.skipped).toBeGreaterThan(0);
    const sent = posts(server.asked).filter((one) => 'served' in one && one.served);
    expect(sent).toHaveLength(60);
    expect(new Set((await rows()).map(({ serial }) => serial)).size).toBe(60);
  });

  it('ends complete although half of all questions are sent away', async () => {
    const { open, server, pace } = await newBulk(40);
    let count = 0;
    server.stage(() =>
      count++ % 2 === 0 ? { status: 429, headers: { 'retry-after': '2' } } : null,
    );
    const done = await runBulk(
      await open(),
      wishes(Array.from({ length: 40 }, (_, at) => `SN-${at}`)),
    );
    expect(done.counts.accepted).toBe(40);
    expect(pace.waits.length).toBeGreaterThan(0);
    expect(posts(server.asked).filter((one) => 'served' in one && one.served)).toHaveLength(40);
  });

  it.each([
    [{ action: 'wipe' as const }, 'not-confirmed'],
    [{ action: 'wipe' as const, confirmedCount: 2 }, 'not-confirmed'],
    [{ action: 'wipe' as const, confirmedCount: 1 }, null],
    [{ action: 'wipe' as const, dryRun: true }, null],
    [{ action: 'rename' as const }, 'not-for-many'],
    [{ action: 'autopilot-delete' as const }, 'not-for-many'],
    [{ action: 'sync' as const }, null],
  ])('may begin or not: %j', (more, refusal) => {
    expect(bulkRefusal(wishes(['SN-0'], more))).toBe(refusal);
  });

  it('does not retire more than the service takes in a day', () => {
    const serials = Array.from({ length: 1001 }, (_, at) => `SN-${at}`);
    expect(bulkRefusal(wishes(serials, { action: 'retire', confirmedCount: 1001 }))).toBe(
      'too-many-to-retire',
    );
  });
});

describe('a list of serial numbers', () => {
  it.each([
    ['SN-1\nSN-2\r\nSN-1\n', ['SN-1', 'SN-2'], 1],
    ['\uFEFFSerial Number,Model\n"PF 2AB","X1"\n', ['PF 2AB'], 0],
    ['SerialNumber;Tag\nA1;x\nB2;y', ['A1', 'B2'], 0],
  ])('is read from %j', (text, serials, doubles) => {
    expect(readSerials(text)).toEqual({ ok: true, serials, doubles });
  });

  it.each([
    ['', 'empty'],
    ["SN-1\nx' or 1 eq 1", 'not-a-serial'],
    [Array.from({ length: mostDevices + 1 }, (_, at) => `SN-${at}`).join('\n'), 'too-many'],
  ])('is refused: %#', (text, code) => {
    expect(readSerials(text)).toMatchObject({ ok: false, code });
  });

  it('never holds what could mean more than itself', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const list = readSerials(text);
        if (list.ok) for (const serial of list.serials) expect(serial).not.toMatch(/['"\n\r,;&?#]/);
      }),
    );
  });
});
