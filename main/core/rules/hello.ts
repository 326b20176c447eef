import type { Rule } from '../finding';
import { isEntraJoined } from '../join';
import { subjectOf } from '../subject';
import { registrationOf, rowsOf } from './evidence';
import { sources } from './sources';

const about = {
  link: 'hello',
  severity: 'attention',
  certainty: 'proved',
  guide: null,
  source: sources.hello,
  explains: [],
} as const;

/** Hello is wanted and not there, and this is the first condition that is not met. */
const firstBlocker = (rule: Omit<Rule, 'when'>, ...labels: string[]): Rule => ({
  ...rule,
  when: (snapshot) => {
    const registration = registrationOf(snapshot);
    const { hello, ngc } = registration ?? {};
    if (!registration || hello?.policyEnabled !== 'yes' || ngc?.set !== 'no') return null;
    const [first = ''] = hello.blockers;
    if (hello.result !== 'will-not-provision' || !labels.includes(first)) return null;
    return { evidence: rowsOf(registration, first, 'CertEnrollment', 'NgcSet', 'PreReqResult') };
  },
});

export const helloRules: readonly Rule[] = [
  firstBlocker(
    { ...about, id: 'hello-waits-for-certificate-service', owner: 'directory' },
    'AdfsRaIsReady',
    'LogonCertTemplateReady',
  ),
  firstBlocker(
    { ...about, id: 'hello-waits-for-cloud-ticket', certainty: 'likely', owner: 'tenant' },
    'OnPremTGT',
    'CloudTGT',
  ),
  {
    // Certificate trust through AD FS: without its token Hello can never be set up.
    ...about,
    id: 'hello-waits-for-adfs-token',
    owner: 'directory',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const { hello, ngc } = registration ?? {};
      if (!registration || hello?.policyEnabled !== 'yes' || ngc?.set === 'yes') return null;
      if (!hello.blockers.includes('AdfsRefreshToken')) return null;
      if (hello.blockers[0] !== 'AdfsRefreshToken') return null;
      return {
        evidence: rowsOf(
          registration,
          'AdfsRefreshToken',
          'EnterprisePrt',
          'CertEnrollment',
          'PreReqResult',
        ),
      };
    },
  },
  {
    ...about,
    id: 'hello-device-not-eligible',
    severity: 'notice',
    owner: 'technician',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const { hello } = registration ?? {};
      if (!registration || hello?.policyEnabled !== 'yes' || hello.deviceEligible !== 'no')
        return null;
      return { evidence: rowsOf(registration, 'PolicyEnabled', 'DeviceEligible', 'PreReqResult') };
    },
  },
  {
    // An error is normal without a logon session and in an elevated prompt; elsewhere the broker is broken.
    ...about,
    id: 'account-broker-broken',
    link: 'prt',
    certainty: 'likely',
    owner: 'technician',
    source: sources.dsregcmd,
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (registration?.wam.defaultSet !== 'error') return null;
      if (isEntraJoined(registration) !== true) return null;
      const subject = subjectOf(registration);
      const person = subject.kind === 'entra-user' || subject.kind === 'domain-user';
      if (!person || subject.session !== 'interactive' || subject.elevated !== false) return null;
      const { code } = registration.wam;
      return { evidence: rowsOf(registration, 'WamDefaultSet'), codes: code ? [code] : [] };
    },
  },
  {
    ...about,
    id: 'personal-account-is-default',
    link: 'prt',
    severity: 'notice',
    owner: 'user',
    source: sources.dsregcmd,
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration) return null;
      const { provider, authority } = registration.wam;
      if (provider !== 'MicrosoftAccount' && authority !== 'consumers') return null;
      return { evidence: rowsOf(registration, 'WamDefaultAuthority', 'WamDefaultGUID') };
    },
  },
];
