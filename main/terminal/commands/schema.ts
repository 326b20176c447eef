import { nearest } from '../../core/nearest';
import type { Command } from '../command';
import { exit } from '../exit';
import { Problem } from '../problem';

/** `read` prints what `check` prints. */
const schemas: Readonly<Record<string, () => Promise<{ default: object }>>> = {
  check: () => import('../../../resources/schema/check.schema.json'),
  read: () => import('../../../resources/schema/check.schema.json'),
  explain: () => import('../../../resources/schema/explain.schema.json'),
  dc: () => import('../../../resources/schema/dc.schema.json'),
  endpoints: () => import('../../../resources/schema/endpoints.schema.json'),
  reach: () => import('../../../resources/schema/reach.schema.json'),
  chain: () => import('../../../resources/schema/chain.schema.json'),
  compare: () => import('../../../resources/schema/compare.schema.json'),
  history: () => import('../../../resources/schema/history.schema.json'),
  readiness: () => import('../../../resources/schema/readiness.schema.json'),
  batch: () => import('../../../resources/schema/batch.schema.json'),
  guide: () => import('../../../resources/schema/guide.schema.json'),
  fix: () => import('../../../resources/schema/fix.schema.json'),
  capture: () => import('../../../resources/schema/capture.schema.json'),
  organisation: () => import('../../../resources/schema/organisation.schema.json'),
};

export const command: Command = {
  name: 'schema',
  summary: 'terminal.schema.summary',
  options: {},
  positionals: { usage: '[NAME]', least: 0, most: 1 },
  notes: ['terminal.schema.notes'],
  async run({ positionals: [name = 'check'] }, terminal) {
    const load = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (!load) {
      const known = Object.keys(schemas);
      throw new Problem('terminal.schema.unknown', {
        values: { name, known: known.join(', ') },
        ...nearestHint(name, known),
      });
    }
    terminal.out(`${JSON.stringify((await load()).default, null, 2)}\n`);
    return exit.healthy;
  },
};

const nearestHint = (name: string, known: string[]) => {
  const [near] = nearest(name, known, 1);
  return near === undefined
    ? {}
    : { hint: { key: 'terminal.usage.did-you-mean', values: { word: near } } as const };
};
