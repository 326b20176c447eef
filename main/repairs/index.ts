import { cancelRestart } from './library/cancel-restart';
import { checkInCompanyPortal } from './library/check-in-company-portal';
import { collectMdmDiagnostics } from './library/collect-mdm-diagnostics';
import { enableRecovery } from './library/enable-recovery';
import { escrowRecoveryKey } from './library/escrow-recovery-key';
import { exportHardwareHash } from './library/export-hardware-hash';
import { flushDns } from './library/flush-dns';
import { leaveAndRejoin } from './library/leave-and-rejoin';
import { settingsRepairs } from './library/open-settings';
import { reconnectDrives } from './library/reconnect-drives';
import { refreshGroupPolicy } from './library/refresh-group-policy';
import { refreshPrt } from './library/refresh-prt';
import { registerBroker } from './library/register-broker';
import { removeStaleAccount } from './library/remove-stale-account';
import { renewDhcp } from './library/renew-dhcp';
import { renewKerberosTickets } from './library/renew-kerberos-tickets';
import { resetServicesProxy } from './library/reset-services-proxy';
import { restartSpooler } from './library/restart-spooler';
import { forgetResume, resumeAfterSignIn } from './library/resume-entry';
import { resyncClock } from './library/resync-clock';
import { runJoinTask } from './library/run-join-task';
import { scheduleRestart } from './library/schedule-restart';
import { signOutStaleAccounts } from './library/sign-out-stale-accounts';
import { startServices } from './library/start-services';
import { syncMdm } from './library/sync-mdm';
import { syncMdmByTask } from './library/sync-mdm-by-task';
import type { Repair } from './repair';

/** Everything that may be changed on a device, in the order it is offered: the harmless ones first. */
export const repairs: readonly Repair[] = [
  refreshPrt,
  renewKerberosTickets,
  registerBroker,
  signOutStaleAccounts,
  removeStaleAccount,
  flushDns,
  renewDhcp,
  resetServicesProxy,
  resyncClock,
  startServices,
  syncMdm,
  syncMdmByTask,
  checkInCompanyPortal,
  runJoinTask,
  leaveAndRejoin,
  refreshGroupPolicy,
  reconnectDrives,
  restartSpooler,
  enableRecovery,
  escrowRecoveryKey,
  collectMdmDiagnostics,
  exportHardwareHash,
  ...settingsRepairs,
  scheduleRestart,
  cancelRestart,
  resumeAfterSignIn,
  forgetResume,
];

const byId: ReadonlyMap<string, Repair> = new Map(repairs.map((repair) => [repair.id, repair]));

export const repairById = (id: string): Repair | null => byId.get(id) ?? null;
