import { expect, it } from 'vitest';
import { secureChannelRules } from '../../../main/core/rules/secure-channel';
import { judge } from '../make';
import { cloudLaptop, hybridAtHome, hybridAtWork } from './make-device';
import { minutesAgo, tickets } from './make-readings';
import { proveFamily } from './prove';

const channel = (
  state: 'healthy' | 'broken' | 'unreachable',
  number: number,
  complaints: { id: number; at: number | null }[] = [],
) => ({
  'secure-channel': {
    state,
    controller: null,
    status: { number, symbol: 'ERROR' },
    complaints,
  },
});
const refused = [
  { id: 3210, at: minutesAgo(30) },
  { id: 5721, at: minutesAgo(600) },
];

proveFamily(
  secureChannelRules,
  [
    [
      'secure-channel-broken',
      hybridAtWork({ facts: channel('broken', 1789) }),
      { severity: 'broken', certainty: 'proved', owner: 'directory', codes: ['1789'] },
    ],
    [
      'computer-account-gone',
      hybridAtWork({ facts: channel('broken', 1787) }),
      { severity: 'broken', codes: ['1787'] },
    ],
    [
      'secure-channel-refused-before',
      hybridAtHome({ facts: channel('unreachable', 1311, refused) }),
      { severity: 'attention', certainty: 'likely' },
    ],
  ],
  [
    ['secure-channel-broken', 'out of reach is not broken', hybridAtHome()],
    [
      'secure-channel-broken',
      'a PC in no domain has no channel',
      cloudLaptop({ facts: channel('broken', 1789) }),
    ],
    [
      'secure-channel-refused-before',
      'it is healthy now',
      hybridAtWork({ facts: channel('healthy', 0, refused) }),
    ],
    [
      'secure-channel-refused-before',
      'that was long ago',
      hybridAtHome({
        facts: channel(
          'unreachable',
          1311,
          refused.map(({ id }) => ({ id, at: minutesAgo(20_000) })),
        ),
      }),
    ],
    [
      'secure-channel-refused-before',
      'once may be a controller that was just being restarted',
      hybridAtHome({ facts: channel('unreachable', 1311, refused.slice(0, 1)) }),
    ],
    [
      'secure-channel-refused-before',
      'a PC in no domain has no channel',
      cloudLaptop({ facts: channel('unreachable', 1311, refused) }),
    ],
    [
      'secure-channel-refused-before',
      'no controller in reach is no refusal',
      hybridAtHome({
        facts: channel('unreachable', 1311, [
          { id: 5719, at: minutesAgo(10) },
          { id: 5719, at: minutesAgo(20) },
        ]),
      }),
    ],
  ],
);

it('is the root cause of a missing ticket', () => {
  const device = hybridAtWork({
    facts: { ...channel('broken', 1789), 'kerberos-tickets': tickets() },
  });
  const { rootCause, findings } = judge(device);
  expect(rootCause).toBe('secure-channel-broken');
  expect(findings.find(({ id }) => id === 'kerberos-ticket-missing')?.causedBy).toBe(rootCause);
});
