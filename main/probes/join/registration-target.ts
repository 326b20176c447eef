import type { Probe } from '../probe';
import { map } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';

const source = registrySource(
  'registry-registration-target',
  'HKLM',
  'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ',
);

export const registrationTargetProbe: Probe<'registration-target'> = {
  id: 'registration-target',
  on: ['win32'],
  reads: registryReads(source),
  parse: (raws) =>
    map(registryOf(raws, source), (tree) => ({
      tenantId: tree.string('AAD', 'TenantId')?.toLowerCase() ?? null,
      tenantName: tree.string('AAD', 'TenantName'),
    })),
};
