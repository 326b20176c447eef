import type { LossKind, OneDrive } from '../facts/recovery';
import type { Rule } from '../finding';
import { fact, registrationOf } from './evidence';
import { isJoined, isResettable } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';
import type { Snapshot } from '../snapshot';

/** What would be lost by a reset. Nothing is wrong today. */
const about = {
  link: 'data',
  severity: 'notice',
  certainty: 'proved',
  owner: 'user',
  guide: null,
  source: sources.folders,
  explains: [],
  topics: ['reset'],
} as const;

const outside = ({ folders }: OneDrive) => (folders ?? []).filter(({ place }) => place === 'local');

const ownTenant = (snapshot: Snapshot): string | null =>
  registrationOf(snapshot)?.tenant.id?.toUpperCase() ?? null;

const isForeign = (tenantId: string | null, snapshot: Snapshot): boolean => {
  const own = ownTenant(snapshot);
  return own !== null && tenantId !== null && tenantId.toUpperCase() !== own;
};

/** Kinds that are worth a word of their own before somebody resets the PC. */
const losses: readonly { kind: LossKind; id: string }[] = [
  { kind: 'downloads', id: 'reset-loses-downloads' },
  { kind: 'mail-files', id: 'reset-loses-mail-files' },
  { kind: 'browser-profiles', id: 'reset-loses-browser-data' },
  { kind: 'mapped-drives', id: 'reset-loses-drives' },
  { kind: 'network-printers', id: 'reset-loses-printers' },
];

const lossRules = losses.map(({ kind, id }) =>
  ofReading('reset-losses', { ...about, id, certainty: 'likely' }, (facts, snapshot) => {
    const loss = facts.losses.find((each) => each.kind === kind);
    if (loss?.lost !== 'yes' || !isResettable(snapshot)) return null;
    const names = loss.names ?? [];
    return {
      evidence: [fact('reset-losses', kind, names.join(', '))],
      values: { names: names.join(', '), count: names.length },
    };
  }),
);

export const dataProtectionRules: readonly Rule[] = [
  ...lossRules,
  ofReading('onedrive', { ...about, id: 'onedrive-not-signed-in' }, ({ workAccount }, snapshot) =>
    workAccount === 'no' && isJoined(snapshot) && isResettable(snapshot)
      ? { evidence: [fact('onedrive', 'workAccount', workAccount)] }
      : null,
  ),
  ofReading(
    'onedrive',
    { ...about, id: 'onedrive-of-other-organisation' },
    ({ accounts }, snapshot) => {
      const other = accounts.find(
        ({ business, tenantId }) => business && isForeign(tenantId, snapshot),
      );
      if (!other) return null;
      return {
        evidence: [fact('onedrive', other.name, other.tenantId)],
        values: { account: other.email ?? '' },
      };
    },
  ),
  ofReading('onedrive', { ...about, id: 'folders-only-on-this-pc' }, (facts, snapshot) => {
    const local = outside(facts);
    if (local.length === 0 || !isResettable(snapshot)) return null;
    return {
      evidence: local.map(({ name, path }) => fact('onedrive', name, path)),
      values: { count: local.length },
    };
  }),
  ofReading(
    'onedrive',
    { ...about, id: 'folder-backup-not-working', certainty: 'likely', owner: 'technician' },
    (facts, snapshot) => {
      const { silentOptInTenant } = facts.policy;
      const local = outside(facts);
      if (silentOptInTenant === null || local.length === 0 || facts.workAccount !== 'yes')
        return null;
      return isResettable(snapshot)
        ? {
            evidence: [
              fact('onedrive', 'silentOptInTenant', silentOptInTenant),
              ...local.map(({ name, path }) => fact('onedrive', name, path)),
            ],
          }
        : null;
    },
  ),
  ofReading('onedrive', { ...about, id: 'folder-backup-blocked', owner: 'tenant' }, ({ policy }) =>
    policy.optInBlocked === 'yes'
      ? { evidence: [fact('onedrive', 'optInBlocked', policy.optInBlocked)] }
      : null,
  ),
  ofReading(
    'onedrive',
    { ...about, id: 'folder-backup-for-other-organisation', owner: 'tenant' },
    ({ policy: { silentOptInTenant } }, snapshot) =>
      isForeign(silentOptInTenant, snapshot)
        ? { evidence: [fact('onedrive', 'silentOptInTenant', silentOptInTenant)] }
        : null,
  ),
  ofReading(
    'settings-backup',
    { ...about, id: 'settings-sync-off', certainty: 'possible', source: sources.settingsSync },
    ({ syncOn }, snapshot) =>
      syncOn === 'no' && isResettable(snapshot)
        ? { evidence: [fact('settings-backup', 'syncOn', syncOn)] }
        : null,
  ),
  ofReading(
    'settings-backup',
    {
      ...about,
      id: 'settings-sync-blocked',
      certainty: 'possible',
      owner: 'tenant',
      source: sources.settingsSync,
    },
    ({ blockedByPolicy }) =>
      blockedByPolicy === 'yes'
        ? { evidence: [fact('settings-backup', 'blockedByPolicy', blockedByPolicy)] }
        : null,
  ),
];
