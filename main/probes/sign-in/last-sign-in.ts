import type { SignInMethod } from '../../core/facts/sign-in';
import type { Probe } from '../probe';
import { map } from '../text/reading';
import { registryOf, registryReads, registrySource, shallow } from '../text/registry';

const source = shallow(
  registrySource(
    'registry-logon-ui',
    'HKLM',
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI',
  ),
);

const methods: Record<string, SignInMethod> = {
  '{d6886603-9d2f-4eb2-b667-1971041fa96b}': 'pin',
  '{60b78e88-ead8-445c-9cfd-0b87f74ea6cd}': 'password',
  '{f8a1793b-7873-4046-b2a7-1f318747f427}': 'security-key',
  '{8af662bf-65a0-4d0a-a540-a338a999d36f}': 'face',
  '{bec09223-b018-416d-a0ac-523971b639f5}': 'fingerprint',
  '{8fd7e19c-3bf7-489b-a72c-846ab3678c96}': 'smart-card',
  '{2135f72a-90b5-4ed3-a7f1-8bb705ac276a}': 'picture',
  '{c5d7540a-cd51-453b-b22b-05305ba03f07}': 'web',
};

export const lastSignInProbe: Probe<'last-sign-in'> = {
  id: 'last-sign-in',
  on: ['win32'],
  reads: registryReads(source),
  parse: (raws) =>
    map(registryOf(raws, source), (tree) => ({
      user: tree.string('', 'LastLoggedOnUser'),
      account: tree.string('', 'LastLoggedOnSAMUser'),
      sid: tree.string('', 'LastLoggedOnUserSID'),
      method: methods[(tree.string('', 'LastLoggedOnProvider') ?? '').toLowerCase()] ?? 'unknown',
    })),
};
