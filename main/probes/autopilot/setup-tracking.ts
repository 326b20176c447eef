import type { SetupCategory, SetupTracking, StatusPage } from '../../core/facts/autopilot';
import { ok, triOf } from '../../core/reading';
import type { Tri } from '../../core/reading';
import { guidOf } from '../mdm/guid';
import { enrolmentsKey } from '../mdm/sources';
import type { Probe } from '../probe';
import { map, valueOr } from '../text/reading';
import { registryOf, registryReads } from '../text/registry';
import type { RegistryTree } from '../text/registry';
import { readCategory } from './setup-category';
import { settingsKey, trackingKey } from './sources';
import { trackedItems } from './tracked-items';

const bit = (value: number | null, mask: number): Tri =>
  triOf(value === null ? null : (value & mask) !== 0);

/** 0 shows the page, 0xFFFFFFFF skips it. */
const shown = (skip: number | null): Tri => triOf(skip === null ? null : skip === 0);

const pageOf = (tree: RegistryTree, name: string): StatusPage[] => {
  const enrolmentId = guidOf(name);
  const path = `${name}\\FirstSync`;
  if (enrolmentId === null || !tree.has(path)) return [];
  const blocked = tree.number(path, 'BlockInStatusPage');
  return [
    {
      enrolmentId,
      deviceShown: shown(tree.number(path, 'SkipDeviceStatusPage')),
      userShown: shown(tree.number(path, 'SkipUserStatusPage')),
      allowsReset: bit(blocked, 1),
      allowsRetry: bit(blocked, 2),
      allowsContinue: bit(blocked, 4),
      timeoutMinutes: tree.number(path, 'SyncFailureTimeout'),
      syncDone: triOf(tree.flag(path, 'IsSyncDone')),
    },
  ];
};

const pagesOf = (tree: RegistryTree): StatusPage[] =>
  tree.children('').flatMap((name) => pageOf(tree, name));

const categories: readonly [SetupCategory['name'], string][] = [
  ['device-preparation', 'DevicePreparationCategory.Status'],
  ['device-setup', 'DeviceSetupCategory.Status'],
  ['account-setup', 'AccountSetupCategory.Status'],
];

const categoriesOf = (tree: RegistryTree): SetupCategory[] =>
  categories.flatMap(([name, value]) => {
    const text = tree.string('', value);
    return text === null ? [] : [readCategory(name, text)];
  });

export const setupTrackingProbe: Probe<'setup-tracking'> = {
  id: 'setup-tracking',
  on: ['win32'],
  reads: registryReads(enrolmentsKey, settingsKey, trackingKey),
  parse: (raws) => {
    const enrolments = registryOf(raws, enrolmentsKey);
    const settings = registryOf(raws, settingsKey);
    const tracking = registryOf(raws, trackingKey);
    if (settings.kind !== 'ok' && tracking.kind !== 'ok') return settings;
    const facts: SetupTracking = {
      pages: valueOr(map(enrolments, pagesOf), null),
      categories: valueOr(map(settings, categoriesOf), null),
      items: valueOr(map(tracking, trackedItems), null),
    };
    return ok(facts);
  },
};
