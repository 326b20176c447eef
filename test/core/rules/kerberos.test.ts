import { kerberosRules } from '../../../main/core/rules/kerberos';
import { cloudLaptop, hybridAtHome, hybridAtWork } from './make-device';
import { profile, tickets } from './make-readings';
import { proveFamily } from './prove';

const none = { 'kerberos-tickets': tickets() };
const noSession = { 'kerberos-tickets': tickets({ noLogonSession: true, failure: '0xc000005f' }) };

proveFamily(
  kerberosRules,
  [
    [
      'kerberos-ticket-missing',
      hybridAtWork({ facts: none }),
      { severity: 'attention', certainty: 'likely', owner: 'user' },
    ],
    [
      'kerberos-no-credentials',
      cloudLaptop({ facts: noSession }),
      { severity: 'notice', codes: ['0xc000005f'] },
    ],
  ],
  [
    ['kerberos-ticket-missing', 'cached sign-in at home', hybridAtHome()],
    [
      'kerberos-ticket-missing',
      'the controller may come from a cache: Windows met none on this network',
      hybridAtWork({
        facts: { ...none, 'network-profiles': { profiles: [profile()], domainVerified: 'no' } },
      }),
    ],
    [
      'kerberos-ticket-missing',
      'a local account has none',
      hybridAtWork({ facts: none, rows: { 'Executing Account Name': 'LT-7\\admin' } }),
    ],
    [
      'kerberos-ticket-missing',
      'the list of tickets was cut',
      hybridAtWork({ facts: { 'kerberos-tickets': tickets({ count: 3, onPremTgt: 'unknown' }) } }),
    ],
    [
      'kerberos-no-credentials',
      'nobody expects them of a local account',
      cloudLaptop({ facts: noSession, rows: { 'Executing Account Name': 'LT-7\\admin' } }),
    ],
    [
      'kerberos-ticket-missing',
      'the session has no credentials, which is another matter',
      hybridAtWork({ facts: noSession }),
    ],
    [
      'kerberos-ticket-missing',
      'a remote session may get its tickets elsewhere',
      hybridAtWork({ facts: none, rows: { SessionIsNotRemote: 'NO' } }),
    ],
    ['kerberos-no-credentials', 'there are some', cloudLaptop()],
  ],
);
