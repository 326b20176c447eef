import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { VerdictState } from '../../core/diagnosis';
import { networksHere } from '../here';
import { askedOnce } from '../names';
import { nat64Prefix, onlySix, wellKnownName } from '../nat64';
import type { Selection, Target } from './catalogue';
import { type Cause, causesOf, clockOffsetOf, type Control } from './causes';
import type { EndpointResult } from './outcome';
import type { Means } from '../web-walk';
import { testEndpoint } from './test-endpoint';

export interface EndpointsReport {
  state: VerdictState;
  causes: Cause[];
  results: EndpointResult[];
  untestable: Selection['untestable'];
  /** How far the clocks of the servers are ahead of ours; null when none was read. */
  clockOffsetMs: number | null;
  ms: number;
}

const stateOf = (causes: readonly Cause[], results: readonly EndpointResult[]): VerdictState => {
  const codes = new Set(causes.map(({ code }) => code));
  if (results.length === 0 || codes.has('offline') || codes.has('cancelled')) return 'unknown';
  const severities = new Set(causes.map(({ severity }) => severity));
  if (severities.has('broken')) return 'broken';
  return severities.has('attention') ? 'attention' : 'healthy';
};

/** `.invalid` belongs to nobody (RFC 6761): an address for a name there is made up. */
const namesLie = async ({ names, limitMs, signal }: Means): Promise<boolean> => {
  const made = `fieldkit-${randomBytes(6).toString('hex')}.invalid`;
  const answer = await names.addresses(made, signal ? { limitMs, signal } : { limitMs });
  return answer.kind === 'answered';
};

/** The name has IPv4 addresses only: one of the other kind was made by a translator (RFC 7050). */
const sixOnlyOf = async (
  { names, limitMs, signal }: Means,
  here: readonly string[],
): Promise<Control['sixOnly']> => {
  if (!onlySix(here)) return null;
  const answer = await names.addresses(wellKnownName, signal ? { limitMs, signal } : { limitMs });
  // Without an answer nobody knows whether there is a translator.
  return answer.kind === 'answered' ? { translator: nat64Prefix(answer.value) } : null;
};

/** All at once: a black hole costs its own deadline and nothing else. */
export const runEndpoints = async (
  means: Means,
  { targets, untestable }: Selection,
  onResult: (result: EndpointResult) => void = () => undefined,
  here: readonly string[] = networksHere(),
): Promise<EndpointsReport> => {
  const began = performance.now();
  const shared = { ...means, names: askedOnce(means.names) };
  const one = async (target: Target) => {
    const result = await testEndpoint(shared, target);
    onResult(result);
    return result;
  };
  const [lie, sixOnly, results] = await Promise.all([
    namesLie(means),
    sixOnlyOf(means, here),
    Promise.all(targets.map(one)),
  ]);
  const causes = causesOf(results, { namesLie: lie, sixOnly });
  return {
    state: stateOf(causes, results),
    causes,
    results,
    untestable,
    clockOffsetMs: clockOffsetOf(results),
    ms: performance.now() - began,
  };
};
