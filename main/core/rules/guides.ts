import type { Rule } from '../finding';

/** Which findings lead to which guide. A finding without a line here is for somebody else to put right. */
const findingsOf: Readonly<Record<string, readonly string[]>> = {
  'apps-ask-for-sign-in': ['prt-missing', 'prt-expired', 'prt-stale', 'work-account-without-token'],
  'forgot-password': ['password-reset-link-missing', 'password-reset-link-blocked'],
  'forgot-pin': [
    'pin-reset-starts-from-nothing',
    'pin-reset-page-not-allowed',
    'pin-reset-service-not-effective',
  ],
  'hello-stopped': [
    'hello-sign-in-failing',
    'hello-set-up-skipped',
    'hello-key-registration-failing',
    'hello-waits-for-cloud-ticket',
    'hello-service-disabled',
  ],
  'recovery-key-asked': ['recovery-key-not-saved', 'recovery-key-unproved'],
  'not-compliant': [
    'access-device-not-compliant',
    'encryption-demanded-but-off',
    'firewall-off',
    'antivirus-off',
    'antivirus-outdated',
    'management-sync-late',
    'management-sync-lost',
  ],
  'company-things-unreachable': [
    'drives-unreachable',
    'drives-waiting',
    'printers-of-server-offline',
    'printer-list-silent',
    'kerberos-ticket-missing',
    'controller-not-in-reach',
  ],
  'vpn-and-domain': [
    'vpn-not-connected',
    'vpn-connected-without-controller',
    'company-network-not-recognised',
  ],
  'wrong-time': [
    'clock-far-off',
    'clock-not-synchronised',
    'clock-follows-itself',
    'clock-correction-refused',
    'time-service-stopped',
    'time-zone-never-set',
  ],
  'remove-old-work-account': ['registered-twice', 'extra-work-account', 'work-account-left-over'],
  'prepare-reset': [
    'folders-only-on-this-pc',
    'onedrive-not-signed-in',
    'reset-lacks-space',
    'reset-loses-browser-data',
    'reset-loses-downloads',
    'reset-loses-drives',
    'reset-loses-mail-files',
    'reset-loses-printers',
    'reset-needs-mains',
    'reset-broken-by-update',
  ],
  'watch-set-up': [
    'still-in-setup',
    'setup-app-failed',
    'setup-timed-out',
    'device-preparation-failed',
    'domain-join-waiting',
  ],
  preflight: ['autopilot-profile-not-assigned', 'autopilot-not-registered', 'windows-home-edition'],
  'repair-hybrid-join': [
    'join-failed',
    'join-key-failed',
    'join-task-disabled',
    'join-task-missing',
    'join-stale-registration',
    'join-waiting-for-sync',
    'join-record-left-over',
  ],
  're-enrol-management': [
    'enrolment-missing',
    'enrolment-failed',
    'enrolment-orphan',
    'enrolment-old-one-in-the-way',
    'enrolment-not-in-force',
    'management-tasks-missing',
  ],
  'device-gone-from-cloud': ['device-disabled-or-deleted'],
  'repair-recovery': [
    'recovery-switched-off',
    'recovery-not-found',
    'recovery-records-differ',
    'recovery-operation-waiting',
  ],
  'chip-not-ready': [
    'chip-not-ready',
    'chip-locked',
    'chip-switched-off',
    'chip-firmware-weak',
    'chip-cannot-attest',
    'attestation-key-refused',
    'autopilot-chip-cannot-prove',
  ],
  'co-management-stuck': [
    'provisioning-mode-stuck',
    'co-management-not-enrolled',
    'co-management-values-differ',
  ],
};

export const guided: ReadonlyMap<string, string> = new Map(
  Object.entries(findingsOf).flatMap(([guide, ids]) => ids.map((id) => [id, guide] as const)),
);

/** The rule with its guide: written once here, where the whole list can be seen. */
export const withGuide = (rule: Rule): Rule => ({
  ...rule,
  guide: guided.get(rule.id) ?? rule.guide,
});
