import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import { devicePreparationProbe } from '../../../main/probes/autopilot/device-preparation';
import { autopilotEventsProbe, preProvisioningProbe } from '../../../main/probes/autopilot/events';
import { hardwareHashProbe } from '../../../main/probes/autopilot/hardware-hash';
import { offlineDomainJoinProbe } from '../../../main/probes/autopilot/offline-domain-join';
import { readCategory } from '../../../main/probes/autopilot/setup-category';
import { setupPhaseProbe } from '../../../main/probes/autopilot/setup-phase';
import { setupTrackingProbe } from '../../../main/probes/autopilot/setup-tracking';
import { word } from '../mutate';
import { dword, eventLog, facts, json, noKey, parse, ran, registry, text } from '../support';
import { fixtures, policyCache, settings } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};

describe('the progress of set-up', () => {
  it('reads pages, categories and items', () => {
    const { pages, categories, items } = facts(setupTrackingProbe, given('setup-tracking'));
    expect(pages).toEqual([
      expect.objectContaining({
        deviceShown: 'yes',
        userShown: 'no',
        allowsReset: 'yes',
        allowsRetry: 'no',
        allowsContinue: 'yes',
        timeoutMinutes: 60,
        syncDone: 'unknown',
      }),
    ]);
    expect(categories?.map(({ name, state }) => [name, state])).toEqual([
      ['device-preparation', 'succeeded'],
      ['device-setup', 'in-progress'],
    ]);
    expect(items?.map(({ kind, user, state }) => [kind, user, state])).toEqual([
      ['policy', null, 'succeeded'],
      ['win32-app', null, 'failed'],
      ['store-app', 'S-1-5-21-1-2-3-1001', 'not-started'],
    ]);
  });

  it('reads the agent’s own list', () => {
    const agent = ran(
      registry('HKLM', {
        'SOFTWARE\\Microsoft\\Windows\\Autopilot\\EnrollmentStatusTracking\\Device\\Setup\\Apps\\Tracking\\Sidecar\\Win32App_1':
          { InstallationState: dword(2) },
      }),
    );
    const read = facts(setupTrackingProbe, {
      'registry-autopilot-settings': noKey,
      'registry-autopilot-tracking': agent,
    });
    expect(read.items).toMatchObject([{ name: 'Win32App_1', state: 'in-progress' }]);
  });

  it('flags a status that is no JSON', () => {
    const broken = settings({ 'DeviceSetupCategory.Status': '{"categorySucc' });
    expect(facts(setupTrackingProbe, { 'registry-autopilot-settings': broken }).categories).toEqual(
      [{ name: 'device-setup', state: 'unknown', parts: [], damaged: true }],
    );
  });
});

const category = (value: unknown) => readCategory('device-setup', JSON.stringify(value));
const part = (subcategoryState: string, subcategoryStatusText = '') => ({
  subcategoryState,
  subcategoryStatusText,
});

describe('one category of set-up', () => {
  it('computes success where the flag is missing or null', () => {
    const parts = { A: part('succeeded'), B: part('notRequired') };
    expect(category(parts).state).toBe('succeeded');
    expect(category({ ...parts, categorySucceeded: null }).state).toBe('succeeded');
  });

  it('never calls a category through in which a part failed', () => {
    expect(category({ categorySucceeded: true, AppsSubcategory: part('failed') }).state).toBe(
      'failed',
    );
  });

  it('knows both spellings of "under way" and an unknown word as unknown', () => {
    expect(category({ A: part('in_progress') }).state).toBe('in-progress');
    expect(category({ A: part('inProgress') }).state).toBe('in-progress');
    expect(category({ A: part('paused') }).state).toBe('unknown');
    expect(category({ A: part('notStarted') }).state).toBe('not-started');
    expect(category({}).state).toBe('unknown');
  });

  it('finds the number in a sentence of any language, in both shapes', () => {
    fc.assert(
      fc.property(word, word, (before, after) => {
        const sentence = `${before} (0x81036502) ${after}`;
        expect(category({ AppsSubcategory: sentence })).toMatchObject({
          state: 'failed',
          parts: [{ name: 'Apps', state: 'failed', code: '0x81036502' }],
        });
        expect(category({ AppsSubcategory: part('failed', sentence) }).parts[0]?.code).toBe(
          '0x81036502',
        );
      }),
    );
  });

  it('does not read the sentence itself', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        expect(category({ AppsSubcategory: words.join(' ') }).parts).toEqual([
          { name: 'Apps', state: 'unknown', code: null },
        ]);
      }),
    );
  });
});

