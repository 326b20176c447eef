import { joinTypeOf } from '../join';
import { fact, registrationOf, rowsOf } from '../rules/evidence';
import { valueOf, type Snapshot } from '../snapshot';
import { subjectOf } from '../subject';
import type { Judge, Judged } from './line';
import { no, notRead, unknown, yes } from './line';

/** Whether the company's set-up service knows this PC. Only proof counts, in both directions. */
const autopilot = (snapshot: Snapshot): Judged | null => {
  const profile = valueOf(snapshot, 'autopilot-profile');
  const events = valueOf(snapshot, 'autopilot-events');
  const cache = valueOf(snapshot, 'autopilot-policy-cache');
  const told = (field: string, value: string | null) => [fact('autopilot-profile', field, value)];
  if (profile?.tenantMatched === 'no')
    return no('other-organisation', told('tenantMatched', profile.ownerTenantDomain));
  const verdict = events?.verdict;
  const heard = [fact('autopilot-events', 'verdict', verdict ?? null)];
  if (verdict === 'hardware-changed') return no('hardware-changed', heard);
  if (verdict === 'profile-deleted') return no('profile-deleted', heard);
  if (profile?.present === 'yes' && profile.disabled !== 'yes' && profile.profileName !== null)
    return yes('autopilot', told('profileName', profile.profileName));
  if (cache?.profileAvailable === 'yes' && profile?.disabled !== 'yes')
    return yes('autopilot', [fact('autopilot-policy-cache', 'profileAvailable', 'yes')]);
  return null;
};

const controllerSeen = (snapshot: Snapshot): Judged | null => {
  const found = valueOf(snapshot, 'domain-controller')?.found;
  if (found) return yes('controller-in-reach', [fact('domain-controller', 'host', found.host)]);
  const verified = valueOf(snapshot, 'network-profiles')?.domainVerified;
  if (verified === 'yes')
    return yes('controller-in-reach', [fact('network-profiles', 'domainVerified', verified)]);
  const failure = valueOf(snapshot, 'domain-controller')?.failure;
  return failure
    ? no('controller-out-of-reach', [fact('domain-controller', failure.symbol, failure.number)])
    : null;
};

/** After a reset that takes the connection to the company with it: does the PC find its way back? */
export const comesBackErased: Judge = (snapshot) => {
  const registration = registrationOf(snapshot);
  if (registration === null) return notRead;
  const type = joinTypeOf(registration);
  const rows = rowsOf(registration, 'AzureAdJoined', 'DomainJoined', 'WorkplaceJoined');
  if (type === 'unknown') return notRead;
  const known = autopilot(snapshot);
  if (known?.state === 'no') return known;
  if (type === 'hybrid-joined' || type === 'domain-joined') {
    const reached = controllerSeen(snapshot);
    // A hybrid PC needs its domain even when the set-up service knows it.
    return reached ?? unknown('controller-not-asked', rows);
  }
  if (known !== null) return known;
  if (type === 'entra-joined') return unknown('joins-by-hand', rows);
  return yes('own-device', rows);
};

/** After a reset that keeps the connection: can anybody sign in who is there? */
export const comesBackKept: Judge = (snapshot) => {
  const registration = registrationOf(snapshot);
  if (registration === null) return notRead;
  const type = joinTypeOf(registration);
  const rows = rowsOf(registration, 'AzureAdJoined', 'DomainJoined', 'DeviceAuthStatus');
  if (registration.deviceAuth.state === 'disabled-or-deleted') return no('device-refused', rows);
  if (type === 'unknown') return notRead;
  if (type === 'hybrid-joined' || type === 'domain-joined')
    return controllerSeen(snapshot) ?? unknown('controller-not-asked', rows);
  if (type !== 'entra-joined') return yes('own-device', rows);
  return registration.deviceAuth.state === 'success'
    ? yes('join-stays', rows)
    : unknown('device-not-tested', rows);
};

/** Somebody must be able to sign in when the company's sign-in is gone from this PC. */
export const localAdministrator: Judge = (snapshot) => {
  const facts = valueOf(snapshot, 'local-accounts');
  if (facts === null) return notRead;
  const { accounts, passwordKeptIn, managedName } = facts;
  const enabled = accounts.filter((account) => account.enabled === 'yes');
  const proof = [
    fact('local-accounts', 'enabled', enabled.map(({ name }) => name).join(', ')),
    fact('local-accounts', 'passwordKeptIn', passwordKeptIn),
  ];
  const open = accounts.some((account) => account.enabled === 'unknown');
  if (enabled.length === 0) return open ? notRead : no('none', proof);
  const kept = passwordKeptIn === 'entra' || passwordKeptIn === 'directory';
  const managed = enabled.find(({ name, builtInAdministrator }) =>
    managedName === null ? builtInAdministrator : name.toLowerCase() === managedName.toLowerCase(),
  );
  if (kept && managed) return yes('password-kept', proof, { values: { account: managed.name } });
  const builtIn = enabled.find(({ builtInAdministrator }) => builtInAdministrator);
  // That the account is there is proved; that somebody knows its password never is.
  return builtIn
    ? unknown('password-asked', proof, { values: { account: builtIn.name } })
    : unknown('rights-asked', proof, { values: { account: enabled[0]?.name ?? '' } });
};

/** Retire, wipe and delete override other waiting actions; only the service knows what waits. */
export const pending: Judge = (snapshot, { pendingActions }) => {
  if (pendingActions !== null) {
    const proof = [fact('mdm-enrolments', 'pendingActions', pendingActions.join(', '))];
    return pendingActions.length > 0
      ? no('actions', proof, { values: { actions: pendingActions.join(', ') } })
      : yes('none', proof);
  }
  const intune = valueOf(snapshot, 'mdm-enrolments')?.intune ?? 'unknown';
  return intune === 'no'
    ? yes('not-managed', [fact('mdm-enrolments', 'intune', intune)])
    : unknown('ask');
};

export const signedIn: Judge = (snapshot) => {
  const registration = registrationOf(snapshot);
  const kind = registration === null ? 'unknown' : subjectOf(registration).kind;
  const name =
    registration?.executing?.upn ?? registration?.executing?.account ?? snapshot.who?.user ?? null;
  if (snapshot.who?.system === true || kind === 'system') return unknown('service');
  if (name === null) return notRead;
  const proof = [fact('device-registration', 'Executing Account Name', name)];
  const last = valueOf(snapshot, 'last-sign-in');
  const differs =
    last?.sid !== null &&
    last?.sid !== undefined &&
    snapshot.who?.sid !== null &&
    snapshot.who?.sid !== undefined &&
    last.sid.toUpperCase() !== snapshot.who.sid.toUpperCase();
  if (differs)
    return no('another', [...proof, fact('last-sign-in', 'user', last.user)], {
      values: { name, other: last.user ?? last.account ?? '?' },
    });
  return yes('person', proof, { values: { name } });
};
