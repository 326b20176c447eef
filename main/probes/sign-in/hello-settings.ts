import type { HelloPolicy, HelloSettings } from '../../core/facts/sign-in';
import { ok } from '../../core/reading';
import type { Reading } from '../../core/reading';
import type { Raws } from '../probe';
import { registryOf } from '../text/registry';
import type { RegistryTree } from '../text/registry';
import { helloGroup, helloGroupUser, helloMdm, policyConflict } from './hello-sources';

const tenant = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const names: Record<keyof HelloSettings, readonly string[]> = {
  enabled: ['UsePassportForWork', 'Enabled'],
  tpmRequired: ['RequireSecurityDevice'],
  pinRecovery: ['EnablePinRecovery'],
  cloudTrust: ['UseCloudTrustForOnPremAuth'],
  certificateTrust: ['UseCertificateForOnPremAuth'],
  postLogonProvisioning: ['DisablePostLogonProvisioning'],
};

const settingsIn = (tree: RegistryTree, path: string): HelloSettings => {
  const flag = (setting: keyof HelloSettings) => {
    for (const name of names[setting]) {
      const found = tree.flag(path, name);
      if (found !== null) return found;
    }
    return null;
  };
  const without = flag('postLogonProvisioning');
  return {
    enabled: flag('enabled'),
    tpmRequired: flag('tpmRequired'),
    pinRecovery: flag('pinRecovery'),
    cloudTrust: flag('cloudTrust'),
    certificateTrust: flag('certificateTrust'),
    postLogonProvisioning: without === null ? null : !without,
  };
};

const mdmIn = (tree: RegistryTree): HelloPolicy['mdm'] =>
  tree
    .children('')
    .filter((name) => tenant.test(name))
    .flatMap((tenantId) =>
      tree
        .children(tenantId)
        .filter((holder) => tree.has(`${tenantId}\\${holder}\\Policies`))
        .map((holder) => ({
          tenantId: tenantId.toLowerCase(),
          scope: holder.toLowerCase() === 'device' ? ('device' as const) : ('user' as const),
          ...settingsIn(tree, `${tenantId}\\${holder}\\Policies`),
        })),
    );

/** The first of the ranked settings that says anything, row by row. */
const effective = (ranked: readonly HelloSettings[]): HelloSettings => {
  const first = (setting: keyof HelloSettings) =>
    ranked.map((settings) => settings[setting]).find((value) => value !== null) ?? null;
  return {
    enabled: first('enabled'),
    tpmRequired: first('tpmRequired'),
    pinRecovery: first('pinRecovery'),
    cloudTrust: first('cloudTrust'),
    certificateTrust: first('certificateTrust'),
    postLogonProvisioning: first('postLogonProvisioning'),
  };
};

/** All places together, or the first gap: half of the policies would give a wrong winner. */
export const helloPolicyIn = (raws: Raws): Reading<HelloPolicy> => {
  const fromMdm = registryOf(raws, helloMdm);
  const fromGroup = registryOf(raws, helloGroup);
  const fromGroupUser = registryOf(raws, helloGroupUser);
  const conflict = registryOf(raws, policyConflict);
  if (fromMdm.kind !== 'ok') return fromMdm;
  if (fromGroup.kind !== 'ok') return fromGroup;
  if (fromGroupUser.kind !== 'ok') return fromGroupUser;
  if (conflict.kind !== 'ok') return conflict;
  const mdm = mdmIn(fromMdm.value);
  const group = settingsIn(fromGroup.value, '');
  const groupUser = settingsIn(fromGroupUser.value, '');
  const mdmWins = conflict.value.flag('', 'MDMWinsOverGP') === true;
  const fromUserFirst = [...mdm].sort((one, other) => (one.scope < other.scope ? 1 : -1));
  const groups = [groupUser, group];
  const ranked = mdmWins ? [...fromUserFirst, ...groups] : [...groups, ...fromUserFirst];
  return ok({ mdm, group, groupUser, mdmWins, effective: effective(ranked) });
};
