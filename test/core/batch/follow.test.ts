import { describe, expect, it } from 'vitest';
import { follow, waitsFor } from '../../../main/core/batch/follow';
import type { SetUp } from '../../../main/core/batch/sheet';
import { stateOf } from '../../../main/core/batch/state';
import { emptyRow } from '../../../main/core/batch/sheet';
import type { SetupTracking, StepState } from '../../../main/core/facts/autopilot';
import { ok } from '../../../main/core/reading';
import type { Snapshot } from '../../../main/core/snapshot';

const app = '1a2b3c4d-0000-4000-8000-1234567890ab';
const minute = 60_000;

const seen = (
  states: { apps: StepState; app: StepState; whole: StepState },
  more: { inSetup?: 'yes' | 'no'; timeout?: number | null } = {},
): Snapshot => ({
  observedAt: 0,
  origin: 'capture',
  platform: 'win32',
  readings: {
    'setup-phase': ok({
      inSetup: more.inSetup ?? 'yes',
      imageState: null,
      setupInProgress: 'unknown',
      oobeInProgress: 'unknown',
    }),
    'setup-tracking': ok({
      pages: [
        {
          enrolmentId: 'e',
          deviceShown: 'yes',
          userShown: 'yes',
          allowsReset: 'no',
          allowsRetry: 'no',
          allowsContinue: 'no',
          timeoutMinutes: more.timeout ?? null,
          syncDone: 'no',
        },
      ],
      categories: [
        {
          name: 'device-setup',
          state: states.whole,
          parts: [{ name: 'Apps', state: states.apps, code: null }],
          damaged: false,
        },
      ],
      items: [
        {
          kind: 'win32-app',
          user: null,
          name: `Win32App_${app}_1`,
          state: states.app,
          rawState: 2,
        },
        {
          kind: 'msi',
          user: null,
          name: './x/MSI/My%20Tool/DownloadInstall',
          state: 'not-started',
          rawState: 0,
        },
        { kind: 'policy', user: null, name: './p', state: 'succeeded', rawState: 1 },
      ],
    } satisfies SetupTracking),
    'management-extension-log': ok({
      entries: 1,
      names: [{ appId: app, name: '7-Zip' }],
      last: null,
      problems: [],
    }),
  },
});

const at = (minutes: number) => ({ at: minutes * minute, by: 'Ada', findings: [] });
const under = { apps: 'in-progress', app: 'in-progress', whole: 'in-progress' } as const;
const through = { apps: 'succeeded', app: 'succeeded', whole: 'succeeded' } as const;

describe('a set-up that is followed', () => {
  it('knows when a part began and ended from one look to the next, and the apps by name', () => {
    const first = follow(null, seen(under), at(10));
    const last = follow(first, seen(through), at(25));
    expect(last.apps[0]).toMatchObject({ name: '7-Zip', from: 10 * minute, until: 25 * minute });
    expect(last.apps[1]).toMatchObject({ name: 'My Tool', state: 'not-started', from: null });
    expect(last.phases.map(({ id, from, until }) => [id, from, until])).toEqual([
      ['device-setup', 10 * minute, 25 * minute],
      ['device-setup/Apps', 10 * minute, 25 * minute],
    ]);
    expect([last.from, last.at]).toEqual([10 * minute, 25 * minute]);
  });

  it('claims no time for what was over at the first look', () => {
    expect(follow(null, seen(through), at(1)).apps[0]).toMatchObject({ from: null, until: null });
  });

  it('begins anew where a part that failed is tried again', () => {
    const failed = follow(
      follow(null, seen(under), at(1)),
      seen({ ...under, app: 'failed' }),
      at(5),
    );
    expect(failed.apps[0]).toMatchObject({ state: 'failed', until: 5 * minute });
    expect(stateOf({ ...emptyRow, setUp: failed })).toBe('set-up-failed');
    expect(follow(failed, seen(under), at(9)).apps[0]).toMatchObject({
      from: 9 * minute,
      until: null,
    });
  });

  it('says what it waits for', () => {
    const named = (setUp: SetUp) => waitsFor(setUp).map(({ id }) => id);
    expect(named(follow(null, seen(under), at(1)))).toEqual([app, 'device-setup/Apps']);
    const next = follow(null, seen({ ...through, whole: 'in-progress' }), at(1));
    expect(named(next)).toEqual(['./x/MSI/My%20Tool/DownloadInstall']);
    expect(named(follow(null, seen(through, { inSetup: 'no' }), at(1)))).toEqual([]);
  });

  it('says when to give up: by the device, else by the usual time, and never once it is over', () => {
    expect(follow(null, seen(under, { timeout: 90 }), at(10)).giveUp).toEqual({
      at: 100 * minute,
      minutes: 90,
      told: true,
    });
    expect(follow(null, seen(under), at(10)).giveUp).toMatchObject({ minutes: 60, told: false });
    expect(follow(null, seen(through, { inSetup: 'no' }), at(10)).giveUp).toBeNull();
  });

  it('is not over while nobody could read whether it is', () => {
    const nothing = { observedAt: 0, origin: 'capture', platform: 'win32', readings: {} } as const;
    const setUp = follow(null, nothing, at(1));
    expect([setUp.over, setUp.apps, setUp.phases]).toEqual(['unknown', [], []]);
    expect(stateOf({ ...emptyRow, setUp })).toBe('setting-up');
  });
});
