import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import { oobeConfigOf } from '../../../main/probes/autopilot/oobe-config';
import { policyCacheProbe } from '../../../main/probes/autopilot/policy-cache';
import { profileProbe } from '../../../main/probes/autopilot/profile';
import {
  downloadedProfileProbe,
  offlineProfileProbe,
} from '../../../main/probes/autopilot/profile-files';
import { readProfile } from '../../../main/probes/autopilot/profile-document';
import { capture, dword, encode, facts, noKey, parse, ran, registry, text } from '../support';
import { fixtures, policyCache } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};
const tenant = '8F1D0C9B-2A47-4E36-B5C8-19D7E6F3A042';
const diagnostics = 'SOFTWARE\\Microsoft\\Provisioning\\Diagnostics\\Autopilot';

describe('the bits of the set-up pages', () => {
  it('names every known bit and keeps the others', () => {
    expect(oobeConfigOf(0x51e)).toEqual({
      raw: 0x51e,
      settings: [
        'user-not-admin',
        'skip-express-settings',
        'skip-oem-registration',
        'skip-eula',
        'skip-windows-upgrade',
        'skip-keyboard',
      ],
      unknownBits: 0,
      selfDeploying: false,
    });
    expect(oobeConfigOf(0x8000_0800)?.unknownBits).toBe(0x8000_0800);
  });

  it('takes attestation and device sign-in together for self-deploying, one alone not', () => {
    expect([0x60, 0x20, 0x40].map((raw) => oobeConfigOf(raw)?.selfDeploying)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each([null, -1, 1.5, 2 ** 33])('makes nothing of %s', (raw) => {
    expect(oobeConfigOf(raw)).toBeNull();
  });
});

describe('the profile in the registry', () => {
  it('reads tenant, name, bits and ids', () => {
    expect(facts(profileProbe, given('autopilot-profile'))).toMatchObject({
      present: 'yes',
      disabled: 'no',
      tenantMatched: 'yes',
      signedInTenantId: tenant,
      ownerTenantDomain: 'contoso.com',
      profileName: 'Contoso - User driven',
      oobe: { raw: 0x51e },
      registrationId: '6D5E4F3A-2B1C-40D9-8E7F-A1B2C3D4E5F6',
      managedDeviceId: 'D7F0A3C5-64B9-4C28-90DE-5A1B8E2F7C40',
      error: { code: null, reason: null },
    });
  });

  it('knows a device of another organisation and the code of the last failure', () => {
    const wrong = ran(
      registry('HKLM', {
        [diagnostics]: { TenantMatched: dword(0), DeploymentErrorCode: dword(0x801c03ea) },
      }),
    );
    expect(facts(profileProbe, { 'registry-autopilot-diagnostics': wrong })).toMatchObject({
      tenantMatched: 'no',
      disabled: 'unknown',
      error: { code: '0x801c03ea' },
    });
  });

  it('says the key is not there, and nothing when it is closed', () => {
    expect(facts(profileProbe, { 'registry-autopilot-diagnostics': noKey })).toMatchObject({
      present: 'no',
      tenantMatched: 'unknown',
    });
    expect(
      parse(profileProbe, { 'registry-autopilot-diagnostics': unavailable('denied') }),
    ).toEqual(unavailable('denied'));
  });
});

describe('the profile as JSON', () => {
  it('reads the one the service sent', () => {
    expect(
      facts(downloadedProfileProbe, given('autopilot-downloaded-profile')).profile,
    ).toMatchObject({
      tenantId: tenant,
      profileName: 'Contoso - User driven',
      joinMethod: 'entra',
      forcedEnrolment: 'yes',
      deviceNameTemplate: 'XW%SERIAL%',
      downloadedAt: Date.UTC(2022, 8, 13, 15, 14, 2),
      skipsDomainControllerCheck: 'no',
    });
  });

  it('takes the newer of two files', () => {
    const newer = capture('AutopilotDDSZTDFile-json.txt').replace('2022-09-13', '2026-01-02');
    const both = {
      ...given('autopilot-downloaded-profile'),
      'file-autopilot-profile-newer': ran(newer, null),
    };
    expect(facts(downloadedProfileProbe, both).profile.downloadedAt).toBe(
      Date.UTC(2026, 0, 2, 15, 14, 2),
    );
  });

  it('is absent when both files are, and not understood when one is something else', () => {
    const none = unavailable('absent');
    expect(
      parse(downloadedProfileProbe, {
        'file-autopilot-profile': none,
        'file-autopilot-profile-newer': none,
      }),
    ).toEqual(none);
    expect(
      parse(downloadedProfileProbe, {
        'file-autopilot-profile': ran('{"a":1}', null),
        'file-autopilot-profile-newer': none,
      }),
    ).toMatchObject({ kind: 'failed', reason: 'not-understood' });
  });

  it('finds the domain in the JSON inside the JSON', () => {
    const inner = capture('AutopilotConfigurationFile-json.txt').replace(
      /"CloudAssignedTenantDomain": "contoso.onmicrosoft.com",/,
      '',
    );
    expect(readProfile(inner)?.tenantDomain).toBe('contoso.onmicrosoft.com');
  });

  it.each(['', '[]', 'null', '"CloudAssignedTenantId"', '{"x":1}', '{"CloudAssignedTenantId":'])(
    'takes %s for no profile',
    (json) => {
      expect(readProfile(json)).toBeNull();
    },
  );
});

describe('the offline profile', () => {
  const text = capture('AutopilotConfigurationFile-json.txt');
  const read = (bytes: Uint8Array) =>
    facts(offlineProfileProbe, { 'file-autopilot-offline-profile': ran(bytes, null) });
  const mark = Uint8Array.of(0xef, 0xbb, 0xbf);
  const named = text.replace('Autopilot Profile', 'Gerät für Köln');

  it.each([
    ['ascii', encode(text), false],
    ['utf-8-bom', Buffer.concat([mark, encode(text)]), true],
    ['utf-16', encode(text, 'utf-16le'), true],
    ['utf-16', Buffer.from(text, 'utf16le'), true],
    ['ansi', encode(named, 'cp1252'), false],
    ['utf-8', encode(named), false],
  ] as const)('written as %s', (encoding, bytes, ignoredByWindows) => {
    expect(read(bytes)).toMatchObject({
      encoding,
      ignoredByWindows,
      profile: { tenantId: tenant, oobe: { raw: 28 } },
    });
  });
});

describe('the stored settings', () => {
  it('reads the JSON, whatever its white space', () => {
    expect(facts(policyCacheProbe, given('autopilot-policy-cache'))).toMatchObject({
      present: 'yes',
      profileAvailable: 'yes',
      joinMethod: 'entra',
      damaged: false,
      policy: { profileName: 'Contoso - User driven' },
    });
  });

  it('prefers the value of its own for the kind of join', () => {
    const hybrid = policyCache({ CloudAssignedDomainJoinMethod: 1, CloudAssignedTenantId: tenant });
    expect(facts(policyCacheProbe, { 'registry-autopilot-policy-cache': hybrid }).joinMethod).toBe(
      'hybrid',
    );
  });

  it('tells damage from absence', () => {
    const cut = ran(
      registry('HKLM', {
        'SOFTWARE\\Microsoft\\Provisioning\\AutopilotPolicyCache': {
          PolicyJsonCache: text('{"CloudAssignedTenantId":"8f1d'),
        },
      }),
    );
    const read = (cache: typeof cut) =>
      facts(policyCacheProbe, { 'registry-autopilot-policy-cache': cache });
    expect(read(cut)).toMatchObject({ damaged: true, policy: null, joinMethod: 'unknown' });
    expect(read(noKey)).toMatchObject({ damaged: false, policy: null, present: 'no' });
  });
});
