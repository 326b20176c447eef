import type { NetlogonAnswer } from '../netlogon';

/** A domain controller that answered the ping, and when, counted from the start of the search. */
export interface Heard {
  host: string;
  address: string;
  port: number;
  netlogon: NetlogonAnswer;
  transport: 'udp' | 'tcp';
  /** Time from question to answer. */
  ms: number;
  /** Time from the start of the search. */
  atMs: number;
}

export type Nearness = 'same-site' | 'next-closest-site' | 'site-unknown' | 'other-site';

const same = (a: string | null, b: string | null) =>
  a !== null && b !== null && a.toLowerCase() === b.toLowerCase();

export const nearness = ({
  flags,
  dcSite,
  clientSite,
  nextClosestSite,
}: NetlogonAnswer): Nearness => {
  if (flags.includes('CLOSE_SITE') || same(dcSite, clientSite)) return 'same-site';
  if (same(dcSite, nextClosestSite)) return 'next-closest-site';
  return clientSite === null ? 'site-unknown' : 'other-site';
};

const distance: Readonly<Record<Nearness, number>> = {
  'same-site': 0,
  'next-closest-site': 1,
  'site-unknown': 2,
  'other-site': 3,
};

/** A paused one says so itself, and Windows passes it by. */
export const usable = ({ netlogon }: Heard): boolean => netlogon.state !== 'paused';

const writable = ({ netlogon }: Heard) => netlogon.flags.includes('WRITABLE');

const cost = (heard: Heard): number[] => [
  usable(heard) ? 0 : 1,
  distance[nearness(heard.netlogon)],
  writable(heard) ? 0 : 1,
  heard.transport === 'udp' ? 0 : 1,
  heard.ms,
];

export const better = (a: Heard, b: Heard): number => {
  const [mine, theirs] = [cost(a), cost(b)];
  const at = mine.findIndex((value, index) => value !== theirs[index]);
  return at < 0 ? 0 : (mine[at] ?? 0) - (theirs[at] ?? 0);
};

export const best = (all: readonly Heard[]): Heard | null =>
  all.filter(usable).sort(better)[0] ?? null;

/** Nothing better can come: near, writable and heard the ordinary way. */
export const ideal = (heard: Heard): boolean =>
  usable(heard) && nearness(heard.netlogon) === 'same-site' && writable(heard);

/** How long a good answer waits for a better one. */
export const graceMs = 100;

/** The choice as it stands at `nowMs`, or how long it still waits. */
export const elect = (
  all: readonly Heard[],
  nowMs: number,
): { kind: 'chosen'; heard: Heard } | { kind: 'waiting'; ms: number | null } => {
  const good = all.filter(usable);
  const leader = best(good);
  if (!leader) return { kind: 'waiting', ms: null };
  const first = Math.min(...good.map(({ atMs }) => atMs));
  const left = first + graceMs - nowMs;
  return ideal(leader) || left <= 0
    ? { kind: 'chosen', heard: leader }
    : { kind: 'waiting', ms: left };
};

/**
 * What Windows would do with the same answers: take the first one of its own site, without a look
 * at speed or at read-only; failing that, the first one at all.
 */
export const windowsWouldChoose = (all: readonly Heard[]): Heard | null => {
  const inOrder = all.filter(usable).sort((a, b) => a.atMs - b.atMs);
  return inOrder.find(({ netlogon }) => nearness(netlogon) === 'same-site') ?? inOrder[0] ?? null;
};
