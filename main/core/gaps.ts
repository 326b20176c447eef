import type { Gap } from './diagnosis';
import type { Registration, Subject } from './facts/registration';
import { isEntraJoined } from './join';
import type { Reading } from './reading';
import type { Snapshot } from './snapshot';

const probe = 'device-registration';
const gap = (why: string, detail: string): Gap => ({ probe, why, detail });

/** Facts of one output that could not be judged, each with its reason. Never shown as green. */
const registrationGaps = (registration: Registration, subject: Subject): Gap[] => {
  if (registration.verb !== 'status') return [gap('not-in-this-output', 'Device State')];
  const gaps: Gap[] = [];
  const { entra, domain, workplace } = registration.joinRows;
  if (entra === 'unknown') gaps.push(gap('not-in-this-output', 'AzureAdJoined'));
  if (domain === 'unknown') gaps.push(gap('not-in-this-output', 'DomainJoined'));
  if (workplace === 'unknown') gaps.push(gap('not-in-this-output', 'WorkplaceJoined'));
  const otherAccount = subject.kind === 'system' || subject.session === 'no-logon-session';
  if (otherAccount) gaps.push(gap('other-account', 'User State'));
  if (registration.entraPrt.present === 'unknown')
    gaps.push(gap('not-in-this-output', 'AzureAdPrt'));
  if (isEntraJoined(registration) !== true) return gaps;
  if (registration.deviceAuth.state === 'unknown')
    gaps.push(gap('not-in-this-output', 'DeviceAuthStatus'));
  if (registration.deviceAuth.state === 'untested')
    gaps.push(gap('could-not-test', 'DeviceAuthStatus'));
  if (registration.keySign === 'not-elevated') gaps.push(gap('needs-admin', 'KeySignTest'));
  if (registration.keySign === 'unknown') gaps.push(gap('not-in-this-output', 'KeySignTest'));
  return gaps;
};

export const gapsOf = (
  snapshot: Snapshot,
  registration: Registration | null,
  subject: Subject,
): Gap[] => {
  const unread = Object.entries(snapshot.readings).flatMap(([id, reading]): Gap[] => {
    const read: Reading<unknown> | undefined = reading;
    if (!read || read.kind === 'ok') return [];
    const why = read.kind === 'unavailable' ? read.why : read.reason;
    // What the device does not have is an answer: nothing is hidden behind it.
    if (why === 'absent') return [];
    return [{ probe: id, why, detail: read.detail ?? null }];
  });
  return registration ? [...unread, ...registrationGaps(registration, subject)] : unread;
};
