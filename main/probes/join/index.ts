import type { AnyProbe } from '../probe';
import { deviceCertificatesProbe } from './device-certificates';
import { joinPolicyProbe } from './join-policy';
import { joinRecordsProbe } from './join-records';
import { joinTasksProbe } from './join-tasks';
import { registrationEventsProbe } from './registration-events';
import { registrationTargetProbe } from './registration-target';
import { workplaceJoinsProbe } from './workplace-joins';

/** Beside `dsregcmd`, which has its own folder. */
export const joinProbes = [
  joinRecordsProbe,
  workplaceJoinsProbe,
  registrationTargetProbe,
  joinPolicyProbe,
  joinTasksProbe,
  deviceCertificatesProbe,
  registrationEventsProbe,
] satisfies readonly AnyProbe[];