describe('device preparation', () => {
  it('reads phase and page', () => {
    expect(facts(devicePreparationProbe, given('device-preparation'))).toEqual({
      used: 'yes',
      phase: 'running',
      rawHint: '3',
      page: {
        agentTimeoutSeconds: 1800,
        pageTimeoutSeconds: 3600,
        errorMessage: 'Please contact the Contoso service desk.',
        allowsSkip: 'yes',
        allowsDiagnostics: 'yes',
      },
    });
  });

  it('is used when the profile was made for it, and not when all says no', () => {
    const read = (cache: ReturnType<typeof ran>) =>
      facts(devicePreparationProbe, {
        'registry-autopilot-settings': settings({ x: 'y' }),
        'registry-autopilot-policy-cache': cache,
      }).used;
    expect(read(policyCache({ CloudAssignedDeviceRegistration: 2 }))).toBe('yes');
    expect(read(policyCache({ CloudAssignedEspEnabled: 0 }))).toBe('yes');
    expect(read(noKey)).toBe('no');
  });

  it('stays unknown when the profile could not be read', () => {
    expect(
      facts(devicePreparationProbe, {
        'registry-autopilot-settings': settings({ x: 'y' }),
        'registry-autopilot-policy-cache': unavailable('denied'),
      }).used,
    ).toBe('unknown');
  });

  it('keeps a hint it does not know', () => {
    expect(
      facts(devicePreparationProbe, {
        'registry-autopilot-settings': settings({ AutopilotDevicePrepHint: 'Bootstrapper' }),
      }),
    ).toMatchObject({ used: 'yes', phase: 'unknown', rawHint: 'Bootstrapper' });
  });
});

describe('joining the domain during set-up', () => {
  const syncMl = 'SOFTWARE\\Microsoft\\Provisioning\\OMADM\\SyncML';

  it('waits for the blob', () => {
    expect(facts(offlineDomainJoinProbe, given('offline-domain-join'))).toMatchObject({
      applied: 'no',
      state: 'waiting',
    });
  });

  it('believes the mark and the newest event', () => {
    const marked = ran(registry('HKLM', { [`${syncMl}\\ODJApplied`]: {} }));
    expect(facts(offlineDomainJoinProbe, { 'registry-omadm-syncml': marked }).state).toBe(
      'applied',
    );
    const events = eventLog(
      { id: 107, at: '2026-07-16T09:00:00.000Z' },
      { id: 111, at: '2026-07-16T08:00:00.000Z' },
    );
    expect(
      facts(offlineDomainJoinProbe, {
        'registry-omadm-syncml': noKey,
        'events-mdm-enrolment': events,
      }),
    ).toMatchObject({ state: 'applied', applied: 'yes' });
  });

  it('does not know where neither tells', () => {
    expect(
      facts(offlineDomainJoinProbe, {
        'registry-omadm-syncml': unavailable('denied'),
        'events-mdm-enrolment': eventLog({ id: 75 }),
      }),
    ).toMatchObject({ applied: 'unknown', state: 'none' });
  });
});

const at = (minute: number) => `2026-07-16T08:${String(minute).padStart(2, '0')}:00.000Z`;
const verdict = (...ids: number[]) =>
  facts(autopilotEventsProbe, {
    'events-autopilot': eventLog(...ids.map((id, index) => ({ id, at: at(50 - index) }))),
  }).verdict;

