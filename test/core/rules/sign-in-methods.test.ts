import { signInMethodRules } from '../../../main/core/rules/sign-in-methods';
import { cloudLaptop, domainAtWork, hybridAtWork } from './make-device';
import { proveFamily } from './prove';

const fromNothing = { 'User State': 'CanReset : DestructiveOnly' };
const keysOff = { 'security-keys': { group: false, mdm: null, allowed: 'no' as const } };
const link = (
  offered: 'yes' | 'no',
  ...blockers: ('no-lock-screen' | 'smart-card-required')[]
) => ({ 'password-reset-link': { offered, blockers } });
const method = (name: 'security-key' | 'pin') => ({
  'last-sign-in': { user: null, account: null, sid: null, method: name },
});

proveFamily(
  signInMethodRules,
  [
    [
      'pin-reset-starts-from-nothing',
      cloudLaptop({ extra: fromNothing }),
      { severity: 'notice', owner: 'tenant' },
    ],
    [
      'pin-reset-service-not-effective',
      cloudLaptop({ extra: fromNothing }),
      { severity: 'notice', certainty: 'likely' },
    ],
    [
      'pin-reset-page-not-allowed',
      hybridAtWork({ rows: { EnterprisePrt: 'YES' } }),
      { severity: 'notice' },
    ],
    [
      'security-key-switched-off',
      cloudLaptop({ facts: { ...keysOff, ...method('security-key') } }),
      { severity: 'attention', certainty: 'likely' },
    ],
    ['security-keys-not-allowed', cloudLaptop({ facts: keysOff }), { severity: 'notice' }],
    ['password-reset-link-missing', cloudLaptop({ facts: link('no') }), { severity: 'notice' }],
    [
      'password-reset-link-blocked',
      cloudLaptop({ facts: link('yes', 'no-lock-screen', 'smart-card-required') }),
      { severity: 'notice', values: { blocker: 'no_lock_screen', count: 2 } },
    ],
  ],
  [
    [
      'pin-reset-starts-from-nothing',
      'it keeps the keys',
      cloudLaptop({ extra: { 'User State': 'CanReset : DestructiveAndNonDestructive' } }),
    ],
    [
      'pin-reset-page-not-allowed',
      'no sign-in server of the company’s own is known',
      cloudLaptop(),
    ],
    [
      'pin-reset-page-not-allowed',
      'the addresses were not readable',
      hybridAtWork({
        rows: { EnterprisePrt: 'YES' },
        facts: { 'pin-reset': { recoveryService: 'yes', webSignInHosts: null } },
      }),
    ],
    ['security-key-switched-off', 'somebody else uses a PIN', cloudLaptop({ facts: keysOff })],
    ['security-keys-not-allowed', 'no policy says anything', cloudLaptop()],
    ['password-reset-link-missing', 'a PC in no cloud', domainAtWork({ facts: link('no') })],
    [
      'password-reset-link-missing',
      'a local account is reset elsewhere',
      cloudLaptop({ facts: link('no'), rows: { 'Executing Account Name': 'LT-7\\admin' } }),
    ],
    ['password-reset-link-blocked', 'nothing is in the way', cloudLaptop({ facts: link('yes') })],
    [
      'pin-reset-starts-from-nothing',
      'there is no PIN',
      cloudLaptop({ rows: { NgcSet: 'NO' }, extra: fromNothing }),
    ],
    [
      'pin-reset-starts-from-nothing',
      'a PC in no cloud',
      cloudLaptop({ rows: { AzureAdJoined: 'NO' }, extra: fromNothing }),
    ],
    [
      'pin-reset-service-not-effective',
      'nobody asked for it',
      cloudLaptop({
        extra: fromNothing,
        facts: { 'pin-reset': { recoveryService: 'unknown', webSignInHosts: [] } },
      }),
    ],
    ['pin-reset-service-not-effective', 'nothing is known of its effect', cloudLaptop()],
    [
      'pin-reset-service-not-effective',
      'there is no PIN',
      cloudLaptop({ rows: { NgcSet: 'NO' }, extra: fromNothing }),
    ],
    [
      'pin-reset-page-not-allowed',
      'the service is off',
      hybridAtWork({
        rows: { EnterprisePrt: 'YES' },
        facts: { 'pin-reset': { recoveryService: 'no', webSignInHosts: [] } },
      }),
    ],
    [
      'security-key-switched-off',
      'no policy says anything',
      cloudLaptop({ facts: method('security-key') }),
    ],
    ['security-keys-not-allowed', 'a PC in no cloud', domainAtWork({ facts: keysOff })],
    [
      'password-reset-link-blocked',
      'a PC in no cloud',
      domainAtWork({ facts: link('yes', 'no-lock-screen') }),
    ],
    [
      'password-reset-link-blocked',
      'nobody offers it',
      cloudLaptop({ facts: link('no', 'no-lock-screen') }),
    ],
  ],
);
