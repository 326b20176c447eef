import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { look } from '../../main/engine';
import { madeFrom } from '../../main/hand-over';
import type { Kept } from '../../main/inspections';
import { maskedLook } from '../../main/masked-look';
import { openCapture } from '../../main/os/capture/open';
import { createReplay } from '../../main/os/replay';
import type { OpenGroup } from '../../preload/contract-hand-over';

const root = join('resources', 'devices');

export const devices = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

export const now = Date.UTC(2026, 10, 25, 12);

export const lookAt = async (device: string) => {
  const opened = await openCapture(join(root, device));
  if (!opened.ok) throw new Error(opened.code);
  return look(createReplay(opened.value), { budgetMs: 60_000 });
};

export const madeOfLook = async (seen: Kept, open: OpenGroup[] = [], language = 'en') =>
  madeFrom(seen, await maskedLook(seen, open), { open, language }, { version: '1.2.3', now });

export const madeOf = async (device: string, open: OpenGroup[] = [], language = 'en') =>
  madeOfLook(await lookAt(device), open, language);