describe('the Autopilot log', () => {
  it.each([
    [[164, 100, 161, 815, 809, 908, 807], 'not-registered'],
    [[164, 100, 161, 815, 809, 908], 'hardware-changed'],
    [[164, 100, 161, 815, 809], 'profile-deleted'],
    [[164, 100, 161, 815], 'no-profile-assigned'],
    [[164, 100, 161], 'profile-received'],
    [[164, 100, 153], 'state-changed'],
    [[164, 100, 163], 'no-download-needed'],
    [[164, 100], 'internet-available'],
    [[100], 'policy-not-set-yet'],
    [[171], 'nothing-told'],
  ] as const)('with %j says %s', (ids, expected) => {
    expect(verdict(...ids)).toBe(expected);
  });

  it('judges by the last attempt to download', () => {
    expect(facts(autopilotEventsProbe, given('autopilot-events')).verdict).toBe('profile-received');
    expect(verdict(807, 160, 161)).toBe('not-registered');
  });

  it('takes silence for no proof', () => {
    expect(facts(autopilotEventsProbe, { 'events-autopilot': ran('', 0) })).toMatchObject({
      verdict: 'nothing-told',
      tpmIdentityFailed: 'unknown',
    });
    expect(
      facts(autopilotEventsProbe, { 'events-autopilot': eventLog({ id: 171 }) }),
    ).toMatchObject({ tpmIdentityFailed: 'yes' });
  });

  it('knows when a technician began', () => {
    expect(facts(preProvisioningProbe, given('pre-provisioning'))).toEqual({
      started: 'yes',
      at: Date.UTC(2026, 6, 16, 8),
    });
  });
});

describe('the phase of Windows', () => {
  const phase = (setup: Record<string, number>, image: string | null) =>
    facts(setupPhaseProbe, {
      'registry-setup': ran(
        registry('HKLM', {
          'SYSTEM\\Setup': Object.fromEntries(
            Object.entries(setup).map(([name, value]) => [name, dword(value)]),
          ),
        }),
      ),
      'registry-setup-state':
        image === null
          ? noKey
          : ran(
              registry('HKLM', {
                'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\State': {
                  ImageState: text(image),
                },
              }),
            ),
    }).inSetup;
  const done = 'IMAGE_STATE_COMPLETE';

  it.each([
    [{ SystemSetupInProgress: 0, OOBEInProgress: 0 }, done, 'no'],
    [{ SystemSetupInProgress: 0, OOBEInProgress: 1 }, done, 'yes'],
    [{ SystemSetupInProgress: 0 }, 'IMAGE_STATE_SPECIALIZE_RESEAL_TO_OOBE', 'yes'],
    [{ SystemSetupInProgress: 0 }, null, 'unknown'],
    [{ CmdLine: 0 }, done, 'unknown'],
  ] as const)('of %j and %s is in set-up: %s', (setup, image, expected) => {
    expect(phase(setup, image)).toBe(expected);
  });
});

describe('the hardware hash', () => {
  it('comes with serial and product id', () => {
    expect(facts(hardwareHashProbe, given('hardware-hash'))).toMatchObject({
      serial: 'CZ1234ABCD',
      productId: '00330-80000-00000-AA123',
      hash: expect.stringMatching(/^T0/),
    });
  });

  it('leaves out a serial nobody filled in', () => {
    const odd = {
      ...given('hardware-hash'),
      'cim-bios': json([{ SerialNumber: 'Default string' }]),
    };
    expect(facts(hardwareHashProbe, odd).serial).toBeNull();
  });

  it('is not there on machines without the data, and refused when it is something else', () => {
    const read = (value: unknown) =>
      parse(hardwareHashProbe, { 'cim-hardware-hash': json([{ DeviceHardwareData: value }]) });
    expect(read(null)).toMatchObject({ kind: 'unavailable', why: 'not-in-this-output' });
    expect(read('short')).toMatchObject({ kind: 'failed', reason: 'not-understood' });
  });
});
