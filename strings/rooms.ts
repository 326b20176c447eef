/** What a room of its own says arrives with it, apart from all other words. */
export const roomAreas = {
  cloud: ['cloud'],
  guides: ['guide', 'confirm', 'guides-user', 'guides-technician', 'guides-call', 'repairs'],
  reach: ['reach', 'network', 'named', 'chain'],
  calls: ['call', 'comparison', 'report'],
  desk: ['desk'],
  'hand-over': ['ways', 'report'],
  readiness: ['readiness'],
  batch: ['batch'],
} as const;
export type Room = keyof typeof roomAreas;

/** What the terminal may say in any command; it is loaded as a whole. */
export const terminalAreas = [
  'cloud',
  'batch',
  'comparison',
  'chain',
  'disproof',
  'door',
  'findings',
  'findings-cloud',
  'findings-device',
  'findings-expectation',
  'findings-management',
  'named',
  'network',
  'organisation',
  'probes',
  'readiness',
  'samples',
  'shared',
  'terminal',
  'terminal-batch',
] as const;
