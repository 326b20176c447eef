import { chain } from '../../main/core/chain';
import type { ProbeId } from '../../main/core/facts/index';
import type { Finding } from '../../main/core/finding';
import { rules } from '../../main/core/rules/index';
import type { Snapshot } from '../../main/core/snapshot';
import { readCase } from './case';
import type { Device } from './corpus';

/** Faults at the ends of different branches, each added to every device it fits. */
export const adderIds = [
  'drive-full',
  'firewall-off',
  'virus-protection-off',
  'windows-not-activated',
  'update-service-off',
  'apps-failing',
  'drives-dead',
  'print-server-off',
  'clock-refuses',
] as const;

const ruleOf = (id: string) => {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
};

const findingOf = (id: string): Finding => {
  const { link, severity, certainty, owner, guide, source } = ruleOf(id);
  const none = { evidence: [], codes: [], values: {}, causedBy: null };
  return { id, link, severity, certainty, owner, guide, source, ...none };
};

/** Neither would be folded under the other, at their loudest. */
export const isUnrelated = (one: string, other: string): boolean => {
  const loudest = [one, other].map((id): Finding => ({ ...findingOf(id), severity: 'broken' }));
  const { findings } = chain(loudest, (id) => ruleOf(id).explains);
  return findings.every(({ causedBy }) => causedBy === null);
};

const changed = (from: Snapshot, to: Snapshot): ProbeId[] =>
  (Object.keys(to.readings) as ProbeId[]).filter(
    (id) => JSON.stringify(from.readings[id]) !== JSON.stringify(to.readings[id]),
  );

const find = (devices: readonly Device[], id: string): Device | null =>
  devices.find((device) => device.id === id) ?? null;

const bases: Readonly<Record<string, string>> = {
  'entra-laptop': 'healthy-entra-at-home',
  'hybrid-desktop': 'healthy-hybrid-office',
};

/**
 * The device with the readings of a second fault; null where both changed the same reading, or are
 * different kinds of PC.
 */
export const combine = (
  device: Device,
  adder: string,
  devices: readonly Device[],
): { snapshot: Snapshot; added: string } | null => {
  const { extends: base, expected } = readCase(adder);
  const healthy = find(devices, bases[base] ?? '');
  const fault = find(devices, adder);
  if (healthy === null || fault === null || expected.rootCause === null || device.id === adder)
    return null;
  if (device.id.startsWith('sample ') || readCase(device.id).extends !== base) return null;
  const moved = changed(healthy.snapshot, fault.snapshot);
  const own = changed(healthy.snapshot, device.snapshot);
  if (moved.some((id) => own.includes(id))) return null;
  const readings = { ...device.snapshot.readings };
  for (const id of moved) Object.assign(readings, { [id]: fault.snapshot.readings[id] });
  return { snapshot: { ...device.snapshot, readings }, added: expected.rootCause };
};
