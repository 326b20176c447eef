import { createContext, useContext, useEffect, useState } from 'react';
import type { OrganisationView } from '../../../preload/contract-organisation';
import type { House } from '../shell/useHouse';

const nobody: OrganisationView = {
  name: null,
  helpDesk: null,
  links: [],
  branding: { colour: null, logo: null },
  notices: [],
};

export const OrganisationContext = createContext<OrganisationView>(nobody);

/** Whose device this is, for whoever shows a contact. */
export const useOrganisation = (): OrganisationView => useContext(OrganisationContext);

/** Asked beside the first look: nothing on the page waits for it. */
export const useOrganisationFile = ({ ask }: House): OrganisationView => {
  const [organisation, setOrganisation] = useState(nobody);
  useEffect(() => {
    void ask((door) => door.organisation()).then((view) => setOrganisation(view ?? nobody));
  }, [ask]);
  return organisation;
};
