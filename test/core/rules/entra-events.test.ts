import type { EntraEvent } from '../../../main/core/facts/sign-in';
import { entraEventRules } from '../../../main/core/rules/entra-events';
import { cloudLaptop } from './make-device';
import { minutesAgo } from './make-readings';
import { proveFamily } from './prove';

const event = (parts: Partial<EntraEvent>): EntraEvent => ({
  id: 1081,
  at: minutesAgo(10),
  level: 2,
  code: null,
  entraErrors: [],
  target: null,
  correlationId: null,
  ...parts,
});
const log = (count: number, parts: Partial<EntraEvent>) => ({
  'entra-events': { events: Array.from({ length: count }, () => event(parts)), cut: false },
});
const noToken = { AzureAdPrt: 'NO', AzureAdPrtUpdateTime: null, AzureAdPrtExpiryTime: null };
const app = (error: string) => ({ id: 1098, code: '0xcaa5001c', entraErrors: [error] });

proveFamily(
  entraEventRules,
  [
    [
      'sign-in-refused-repeatedly',
      cloudLaptop({ facts: log(3, { entraErrors: ['AADSTS50126'] }) }),
      { severity: 'attention', certainty: 'likely', owner: 'user', codes: ['AADSTS50126'] },
    ],
    [
      'sign-in-not-reached',
      cloudLaptop({ facts: log(3, { id: 1084, code: '0x80072ee7' }) }),
      { severity: 'notice', owner: 'network' },
    ],
    [
      'sign-in-not-reached',
      cloudLaptop({ rows: noToken, facts: log(3, { id: 1084, code: '0x80072ee7' }) }),
      { severity: 'attention', link: 'entra-reachable' },
    ],
    [
      'sign-in-place-not-found',
      cloudLaptop({ facts: log(3, { id: 1086 }) }),
      { severity: 'notice' },
    ],
    [
      'sign-in-federation-failing',
      cloudLaptop({ facts: log(2, { id: 1088, code: '0xc00484c1' }) }),
      { severity: 'attention', owner: 'directory' },
    ],
    [
      'sign-in-without-credentials',
      cloudLaptop({ facts: log(3, { id: 1104, code: '0xc000005f' }) }),
      { severity: 'notice' },
    ],
    [
      'access-device-not-compliant',
      cloudLaptop({ facts: log(2, app('AADSTS53000')) }),
      { severity: 'attention', owner: 'tenant', link: 'compliance', codes: ['AADSTS53000'] },
    ],
    [
      'access-device-not-joined',
      cloudLaptop({ facts: log(2, app('AADSTS53001')) }),
      { severity: 'attention', owner: 'tenant' },
    ],
    [
      'access-blocked-by-policy',
      cloudLaptop({ facts: log(2, app('AADSTS53003')) }),
      { severity: 'attention', owner: 'tenant' },
    ],
    [
      'access-needs-managed-device',
      cloudLaptop({ facts: log(2, app('AADSTS530003')) }),
      { severity: 'attention', link: 'mdm' },
    ],
    [
      'access-wants-device-proof',
      cloudLaptop({ facts: log(5, app('AADSTS50097')) }),
      { severity: 'notice' },
    ],
    [
      'access-wants-more-proof',
      cloudLaptop({ facts: log(5, app('AADSTS50076')) }),
      { severity: 'notice', owner: 'user' },
    ],
  ],
  [
    [
      'sign-in-refused-repeatedly',
      'the token was renewed since',
      cloudLaptop({ facts: log(3, { at: minutesAgo(120) }) }),
    ],
    [
      'sign-in-refused-repeatedly',
      'twice is not repeatedly',
      cloudLaptop({ facts: log(2, { entraErrors: ['AADSTS50126'] }) }),
    ],
    [
      'sign-in-refused-repeatedly',
      'nobody knows when that was',
      cloudLaptop({ facts: log(9, { at: null }) }),
    ],
    [
      'sign-in-refused-repeatedly',
      'the log of a PC without a clock to compare says nothing',
      cloudLaptop({ observedAt: null, facts: log(9, {}) }),
    ],
    [
      'sign-in-refused-repeatedly',
      'a PC in no cloud has no token to lose',
      cloudLaptop({ rows: { AzureAdJoined: 'NO' }, facts: log(9, {}) }),
    ],
    [
      'sign-in-not-reached',
      'dsregcmd names the cause itself',
      cloudLaptop({
        rows: noToken,
        extra: {
          'SSO State': [
            'AcquirePrtDiagnostics : PRESENT',
            'Previous Prt Attempt : 2026-09-14 07:10:33.789 UTC',
            'Attempt Status : 0xc000006d',
            'User Identity : anna.berg@fabrikam.com',
            'Endpoint URI : https://login.microsoftonline.com/x/oauth2/token/',
          ].join('\n'),
        },
        facts: log(9, { id: 1084 }),
      }),
    ],
    [
      'access-device-not-compliant',
      'once may be an app nobody uses',
      cloudLaptop({ facts: log(1, app('AADSTS53000')) }),
    ],
    [
      'access-blocked-by-policy',
      'that was two days ago',
      cloudLaptop({ facts: log(5, { ...app('AADSTS53003'), at: minutesAgo(2_880) }) }),
    ],
    [
      'access-wants-more-proof',
      'a second step now and then is ordinary',
      cloudLaptop({ facts: log(4, app('AADSTS50076')) }),
    ],
  ],
);
