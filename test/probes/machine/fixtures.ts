import type { Fixture } from '../fixture';
import { clock, services } from '../mdm/fixtures';
import { dword, json, noKey, ran, registry, text } from '../support';

export const computer = (change: Record<string, unknown> = {}) =>
  json([
    {
      Name: 'PC01',
      Manufacturer: 'HP',
      Model: 'HP EliteBook 840 G8 Notebook PC',
      PCSystemType: 2,
      TotalPhysicalMemory: '16861503488',
      PartOfDomain: true,
      Domain: 'contoso.com',
      DomainRole: 1,
      SystemSKUNumber: '5S7L4EA#ABD',
      ...change,
    },
  ]);

export const fixtures: readonly Fixture[] = [
  {
    id: 'machine',
    origin: 'documented-shape',
    given: {
      'cim-computer-system': computer(),
      'cim-bios': json([{ SerialNumber: '5CG1234ABC', SMBIOSBIOSVersion: 'T76 Ver. 01.16.00' }]),
      'cim-enclosure': json([{ ChassisTypes: [10] }]),
    },
  },
  {
    id: 'operating-system',
    origin: 'documented-shape',
    given: { 'cim-operating-system': clock },
  },
  {
    id: 'services',
    origin: 'documented-shape',
    given: { 'cim-services': services('W32Time', 'wuauserv') },
  },
  {
    id: 'resume-entry',
    origin: 'documented-shape',
    given: {
      'registry-run-once': ran(
        registry('HKCU', {
          'Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce': {
            FieldkitResume: text('"C:\\Program Files\\Fieldkit\\Fieldkit.exe"'),
          },
        }),
      ),
    },
  },
  {
    id: 'local-accounts',
    origin: 'documented-shape',
    given: {
      'cim-local-accounts': json([{ Name: 'helper', SID: 'S-1-5-21-1-2-3-1001', Disabled: false }]),
      'registry-laps-management': ran(
        registry('HKLM', {
          'SOFTWARE\\Microsoft\\Policies\\LAPS': { BackupDirectory: dword(1) },
        }),
      ),
      'registry-laps-group-policy': noKey,
    },
  },
];
