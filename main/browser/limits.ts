/** What one door gives at most. Generous for a person with some tabs, useless for a flood. */
export const defaultLimits = {
  connections: 64,
  pages: 16,
  /** Calls of one page that have not been answered yet. */
  pendingCalls: 32,
  headerBytes: 8 * 1024,
  headerCount: 64,
  /** A request that dribbles in slower than this holds no place. */
  headersMs: 5_000,
  requestMs: 10_000,
  keepAliveMs: 5_000,
  /** How often slow connections are looked for. */
  sweepMs: 1_000,
  /** A page that answers no ping within one round is gone, whatever its connection says. */
  pingMs: 30_000,
  /** Progress is dropped for a page that does not read; what it asked for is not. */
  eventBacklogBytes: 1024 * 1024,
};

export type Limits = typeof defaultLimits;
