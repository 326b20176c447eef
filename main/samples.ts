import { readdir } from 'node:fs/promises';
import type { SampleView } from '../preload/contract';
import { look } from './engine';
import { openCapture } from './os/capture/open';
import { ownFile } from './os/own-files';
import type { Os } from './os/port';
import { createReplay } from './os/replay';

const folder = ['resources', 'devices'] as const;

/** Sample devices in the order they are shown: the folder names carry it, the ids do not. */
const sampleFolders = async (): Promise<{ id: string; name: string }[]> => {
  const entries = await readdir(ownFile(...folder), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, id: name.replace(/^\d+-/, '') }))
    .sort((a, b) => a.name.localeCompare(b.name));
};

export const sampleIds = async (): Promise<string[]> =>
  (await sampleFolders()).map((sample) => sample.id);

/** The recorded machine of a sample, or null when there is no such sample. */
export const openSample = async (id: string): Promise<Os | null> => {
  const sample = (await sampleFolders()).find((candidate) => candidate.id === id);
  if (!sample) return null;
  const opened = await openCapture(ownFile(...folder, sample.name));
  return opened.ok ? createReplay(opened.value) : null;
};

let listed: Promise<SampleView[]> | undefined;

const list = async (): Promise<SampleView[]> => {
  const views = await Promise.all(
    (await sampleIds()).map(async (id): Promise<SampleView[]> => {
      const os = await openSample(id);
      if (!os) return [];
      const { diagnosis } = await look(os, { budgetMs: 10_000 });
      return [{ id, state: diagnosis.state, joinType: diagnosis.join.type }];
    }),
  );
  return views.flat();
};

/** What each sample shows, found by the same engine that shows it. */
export const listSamples = (): Promise<SampleView[]> => (listed ??= list());
