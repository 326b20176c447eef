import type { Fixture } from '../fixture';
import { capture, dword, eventLog, json, noKey, ran, registry, text } from '../support';

export const tenant = '8f1d0c9b-2a47-4e36-b5c8-19d7e6f3a042';
const mdm = `SOFTWARE\\Microsoft\\Policies\\PassportForWork\\${tenant}`;
const families =
  'Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Families';
const authentication = 'SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Authentication';
const systemKey = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System';

/** A family key lists the full names of the packages registered for the user. */
export const family = (name: string, ...packages: string[]) =>
  ran(
    registry('HKCU', {
      [`${families}\\${name}`]: {},
      ...Object.fromEntries(packages.map((entry) => [`${families}\\${name}\\${entry}`, {}])),
    }),
  );

const helloSources = {
  'registry-hello-mdm': ran(
    registry('HKLM', {
      'SOFTWARE\\Microsoft\\Policies\\PassportForWork': {},
      'SOFTWARE\\Microsoft\\Policies\\PassportForWork\\SecurityKey': {
        UseSecurityKeyForSignin: dword(1),
      },
      [`${mdm}\\Device\\Policies`]: {
        UsePassportForWork: dword(1),
        RequireSecurityDevice: dword(1),
        EnablePinRecovery: dword(1),
        UseCloudTrustForOnPremAuth: dword(1),
        DisablePostLogonProvisioning: dword(0),
      },
      [`${mdm}\\Device\\Policies\\PINComplexity`]: { MinimumPINLength: dword(6) },
    }),
  ),
  'registry-hello-group-policy': noKey,
  'registry-hello-group-policy-user': noKey,
  'registry-policy-conflict': noKey,
};

const prerequisites = {
  Message: 'Die Bereitstellung wird nicht gestartet.',
  DeviceIsJoined: 'Ja',
  AADPrt: 'Ja',
  NgcPolicyEnabled: 'Nein',
  MachinePolicySource: 'mobile device management',
};

export const fixtures: readonly Fixture[] = [
  {
    id: 'kerberos-tickets',
    origin: 'capture',
    given: { klist: ran(capture('klist-fr-two-tickets.txt')) },
  },
  {
    id: 'cloud-kerberos',
    origin: 'capture',
    given: { 'klist-cloud-debug': ran(capture('klist-cloud-debug-broken.txt')) },
  },
  { id: 'hello-policy', origin: 'documented-shape', given: helloSources },
  {
    id: 'pin-reset',
    origin: 'documented-shape',
    given: {
      ...helloSources,
      'registry-authentication-policy': ran(
        registry('HKLM', {
          [authentication]: {
            ConfigureWebSignInAllowedUrls: text('login.contoso.test; sts.contoso.test'),
          },
        }),
      ),
    },
  },
  {
    id: 'security-keys',
    origin: 'documented-shape',
    given: {
      'registry-fido-policy': noKey,
      'registry-hello-mdm': helloSources['registry-hello-mdm'],
    },
  },
  {
    id: 'hello-keys',
    origin: 'capture',
    given: { 'certutil-hello-keys': ran(capture('certutil-passport-ksp-reconstructed.txt')) },
  },
  {
    id: 'hello-events',
    origin: 'documented-shape',
    given: {
      'events-user-device-registration': eventLog(
        { id: 360, level: 3, at: '2026-07-16T08:00:00Z', data: prerequisites },
        { id: 306, level: 4, at: '2026-07-16T07:00:00Z' },
        { id: 301, at: '2026-07-16T06:00:00Z', data: { ErrorCode: -2145910741 } },
      ),
      'events-hello': eventLog({
        id: 7001,
        at: '2026-07-16T09:00:00Z',
        data: { Status: '0xC000006D' },
      }),
    },
  },
  {
    id: 'password-reset-link',
    origin: 'documented-shape',
    given: {
      'registry-entra-account-policy': ran(
        registry('HKLM', {
          'SOFTWARE\\Policies\\Microsoft\\AzureADAccount': { AllowPasswordReset: dword(1) },
        }),
      ),
      'registry-authentication-policy': noKey,
      'registry-system-policies': ran(
        registry('HKLM', {
          [systemKey]: { DontDisplayLastUserName: dword(1), Shell: text('kiosk.exe') },
        }),
      ),
      'registry-personalization-policy': noKey,
      'registry-appx-policy': noKey,
    },
  },
  {
    id: 'token-broker',
    origin: 'documented-shape',
    given: {
      'registry-broker-package': family(
        'Microsoft.AAD.BrokerPlugin_cw5n1h2txyewy',
        'Microsoft.AAD.BrokerPlugin_1000.19580.1000.0_neutral_neutral_cw5n1h2txyewy',
      ),
      'registry-shell-package': family(
        'Microsoft.Windows.ShellExperienceHost_cw5n1h2txyewy',
        'Microsoft.Windows.ShellExperienceHost_10.0.26100.1_neutral_neutral_cw5n1h2txyewy',
      ),
      'registry-broker-storage': ran(
        registry('HKCU', {
          'Software\\Microsoft\\Windows\\CurrentVersion\\AAD\\Storage': {},
          'Software\\Microsoft\\Windows\\CurrentVersion\\AAD\\Storage\\https://login.microsoftonline.com':
            {},
        }),
      ),
    },
  },
  {
    id: 'sign-in-services',
    origin: 'documented-shape',
    given: {
      'cim-sign-in-services': json([
        { Name: 'TokenBroker', Started: true, StartMode: 'Manual' },
        { Name: 'W32Time', Started: false, StartMode: 'Disabled' },
        { Name: 'KeyIso', StartMode: 'Odd' },
      ]),
    },
  },
  {
    id: 'entra-events',
    origin: 'documented-shape',
    given: {
      'events-entra': eventLog(
        {
          id: 1098,
          data: {
            Error: 3399614476,
            ErrorMessage: 'AADSTS50076: Aufgrund einer Änderung … alice@contoso.test',
            AdditionalInformation: 'Code: interaction_required',
          },
        },
        {
          id: 1084,
          data: { Result: -2147012889, Target: 'https://login.microsoftonline.com/a/b?client=x' },
        },
        {
          id: 1081,
          data: {
            Error: 'invalid_grant',
            ErrorDescription: 'AADSTS700003: …',
            CorrelationID: 'c0ffee00-0000-4000-8000-000000000001',
          },
        },
      ),
    },
  },
  {
    id: 'last-sign-in',
    origin: 'documented-shape',
    given: {
      'registry-logon-ui': ran(
        registry('HKLM', {
          'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI': {
            LastLoggedOnUser: text('AzureAD\\JürgenGroß'),
            LastLoggedOnSAMUser: text('AzureAD\\JürgenGroß'),
            LastLoggedOnUserSID: text('S-1-12-1-1-2-3-4'),
            LastLoggedOnProvider: text('{D6886603-9D2F-4EB2-B667-1971041FA96B}'),
          },
        }),
      ),
    },
  },
  {
    id: 'app-accounts',
    origin: 'capture',
    given: {
      'dsregcmd-listaccounts': ran(capture('../dsregcmd/verb-listaccounts-one-account.txt')),
    },
  },
];
