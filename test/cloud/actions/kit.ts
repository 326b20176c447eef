import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openActionJournal } from '../../../main/cloud/actions/journal';
import type { ActionWishes } from '../../../main/cloud/actions/perform';
import type { Asked } from '../../harness/graph';
import { newGraph, type GraphWorld } from '../graph/kit';

export const id = '2c1b2f6e-0000-4000-8000-000000000001';
const pc = () => ({ id, deviceName: 'PC-7', serialNumber: 'PF2ABC12', azureADDeviceId: 'd1' });
const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

export const newDesk = async (world: GraphWorld = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'fieldkit-actions-'));
  folders.push(folder);
  const path = join(folder, 'actions.jsonl');
  const made = await newGraph({
    ...world,
    server: { store: { managed: [pc()], ...world.server?.store } },
  });
  const journal = await openActionJournal(path);
  return { ...made, path, folder, journal, hands: { graph: made.graph, journal } };
};

export const wipe = (more: Partial<ActionWishes> = {}): ActionWishes => ({
  action: 'wipe',
  target: { id, name: 'PC-7', serial: 'PF2ABC12' },
  options: {},
  confirmation: 'pc-7 ',
  ...more,
});
export const wipes = (asked: readonly Asked[]) =>
  asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/wipe'));
