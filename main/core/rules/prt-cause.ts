import type { PrtFailure } from '../facts/registration';
import type { Certainty, Owner } from '../finding';
import { isTransport } from './transport';

/** Why a token was refused, from the best single fact: the service's own number, then the transport. */
export type PrtCause =
  | 'prt-password-refused'
  | 'prt-password-expired'
  | 'prt-account-locked'
  | 'prt-account-disabled'
  | 'prt-user-unknown'
  | 'prt-tenant-unknown'
  | 'prt-device-rejected'
  | 'prt-more-proof-needed'
  | 'prt-blocked-by-policy'
  | 'prt-network'
  | 'prt-federation'
  | 'prt-realm-unknown'
  | 'prt-sign-in-again'
  | 'prt-service-busy'
  | 'prt-hello-key-unknown'
  | 'prt-key-unusable'
  | 'prt-refused';

interface Cause {
  cause: PrtCause;
  owner: Owner;
  certainty: Certainty;
}

const cause = (name: PrtCause, owner: Owner, certainty: Certainty = 'proved'): Cause => ({
  cause: name,
  owner,
  certainty,
});

const byService: Readonly<Record<string, Cause>> = {
  AADSTS50126: cause('prt-password-refused', 'user'),
  AADSTS50056: cause('prt-password-refused', 'user'),
  AADSTS50055: cause('prt-password-expired', 'user'),
  AADSTS50144: cause('prt-password-expired', 'user'),
  AADSTS50053: cause('prt-account-locked', 'user'),
  AADSTS50057: cause('prt-account-disabled', 'directory'),
  AADSTS50034: cause('prt-user-unknown', 'directory'),
  AADSTS51004: cause('prt-user-unknown', 'directory'),
  AADSTS90002: cause('prt-tenant-unknown', 'directory'),
  AADSTS50155: cause('prt-device-rejected', 'tenant'),
  AADSTS135011: cause('prt-device-rejected', 'tenant'),
  AADSTS700003: cause('prt-device-rejected', 'tenant'),
  AADSTS50072: cause('prt-more-proof-needed', 'user'),
  AADSTS50074: cause('prt-more-proof-needed', 'user'),
  AADSTS50076: cause('prt-more-proof-needed', 'user'),
  AADSTS50079: cause('prt-more-proof-needed', 'user'),
  AADSTS50158: cause('prt-more-proof-needed', 'user'),
  AADSTS53000: cause('prt-blocked-by-policy', 'tenant'),
  AADSTS53001: cause('prt-blocked-by-policy', 'tenant'),
  AADSTS53003: cause('prt-blocked-by-policy', 'tenant'),
  AADSTS530002: cause('prt-blocked-by-policy', 'tenant'),
  AADSTS530003: cause('prt-blocked-by-policy', 'tenant'),
  AADSTS50131: cause('prt-blocked-by-policy', 'tenant'),
  AADSTS53002: cause('prt-blocked-by-policy', 'tenant'),
  AADSTS53004: cause('prt-blocked-by-policy', 'tenant'),
  AADSTS53010: cause('prt-blocked-by-policy', 'tenant'),
  AADSTS53011: cause('prt-blocked-by-policy', 'tenant'),
  AADSTS530032: cause('prt-blocked-by-policy', 'tenant'),
  AADSTS530035: cause('prt-blocked-by-policy', 'tenant'),
  AADSTS500021: cause('prt-blocked-by-policy', 'network'),
  AADSTS80012: cause('prt-blocked-by-policy', 'directory'),
  AADSTS50129: cause('prt-device-rejected', 'tenant'),
  AADSTS50187: cause('prt-device-rejected', 'tenant'),
  AADSTS130007: cause('prt-device-rejected', 'tenant'),
  AADSTS130008: cause('prt-device-rejected', 'tenant'),
  AADSTS50135: cause('prt-password-expired', 'user'),
  AADSTS50020: cause('prt-user-unknown', 'directory'),
  AADSTS90072: cause('prt-user-unknown', 'directory'),
  AADSTS50059: cause('prt-tenant-unknown', 'directory'),
  AADSTS50078: cause('prt-sign-in-again', 'user'),
  AADSTS50089: cause('prt-sign-in-again', 'user'),
  AADSTS50132: cause('prt-sign-in-again', 'user'),
  AADSTS50133: cause('prt-sign-in-again', 'user'),
  AADSTS50173: cause('prt-sign-in-again', 'user'),
  AADSTS70008: cause('prt-sign-in-again', 'user'),
  AADSTS70043: cause('prt-sign-in-again', 'user'),
  AADSTS700082: cause('prt-sign-in-again', 'user'),
  AADSTS140001: cause('prt-sign-in-again', 'user'),
  AADSTS50000: cause('prt-service-busy', 'vendor'),
  AADSTS90033: cause('prt-service-busy', 'vendor'),
  AADSTS90055: cause('prt-service-busy', 'vendor'),
  AADSTS130004: cause('prt-hello-key-unknown', 'user'),
  AADSTS130005: cause('prt-hello-key-unknown', 'user'),
  AADSTS130006: cause('prt-hello-key-unknown', 'user'),
};

