import { setTimeout as sleep } from 'node:timers/promises';
import { readAsAdministrator } from '../../../main/admin-reading';
import { runElevated } from '../../../main/elevated';
import { look } from '../../../main/engine';
import { createElevator } from '../../../main/os/elevate';
import { asksElevated } from '../../../main/os/elevation/request';
import { createLive } from '../../../main/os/live';

/*
 * The window's way to administrator rights, without a window: runs on a stand-in PC, on Windows' own
 * Node, and is started a second time by whoever plays the question of Windows.
 */
const [, script = '', ...args] = process.argv;

const tell = (value: unknown): void => {
  process.stdout.write(JSON.stringify(value));
};

const ask = async (wish: { writable: boolean; workMs?: number }): Promise<void> => {
  const elevator = createElevator(
    { file: process.execPath, before: [script] },
    {
      // Under Wine we are root, who can write everywhere.
      isWritable: () => Promise.resolve(wish.writable),
      ...(wish.workMs === undefined ? {} : { workMs: wish.workMs }),
    },
  );
  const before = await look(createLive(), { budgetMs: 60_000 });
  const { signal } = new AbortController();
  const observedAt = new Date(before.snapshot.observedAt ?? 0);
  const seen = { raws: before.raws, os: { kind: 'live', platform: 'win32', observedAt } as const };
  const offer = await elevator.offer();
  const outcome = await readAsAdministrator(elevator, seen, null, signal);
  const after = outcome.ok ? outcome.value.snapshot : null;
  tell({ offer, before: before.snapshot, outcome: outcome.ok ? null : outcome, after });
};

if (asksElevated(args))
  process.exitCode = await runElevated(args, { program: process.execPath, keptMs: 2_000 });
else await ask(JSON.parse(args[0] ?? '{}') as Parameters<typeof ask>[0]);
// A launcher that still waits for the elevated side to tidy up must not be cut off by our end.
await sleep(3_000);
