import type { JoinType, Registration } from './facts/registration';

/**
 * Join type from the four rows that carry it. A row that is not there leaves the answer open: a device
 * without its DomainJoined row may be hybrid or cloud only, and only one of them needs a domain
 * controller.
 */
export const joinTypeOf = (registration: Registration): JoinType => {
  const { entra, domain } = registration.joinRows;
  if (entra === 'yes') {
    if (domain === 'unknown') return 'unknown';
    return domain === 'yes' ? 'hybrid-joined' : 'entra-joined';
  }
  if (entra === 'unknown') return 'unknown';
  if (domain === 'yes') return 'domain-joined';
  if (domain === 'unknown') return 'unknown';
  const registered = registeredOf(registration);
  if (registered === null) return isSystem(registration) ? 'not-joined' : 'unknown';
  return registered ? 'entra-registered' : 'not-joined';
};

/** Joined to Entra, cloud only or hybrid, even where the domain half is not in this output. */
export const isEntraJoined = (registration: Registration): boolean | null => {
  const { entra } = registration.joinRows;
  return entra === 'unknown' ? null : entra === 'yes';
};

/**
 * Whether the caller has a work account registered. Per user: the SYSTEM account has none of its own,
 * so its "NO" says nothing about the person.
 */
export const registeredOf = (registration: Registration): boolean | null => {
  if (registration.joinRows.workplace === 'yes' || registration.workAccounts.length > 0)
    return true;
  if (registration.joinRows.workplace === 'unknown' || isSystem(registration)) return null;
  return false;
};

const isSystem = (registration: Registration): boolean =>
  registration.preJoin?.userContext === 'system' ||
  isSystemAccount(registration.executing?.account ?? '');

/** SYSTEM and the service accounts, by name or as the computer's own account. */
export const isSystemAccount = (account: string): boolean =>
  /\$$/.test(account) || /^(?:NT AUTHORITY|NT-AUTORITÄT|AUTORITE NT)\\/i.test(account);
