import { appendFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isOver, listRuns, readRun } from '../../main/guides/journal';
import { deviceWith, outcome, play, playOn, wipingGuide, type Device, type Playing } from './play';

/**
 * Walks guides in a folder for ever, going on first with whatever a killed predecessor left behind. What it
 * does to the device, and what it was told is safe, it writes down beside the journals or where it is told to.
 */
const [, , folder = '', told = folder] = process.argv;
const seen = (line: string): void => {
  appendFileSync(join(told, 'witness.txt'), `${line}\n`);
  // Whoever ends us counts these, so that the end comes between any two steps and not by the clock alone.
  writeSync(1, '.');
};

const deviceOf = (run: () => string): Device => {
  const device = deviceWith({ safe: 'yes', power: 'yes', works: 'yes' });
  for (const repair of ['mend', 'wipe'])
    device.acts[repair] = () => {
      seen(`acted ${run()} ${repair}`);
      return outcome(repair, 'verified');
    };
  return device;
};

const walkOn = async ({ run }: Pick<Playing, 'run'>): Promise<void> => {
  const { journal } = run.options;
  for (;;) {
    seen(`safe ${journal.run} ${journal.entries.length}`);
    const { walk } = run.state;
    if (walk.ended !== null || walk.at === null) break;
    const { id, kind } = walk.at;
    let refused: string | null;
    if (kind === 'confirm')
      refused = await run.answer(id, { kind: 'confirmed', typed: 'delete', language: 'en' });
    else if (kind === 'act' && walk.spent.has(id)) {
      // Asked for once more on purpose: it must be refused.
      if ((await run.answer(id, { kind: 'go' })) !== 'not-now') seen(`repeated ${journal.run}`);
      refused = await run.skip(id, 'not-possible');
    } else refused = await run.answer(id, { kind: 'go' });
    if (refused === 'journal-full') {
      seen(`full ${journal.run}`);
      process.exit(3);
    }
  }
  await run.close();
};

const unfinished = async (): Promise<string | null> => {
  for (const run of await listRuns(folder)) {
    const text = await readRun(folder, run);
    if (text?.edited === true) seen(`edited ${run}`);
    else if (text !== null && text.entries.length > 0 && !isOver(text)) return run;
  }
  return null;
};

const left = await unfinished();
if (left !== null)
  await walkOn(
    await playOn({ guide: wipingGuide, device: deviceOf(() => left) }, folder, left, 'unknown'),
  );
for (;;) {
  let id = '';
  const playing = await play({ guide: wipingGuide, device: deviceOf(() => id), folder });
  id = playing.id;
  await walkOn(playing);
}
