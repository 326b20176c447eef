import type { Question } from './question';

const account = [
  'prt-account-disabled',
  'prt-account-locked',
  'prt-password-expired',
  'prt-password-refused',
  'prt-user-unknown',
] as const;
const signInService = ['prt-federation', 'prt-service-busy', 'sign-in-federation-failing'] as const;
const deviceGone = [
  'cloud-device-disabled',
  'cloud-device-missing',
  'device-disabled-or-deleted',
  'prt-device-rejected',
] as const;
const ownClock = [
  'clock-before-last-sign-in',
  'clock-correction-refused',
  'clock-far-off',
  'device-certificate-not-yet-valid',
] as const;
const notEnrolled = [
  'enrolment-blocked-by-manager',
  'enrolment-cancelled',
  'enrolment-edition-unsuitable',
  'enrolment-failed',
  'enrolment-kind-blocked',
  'enrolment-missing',
  'enrolment-no-connection',
  'enrolment-no-licence',
  'enrolment-not-in-scope',
  'enrolment-tenant-misconfigured',
  'enrolment-too-many-devices',
  'enrolment-user-not-allowed',
] as const;
const onPremises = ['domain-controller', 'vpn', 'kerberos', 'file-server'] as const;
/** They may be there for weeks before anybody notices: no symptom tells them from what is looked for. */
const silent = ['licence', 'protection', 'updates', 'encryption', 'recovery', 'apps'] as const;

/**
 * What can be asked without any connection, the easiest first. The order only decides between questions that
 * split the remaining causes equally well.
 */
