import { dirname } from 'node:path';
import type { Outcome, Target } from '../preload/contract';
import { createBatch, type BatchDoor } from './batch';
import { look } from './engine';
import type { Inspections } from './inspections';
import type { LoadedOrganisation } from './organisation/load';
import type { Os } from './os/port';
import { sheetPlaces, type SheetPlaces } from './os/sheet-places';
import { saveToDownloads } from './save';
import type { Turns } from './turns';

const budgetMs = 120_000;

interface Parts {
  alone: Turns['alone'];
  openTarget(target: Target): Promise<Outcome<Os>>;
  inspections: Inspections;
  organisation: Promise<LoadedOrganisation>;
}

/** A look of its own for the sheet: only what the step asks, and kept like every other. */
const lookForSheet =
  ({ alone, openTarget, inspections, organisation }: Parts): BatchDoor['look'] =>
  (target, only, round) =>
    alone(
      async (signal) => {
        const os = await openTarget(target);
        if (!os.ok) return os;
        const sample = target.kind === 'sample';
        const seen = await look(os.value, {
          organisation: sample ? null : (await organisation).organisation,
          budgetMs,
          signal,
          only,
        });
        // What was broken off proves nothing, and must not replace what was read before.
        if (signal.aborted) return { ok: false, code: 'cancelled' };
        const view = inspections.keep({
          origin: sample ? 'capture' : 'this-device',
          label: sample ? target.id : null,
          ...seen,
          machine: os.value,
          target,
          round,
        });
        return { ok: true, value: { ...seen, view } };
      },
      { givesWay: round },
    );

/** The sheets as one door has them: where they lie, how a device is looked at, where a file goes. */
export const sheetsFor = (
  door: { sheetPlaces?: SheetPlaces; save?: BatchDoor['save'] },
  settingsPath: string,
  parts: Parts,
): ReturnType<typeof createBatch> =>
  createBatch({
    places: door.sheetPlaces ?? sheetPlaces(dirname(settingsPath)),
    now: Date.now,
    look: lookForSheet(parts),
    save: door.save ?? saveToDownloads,
  });
