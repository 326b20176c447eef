import { afterEach, expect } from 'vitest';
import { createGraph, type GraphOptions } from '../../../main/cloud/graph/client';
import type { Pace } from '../../../main/cloud/graph/pace';
import { type GraphServer, type GraphWishes, startGraph } from '../../harness/graph';
import { fetchTrusting } from '../../harness/sign-in/fetch';

const opened: { server: GraphServer; expected: number }[] = [];

afterEach(async () => {
  for (const { server, expected } of opened.splice(0)) {
    await server.close();
    // What a test did not ask for on purpose is a fault of the product.
    if (expected === 0) expect(server.violations).toEqual([]);
  }
});

/** A clock that jumps instead of waiting, and remembers how long each wait was. */
export const jumpingPace = (): Pace & { waits: number[] } => {
  let now = Date.parse('2026-11-25T12:00:00Z');
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    random: () => 0.5,
    sleep: (ms, signal) => {
      waits.push(ms);
      now += ms;
      return Promise.resolve(signal?.aborted !== true);
    },
  };
};

export interface GraphWorld {
  server?: Partial<GraphWishes>;
  client?: Partial<GraphOptions>;
  /** How many requests against the reference the test makes on purpose. */
  violations?: number;
}

/** A client with all rights before a checking server; a token says in itself what it is good for. */
export const newGraph = async ({ server: wishes, client, violations = 0 }: GraphWorld = {}) => {
  const server = await startGraph({
    scopesOf: (token) =>
      Promise.resolve(token.startsWith('for:') ? token.slice(4).split(' ') : null),
    ...wishes,
  });
  opened.push({ server, expected: violations });
  const pace = jumpingPace();
  const fetch = fetchTrusting(server.root);
  const graph = createGraph({
    origin: server.url,
    fetch,
    pace,
    readOnly: () => false,
    token: ({ permissions }) =>
      Promise.resolve({ ok: true, value: `for:${permissions.join(' ')}` }),
    ...client,
  });
  return { server, graph, pace, fetch };
};
