import type { Fixture } from '../fixture';
import { capture, dword, eventLog, json, noKey, ran, registry, text } from '../support';

export const protector = '6E4F2A90-3C1D-4B68-A5F7-90D1C2E3B4A5';

export const fixtures: readonly Fixture[] = [
  {
    id: 'tpm',
    origin: 'capture',
    given: { 'command-tpmtool': ran(capture('tpmtool-en-ready.txt')) },
  },
  {
    id: 'tpm-ownership',
    origin: 'documented-shape',
    given: {
      'cim-tpm': json([
        {
          IsEnabled_InitialValue: true,
          IsActivated_InitialValue: true,
          IsOwned_InitialValue: true,
          SpecVersion: '2.0, 0, 1.59',
          ManufacturerIdTxt: 'INTC',
          ManufacturerVersion: '600.18.0.0',
        },
      ]),
    },
  },
  {
    id: 'attestation',
    origin: 'documented-shape',
    given: {
      'registry-attestation-key': ran(
        registry('HKLM', {
          'SYSTEM\\CurrentControlSet\\Control\\Cryptography\\Ngc\\AIKCertEnroll': {
            ErrorCode: dword(0x80190194),
          },
        }),
      ),
    },
  },
  {
    id: 'secure-boot',
    origin: 'documented-shape',
    given: {
      'registry-secure-boot': ran(
        registry('HKLM', {
          'SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\State': {
            UEFISecureBootEnabled: dword(1),
          },
          'SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\Servicing': {
            UEFICA2023Status: text('Updated'),
          },
        }),
      ),
    },
  },
  {
    id: 'bitlocker',
    origin: 'capture',
    given: {
      'cim-encryptable-volumes': json([
        { DriveLetter: 'C:', ProtectionStatus: 1, ConversionStatus: 1, EncryptionMethod: 6 },
        { DriveLetter: null, ProtectionStatus: 0, ConversionStatus: 0, EncryptionMethod: 0 },
      ]),
      'command-manage-bde': ran(capture('manage-bde-status-en-on.txt')),
    },
  },
  {
    id: 'bitlocker-at-start',
    origin: 'documented-shape',
    given: {
      'registry-bitlocker-status': ran(
        registry('HKLM', {
          'SYSTEM\\CurrentControlSet\\Control\\BitLockerStatus': { BootStatus: dword(1) },
        }),
      ),
    },
  },
  {
    id: 'key-escrow',
    origin: 'documented-shape',
    given: {
      'events-key-escrow': eventLog({
        id: 845,
        at: '2026-07-16T08:00:00.000Z',
        data: { ProtectorGUID: `{${protector}}`, VolumeMountPoint: 'C:' },
      }),
    },
  },
  {
    id: 'bitlocker-policy',
    origin: 'documented-shape',
    given: {
      'registry-policy-manager-bitlocker': ran(
        registry('HKLM', {
          'SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\BitLocker': {
            RequireDeviceEncryption: dword(1),
          },
        }),
      ),
      'registry-policy-bitlocker': ran(
        registry('HKLM', {
          'SOFTWARE\\Policies\\Microsoft\\FVE': { OSActiveDirectoryBackup: dword(1) },
        }),
      ),
    },
  },
  {
    id: 'defender',
    origin: 'documented-shape',
    given: {
      'cim-defender': json([
        {
          AMServiceEnabled: true,
          RealTimeProtectionEnabled: false,
          IsTamperProtected: true,
          AntivirusSignatureAge: 2,
          AMRunningMode: 'Passive Mode',
        },
      ]),
    },
  },
  {
    id: 'firewall',
    origin: 'documented-shape',
    given: {
      'cim-firewall-profiles': json([
        { Name: 'Domain', Enabled: 1 },
        { Name: 'Private', Enabled: 1 },
        { Name: 'Public', Enabled: 0 },
      ]),
      'registry-policy-firewall': noKey,
    },
  },
  {
    id: 'antivirus-products',
    origin: 'documented-shape',
    given: {
      'cim-antivirus-products': json([
        { displayName: 'Windows Defender', productState: 397_568 },
        { displayName: 'Contoso Shield', productState: 393_488 },
      ]),
    },
  },
  {
    id: 'endpoint-detection',
    origin: 'documented-shape',
    given: {
      'registry-endpoint-detection': ran(
        registry('HKLM', {
          'SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status': {
            OnboardingState: dword(1),
            OrgId: text('8f1d0c9b-2a47-4e36-b5c8-19d7e6f3a042'),
          },
        }),
      ),
    },
  },
];
