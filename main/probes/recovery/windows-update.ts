import type { WindowsUpdate } from '../../core/facts/recovery';
import { ok, triOf } from '../../core/reading';
import { eventFact, newestFirst } from '../mdm/events';
import type { Probe, Raws } from '../probe';
import { eventSource, eventsOf } from '../text/events';
import { valueOr } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';

const group = registrySource(
  'registry-policy-windows-update',
  'HKLM',
  'SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate',
);
const mdm = registrySource(
  'registry-policy-manager-update',
  'HKLM',
  'SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update',
);
const settings = registrySource(
  'registry-windows-update-settings',
  'HKLM',
  'SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\Settings',
);
const events = eventSource(
  'events-windows-update',
  'Microsoft-Windows-WindowsUpdateClient/Operational',
  [25, 26, 31],
  30,
);
const found = 26;

const policyIn = (raws: Raws, source: typeof group): boolean | null => {
  const tree = registryOf(raws, source);
  if (tree.kind !== 'ok') return null;
  return tree.value.values('').length > 0 || tree.value.children('').length > 0;
};

const timeOf = (text: string | null): number | null => {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? null : at;
};

export const windowsUpdateProbe: Probe<'windows-update'> = {
  id: 'windows-update',
  on: ['win32'],
  reads: [...registryReads(group, mdm, settings), events],
  parse: (raws) => {
    const list = eventsOf(raws, events);
    const own = registryOf(raws, settings);
    const policies = [policyIn(raws, group), policyIn(raws, mdm)];
    if (list.kind !== 'ok' && own.kind !== 'ok' && policies.every((policy) => policy === null))
      return own;
    const sorted = list.kind === 'ok' ? newestFirst(list.value.events) : null;
    const facts: WindowsUpdate = {
      managed: triOf(policies.includes(true) ? true : policies.includes(null) ? null : false),
      server: valueOr(registryOf(raws, group), null)?.string('', 'WUServer') ?? null,
      pausedUntil: timeOf(valueOr(own, null)?.string('', 'PauseUpdatesExpiryTime') ?? null),
      lastFound: sorted?.find(({ id }) => id === found)?.at ?? null,
      failures: sorted?.filter(({ id }) => id !== found).map(eventFact) ?? null,
    };
    return ok(facts);
  },
};
