import type { Outcome } from './contract';

/** What is wrong with an organisation's file; words are found by `organisation.problem.<code>`. */
export interface OrganisationProblemView {
  code:
    | 'not-json'
    | 'not-text'
    | 'too-large'
    | 'duplicate'
    | 'unknown-key'
    | 'missing'
    | 'wrong-type'
    | 'wrong-value'
    | 'cannot-read'
    | 'user-may-change';
  line: number | null;
  column: number | null;
  key: string;
  expected: string | null;
  choices: readonly string[];
}

/** A file that was there and was not used: never in silence. */
export interface OrganisationNoticeView {
  kind: 'refused' | 'closed' | 'outranked';
  path: string;
  problem: OrganisationProblemView | null;
}

export interface HelpDeskView {
  name: string | null;
  phone: string | null;
  email: string | null;
  portal: string | null;
  hours: string | null;
}

/** What the organisation of this device says about itself, for the page to show. */
export interface OrganisationView {
  name: string | null;
  helpDesk: HelpDeskView | null;
  /** Opened by their place in this list. */
  links: readonly { title: string; address: string }[];
  branding: { colour: string | null; logo: string | null };
  /** Which languages it serves, the preferred one first. */
  languages: readonly string[];
  /** Tested together, on request; the answers come in this order. */
  servers: readonly { name: string | null; host: string; port: number }[];
  notices: readonly OrganisationNoticeView[];
}

export type OrganisationAddress = 'portal' | number;

export type OrganisationCalls = {
  'organisation.get': () => OrganisationView;
  /** Opens one of its own addresses in the browser: the portal, or a link by its place in the list. */
  'organisation.open': (what: OrganisationAddress) => Outcome<true>;
};

export interface OrganisationKit {
  organisation(): Promise<OrganisationView>;
  openOrganisation(what: OrganisationAddress): Promise<Outcome<true>>;
}
