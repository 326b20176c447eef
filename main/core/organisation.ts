import type { JoinType } from './facts/registration';

/** What a device is meant to be; a company may have several kinds. */
export type IntendedJoin = Exclude<JoinType, 'not-joined' | 'unknown'>;

export const deviceKinds = [
  'personal-desk',
  'shared',
  'kiosk',
  'cloud-pc',
  'session-host',
  'bring-your-own',
] as const;
export type DeviceKind = (typeof deviceKinds)[number];

export interface ExpectedTenant {
  id: string;
  name: string | null;
}

export interface HelpDesk {
  name: string | null;
  phone: string | null;
  email: string | null;
  /** An https address of its portal. */
  portal: string | null;
  hours: string | null;
}

/** An own server whose door is tried with the network tests. */
export interface ServerToTest {
  name: string | null;
  host: string;
  port: number;
}

export interface OrganisationLink {
  title: string;
  address: string;
}

export type Cloud = 'global' | 'us-government' | 'us-government-dod' | 'china';

export interface SignInSetting {
  clientId: string;
  tenant: string;
  cloud: Cloud;
  deviceCode: boolean;
  readOnly: boolean;
}

/** What an organisation says about its devices. Empty lists and null mean that it did not say. */
export interface Organisation {
  name: string;
  helpDesk: HelpDesk | null;
  expects: {
    tenants: readonly ExpectedTenant[];
    joins: readonly IntendedJoin[];
    kinds: readonly DeviceKind[];
    domains: readonly string[];
  };
  servers: readonly ServerToTest[];
  links: readonly OrganisationLink[];
  /** It can only take away: what is not built in is never run. Null: everything that is built in. */
  repairs: { allowed: readonly string[] | null; forbidden: readonly string[] };
  /** Which of our languages it serves, the preferred one first. */
  languages: readonly string[];
  branding: { colour: string | null; logo: string | null };
  signIn: SignInSetting | null;
  handOver: { folder: string | null; put: string | null };
  updates: 'on' | 'off' | null;
  /** `off`: nobody is contacted from its devices, whatever is asked for. */
  network: 'on' | 'off' | null;
}

/** Whether the organisation lets this repair be run. Without a file nothing is taken away. */
export const allowsRepair = (organisation: Organisation | null, repair: string): boolean => {
  if (organisation === null) return true;
  const { allowed, forbidden } = organisation.repairs;
  return (allowed === null || allowed.includes(repair)) && !forbidden.includes(repair);
};
