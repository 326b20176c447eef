import { dirname, join } from 'node:path';
import type { GuideTarget } from '../guides/entry';
import { createGuiding, type Guiding } from '../guiding';
import type { Snapshot } from '../core/snapshot';
import { loadOrganisation, mayRepair, organisationPlaces } from '../organisation/load';
import { createLive } from '../os/live';
import { endings, type Ending } from '../os/practice/practice';
import { defaultSettingsPath } from '../os/settings-file';
import { openPractice, sampleIds } from '../samples';
import type { Call } from './command';
import { exit } from './exit';
import { Problem } from './problem';

/** The one look a terminal has; guides know it by this name. */
export const theLook = 'look';

export const nothingRead: Snapshot = {
  observedAt: null,
  origin: 'this-device',
  platform: process.platform,
  readings: {},
};

export const endingFrom = ({ values }: Call): Ending => {
  const asked = values.get('practice') ?? 'works';
  const ending = endings.find((one) => one === asked);
  if (ending === undefined)
    throw new Problem('terminal.guide.unknown-ending', {
      values: { ending: asked, known: endings.join(', ') },
    });
  return ending;
};

/** The device to work on: this PC, or a sample to practise on. */
export const deviceFrom = async (
  { values }: Call,
  platform: NodeJS.Platform = process.platform,
): Promise<Exclude<GuideTarget, { kind: 'caller' }>> => {
  const id = values.get('sample');
  if (id === undefined) {
    if (platform !== 'win32')
      throw new Problem('terminal.guide.not-windows', { exitCode: exit.undetermined });
    return { kind: 'this-device' };
  }
  const known = await sampleIds();
  if (!known.includes(id))
    throw new Problem('terminal.check.unknown-sample', { values: { id, known: known.join(', ') } });
  return { kind: 'sample', id, ending: 'works' };
};

const openDevice = async (target: Exclude<GuideTarget, { kind: 'caller' }>) => {
  if (target.kind === 'this-device') return { ok: true, value: createLive() } as const;
  const practice = await openPractice(target.id, target.ending);
  return practice === null
    ? ({ ok: false, code: 'unknown-sample' } as const)
    : ({ ok: true, value: practice } as const);
};

/** The same guides as behind the page. Nobody can be asked for rights here: a terminal has them or not. */
export const guidingOn = (
  target: Exclude<GuideTarget, { kind: 'caller' }> | null,
  snapshot: Snapshot,
): Guiding =>
  createGuiding({
    folder: join(dirname(defaultSettingsPath()), 'guides'),
    openDevice,
    looked: (id) => (id === theLook ? { snapshot, target } : null),
    allowed: async (repair) =>
      mayRepair(await loadOrganisation(organisationPlaces(undefined)), repair),
    elevate: null,
    changed: () => undefined,
  });
