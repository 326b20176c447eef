import type { Fixture } from '../fixture';
import { capture, dword, eventLog, json, noKey, ran, registry, text } from '../support';

const provisioning = 'SOFTWARE\\Microsoft\\Provisioning';
const diagnostics =
  'SOFTWARE\\Microsoft\\Windows\\Autopilot\\EnrollmentStatusTracking\\ESPTrackingInfo\\Diagnostics';

export const settings = (values: Record<string, string>) =>
  ran(
    registry('HKLM', {
      [`${provisioning}\\AutopilotSettings`]: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, text(value)]),
      ),
    }),
  );

/** As the registry keeps it: on one line. */
export const oneLine = (name: string): string => JSON.stringify(JSON.parse(capture(name)));

export const policyCache = (document: Record<string, unknown>) =>
  ran(
    registry('HKLM', {
      [`${provisioning}\\AutopilotPolicyCache`]: {
        PolicyJsonCache: text(JSON.stringify(document)),
        ProfileAvailable: dword(1),
      },
    }),
  );

export const devicePreparation = ran(
  registry('HKLM', {
    [`${provisioning}\\AutopilotSettings`]: { AutopilotDevicePrepHint: dword(3) },
    [`${provisioning}\\AutopilotSettings\\DevicePreparation`]: {
      PageSettings: text(oneLine('deviceprep-pagesettings-json.txt')),
    },
  }),
);

export const tracking = ran(
  registry('HKLM', {
    [`${diagnostics}\\ExpectedPolicies\\2026-07-16T08:00:01.000Z`]: {
      './Device/Vendor/MSFT/Policy/Config/BitLocker': dword(0),
    },
    [`${diagnostics}\\ExpectedPolicies\\2026-07-16T08:05:01.000Z`]: {
      './Device/Vendor/MSFT/Policy/Config/BitLocker': dword(1),
    },
    [`${diagnostics}\\Sidecar\\2026-07-16T08:06:01.000Z`]: {
      './Device/Vendor/MSFT/EnrollmentStatusTracking/Win32App_5ad2c1d0': dword(4),
    },
    [`${diagnostics}\\Sidecar\\LastLoggedState`]: { './noise': dword(1) },
    [`${diagnostics}\\S-1-5-21-1-2-3-1001\\ExpectedModernAppPackages\\2026-07-16T08:07:01.000Z`]: {
      './User/Vendor/MSFT/EnterpriseModernAppManagement/App': dword(0),
    },
  }),
);

const hash = `T0${'AbCd'.repeat(200)}==`;

export const fixtures: readonly Fixture[] = [
  {
    id: 'autopilot-profile',
    origin: 'capture',
    given: {
      'registry-autopilot-diagnostics': ran(capture('reg-autopilot-diagnostics-constructed.txt')),
    },
  },
  {
    id: 'autopilot-policy-cache',
    origin: 'documented-shape',
    given: {
      'registry-autopilot-policy-cache': policyCache(
        JSON.parse(capture('AutopilotDDSZTDFile-json.txt')) as Record<string, unknown>,
      ),
    },
  },
  {
    id: 'autopilot-downloaded-profile',
    origin: 'capture',
    given: { 'file-autopilot-profile': ran(capture('AutopilotDDSZTDFile-json.txt'), null) },
  },
  {
    id: 'autopilot-offline-profile',
    origin: 'capture',
    given: {
      'file-autopilot-offline-profile': ran(capture('AutopilotConfigurationFile-json.txt'), null),
    },
  },
  {
    id: 'setup-tracking',
    origin: 'capture',
    given: {
      'registry-enrollments': ran(
        capture('reg-enrollments-intune-and-second-channel-constructed.txt'),
      ),
      'registry-autopilot-settings': settings({
        'DeviceSetupCategory.Status': oneLine('esp-devicesetup-status-inprogress-json.txt'),
        'DevicePreparationCategory.Status': oneLine('esp-devicesetup-status-flat-json.txt'),
      }),
      'registry-autopilot-tracking': tracking,
    },
  },
  {
    id: 'device-preparation',
    origin: 'capture',
    given: {
      'registry-autopilot-settings': devicePreparation,
      'registry-autopilot-policy-cache': noKey,
    },
  },
  {
    id: 'offline-domain-join',
    origin: 'documented-shape',
    given: {
      'registry-omadm-syncml': noKey,
      'events-mdm-enrolment': eventLog({ id: 111, at: '2026-07-16T08:00:00.000Z' }),
    },
  },
  {
    id: 'autopilot-events',
    origin: 'documented-shape',
    given: {
      'events-autopilot': eventLog(
        { id: 161, at: '2026-07-16T08:00:03.000Z' },
        { id: 160, at: '2026-07-16T08:00:00.000Z' },
        { id: 807, at: '2026-07-10T08:00:00.000Z' },
        { id: 160, at: '2026-07-10T07:59:00.000Z' },
      ),
    },
  },
  {
    id: 'pre-provisioning',
    origin: 'documented-shape',
    given: {
      'events-autopilot-management': eventLog({ id: 509, at: '2026-07-16T08:00:00.000Z' }),
    },
  },
  {
    id: 'setup-phase',
    origin: 'documented-shape',
    given: {
      'registry-setup': ran(
        registry('HKLM', {
          'SYSTEM\\Setup': { SystemSetupInProgress: dword(0), OOBEInProgress: dword(0) },
        }),
      ),
      'registry-setup-state': ran(
        registry('HKLM', {
          'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\State': {
            ImageState: text('IMAGE_STATE_COMPLETE'),
          },
        }),
      ),
    },
  },
  {
    id: 'hardware-hash',
    origin: 'documented-shape',
    given: {
      'cim-hardware-hash': json([{ DeviceHardwareData: hash }]),
      'cim-bios': json([{ SerialNumber: 'CZ1234ABCD', SMBIOSBIOSVersion: '1.7' }]),
      'registry-windows-version': ran(
        registry('HKLM', {
          'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion': {
            ProductId: text('00330-80000-00000-AA123'),
          },
        }),
      ),
    },
  },
];
