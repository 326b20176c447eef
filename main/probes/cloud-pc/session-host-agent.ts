import { ok, triOf } from '../../core/reading';
import { installed, running, servicesSource } from '../machine/service-states';
import type { ServiceName } from '../machine/service-states';
import type { Probe } from '../probe';
import { registryOf, registryReads } from '../text/registry';
import { vendorKey } from './sources';

const services: readonly ServiceName[] = ['RDAgentBootLoader', 'RDAgent', 'TermService'];

export const sessionHostAgentProbe: Probe<'session-host-agent'> = {
  id: 'session-host-agent',
  on: ['win32'],
  reads: [...registryReads(vendorKey), servicesSource],
  parse: (raws) => {
    const vendor = registryOf(raws, vendorKey);
    const boot = installed(raws, 'RDAgentBootLoader');
    if (vendor.kind !== 'ok' && boot === 'unknown') return vendor;
    const named =
      vendor.kind === 'ok' && vendor.value.exists ? vendor.value.has('RDInfraAgent') : null;
    return ok({
      installed:
        named === true || boot === 'yes' ? 'yes' : boot === 'no' ? triOf(named) : 'unknown',
      services:
        boot === 'unknown'
          ? null
          : services
              .filter((name) => installed(raws, name) === 'yes')
              .map((name) => ({ name, running: running(raws, name) })),
    });
  },
};
