import { expect, it } from 'vitest';
import { joinTargetRules } from '../../../main/core/rules/join-target';
import { judge } from '../make';
import { cloudLaptop, domainAtWork, hybridAtWork } from './make-device';
import { tenant } from './make-readings';
import { proveFamily } from './prove';

const other = '11111111-2222-4333-8444-555555555555';
const target = (tenantId: string | null, tenantName: string | null = 'fabrikam.com') => ({
  'registration-target': { tenantId, tenantName },
});
const policy = (
  automaticRegistration: 'blocked' | 'not-configured',
  workAccountsBlocked: 'yes' | 'no' = 'no',
) => ({
  'join-policy': { automaticRegistration, workAccountsBlocked, keyFromProfile: 'no' as const },
});
const unknownTenant = {
  'Diagnostic Data': [
    'User Context : SYSTEM',
    'AD Connectivity Test : PASS',
    'AD Configuration Test : PASS',
    'DRS Discovery Test : FAIL [0x801c0021/0x801c003a]',
  ].join('\n'),
};
const refusedByServer = (fallback: string, token = 'FAIL [0xcaa90014]') => ({
  'Diagnostic Data': `Token acquisition Test : ${token}\nFallback to Sync-Join : ${fallback}`,
});
const alone = { AzureAdJoined: 'NO', DomainJoined: 'NO', AzureAdPrt: 'NO' };

proveFamily(
  joinTargetRules,
  [
    [
      'registration-target-other-tenant',
      hybridAtWork({ facts: target(other) }),
      { severity: 'attention', certainty: 'proved', values: { tenant: other } },
    ],
    [
      'registration-target-decides',
      domainAtWork({ facts: target(tenant) }),
      { severity: 'notice', values: { tenant: 'fabrikam.com' } },
    ],
    [
      'registration-target-wrong',
      domainAtWork({ facts: target(other, 'pilot.example'), extra: unknownTenant }),
      { severity: 'attention', certainty: 'likely', owner: 'technician', codes: ['0x801c003a'] },
    ],
    [
      'registration-target-half-set',
      domainAtWork({ facts: target(tenant, null) }),
      { severity: 'attention', link: 'join-setup' },
    ],
    [
      'automatic-registration-blocked',
      domainAtWork({ facts: policy('blocked') }),
      { severity: 'notice' },
    ],
    [
      'registration-asked-and-blocked',
      domainAtWork({ facts: { ...policy('blocked'), ...target(tenant) } }),
      { severity: 'attention', owner: 'directory' },
    ],
    [
      'join-fallback-off',
      domainAtWork({ extra: refusedByServer('DISABLED') }),
      { severity: 'notice', certainty: 'likely', owner: 'directory' },
    ],
    [
      'work-accounts-blocked',
      cloudLaptop({ rows: alone, facts: policy('not-configured', 'yes') }),
      { severity: 'notice' },
    ],
  ],
  [
    [
      'registration-target-other-tenant',
      'it names the tenant the PC is in, in capitals',
      hybridAtWork({ facts: target(tenant.toUpperCase()) }),
    ],
    [
      'registration-target-wrong',
      'the directory, not the PC, named the tenant',
      domainAtWork({ extra: unknownTenant }),
    ],
    ['join-fallback-off', 'it is on', domainAtWork({ extra: refusedByServer('ENABLED') })],
    [
      'join-fallback-off',
      'the server gave its token',
      domainAtWork({ extra: refusedByServer('DISABLED', 'PASS') }),
    ],
    [
      'join-fallback-off',
      'it is long registered',
      hybridAtWork({ extra: refusedByServer('DISABLED') }),
    ],
    [
      'automatic-registration-blocked',
      'a PC in no domain never registers that way',
      cloudLaptop({ facts: policy('blocked') }),
    ],
    [
      'work-accounts-blocked',
      'nobody needs a second account on a joined PC',
      cloudLaptop({ facts: policy('not-configured', 'yes') }),
    ],
    [
      'registration-target-other-tenant',
      'a PC in no domain never registers that way',
      cloudLaptop({ facts: target(other) }),
    ],
    [
      'registration-target-decides',
      'the PC is registered, so nothing is to be decided',
      hybridAtWork({ facts: target(tenant) }),
    ],
    [
      'registration-target-wrong',
      'it is long registered',
      hybridAtWork({ facts: target(tenant), extra: unknownTenant }),
    ],
    [
      'registration-target-wrong',
      'the service knows the tenant',
      domainAtWork({
        facts: target(tenant),
        extra: { 'Diagnostic Data': 'DRS Discovery Test : FAIL [0x801c0021/0x80072ee7]' },
      }),
    ],
    [
      'registration-target-half-set',
      'a PC in no domain never looks at it',
      cloudLaptop({ facts: target(tenant, null) }),
    ],
    ['registration-target-half-set', 'nothing is set', domainAtWork()],
    [
      'registration-asked-and-blocked',
      'nobody asks for it',
      domainAtWork({ facts: policy('blocked') }),
    ],
    [
      'registration-asked-and-blocked',
      'a PC in no domain never registers that way',
      cloudLaptop({ facts: { ...policy('blocked'), ...target(tenant) } }),
    ],
  ],
);

it('is the reason why the service is not found', () => {
  const device = domainAtWork({ facts: target(other, 'pilot.example'), extra: unknownTenant });
  const { findings } = judge(device);
  expect(findings.find(({ id }) => id === 'join-discovery-failed')?.causedBy).toBe(
    'registration-target-wrong',
  );
});
