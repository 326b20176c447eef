import type { CoManagement } from '../../core/facts/co-management';
import { ok, triOf } from '../../core/reading';
import type { Tri } from '../../core/reading';
import { installed, servicesSource } from '../machine/service-states';
import type { Probe } from '../probe';
import { valueOr } from '../text/reading';
import { registryOf, registryReads, registrySource, shallow } from '../text/registry';
import type { RegistryTree } from '../text/registry';
import { unknownBits, workloadsOf } from './flags';

const clientKey = registrySource('registry-ccm', 'HKLM', 'SOFTWARE\\Microsoft\\CCM');
const siteKey = shallow(
  registrySource('registry-sms-client', 'HKLM', 'SOFTWARE\\Microsoft\\SMS\\Mobile Client'),
);

/** The client keeps much below its key from users; the mode is all we want from there. */
const spare = /\\CCM\\(?!CcmExec$)/i;

const modes: Record<string, Tri> = { true: 'yes', false: 'no' };

const factsOf = (client: RegistryTree, site: RegistryTree | null, present: Tri): CoManagement => {
  const flags = client.number('', 'CoManagementFlags');
  const mode = client.string('CcmExec', 'ProvisioningMode');
  return {
    clientInstalled: present,
    // No flags means that ConfigMgr alone decides, which is an answer.
    on: triOf(flags !== null && flags !== 0),
    flags,
    intuneWorkloads: flags === null ? [] : workloadsOf(flags),
    unknownBits: flags === null ? null : unknownBits(flags),
    siteCode: site?.string('', 'AssignedSiteCode') ?? null,
    version: site?.string('', 'ProductVersion') ?? null,
    provisioningMode: modes[mode?.toLowerCase() ?? ''] ?? 'unknown',
  };
};

export const coManagementProbe: Probe<'co-management'> = {
  id: 'co-management',
  on: ['win32'],
  reads: [...registryReads(clientKey, siteKey), servicesSource],
  parse: (raws) => {
    const client = registryOf(raws, clientKey, spare);
    if (client.kind !== 'ok') return client;
    const site = valueOr(registryOf(raws, siteKey), null);
    return ok(factsOf(client.value, site, installed(raws, 'CcmExec')));
  },
};
