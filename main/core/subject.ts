import type { Registration, SessionKind, Subject, SubjectKind } from './facts/registration';
import { isSystemAccount } from './join';

/** Who ran it decides which rows may be judged: user rows describe the caller, nobody else. */
export const subjectOf = (registration: Registration): Subject => {
  const account = registration.executing?.account ?? null;
  const kind = kindOf(registration, account);
  return {
    kind,
    account,
    upn: registration.executing?.upn ?? null,
    elevated: elevatedOf(registration, kind),
    session: sessionOf(registration),
  };
};

const sameName = (a: string, b: string | null): boolean =>
  b !== null && a.toLowerCase() === b.split('.')[0]?.toLowerCase();

const kindOf = (registration: Registration, account: string | null): SubjectKind => {
  if (registration.preJoin?.userContext === 'system') return 'system';
  if (!account) return 'unknown';
  if (isSystemAccount(account)) return 'system';
  const [authority = '', name = ''] = account.split('\\');
  if (!/[\p{L}\p{N}]/u.test(authority) || !/[\p{L}\p{N}]/u.test(name)) return 'unknown';
  if (/^AzureAD$/i.test(authority)) return 'entra-user';
  if (sameName(authority, registration.deviceName)) return 'local-user';
  if (sameName(authority, registration.domainName)) return 'domain-user';
  const { domain } = registration.joinRows;
  // On a cloud-only device a synchronised user is printed with the on-premises name and a UPN, which
  // no local account has.
  if (registration.executing?.upn)
    return domain === 'no' ? entraCaller(registration) : 'domain-user';
  if (domain === 'no') return 'local-user';
  // A name that is neither the computer nor the domain: a trusted domain, if we know both.
  return domain === 'yes' && registration.deviceName && registration.domainName
    ? 'domain-user'
    : 'unknown';
};

const entraCaller = (registration: Registration): SubjectKind =>
  registration.joinRows.entra === 'yes' ? 'entra-user' : 'unknown';

const contexts = { system: true, elevated: true, unelevated: false, unknown: null } as const;

/** The key test refuses to run unelevated, so a result of it proves elevation. */
const elevatedOf = (registration: Registration, kind: SubjectKind): boolean | null => {
  const told = contexts[registration.preJoin?.userContext ?? 'unknown'];
  if (told !== null) return told;
  if (kind === 'system') return true;
  if (registration.keySign === 'not-elevated') return false;
  return registration.keySign === 'unknown' ? null : true;
};

/** No such logon session; RPC server unavailable: what services and remote shells get. */
const withoutSession = new Set(['0x80070520', '0xd0020017', '0xc0020017']);

const sessionOf = (registration: Registration): SessionKind => {
  const { hello, wam, codes } = registration;
  const ngc = codes.find((code) => code.field === 'NgcPreReq')?.code;
  if (hello?.couldNotCheck && (ngc === undefined || withoutSession.has(ngc)))
    return 'no-logon-session';
  if (hello?.sessionIsLocal === 'no') return 'remote-desktop';
  // An ordinary prompt that answers about its user has a session: there the account manager is at fault.
  const ordinary = registration.keySign === 'not-elevated' && hello?.isUserEntra === 'yes';
  if (!ordinary && wam.code !== null && withoutSession.has(wam.code)) return 'no-logon-session';
  return hello?.sessionIsLocal === 'yes' ? 'interactive' : 'unknown';
};
