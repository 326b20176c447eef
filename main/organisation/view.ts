import type { OrganisationNoticeView, OrganisationView } from '../../preload/contract-organisation';
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
    notices: noticesOf(loaded),
  };
};
