import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SampleView } from '../preload/contract';
import { openCapture } from './os/capture/open';
import { ownFile } from './os/own-files';
import type { Os } from './os/port';
import { joinPlans, planShape, type Plan } from './os/practice/plan';
import { createPractice, type Ending, type PracticeOs } from './os/practice/practice';
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

const planName = 'practice.json';

/** Null when there is none; one that is damaged is a mistake of ours and is not passed over. */
const readPlan = async (...parts: string[]): Promise<Plan | null> => {
  try {
    const text = await readFile(ownFile(...folder, ...parts, planName), 'utf8');
    return planShape.parse(JSON.parse(text));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/** The same sample as a device one can act on: it changes in memory, and no PC is touched. */
export const openPractice = async (
  id: string,
  ending: Ending = 'works',
): Promise<PracticeOs | null> => {
  const recorded = await openSample(id);
  if (recorded === null) return null;
  const [common, own] = [await readPlan(), await readPlan(id)];
  const plan = joinPlans(common ?? planShape.parse({ schema: 1 }), own);
  return createPractice(recorded, plan, ending);
};

/**
 * What each sample shows. Written down beside them, because finding it out for all of them would hold
 * up the first page; a test finds it out with the engine and compares.
 */
const statesShape = z.record(
  z.string(),
  z.object({
    state: z.enum(['healthy', 'attention', 'broken', 'unknown']),
    joinType: z.string(),
  }),
);

export const listSamples = async (): Promise<SampleView[]> => {
  try {
    const written: unknown = JSON.parse(await readFile(ownFile(...folder, 'states.json'), 'utf8'));
    const states = statesShape.parse(written);
    return (await sampleIds()).flatMap((id) => (states[id] ? [{ id, ...states[id] }] : []));
  } catch {
    return [];
  }
};
