import { clockRules } from '../../../main/core/rules/clock';
import { soonAfter } from '../make';
import { cloudLaptop, hybridAtHome, hybridAtWork } from './make-device';
import { sync } from './make-readings';
import { proveFamily } from './prove';

const lost = sync({ leap: 3, stratum: 0, reference: 'none', synchronised: 'no' });
const clock = (parts: Parameters<typeof sync>[0]) =>
  cloudLaptop({ facts: { 'clock-sync': sync(parts) } });

proveFamily(
  clockRules,
  [
    ['clock-not-synchronised', hybridAtHome(), { severity: 'notice' }],
    [
      'clock-not-synchronised',
      hybridAtWork({ facts: { 'clock-sync': lost } }),
      { severity: 'attention', link: 'clock' },
    ],
    ['clock-follows-itself', clock({ reference: 'local', stratum: 1 }), { severity: 'notice' }],
    [
      'clock-follows-host',
      hybridAtWork({ facts: { 'clock-sync': sync({ reference: 'host' }) } }),
      { severity: 'notice' },
    ],
    [
      'clock-check-old',
      clock({ secondsSinceSync: 20 * 86_400 }),
      { severity: 'notice', values: { days: 20 } },
    ],
    ['clock-correction-refused', clock({ lastError: 3 }), { severity: 'attention' }],
    [
      'clock-far-off',
      clock({ offsetSeconds: -840 }),
      { severity: 'attention', certainty: 'proved', values: { minutes: 14 } },
    ],
    [
      'clock-before-last-sign-in',
      cloudLaptop({ observedAt: soonAfter - 3 * 3_600_000 }),
      { severity: 'attention', owner: 'user' },
    ],
  ],
  [
    ['clock-far-off', 'Kerberos forgives five minutes', clock({ offsetSeconds: 299 })],
    ['clock-check-old', 'two weeks have not passed', clock({ secondsSinceSync: 13 * 86_400 })],
    ['clock-follows-host', 'in no domain nobody else sets it', clock({ reference: 'host' })],
    ['clock-correction-refused', 'there was just no data', clock({ lastError: 1 })],
    [
      'clock-before-last-sign-in',
      'a pasted text brings no clock',
      cloudLaptop({ observedAt: soonAfter - 3 * 3_600_000, origin: 'text' }),
    ],
    [
      'clock-follows-itself',
      'that it follows nothing is said already',
      clock({ reference: 'local', synchronised: 'no' }),
    ],
  ],
);
