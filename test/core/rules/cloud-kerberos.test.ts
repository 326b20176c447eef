import { expect, it } from 'vitest';
import { cloudKerberosRules } from '../../../main/core/rules/cloud-kerberos';
import { judge, soonAfter } from '../make';
import { cloudLaptop, hybridAtWork } from './make-device';
import { cloudKerberos, controller, kerberosSettings, services } from './make-readings';
import { proveFamily } from './prove';

const asked = { 'cloud-kerberos-settings': kerberosSettings({ cloudTrust: 'yes' }) };
const noTicketRow = { 'SSO State': 'OnPremTgt : NO\nCloudTgt : YES' };
const off = services({ name: 'iphlpsvc', running: false, startMode: 'disabled' });

proveFamily(
  cloudKerberosRules,
  [
    [
      'cloud-trust-ticket-missing',
      cloudLaptop({ facts: asked }),
      { severity: 'attention', certainty: 'likely', owner: 'tenant', link: 'kerberos' },
    ],
    [
      'on-premises-ticket-missing',
      cloudLaptop({ facts: asked, extra: noTicketRow }),
      { severity: 'attention' },
    ],
    [
      'cloud-trust-unused-with-password',
      cloudLaptop({
        facts: {
          ...asked,
          'cloud-kerberos': cloudKerberos({ keyCredential: false, passwordKeys: true }),
        },
      }),
      { severity: 'notice' },
    ],
    [
      'cloud-ticket-reply-unused',
      cloudLaptop({ facts: { 'cloud-kerberos': cloudKerberos({ replyReceived: true }) } }),
      { severity: 'notice', certainty: 'possible' },
    ],
    [
      'cloud-tickets-wait-for-restart',
      cloudLaptop({
        facts: { 'cloud-kerberos-settings': kerberosSettings({ retrieval: 'yes' }) },
      }),
      { severity: 'notice', owner: 'user' },
    ],
    [
      'kerberos-proxy-service-disabled',
      cloudLaptop({ facts: { ...asked, 'sign-in-services': off } }),
      { severity: 'attention', certainty: 'proved', values: { service: 'iphlpsvc' } },
    ],
    [
      'controller-cannot-exchange-ticket',
      hybridAtWork({
        facts: { ...asked, 'domain-controller': controller({ flags: 0xe001f1fc }) },
      }),
      { severity: 'notice', owner: 'directory' },
    ],
  ],
  [
    ['cloud-trust-ticket-missing', 'nobody asked for cloud trust', cloudLaptop()],
    [
      'cloud-trust-ticket-missing',
      'the last sign-in used a password',
      cloudLaptop({
        facts: {
          ...asked,
          'last-sign-in': { user: null, account: null, sid: null, method: 'password' },
        },
      }),
    ],
    [
      'cloud-trust-ticket-missing',
      'the sign-in was not renewed for hours: it may have happened without a network',
      cloudLaptop({ facts: asked, observedAt: soonAfter + 6 * 3_600_000 }),
    ],
    [
      'cloud-trust-ticket-missing',
      'the ticket is there',
      cloudLaptop({ facts: { ...asked, 'cloud-kerberos': cloudKerberos({ primaryTgt: true }) } }),
    ],
    [
      'cloud-trust-ticket-missing',
      'a local account gets none',
      cloudLaptop({ facts: asked, rows: { 'Executing Account Name': 'LT-7\\admin' } }),
    ],
    [
      'on-premises-ticket-missing',
      'it is normal where nothing was set up',
      cloudLaptop({ extra: noTicketRow }),
    ],
    [
      'kerberos-proxy-service-disabled',
      'nobody uses tickets of the cloud',
      cloudLaptop({ facts: { 'sign-in-services': off } }),
    ],
    ['controller-cannot-exchange-ticket', 'it can', hybridAtWork({ facts: asked })],
    [
      'cloud-trust-ticket-missing',
      'the person has no PIN',
      cloudLaptop({ facts: asked, rows: { NgcSet: 'NO' } }),
    ],
    [
      'cloud-trust-ticket-missing',
      'there is no sign-in token to bring it',
      cloudLaptop({ facts: asked, rows: { AzureAdPrt: 'NO' } }),
    ],
    [
      'cloud-trust-ticket-missing',
      'when the token came is not known',
      cloudLaptop({ facts: asked, rows: { AzureAdPrtUpdateTime: null } }),
    ],
    [
      'cloud-trust-ticket-missing',
      'what time it is now is not known',
      cloudLaptop({ facts: asked, observedAt: null }),
    ],
    [
      'cloud-trust-ticket-missing',
      'the PC is not in the cloud',
      cloudLaptop({ facts: asked, rows: { AzureAdJoined: 'NO' } }),
    ],
    ['on-premises-ticket-missing', 'the row is not printed', cloudLaptop({ facts: asked })],
    [
      'cloud-trust-unused-with-password',
      'no password was used',
      cloudLaptop({
        facts: { ...asked, 'cloud-kerberos': cloudKerberos({ keyCredential: false }) },
      }),
    ],
    [
      'cloud-trust-unused-with-password',
      'the ticket is there all the same',
      cloudLaptop({
        facts: {
          ...asked,
          'cloud-kerberos': cloudKerberos({
            keyCredential: false,
            passwordKeys: true,
            primaryTgt: true,
          }),
        },
      }),
    ],
    [
      'cloud-ticket-reply-unused',
      'the answer was taken',
      cloudLaptop({
        facts: { 'cloud-kerberos': cloudKerberos({ replyReceived: true, replyUsed: true }) },
      }),
    ],
    ['kerberos-proxy-service-disabled', 'both may run', cloudLaptop({ facts: asked })],
    [
      'controller-cannot-exchange-ticket',
      'no flags were told',
      hybridAtWork({ facts: { ...asked, 'domain-controller': controller({ flags: 0 }) } }),
    ],
  ],
);

it('folds what dsregcmd says of the same ticket under it', () => {
  const { findings } = judge(cloudLaptop({ facts: asked, extra: noTicketRow }));
  expect(findings.find(({ id }) => id === 'on-premises-ticket-missing')?.causedBy).toBe(
    'cloud-trust-ticket-missing',
  );
});