const network = cause('prt-network', 'network');
const federation = cause('prt-federation', 'directory');
const realm = cause('prt-realm-unknown', 'directory');
/** What the key store or the security chip says when the key of the device cannot be used. */
const key = cause('prt-key-unusable', 'technician', 'likely');

/** NTSTATUS forms; the 0xd… HRESULT forms carry one bit more and are folded before look-up. */
const byStatus: Readonly<Record<string, Cause>> = {
  '0xc000023c': network,
  '0xc00000be': network,
  '0xc00000c4': network,
  // Windows' word for the answer 400.
  '0xc00000d0': cause('prt-refused', 'directory', 'likely'),
  '0xc000005f': realm,
  '0xc004844c': realm,
  '0xc0048442': realm,
  '0xc00484c1': federation,
  '0xc004848b': federation,
  '0xc004848c': federation,
  '0xc00cee4f': federation,
  '0xcaa90006': federation,
  '0xcaa90014': federation,
  '0xcaa90017': federation,
  '0xcaa90023': federation,
  '0xcaa9002c': federation,
  '0x80090011': key,
  '0x80090016': key,
  '0x80090030': key,
  '0x80090031': key,
  '0x80280036': key,
  '0x80290407': key,
};

export const foldStatus = (code: string): string => code.replace(/^0xd/i, '0xc').toLowerCase();

const service = /\b(?:AADSTS|MSIS)\d{3,8}\b/i;

export const serviceCodeOf = (failure: PrtFailure): string | null =>
  service.exec(failure.description ?? '')?.[0]?.toUpperCase() ?? null;

const byNumber = (status: string): Cause | undefined =>
  byStatus[status] ?? (isTransport(status) ? network : undefined);

/** What the web answer tells where the service gave no number of its own. */
const byAnswer = (httpStatus: number): Cause | undefined => {
  // 407 is a proxy's own answer.
  if (httpStatus === 407) return network;
  if (httpStatus === 429 || httpStatus >= 500) return cause('prt-service-busy', 'vendor', 'likely');
  return httpStatus >= 400 ? cause('prt-refused', 'directory', 'likely') : undefined;
};

export const causeOf = (failure: PrtFailure): Cause => {
  const code = serviceCodeOf(failure);
  const known = code ? byService[code] : undefined;
  if (known) return known;
  if (code) return cause('prt-refused', 'directory', 'likely');
  if (failure.httpError && !/^0x0+$/.test(failure.httpError)) return network;
  const answer = byAnswer(failure.httpStatus ?? 0);
  if (answer && answer.cause !== 'prt-refused') return answer;
  const status = failure.status ? byNumber(foldStatus(failure.status)) : undefined;
  // 0xc000006d alone may mean "refused" or "not reachable": the number does not say which.
  return status ?? answer ?? cause('prt-refused', 'directory', 'possible');
};
