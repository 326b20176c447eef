import { isEntraJoined, registeredOf } from '../../../core/join';
import { ownFailure, prtExpected, prtHealthy } from '../../../core/prt';
import { triOf, type Tri } from '../../../core/reading';
import { causeOf } from '../../../core/rules/prt-cause';
import { valueOf, type Snapshot } from '../../../core/snapshot';
import { subjectOf } from '../../../core/subject';
import type { Check, Guide } from '../../guide';

const reads = ['device-registration'] as const;

const signedIn: Check = {
  reads,
  holds(snapshot): Tri {
    const registration = valueOf(snapshot, 'device-registration');
    if (registration === null) return 'unknown';
    const expected = prtExpected(registration, subjectOf(registration));
    return triOf(prtHealthy(registration, expected, snapshot.observedAt));
  },
};

const atWork: Check = {
  reads,
  holds(snapshot): Tri {
    const registration = valueOf(snapshot, 'device-registration');
    return registration === null ? 'unknown' : triOf(isEntraJoined(registration));
  },
};

/** What stopped the last attempt: asking once more helps little while the way to the service is closed. */
const serviceReached: Check = {
  reads,
  holds(snapshot): Tri {
    const registration = valueOf(snapshot, 'device-registration');
    const failure = registration === null ? null : ownFailure(registration);
    if (!failure) return 'unknown';
    return triOf(causeOf(failure).cause !== 'prt-network');
  },
};

const onlyRegistered = (snapshot: Snapshot): boolean => {
  const registration = valueOf(snapshot, 'device-registration');
  return (
    registration !== null &&
    isEntraJoined(registration) === false &&
    registeredOf(registration) === true
  );
};

export const appsAskForSignIn: Guide = {
  id: 'apps-ask-for-sign-in',
  seats: ['my-device', 'guide-a-call'],
  fits: (snapshot) =>
    onlyRegistered(snapshot)
      ? { refused: 'personal-device', handOver: 'user' }
      : atWork.holds(snapshot) === 'yes'
        ? 'yes'
        : 'unsure',
  steps: [
    { id: 'what-happens', kind: 'explain' },
    { id: 'connected', kind: 'check', ...atWork },
    {
      id: 'already-fine',
      kind: 'check',
      ...signedIn,
      yes: 'fine',
      no: 'online',
      unknown: 'online',
    },
    { id: 'online', kind: 'check', ...serviceReached, no: 'connect', unknown: 'renew' },
    { id: 'renew', kind: 'act', repair: 'refresh-prt', failed: 'lock-and-unlock' },
    { id: 'fine', kind: 'done', proof: signedIn },
    {
      id: 'lock-and-unlock',
      kind: 'wait',
      for: 'person',
      until: signedIn,
      next: 'fine',
      late: 'tell-it',
    },
    { id: 'connect', kind: 'wait', for: 'person', next: 'renew', late: 'tell-it' },
    { id: 'tell-it', kind: 'hand-over', to: 'technician' },
  ],
};
