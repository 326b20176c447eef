import type { HelloEvent } from '../../../main/core/facts/sign-in';
import { helloEventRules } from '../../../main/core/rules/hello-events';
import { cloudLaptop } from './make-device';
import { helloPolicy, minutesAgo } from './make-readings';
import { proveFamily } from './prove';

const event = (step: HelloEvent['step'], minutes: number, code: string | null): HelloEvent => ({
  id: step === 'sign-in-failed' ? 7001 : 301,
  at: minutesAgo(minutes),
  step,
  code,
  answers: [],
});
const log = (...events: HelloEvent[]) => ({ 'hello-events': { events, cut: false } });
const failed = (minutes: number) => event('key-registration-failed', minutes, '0x801c044d');
const wrongPins = (count: number) =>
  log(...Array.from({ length: count }, () => event('sign-in-failed', 30, null)));
const keys = (tpmProtected: 'yes' | 'no' | 'unknown') => ({
  'hello-keys': {
    keys: [{ sid: 'S-1', relyingParty: 'x', tenantId: null, user: null, tpmProtected }],
  },
});
const noPin = { NgcSet: 'NO' };

proveFamily(
  helloEventRules,
  [
    [
      'hello-key-registration-failing',
      cloudLaptop({ rows: noPin, facts: log(failed(10), failed(20)) }),
      { severity: 'attention', owner: 'tenant', codes: ['0x801c044d'] },
    ],
    ['hello-sign-in-failing', cloudLaptop({ facts: wrongPins(5) }), { severity: 'notice' }],
    [
      'hello-set-up-skipped',
      cloudLaptop({ rows: noPin, facts: log(event('provisioning-ended', 20, '0x801c044f')) }),
      { severity: 'notice', owner: 'user' },
    ],
    ['hello-key-in-software', cloudLaptop({ facts: keys('no') }), { severity: 'notice' }],
    [
      'hello-key-in-software',
      cloudLaptop({
        facts: { ...keys('no'), 'hello-policy': helloPolicy({ tpmRequired: true }) },
      }),
      { severity: 'attention' },
    ],
  ],
  [
    [
      'hello-key-registration-failing',
      'it worked in the end',
      cloudLaptop({
        rows: noPin,
        facts: log(event('key-registered', 5, null), failed(10), failed(20)),
      }),
    ],
    [
      'hello-key-registration-failing',
      'there is a PIN',
      cloudLaptop({ facts: log(failed(10), failed(20)) }),
    ],
    ['hello-sign-in-failing', 'people mistype', cloudLaptop({ facts: wrongPins(4) })],
    [
      'hello-set-up-skipped',
      'it ended for another reason',
      cloudLaptop({ rows: noPin, facts: log(event('provisioning-ended', 20, '0x801c0451')) }),
    ],
    [
      'hello-key-in-software',
      'where the key is was not told',
      cloudLaptop({ facts: keys('unknown') }),
    ],
    [
      'hello-key-registration-failing',
      'a PC in no cloud registers no key',
      cloudLaptop({
        rows: { ...noPin, AzureAdJoined: 'NO' },
        facts: log(failed(10), failed(20)),
      }),
    ],
  ],
);
