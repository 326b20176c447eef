import type { JoinRecord } from '../../core/facts/join';
import type { Probe } from '../probe';
import { map } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';
import type { RegistryTree } from '../text/registry';

const source = registrySource(
  'registry-cloud-domain-join',
  'HKLM',
  'SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin',
);

const spare = /\\CloudDomainJoin\\(?!JoinInfo|TenantInfo)/i;

/** `JoinInfo` has the same shape for the machine and for a user's work accounts. */
export const joinRecords = (tree: RegistryTree): JoinRecord[] =>
  tree.children('JoinInfo').map((thumbprint) => ({
    thumbprint: thumbprint.toLowerCase(),
    tenantId: tree.string(`JoinInfo\\${thumbprint}`, 'TenantId')?.toLowerCase() ?? null,
    userEmail: tree.string(`JoinInfo\\${thumbprint}`, 'UserEmail'),
    identityProvider: tree.string(`JoinInfo\\${thumbprint}`, 'IdpDomain'),
  }));

export const joinRecordsProbe: Probe<'join-records'> = {
  id: 'join-records',
  on: ['win32'],
  reads: registryReads(source),
  parse: (raws) =>
    map(registryOf(raws, source, spare), (tree) => ({
      joins: joinRecords(tree),
      tenants: tree.children('TenantInfo').map((tenantId) => ({
        tenantId: tenantId.toLowerCase(),
        name: tree.string(`TenantInfo\\${tenantId}`, 'DisplayName'),
        mdmEnrollmentUrl: tree.string(`TenantInfo\\${tenantId}`, 'MdmEnrollmentUrl'),
        mdmTermsOfUseUrl: tree.string(`TenantInfo\\${tenantId}`, 'MdmTermsOfUseUrl'),
        mdmComplianceUrl: tree.string(`TenantInfo\\${tenantId}`, 'MdmComplianceUrl'),
      })),
    })),
};
