import type { Rule } from '../finding';
import { valueOf } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact, registrationOf, rowsOf } from './evidence';
import { inEntra, isPerson } from './expected';

const about = {
  link: 'hello',
  severity: 'notice',
  certainty: 'proved',
  owner: 'tenant',
  guide: null,
  source: deviceSources.pinReset,
  explains: [],
} as const;

const onlyFromNothing = 'DestructiveOnly';

/** Ways back in, before somebody needs them. Nothing here stops work today unless it says so. */
export const signInMethodRules: readonly Rule[] = [
  {
    ...about,
    id: 'pin-reset-starts-from-nothing',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (!registration || registration.ngc.set !== 'yes' || !inEntra(snapshot)) return null;
      if (registration.ngc.canReset !== onlyFromNothing) return null;
      return { evidence: rowsOf(registration, 'CanReset', 'NgcSet') };
    },
  },
  {
    ...about,
    id: 'pin-reset-service-not-effective',
    certainty: 'likely',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const reset = valueOf(snapshot, 'pin-reset');
      if (!registration || reset?.recoveryService !== 'yes') return null;
      if (registration.ngc.set !== 'yes' || registration.ngc.canReset !== onlyFromNothing)
        return null;
      return {
        evidence: [
          fact('pin-reset', 'recoveryService', 'yes'),
          ...rowsOf(registration, 'CanReset'),
        ],
      };
    },
  },
  {
    // A token of the company's own sign-in server proves that its sign-in page is federated.
    ...about,
    id: 'pin-reset-page-not-allowed',
    certainty: 'likely',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const reset = valueOf(snapshot, 'pin-reset');
      if (!registration || reset?.recoveryService !== 'yes') return null;
      if (reset.webSignInHosts?.length !== 0 || registration.enterprisePrt.present !== 'yes')
        return null;
      return {
        evidence: [
          fact('pin-reset', 'webSignInHosts', ''),
          ...rowsOf(registration, 'EnterprisePrt', 'EnterprisePrtAuthority'),
        ],
      };
    },
  },
  {
    ...about,
    id: 'security-key-switched-off',
    severity: 'attention',
    certainty: 'likely',
    source: deviceSources.securityKeys,
    explains: ['security-keys-not-allowed'],
    when: (snapshot) => {
      const keys = valueOf(snapshot, 'security-keys');
      const last = valueOf(snapshot, 'last-sign-in');
      if (keys?.allowed !== 'no' || last?.method !== 'security-key') return null;
      return {
        evidence: [
          fact('security-keys', 'allowed', 'no'),
          fact('last-sign-in', 'method', last.method),
        ],
      };
    },
  },
  {
    ...about,
    id: 'security-keys-not-allowed',
    source: deviceSources.securityKeys,
    when: (snapshot) => {
      const keys = valueOf(snapshot, 'security-keys');
      if (keys?.allowed !== 'no' || !inEntra(snapshot)) return null;
      return {
        evidence: [
          fact('security-keys', 'group', keys.group),
          fact('security-keys', 'mdm', keys.mdm),
        ],
      };
    },
  },
  {
    ...about,
    id: 'password-reset-link-missing',
    source: deviceSources.passwordReset,
    when: (snapshot) => {
      const link = valueOf(snapshot, 'password-reset-link');
      if (link?.offered !== 'no' || !inEntra(snapshot) || !isPerson(snapshot)) return null;
      return { evidence: [fact('password-reset-link', 'offered', 'no')] };
    },
  },
  {
    ...about,
    id: 'password-reset-link-blocked',
    owner: 'directory',
    source: deviceSources.passwordReset,
    when: (snapshot) => {
      const link = valueOf(snapshot, 'password-reset-link');
      const [first] = link?.blockers ?? [];
      if (link?.offered !== 'yes' || first === undefined || !inEntra(snapshot)) return null;
      return {
        evidence: link.blockers.map((blocker) => fact('password-reset-link', 'blocker', blocker)),
        // Selectors of a message cannot hold a hyphen.
        values: { blocker: first.replaceAll('-', '_'), count: link.blockers.length },
      };
    },
  },
];
