import type { ResetBlocker } from '../../core/facts/sign-in';
import { ok, triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { registryOf, registryReads } from '../text/registry';
import type { RegistryTree } from '../text/registry';
import { accountPolicy, systemPolicies } from '../text/shared-sources';
import { appInstallPolicy, authenticationPolicy, personalizationPolicy } from './policy-sources';

interface Policies {
  system: RegistryTree;
  personalization: RegistryTree;
  apps: RegistryTree;
}

const isOn = (tree: RegistryTree, name: string) => tree.flag('', name) === true;

/** Each of these takes the link off the lock screen, or the page behind it. */
const blockers: readonly { blocker: ResetBlocker; holds: (policies: Policies) => boolean }[] = [
  {
    blocker: 'fast-user-switching-hidden',
    holds: ({ system }) => isOn(system, 'HideFastUserSwitching'),
  },
  { blocker: 'last-user-hidden', holds: ({ system }) => isOn(system, 'DontDisplayLastUserName') },
  {
    blocker: 'no-lock-screen',
    holds: ({ personalization }) => isOn(personalization, 'NoLockScreen'),
  },
  {
    blocker: 'non-admin-install-blocked',
    holds: ({ apps }) => isOn(apps, 'BlockNonAdminUserInstall'),
  },
  {
    blocker: 'custom-shell',
    holds: ({ system }) =>
      !/^(.*\\)?explorer\.exe$/i.test(system.string('', 'Shell') ?? 'explorer.exe'),
  },
  { blocker: 'smart-card-required', holds: ({ system }) => isOn(system, 'scforceoption') },
];

export const passwordResetLinkProbe: Probe<'password-reset-link'> = {
  id: 'password-reset-link',
  on: ['win32'],
  reads: registryReads(
    accountPolicy,
    authenticationPolicy,
    systemPolicies,
    personalizationPolicy,
    appInstallPolicy,
  ),
  parse: (raws) => {
    const account = registryOf(raws, accountPolicy);
    const mdm = registryOf(raws, authenticationPolicy);
    const system = registryOf(raws, systemPolicies, /\\System\\/i);
    const personalization = registryOf(raws, personalizationPolicy);
    const apps = registryOf(raws, appInstallPolicy);
    if (account.kind !== 'ok') return account;
    if (mdm.kind !== 'ok') return mdm;
    if (system.kind !== 'ok') return system;
    if (personalization.kind !== 'ok') return personalization;
    if (apps.kind !== 'ok') return apps;
    const policies = {
      system: system.value,
      personalization: personalization.value,
      apps: apps.value,
    };
    const asked =
      account.value.flag('', 'AllowPasswordReset') ?? mdm.value.flag('', 'AllowAadPasswordReset');
    return ok({
      // The link is off unless someone asked for it; all places were read.
      offered: triOf(asked ?? false),
      blockers: blockers.filter(({ holds }) => holds(policies)).map(({ blocker }) => blocker),
    });
  },
};
