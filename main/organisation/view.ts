import type {
  OrganisationAddress,
  OrganisationNoticeView,
  OrganisationView,
} from '../../preload/contract-organisation';
import type { LoadedOrganisation } from './load';

const noticesOf = ({
  refused,
  outranked,
  closed,
}: LoadedOrganisation): OrganisationNoticeView[] => [
  ...refused.map(({ from, path, problem }) => ({
    kind: closed && from === 'machine' ? ('closed' as const) : ('refused' as const),
    path,
    problem,
  })),
  ...outranked.map(({ path }) => ({ kind: 'outranked' as const, path, problem: null })),
];

/** What a door may show of it: who to call, what it looks like, and every file that was not used. */
export const organisationView = (loaded: LoadedOrganisation): OrganisationView => {
  const { organisation } = loaded;
  return {
    name: organisation?.name ?? null,
    helpDesk: organisation?.helpDesk ?? null,
    links: organisation?.links ?? [],
    branding: organisation?.branding ?? { colour: null, logo: null },
    languages: organisation?.languages ?? [],
    servers: organisation?.servers ?? [],
    notices: noticesOf(loaded),
  };
};

/** The page names which of the file's own addresses it means; null where the file has none there. */
export const organisationAddress = (
  { organisation }: LoadedOrganisation,
  what: OrganisationAddress,
): string | null =>
  (what === 'portal' ? organisation?.helpDesk?.portal : organisation?.links[what]?.address) ?? null;
