import type { AnyProbe } from '../probe';
import { managementAccountsProbe } from './accounts';
import { autoEnrolmentProbe } from './auto-enrolment';
import { enrolmentsProbe } from './enrolments';
import { managementEventsProbe, managementInstallsProbe, managementSessionsProbe } from './events';
import { extensionProbe } from './extension';
import { extensionLogProbe } from './extension-log';
import { packagesProbe } from './packages';
import { reportProbe } from './report';
import { serverTimesProbe } from './server-times';
import { managementTasksProbe } from './tasks';

export const mdmProbes = [
  enrolmentsProbe,
  managementAccountsProbe,
  serverTimesProbe,
  managementTasksProbe,
  autoEnrolmentProbe,
  managementEventsProbe,
  managementSessionsProbe,
  managementInstallsProbe,
  packagesProbe,
  extensionProbe,
  extensionLogProbe,
  reportProbe,
] satisfies readonly AnyProbe[];
