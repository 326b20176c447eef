import type { Command } from './command';

/** The list of commands, in the order of the help. Each is loaded only when it is called. */
export const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  check: () => import('./commands/check'),
  read: () => import('./commands/read'),
  explain: () => import('./commands/explain'),
  dc: () => import('./commands/dc'),
  endpoints: () => import('./commands/endpoints'),
  reach: () => import('./commands/reach'),
  chain: () => import('./commands/chain'),
  guide: () => import('./commands/guide'),
  fix: () => import('./commands/fix'),
  compare: () => import('./commands/compare'),
  history: () => import('./commands/history'),
  readiness: () => import('./commands/readiness'),
  code: () => import('./commands/code'),
  report: () => import('./commands/report'),
  batch: () => import('./commands/batch'),
  record: () => import('./commands/record'),
  serve: () => import('./commands/serve'),
  schema: () => import('./commands/schema'),
  help: () => import('./commands/help'),
};

export const commandNames = Object.keys(commands);
