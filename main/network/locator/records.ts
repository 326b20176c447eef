export type Origin = 'site' | 'domain' | 'guid';

export interface RecordName {
  origin: Origin;
  name: string;
}

/** The names under which domain controllers stand in DNS, nearest first. */
export const siteRecord = (domain: string, site: string): RecordName => ({
  origin: 'site',
  name: `_ldap._tcp.${site}._sites.dc._msdcs.${domain}`,
});

export const domainRecord = (domain: string): RecordName => ({
  origin: 'domain',
  name: `_ldap._tcp.dc._msdcs.${domain}`,
});

/** After a rename the domain is still found by its GUID, below the forest. */
export const guidRecord = (guid: string, forest: string): RecordName => ({
  origin: 'guid',
  name: `_ldap._tcp.${guid}.domains._msdcs.${forest}`,
});
