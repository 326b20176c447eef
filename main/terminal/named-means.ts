import type { ServerToTest } from '../core/organisation';
import type { NamedReport } from '../network/named/outcome';
import { reachNamed, type NamedMeans } from '../network/named/reach';
import { targetAt, type NamedTarget } from '../network/named/target';
import { nameService, systemNames } from '../network/names';
import { publicTrust } from '../network/tls';
import type { Wire } from '../network/wire';
import { deviceProxyFor } from './device-proxy';

export const stepLimitMs = 4_000;

/** As this PC itself would go there: with its own names and its own proxy. */
export const usualMeans = async (
  wire: Wire,
  target: NamedTarget,
  signal: AbortSignal,
): Promise<NamedMeans> => {
  const choice = target.kind === 'web' ? await deviceProxyFor(target.host, signal) : null;
  return {
    wire,
    names: nameService(wire),
    system: systemNames(wire),
    proxy: choice?.kind === 'proxy' ? choice.proxy : null,
    trust: publicTrust(),
    limitMs: stepLimitMs,
    signal,
  };
};

/** The servers that an organisation names in its file, all at the same time and in their order. */
export const reachServers = (
  servers: readonly ServerToTest[],
  meansFor: (target: NamedTarget) => Promise<NamedMeans>,
): Promise<NamedReport[]> =>
  Promise.all(
    servers.map(async ({ host, port }) => {
      const target = targetAt(host, port);
      return reachNamed(await meansFor(target), target);
    }),
  );
