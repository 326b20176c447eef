import { anyOrganisation, organisationPlaces } from './places';

/**
 * The languages an organisation serves, for whoever needs words before anything else. Where there is no file,
 * nothing is loaded to find that out; what is wrong with one is told by those who need the whole of it.
 */
export const organisationLanguages = async (
  option: string | undefined,
): Promise<readonly string[]> => {
  const places = organisationPlaces(option);
  if (!anyOrganisation(places)) return [];
  const { loadOrganisation } = await import('./load');
  return (await loadOrganisation(places)).organisation?.languages ?? [];
};