export const questions: readonly Question[] = [
  {
    id: 'page-opens',
    effort: 1,
    works: 'internet',
    either: ['proxy-tls', 'name-service', 'no-way-out'],
    no: ['no-name-servers', 'no-address-given'],
  },
  {
    id: 'clock-right',
    effort: 1,
    no: ownClock,
    either: ['time-service-disabled'],
    rest: 'yes',
  },
  {
    id: 'apps-sign-in',
    effort: 1,
    works: 'prt',
    no: ['account-broker-broken', 'broker-package-missing', 'broker-service-disabled'],
    either: ['compliance', 'mdm'],
  },
  {
    id: 'web-sign-in',
    effort: 1,
    works: 'entra-reachable',
    no: [...account, ...signInService, 'sign-in-refused-repeatedly'],
    either: ['compliance', 'prt-more-proof-needed', 'prt-blocked-by-policy'],
  },
  {
    id: 'files-open',
    effort: 1,
    works: 'file-server',
    no: ['workstation-service-stopped', 'kerberos-ticket-missing', 'on-premises-ticket-missing'],
    either: ['enterprise-prt', 'join-setup'],
  },
  {
    id: 'pin-works',
    effort: 1,
    works: 'hello',
    no: ['hello'],
    either: ['security-key-switched-off', 'prt', 'enterprise-prt', 'device-key'],
  },
  {
    id: 'others-too',
    effort: 1,
    yes: [...signInService, 'join-service-busy', 'no-name-servers', 'proxy-script-unreachable'],
    no: ['device-key', 'device-accepted', ...ownClock, ...account, 'apps', 'recovery', 'licence'],
    rest: 'either',
  },
  {
    id: 'says-locked',
    effort: 2,
    yes: ['prt-account-locked', 'prt-account-disabled'],
    rest: 'no',
  },
  { id: 'says-disabled', effort: 2, yes: ['prt-account-disabled'], rest: 'no' },
  {
    id: 'says-wrong-password',
    effort: 2,
    yes: ['prt-password-refused', 'enrolment-sign-in-refused'],
    either: ['prt-user-unknown', 'sign-in-refused-repeatedly'],
    rest: 'no',
  },
  { id: 'says-expired', effort: 2, yes: ['prt-password-expired'], rest: 'no' },
  {
    id: 'says-more-proof',
    effort: 2,
    yes: ['prt-more-proof-needed'],
    either: ['prt-sign-in-again', 'prt-blocked-by-policy', 'compliance'],
    rest: 'no',
  },
  {
    id: 'says-not-allowed',
    effort: 2,
    yes: ['prt-blocked-by-policy', 'access-blocked-by-policy', 'access-device-not-compliant'],
    either: ['compliance', 'access-device-not-joined', 'access-needs-managed-device', 'mdm'],
    rest: 'no',
  },
  {
    id: 'says-device-gone',
    effort: 2,
    yes: deviceGone,
    either: ['device-registration'],
    rest: 'no',
  },
  {
    id: 'password-changed',
    effort: 1,
    yes: ['prt-password-refused', 'prt-sign-in-again', 'kerberos-ticket-missing'],
    no: ['prt-password-expired'],
    rest: 'either',
  },
  {
    id: 'repaired',
    effort: 1,
    yes: ['device-key-lost', 'device-recovery-pending', 'prt-key-unusable', 'chip-needs-clearing'],
    rest: 'either',
  },
  {
    id: 'company-network',
    effort: 1,
    no: ['controller-silent-on-company-network'],
    yes: ['vpn-connected-without-controller'],
    rest: 'either',
  },
  {
    id: 'account-connected',
    effort: 2,
    works: 'device-registration',
    no: ['expected-but-not-joined', 'access-device-not-joined'],
    either: ['join-setup', 'entra-reachable', 'device-registration', 'domain-controller', 'vpn'],
    yes: ['registered-twice', 'expected-other-tenant', 'enterprise-prt', ...silent],
  },
  {
    id: 'account-managed',
    effort: 2,
    no: notEnrolled,
    either: [
      'mdm',
      'device-registration',
      'join-setup',
      'co-management',
      'expected-but-not-joined',
    ],
    rest: 'yes',
  },
  {
    id: 'company-portal-fine',
    effort: 2,
    works: 'compliance',
    no: ['access-device-not-compliant', 'cloud-not-compliant', ...notEnrolled],
    either: ['mdm', 'device-registration', ...silent],
  },
  {
    id: 'security-green',
    effort: 2,
    no: ['antivirus-off', 'defender-watching-off', 'firewall-off', 'firewall-service-stopped'],
    either: ['encryption', 'threat-sensor-stopped'],
    rest: 'yes',
  },
  { id: 'not-activated', effort: 1, yes: ['licence'], rest: 'no' },
  {
    id: 'updates-fail',
    effort: 2,
    yes: ['updates'],
    either: ['internet', 'proxy-tls'],
    rest: 'no',
  },
  { id: 'drive-red', effort: 2, yes: ['system-drive-full'], rest: 'no' },
  { id: 'apps-missing', effort: 1, yes: ['apps'], either: ['mdm', 'co-management'], rest: 'no' },
  { id: 'chip-message', effort: 2, yes: ['encryption'], either: ['device-key'], rest: 'no' },
  {
    id: 'address-made-up',
    effort: 3,
    yes: ['no-address-given'],
    rest: 'no',
  },
  {
    id: 'gateway-there',
    effort: 3,
    no: ['no-address-given', 'no-way-out'],
    rest: 'yes',
  },
  {
    id: 'row-domain-joined',
    effort: 3,
    yes: [...onPremises, 'join-setup', 'enterprise-prt', 'co-management'],
    no: ['registered-twice'],
    either: ['hello'],
    rest: 'either',
  },
  {
    id: 'row-joined',
    effort: 3,
    works: 'device-registration',
    no: ['expected-but-not-joined', 'access-device-not-joined', 'join-record-missing'],
    either: ['join-setup', 'entra-reachable', 'domain-controller', 'vpn', 'device-registration'],
    yes: [...silent, 'device-certificate-missing'],
  },
  {
    id: 'row-key-test',
    effort: 3,
    works: 'device-key',
    no: ['device-key-lost', 'key-service-disabled'],
    either: ['device-registration', 'join-setup', 'entra-reachable', 'domain-controller', 'vpn'],
  },
  {
    id: 'row-device-auth',
    effort: 3,
    works: 'device-accepted',
    no: deviceGone,
    either: ['device-registration', 'join-setup', 'entra-reachable', 'domain-controller', 'vpn'],
  },
  {
    id: 'row-token',
    effort: 3,
    works: 'prt',
    either: ['device-registration', 'join-setup', 'domain-controller', 'vpn', 'prt-expired'],
  },
];
