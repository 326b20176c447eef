import { diagnose } from '../../main/core/diagnose';
import type { Diagnosis } from '../../main/core/diagnosis';
import type { Snapshot } from '../../main/core/snapshot';
import { parseRegistration } from '../../main/probes/join/dsregcmd/parse';

/** A whole healthy output of today's layout, changed row by row: `{ AzureAdPrt: 'NO' }`; null deletes. */
const healthy: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'Device State',
    [
      ['AzureAdJoined', 'YES'],
      ['EnterpriseJoined', 'NO'],
      ['DomainJoined', 'NO'],
      ['Device Name', 'LT-7'],
    ],
  ],
  [
    'Device Details',
    [
      ['DeviceId', 'c2920b2b-5302-5b13-af8c-c77ce51dc5b6'],
      [
        'DeviceCertificateValidity',
        '[ 2025-03-09 10:23:00.000 UTC -- 2035-03-09 11:53:00.000 UTC ]',
      ],
      ['KeyProvider', 'Microsoft Platform Crypto Provider'],
      ['TpmProtected', 'YES'],
      ['DeviceAuthStatus', 'SUCCESS'],
    ],
  ],
  ['Tenant Details', [['TenantId', '4ea5c1eb-49c1-5b93-bbbb-f4b4f3bfb408']]],
  [
    'User State',
    [
      ['NgcSet', 'YES'],
      ['WorkplaceJoined', 'NO'],
      ['WamDefaultSet', 'YES'],
    ],
  ],
  [
    'SSO State',
    [
      ['AzureAdPrt', 'YES'],
      ['AzureAdPrtUpdateTime', '2026-09-14 06:41:07.000 UTC'],
      ['AzureAdPrtExpiryTime', '2026-09-28 06:41:36.000 UTC'],
      ['AzureAdPrtAuthority', 'https://login.microsoftonline.com/4ea5c1eb'],
      ['EnterprisePrt', 'NO'],
      ['EnterprisePrtAuthority', ''],
    ],
  ],
  [
    'Diagnostic Data',
    [
      ['AadRecoveryEnabled', 'NO'],
      ['Executing Account Name', 'AzureAD\\AnnaBerg, anna.berg@fabrikam.com'],
      ['KeySignTest', 'PASSED'],
    ],
  ],
  [
    'Ngc Prerequisite Check',
    [
      ['IsDeviceJoined', 'YES'],
      ['IsUserAzureAD', 'YES'],
      ['PolicyEnabled', 'YES'],
      ['DeviceEligible', 'YES'],
      ['SessionIsNotRemote', 'YES'],
      ['PreReqResult', 'WillNotProvision'],
    ],
  ],
];

export type Changes = Readonly<Record<string, string | null>>;

export const outputOf = (changes: Changes = {}, extra: Readonly<Record<string, string>> = {}) => {
  const lines = healthy.flatMap(([title, rows]) => [
    '+----------------------------------------------------------------------+',
    `| ${title.padEnd(69)}|`,
    '+----------------------------------------------------------------------+',
    '',
    ...rows.flatMap(([label, value]) => {
      const now = label in changes ? changes[label] : value;
      return now === null || now === undefined ? [] : [`${label.padStart(26)} : ${now}`];
    }),
    ...(extra[title] ?? '').split('\n'),
    '',
  ]);
  return `${lines.join('\n')}\n`;
};

/** 45 minutes after the sign-in token of the healthy output was renewed. */
export const soonAfter = Date.UTC(2026, 8, 14, 7, 26);

export const snapshotOf = (text: string, observedAt: number | null = soonAfter): Snapshot => ({
  observedAt,
  origin: 'text',
  platform: 'win32',
  readings: { 'device-registration': parseRegistration(text) },
});

export const judge = (snapshot: Snapshot): Diagnosis =>
  diagnose(snapshot, ({ code, field }) => ({
    code,
    field,
    area: '',
    symbol: null,
    meaning: '',
    plain: '',
    owner: null,
    structure: null,
  }));

export const diagnoseOutput = (
  changes: Changes = {},
  extra: Readonly<Record<string, string>> = {},
  observedAt: number | null = soonAfter,
): Diagnosis => judge(snapshotOf(outputOf(changes, extra), observedAt));

export const ids = (diagnosis: Diagnosis): string[] => diagnosis.findings.map(({ id }) => id);
