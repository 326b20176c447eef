import { readFile } from 'node:fs/promises';
import type { SampleView } from '../preload/contract';
import { look } from './engine';
import { openCapture } from './os/capture/open';
import { ownFile } from './os/own-files';
import type { Os } from './os/port';
import { createReplay } from './os/replay';

const folder = ['resources', 'devices'] as const;

/**
 * Ids of the sample devices, in the order they are shown; each is the name of its folder. A copy of the
 * app without its samples is poorer, not broken.
 */
export const sampleIds = async (): Promise<readonly string[]> => {
  try {
    const listed: unknown = JSON.parse(await readFile(ownFile(...folder, 'index.json'), 'utf8'));
    return Array.isArray(listed) ? listed.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
};

/** The recorded machine of a sample, or null when there is no such sample. */
export const openSample = async (id: string): Promise<Os | null> => {
  if (!(await sampleIds()).includes(id)) return null;
  const opened = await openCapture(ownFile(...folder, id));
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
