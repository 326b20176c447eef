import type { Rule } from '../finding';
import { autopilotIdentityRules } from './autopilot-identity';
import { autopilotRules } from './autopilot';
import { cloudPcRules } from './cloud-pc';
import { coManagementRules } from './co-management';
import { dataProtectionRules } from './data-protection';
import { devicePreparationRules } from './device-preparation';
import { encryptionRules } from './encryption';
import { enrolmentFailureRules } from './enrolment-failure';
import { enrolmentIdentityRules } from './enrolment-identity';
import { enrolmentRules } from './enrolment';
import { licenceRules } from './licence';
import { machineRules } from './machine';
import { managementExtensionRules } from './management-extension';
import { mdmSyncRules } from './mdm-sync';
import { pendingRestartRules } from './pending-restart';
import { protectionRules } from './protection';
import { securityChipRules } from './security-chip';
import { setupStatusRules } from './setup-status';
import { updateRules } from './updates';
import { windowsRecoveryRules } from './windows-recovery';
import { windowsVersionRules } from './windows-version';

/** Management, set-up, and what a PC needs for a way back. */
export const managementRules: readonly Rule[] = [
  ...enrolmentFailureRules,
  ...enrolmentRules,
  ...enrolmentIdentityRules,
  ...mdmSyncRules,
  ...managementExtensionRules,
  ...autopilotRules,
  ...autopilotIdentityRules,
  ...setupStatusRules,
  ...devicePreparationRules,
  ...windowsRecoveryRules,
  ...encryptionRules,
  ...dataProtectionRules,
  ...windowsVersionRules,
  ...pendingRestartRules,
  ...updateRules,
  ...securityChipRules,
  ...licenceRules,
  ...coManagementRules,
  ...cloudPcRules,
  ...protectionRules,
  ...machineRules,
];
