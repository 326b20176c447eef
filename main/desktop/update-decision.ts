import type { UpdatePolicy } from './policy';

export interface UpdateFacts {
  /** Nobody is to be contacted. */
  offline: boolean;
  packaged: boolean;
  /** A copy on a stick has no installer to replace it with. */
  installed: boolean;
  policy: UpdatePolicy;
  /** What the organisation's file says; it can only take away. */
  organisation: UpdatePolicy;
  /** Text of the `app-update.yml` in the package; null when the builder configured no feed. */
  feed: string | null;
}

type Why =
  | 'offline'
  | 'not-packaged'
  | 'not-installed'
  | 'off-by-policy'
  | 'policy-unreadable'
  | 'off-by-organisation'
  | 'organisation-unreadable'
  | 'no-feed'
  | 'feed-not-https'
  | 'feed-without-publisher';

const hasRow = (feed: string, row: RegExp): boolean =>
  feed.split(/\r?\n/).some((line) => row.test(line));

/** In this order, so that the reason in the log is the one an administrator can act on. */
const refusals: readonly (readonly [Why, (facts: UpdateFacts) => boolean])[] = [
  ['offline', ({ offline }) => offline],
  ['not-packaged', ({ packaged }) => !packaged],
  ['off-by-policy', ({ policy }) => policy === 'off'],
  // A policy that cannot be read may have said "off".
  ['policy-unreadable', ({ policy }) => policy === 'unreadable'],
  ['off-by-organisation', ({ organisation }) => organisation === 'off'],
  ['organisation-unreadable', ({ organisation }) => organisation === 'unreadable'],
  ['not-installed', ({ installed }) => !installed],
  ['no-feed', ({ feed }) => feed === null],
  ['feed-not-https', ({ feed }) => !hasRow(feed ?? '', /^url: ['"]?https:\/\//)],
  // Without the name the updater skips the signature check instead of refusing.
  ['feed-without-publisher', ({ feed }) => !hasRow(feed ?? '', /^publisherName:/)],
];

/** Why this copy does not update itself; null when it may. */
export const whyNotUpdate = (facts: UpdateFacts): Why | null =>
  refusals.find(([, applies]) => applies(facts))?.[0] ?? null;
