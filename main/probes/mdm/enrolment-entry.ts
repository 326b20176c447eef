import type { Enrolment, EnrolmentWitnesses, LinkedEnrolment } from '../../core/facts/mdm';
import { triOf } from '../../core/reading';
import type { Tri } from '../../core/reading';
import { hexCode } from '../text/codes';
import type { RegistryTree } from '../text/registry';
import { isOrphan, kindOf, scoreOf, standInUser } from './enrolment-rules';
import { guidOf, sameGuid } from './guid';

const keyStoreOf = (provider: string | null): Enrolment['keyStore'] => {
  if (provider === null) return 'unknown';
  return /Platform Crypto Provider/i.test(provider) ? 'tpm' : 'software';
};

const linkedOf = (tree: RegistryTree, id: string): LinkedEnrolment | null => {
  const path = `${id}\\LinkedEnrollment`;
  if (!tree.has(path)) return null;
  return {
    id: guidOf(tree.string(path, 'LinkedEnrollmentId')),
    status: tree.number(path, 'EnrollStatus'),
    error: failureOf(tree.number(path, 'LastError')),
    locked: triOf(tree.flag(path, 'MMPCLocked')),
  };
};

const failureOf = (code: number | null): string | null => (code === 0 ? null : hexCode(code));

const matches = (tenantId: string | null, joined: readonly string[] | null): Tri => {
  if (tenantId === null || joined === null || joined.length === 0) return 'unknown';
  return triOf(joined.some((tenant) => sameGuid(tenant, tenantId)));
};

export interface Surroundings {
  /** Tenants this device is joined to; null when that could not be read. */
  joinedTenants: readonly string[] | null;
  witnesses(
    enrolment: Pick<Enrolment, 'id' | 'kind' | 'thumbprint' | 'discoveryUrl'>,
  ): EnrolmentWitnesses;
}

/** One subkey of `Enrollments`; null for the bookkeeping that stands beside them. */
export const enrolmentOf = (
  tree: RegistryTree,
  name: string,
  around: Surroundings,
): Enrolment | null => {
  const id = guidOf(name);
  if (id === null) return null;
  const text = (value: string) => tree.string(name, value);
  const number = (value: string) => tree.number(name, value);
  const provider = text('ProviderID');
  const told = kindOf(id, provider);
  const kind = told !== 'fake' && tree.values(name).length === 0 ? 'unknown' : told;
  const user = text('UPN');
  const tenantId = guidOf(text('AADTenantID'));
  const thumbprint = text('DMPCertThumbPrint')?.toUpperCase() ?? null;
  const discoveryUrl = text('DiscoveryServiceFullURL');
  const witnesses = around.witnesses({ id, kind, thumbprint, discoveryUrl });
  const score = scoreOf(witnesses);
  return {
    id,
    kind,
    provider,
    state: number('EnrollmentState'),
    type: number('EnrollmentType'),
    user,
    standInUser: standInUser(user),
    tenantId,
    tenantMatches: matches(tenantId, around.joinedTenants),
    resource: text('AADResourceID'),
    discoveryUrl,
    thumbprint,
    keyStore: keyStoreOf(text('CurCryptoProvider')),
    managedDeviceId: guidOf(tree.string(`${name}\\DMClient\\MS DM Server`, 'EntDMID')),
    renewal: { status: number('RenewStatus'), error: failureOf(number('RenewErrorCode')) },
    linked: linkedOf(tree, name),
    witnesses,
    score,
    orphan: isOrphan(kind, score),
  };
};
