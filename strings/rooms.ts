/** What a room of its own says arrives with it, apart from all other words. */
export const roomAreas = {
  guides: ['guide', 'confirm', 'guides-user', 'guides-technician', 'repairs'],
  reach: ['reach', 'network', 'named', 'chain'],
  readiness: ['readiness'],
} as const;
export type Room = keyof typeof roomAreas;
