import type { HelloSettings } from '../facts/sign-in';
import type { Evidence, Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact, registrationOf, rowsOf } from './evidence';
import { inEntra } from './expected';

const about = {
  link: 'hello',
  severity: 'notice',
  certainty: 'proved',
  owner: 'directory',
  guide: null,
  source: deviceSources.helloPolicy,
  explains: [],
} as const;

/** Group policy's word and the management service's word, where both have spoken. */
const bothSay = (snapshot: Snapshot, setting: keyof HelloSettings): Evidence[] | null => {
  const policy = valueOf(snapshot, 'hello-policy');
  if (!policy) return null;
  const group = policy.groupUser[setting] ?? policy.group[setting];
  const mdm = policy.mdm.map((one) => one[setting]).find((value) => value !== null) ?? null;
  if (group === null || mdm === null || group === mdm) return null;
  return [
    fact('hello-policy', `group ${setting}`, group),
    fact('hello-policy', `mdm ${setting}`, mdm),
    fact('hello-policy', 'mdmWins', policy.mdmWins),
  ];
};

export const helloPolicyRules: readonly Rule[] = [
  {
    ...about,
    id: 'hello-policies-disagree',
    when: (snapshot) => {
      const evidence = bothSay(snapshot, 'enabled');
      const policy = valueOf(snapshot, 'hello-policy');
      if (!evidence || !policy || !inEntra(snapshot)) return null;
      return { evidence, values: { works: policy.effective.enabled === true ? 'yes' : 'no' } };
    },
  },
  {
    ...about,
    id: 'hello-in-use-but-off',
    severity: 'attention',
    certainty: 'likely',
    explains: ['hello-policies-disagree'],
    when: (snapshot) => {
      const policy = valueOf(snapshot, 'hello-policy');
      const registration = registrationOf(snapshot);
      if (!registration || policy?.effective.enabled !== false || !inEntra(snapshot)) return null;
      if (registration.ngc.set !== 'yes') return null;
      return {
        evidence: [
          fact('hello-policy', 'effective enabled', false),
          ...rowsOf(registration, 'NgcSet'),
        ],
      };
    },
  },
  {
    ...about,
    id: 'hello-trust-settings-disagree',
    source: deviceSources.cloudTrust,
    when: (snapshot) => {
      const effective = valueOf(snapshot, 'hello-policy')?.effective;
      if (effective?.cloudTrust !== true || effective.certificateTrust !== true) return null;
      return {
        evidence: [
          fact('hello-policy', 'cloudTrust', true),
          fact('hello-policy', 'certificateTrust', true),
        ],
      };
    },
  },
  {
    ...about,
    id: 'hello-needs-chip',
    owner: 'technician',
    when: (snapshot) => {
      const policy = valueOf(snapshot, 'hello-policy');
      const tpm = valueOf(snapshot, 'tpm');
      if (policy?.effective.tpmRequired !== true || tpm?.present !== 'no') return null;
      return {
        evidence: [fact('hello-policy', 'tpmRequired', true), fact('tpm', 'present', 'no')],
      };
    },
  },
];
