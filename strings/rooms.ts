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
