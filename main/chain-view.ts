import type { ChainView } from '../preload/contract-chain';
import type { Finding } from './core/finding';
import { proxyWays } from './core/proxy-ways';
import { chainOutcome, signInChain } from './core/sign-in-chain';
import type { Snapshot } from './core/snapshot';

/** The way from the sign-in to a file share as one look shows it, and the proxies beside it. */
export const chainView = (snapshot: Snapshot, findings: readonly Finding[]): ChainView => {
  const chain = signInChain(snapshot, findings);
  return { ...chain, outcome: chainOutcome(chain), proxies: proxyWays(snapshot) };
};
