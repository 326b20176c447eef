import type { Guide } from '../guide';
import { chipNotReady } from './deployment/chip-not-ready';
import { coManagementStuck } from './deployment/co-management-stuck';
import { deviceGoneFromCloud } from './deployment/device-gone-from-cloud';
import { handOverDevice } from './deployment/hand-over-device';
import { localAutopilotReset } from './deployment/local-autopilot-reset';
import { preflight } from './deployment/preflight';
import { reEnrolManagement } from './deployment/re-enrol-management';
import { repairHybridJoin } from './deployment/repair-hybrid-join';
import { repairRecovery } from './deployment/repair-recovery';
import { signOff } from './deployment/sign-off';
import { watchSetUp } from './deployment/watch-set-up';
import { afterReset } from './my-device/after-reset';
import { appsAskForSignIn } from './my-device/apps-ask-for-sign-in';
import { cloudPcStuck } from './my-device/cloud-pc-stuck';
import { companyThingsUnreachable } from './my-device/company-things-unreachable';
import { forgotPassword } from './my-device/forgot-password';
import { forgotPin } from './my-device/forgot-pin';
import { helloStopped } from './my-device/hello-stopped';
import { newPcDay } from './my-device/new-pc-day';
import { notCompliant } from './my-device/not-compliant';
import { prepareReset } from './my-device/prepare-reset';
import { recoveryKeyAsked } from './my-device/recovery-key-asked';
import { removeOldWorkAccount } from './my-device/remove-old-work-account';
import { resetThisPc } from './my-device/reset-this-pc';
import { vpnAndDomain } from './my-device/vpn-and-domain';
import { wrongTime } from './my-device/wrong-time';

/** Every guide, in the order it is offered. One file per guide, in the folder of its home seat. */
export const guides: readonly Guide[] = [
  appsAskForSignIn,
  forgotPassword,
  forgotPin,
  helloStopped,
  recoveryKeyAsked,
  notCompliant,
  companyThingsUnreachable,
  vpnAndDomain,
  wrongTime,
  removeOldWorkAccount,
  prepareReset,
  resetThisPc,
  afterReset,
  newPcDay,
  cloudPcStuck,
  preflight,
  watchSetUp,
  localAutopilotReset,
  repairHybridJoin,
  reEnrolManagement,
  deviceGoneFromCloud,
  repairRecovery,
  chipNotReady,
  coManagementStuck,
  handOverDevice,
  signOff,
];

const byId: ReadonlyMap<string, Guide> = new Map(guides.map((guide) => [guide.id, guide]));

export const guideById = (id: string): Guide | null => byId.get(id) ?? null;
