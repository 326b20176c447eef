import type { AutoEnrolment } from '../../core/facts/mdm';
import { ok, triOf } from '../../core/reading';
import type { Reading, Tri } from '../../core/reading';
import type { Probe, Raws } from '../probe';
import { map, valueOr } from '../text/reading';
import { registryOf, registryReads } from '../text/registry';
import { guidOf } from './guid';
import { autoEnrolmentPolicyKey, cloudJoinKey } from './sources';

const credentials: Record<number, AutoEnrolment['credential']> = { 1: 'user', 2: 'device' };

export const joinedTenants = (raws: Raws): Reading<string[]> =>
  map(registryOf(raws, cloudJoinKey), (tree) =>
    tree.children('TenantInfo').flatMap((name) => guidOf(name) ?? []),
  );

const tenantsOf = (raws: Raws): Reading<NonNullable<AutoEnrolment['tenants']>> =>
  map(registryOf(raws, cloudJoinKey), (tree) =>
    tree
      .children('TenantInfo')
      .filter((name) => guidOf(name) !== null)
      .map((name) => ({
        tenantId: guidOf(name) ?? name,
        enrolmentUrl: tree.string(`TenantInfo\\${name}`, 'MdmEnrollmentUrl'),
        termsUrl: tree.string(`TenantInfo\\${name}`, 'MdmTermsOfUseUrl'),
        complianceUrl: tree.string(`TenantInfo\\${name}`, 'MdmComplianceUrl'),
      })),
  );

const inScope = (tenants: AutoEnrolment['tenants']): Tri =>
  tenants === null || tenants.length === 0
    ? 'unknown'
    : triOf(tenants.some(({ enrolmentUrl }) => enrolmentUrl !== null));

export const autoEnrolmentProbe: Probe<'mdm-auto-enrolment'> = {
  id: 'mdm-auto-enrolment',
  on: ['win32'],
  reads: registryReads(autoEnrolmentPolicyKey, cloudJoinKey),
  parse: (raws) => {
    const policy = registryOf(raws, autoEnrolmentPolicyKey);
    const tenants = tenantsOf(raws);
    if (policy.kind !== 'ok' && tenants.kind !== 'ok') return policy;
    const told = valueOr(tenants, null);
    const type = policy.kind === 'ok' ? policy.value.number('', 'UseAADCredentialType') : null;
    const wanted = policy.kind === 'ok' ? (policy.value.flag('', 'AutoEnrollMDM') ?? false) : null;
    return ok({
      policy: triOf(wanted),
      credential: credentials[type ?? 0] ?? 'unknown',
      tenants: told,
      inScopeAtJoin: inScope(told),
    });
  },
};
