import type { Evidence } from '../finding';
import type { Tri } from '../reading';
import { joinTypeOf } from '../join';
import { fact, registrationOf, rowsOf } from '../rules/evidence';
import { valueOf, type Snapshot } from '../snapshot';

/** Whether a kind of reset can be had on this device. Words: `readiness.suit.<reason>`. */
export interface Suit {
  state: Tri;
  reason: string;
  evidence: Evidence[];
}

/** One condition. Null: it holds. */
export type Condition = (snapshot: Snapshot) => Suit | null;

const not = (reason: string, evidence: Evidence[]): Suit => ({ state: 'no', reason, evidence });
const open = (reason: string): Suit => ({ state: 'unknown', reason, evidence: [] });

/** Windows' own reset never ends inside a Cloud PC; the cure is to make it anew. */
export const notInsideCloud: Condition = (snapshot) => {
  const kind = valueOf(snapshot, 'virtual-desktop')?.kind ?? 'unknown';
  const proof = [fact('virtual-desktop', 'kind', kind)];
  if (kind === 'cloud-pc') return not('cloud-pc', proof);
  if (kind === 'session-host' || kind === 'multi-session-host') return not('shared-desktop', proof);
  return kind === 'unknown' ? open('kind-not-read') : null;
};

export const insideCloudPc: Condition = (snapshot) => {
  const kind = valueOf(snapshot, 'virtual-desktop')?.kind ?? 'unknown';
  if (kind === 'unknown') return open('kind-not-read');
  return kind === 'cloud-pc' ? null : not('no-cloud-pc', [fact('virtual-desktop', 'kind', kind)]);
};

export const entraJoined: Condition = (snapshot) => {
  const registration = registrationOf(snapshot);
  if (registration === null) return open('join-not-read');
  const type = joinTypeOf(registration);
  const proof = rowsOf(registration, 'AzureAdJoined', 'DomainJoined');
  if (type === 'entra-joined') return null;
  if (type === 'unknown') return open('join-not-read');
  return not(type === 'hybrid-joined' ? 'hybrid' : 'not-joined', proof);
};

export const managed: Condition = (snapshot) => {
  const intune = valueOf(snapshot, 'mdm-enrolments')?.intune ?? 'unknown';
  if (intune === 'yes') return null;
  return intune === 'no'
    ? not('not-managed', [fact('mdm-enrolments', 'intune', intune)])
    : open('management-not-read');
};

export const notDevicePreparation: Condition = (snapshot) => {
  const used = valueOf(snapshot, 'device-preparation')?.used ?? 'unknown';
  if (used === 'yes') return not('device-preparation', [fact('device-preparation', 'used', used)]);
  return used === 'no' ? null : open('preparation-not-read');
};

/** Off by default, and on only by a policy. */
export const keysSwitchedOn: Condition = (snapshot) => {
  const on = valueOf(snapshot, 'reset-options')?.localAutopilotReset ?? 'unknown';
  if (on === 'yes') return null;
  return on === 'no'
    ? not('keys-switched-off', [fact('reset-options', 'localAutopilotReset', on)])
    : open('keys-not-read');
};

const firstWithDownload = 19_041;
const firstWithCloudWipe = 22_621;

const buildFrom =
  (first: number, reason: string): Condition =>
  (snapshot) => {
    const build = valueOf(snapshot, 'windows-version')?.build ?? null;
    if (build === null) return open('version-not-read');
    return build >= first ? null : not(reason, [fact('windows-version', 'build', build)]);
  };

export const downloadsWindows = buildFrom(firstWithDownload, 'too-old');
export const wipesFromCloud = buildFrom(firstWithCloudWipe, 'too-old');

/** The long-term editions have no download. */
export const notLongTerm: Condition = (snapshot) => {
  const edition = valueOf(snapshot, 'windows-version')?.edition ?? null;
  if (edition === null) return open('version-not-read');
  return /EnterpriseS/iu.test(edition)
    ? not('long-term-edition', [fact('windows-version', 'edition', edition)])
    : null;
};

export const online: Condition = (snapshot) => {
  const profiles = valueOf(snapshot, 'network-profiles')?.profiles ?? null;
  if (profiles === null) return open('network-not-read');
  return profiles.some(({ ipv4, ipv6 }) => ipv4 === 'internet' || ipv6 === 'internet')
    ? null
    : not('offline', [fact('network-profiles', 'ipv4', profiles[0]?.ipv4 ?? 'none')]);
};

/** A "no" of any condition decides; without one, a condition nobody could read leaves it open. */
export const suitOf = (conditions: readonly Condition[], snapshot: Snapshot): Suit => {
  const held = conditions.map((condition) => condition(snapshot)).filter((suit) => suit !== null);
  return (
    held.find(({ state }) => state === 'no') ??
    held[0] ?? { state: 'yes', reason: 'fits', evidence: [] }
  );
};
