import { standsOnLinks } from './chain';
import type { Certainty, Finding, Link } from './finding';
import type { Stop } from './line-map';

/** That the root cause comes first is a claim of its own: it is as sure as what was seen before it. */
export interface FirstCause {
  certainty: Certainty;
  /** What it stands on and nobody could read: a cause could hide there. */
  unread: Link[];
}

/** Where the cloud has just answered this PC, everything before that answer works. */
const answers: readonly Link[] = ['entra-reachable', 'device-accepted'];

const provedByAnswers = (line: readonly Stop[]): ReadonlySet<Link> =>
  new Set(
    line
      .filter(({ link, state }) => state === 'ok' && answers.includes(link))
      .flatMap(({ link }) => [...standsOnLinks(link)]),
  );

/** A fact stays proved; that nothing before it is broken is at most likely while something is unread. */
export const firstCauseOf = (
  root: Finding | undefined,
  line: readonly Stop[],
): FirstCause | null => {
  if (root === undefined) return null;
  const before = standsOnLinks(root.link);
  const proved = provedByAnswers(line);
  const unread = line.flatMap(({ link, state }) =>
    state === 'unknown' && before.has(link) && !proved.has(link) ? [link] : [],
  );
  const certainty = unread.length > 0 && root.certainty === 'proved' ? 'likely' : root.certainty;
  return { certainty, unread };
};
