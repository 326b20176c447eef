import { describe, expect, it } from 'vitest';
import { kinds } from '../../../main/core/readiness/kinds';
import { gentlest, readinessOf } from '../../../main/core/readiness/readiness';
import type { Snapshot } from '../../../main/core/snapshot';
import type { Changes } from '../make';
import { kind, notEnrolled, notJoinedRows, version } from '../rules/make-managed';
import { device, seenBy, unread } from './make';

const hybridRows: Changes = {
  DomainJoined: 'YES',
  'Executing Account Name': 'FABRIKAM\\jdoe, john.doe@fabrikam.com',
};
const of = (snapshot: Snapshot, id: string) => {
  const found = readinessOf(snapshot).find((one) => one.kind.id === id);
  if (!found) throw new Error(`no kind ${id}`);
  return found;
};

describe('which kinds fit', () => {
  const suits = (snapshot: Snapshot, id: string) => of(snapshot, id).suit;

  it.each([
    ['hybrid', 'autopilot-reset-local', device({}, { rows: hybridRows })],
    ['hybrid', 'autopilot-reset-remote', device({}, { rows: hybridRows })],
    ['not-joined', 'autopilot-reset-remote', device({}, { rows: notJoinedRows })],
    ['not-managed', 'wipe', device({ 'mdm-enrolments': notEnrolled })],
    [
      'keys-switched-off',
      'autopilot-reset-local',
      device({ 'reset-options': { localAutopilotReset: 'no' } }),
    ],
    [
      'device-preparation',
      'autopilot-reset-remote',
      device({ 'device-preparation': { used: 'yes', phase: 'done', rawHint: null, page: null } }),
    ],
    ['cloud-pc', 'local-remove', device({ 'virtual-desktop': kind({ kind: 'cloud-pc' }) })],
    ['cloud-pc', 'wipe', device({ 'virtual-desktop': kind({ kind: 'cloud-pc' }) })],
    ['no-cloud-pc', 'cloud-pc-restore', device()],
    ['too-old', 'local-keep-download', device({ 'windows-version': version({ build: 18363 }) })],
    [
      'long-term-edition',
      'local-keep-download',
      device({ 'windows-version': version({ edition: 'EnterpriseS' }) }),
    ],
  ])('%s greys out %s', (reason, id, snapshot) => {
    expect(suits(snapshot, id)).toMatchObject({ state: 'no', reason });
    expect(of(snapshot, id).state).toBe('no');
  });

  it.each([
    ['keys-not-read', 'autopilot-reset-local', unread(device(), 'reset-options')],
    ['join-not-read', 'autopilot-reset-remote', unread(device(), 'device-registration')],
    ['management-not-read', 'wipe', unread(device(), 'mdm-enrolments')],
    ['kind-not-read', 'local-keep', unread(device(), 'virtual-desktop')],
  ])('%s leaves %s open', (reason, id, snapshot) => {
    expect(suits(snapshot, id)).toMatchObject({ state: 'unknown', reason });
  });

  it('fits where everything is known', () => {
    for (const id of ['local-keep', 'local-remove', 'autopilot-reset-local', 'wipe', 'retire'])
      expect(suits(device(), id).state, id).toBe('yes');
  });

  it('proposes the gentlest that can be had, and the cloud’s own inside a Cloud PC', () => {
    expect(gentlest(readinessOf(device()))?.kind.id).toBe('local-keep');
    const cloud = device({ 'virtual-desktop': kind({ kind: 'cloud-pc' }) });
    expect(gentlest(readinessOf(cloud))?.kind.id).toBe('cloud-pc-restore');
  });

  it('names the caller as the one who can start it only where an administrator looks', () => {
    expect(of(seenBy(device(), { elevated: true }), 'local-keep').starter).toBe('you');
    expect(of(seenBy(device(), { elevated: false }), 'local-keep').starter).toBe(
      'you-as-administrator',
    );
  });

  it('gives no duration that the documents do not state', () => {
    const stated = kinds.filter(({ takes }) => takes !== 'not-stated').map(({ id }) => id);
    expect(stated).toEqual(['local-keep', 'local-remove-clean']);
  });
});
