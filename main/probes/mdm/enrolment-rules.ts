import type { Enrolment, EnrolmentKind, EnrolmentWitnesses } from '../../core/facts/mdm';
import type { Tri } from '../../core/reading';
import { guidOf } from './guid';

/** People make this key by hand to unlock browser policies; nobody manages the device through it. */
export const fakeEnrolmentId = 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF';

export const kindOf = (id: string, provider: string | null): EnrolmentKind => {
  if (guidOf(id) === fakeEnrolmentId) return 'fake';
  if (provider === 'MS DM Server') return 'intune';
  if (provider === 'Microsoft Device Management') return 'second-channel';
  return provider === null || /^(WMI_Bridge|Local_)/i.test(provider) ? 'system-made' : 'other';
};

const expectedHosts: Partial<Record<EnrolmentKind, RegExp>> = {
  intune: /(^|\.)manage\.microsoft\.(com|us|cn)$/i,
  'second-channel': /(^|\.)dm\.microsoft\.com$/i,
};

/** Whether the discovery address is one this kind of enrolment really has. */
export const addressPlausible = (kind: EnrolmentKind, url: string | null): Tri => {
  const expected = expectedHosts[kind];
  if (expected === undefined) return 'unknown';
  if (url === null || !URL.canParse(url)) return 'no';
  return expected.test(new URL(url).hostname) ? 'yes' : 'no';
};

/** `foouser@…` and `autopilot@…`: set up before a person came, or a Cloud PC. */
export const standInUser = (user: string | null): Tri => {
  if (user === null) return 'unknown';
  return /^(foouser|autopilot)@/i.test(user) ? 'yes' : 'no';
};

const weights: Record<keyof EnrolmentWitnesses, number> = {
  account: 3,
  tasks: 2,
  certificate: 2,
  certificateInDate: 1,
  addressPlausible: 1,
};
/** Fewer points than this and nothing but the key is left of the enrolment. */
const aliveFrom = 4;

const weigh = (witnesses: EnrolmentWitnesses, answer: Tri): number =>
  (Object.keys(weights) as (keyof EnrolmentWitnesses)[])
    .filter((name) => witnesses[name] === answer)
    .reduce((sum, name) => sum + weights[name], 0);

export const scoreOf = (witnesses: EnrolmentWitnesses): Enrolment['score'] => ({
  points: weigh(witnesses, 'yes'),
  undecided: weigh(witnesses, 'unknown'),
});

/** Decided only when the witnesses we could not hear would not change the answer. */
export const isOrphan = (kind: EnrolmentKind, score: Enrolment['score']): Tri => {
  if (kind !== 'intune' && kind !== 'second-channel') return 'unknown';
  if (score.points >= aliveFrom) return 'no';
  return score.points + score.undecided < aliveFrom ? 'yes' : 'unknown';
};

/** Enrolled through this channel: state 1 and not the tenant of somebody else. */
export const channelIsOn = (enrolments: readonly Enrolment[], kind: EnrolmentKind): Tri => {
  const candidates = enrolments.filter((enrolment) => enrolment.kind === kind);
  if (candidates.some(({ state, tenantMatches }) => state === 1 && tenantMatches !== 'no'))
    return 'yes';
  const hidden = enrolments.some((enrolment) => enrolment.kind === 'unknown');
  return hidden || candidates.some(({ state }) => state === null) ? 'unknown' : 'no';
};
