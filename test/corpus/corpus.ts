import type { Snapshot } from '../../main/core/snapshot';
import { look } from '../../main/engine';
import type { RawReadings } from '../../main/os/gather';
import type { Os } from '../../main/os/port';
import { createReplay } from '../../main/os/replay';
import { openSample, sampleIds } from '../../main/samples';
import { captureFor, caseIds } from './case';

/** One whole device: what its sources gave, and what was understood of it. */
export interface Device {
  id: string;
  snapshot: Snapshot;
  raws: RawReadings;
}

const budgetMs = 60_000;

const lookAt = async (id: string, os: Os | null): Promise<Device> => {
  if (os === null) throw new Error(`no device ${id}`);
  const { snapshot, raws } = await look(os, { budgetMs });
  return { id, snapshot, raws };
};

export const deviceOf = (id: string): Promise<Device> => lookAt(id, createReplay(captureFor(id)));

/** Every whole device there is: the described ones, and the samples of the gallery. */
export const wholeDevices = async (): Promise<Device[]> => {
  const described = await Promise.all(caseIds.map((id) => deviceOf(id)));
  const samples = await Promise.all(
    (await sampleIds()).map(async (id) => lookAt(`sample ${id}`, await openSample(id))),
  );
  return [...described, ...samples];
};
