import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { OrganisationAddress, OrganisationView } from '../../../preload/contract-organisation';
import type { House } from '../shell/useHouse';

const nobody: OrganisationView = {
  name: null,
  helpDesk: null,
  links: [],
  branding: { colour: null, logo: null },
  languages: [],
  servers: [],
  notices: [],
};

export interface OurOrganisation extends OrganisationView {
  /** Shows one of its addresses; null where this page is itself in somebody's browser, which is not ours to steer. */
  open: ((what: OrganisationAddress) => void) | null;
}

export const OrganisationContext = createContext<OurOrganisation>({ ...nobody, open: null });

/** Whose device this is, for whoever shows a contact. */
export const useOrganisation = (): OurOrganisation => useContext(OrganisationContext);

/** Asked beside the first look: nothing on the page waits for it. */
export const useOrganisationFile = ({ ask }: House, opens: boolean): OurOrganisation => {
  const [organisation, setOrganisation] = useState(nobody);
  useEffect(() => {
    void ask((door) => door.organisation()).then((view) => setOrganisation(view ?? nobody));
  }, [ask]);
  return useMemo(() => {
    const open = (what: OrganisationAddress) => {
      void ask((door) => door.openOrganisation(what));
    };
    return { ...organisation, open: opens ? open : null };
  }, [ask, opens, organisation]);
};
