import type { VirtualKind, VirtualSign } from '../../core/facts/cloud-pc';
import { ok, triOf } from '../../core/reading';
import type { Tri } from '../../core/reading';
import { operatingSystemSource } from '../machine/clock';
import { computerSource, isVirtual } from '../machine/hardware';
import { operatingSystemProbe } from '../machine/operating-system';
import { installed, servicesSource } from '../machine/service-states';
import type { Probe, Raws } from '../probe';
import { cimText, rowsOf } from '../text/cim';
import { valueOr } from '../text/reading';
import { registryOf, registryReads } from '../text/registry';
import { vendorKey } from './sources';

const both = (a: Tri, b: Tri): Tri => {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'yes' && b === 'yes' ? 'yes' : 'unknown';
};
const either = (a: Tri, b: Tri): Tri => {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'no' && b === 'no' ? 'no' : 'unknown';
};

const signsIn = (raws: Raws): Record<VirtualSign, Tri> => {
  const vendor = valueOr(registryOf(raws, vendorKey), null);
  const has = (name: string): Tri => triOf(vendor && vendor.exists ? vendor.has(name) : null);
  const [computer] = valueOr(rowsOf(raws, computerSource), []);
  const field = (name: string) => (computer === undefined ? null : cimText(computer, name));
  const system = operatingSystemProbe.parse(raws);
  const name = field('Name');
  return {
    'windows-365-key': has('Windows365'),
    'cloud-pc-extension': installed(raws, 'CloudManagedDesktopExtension'),
    'cloud-pc-model': triOf(field('Model')?.startsWith('Cloud PC')),
    'session-host-agent': either(has('RDInfraAgent'), installed(raws, 'RDAgentBootLoader')),
    'multi-session-edition': system.kind === 'ok' ? system.value.multiSession : 'unknown',
    'cloud-pc-name': triOf(name === null ? null : name.toUpperCase().startsWith('CPC-')),
    'virtual-hardware': isVirtual(field('Manufacturer'), field('Model')),
  };
};

/** The key alone is also on PCs with the client app; key and service together are not. */
const cloudPcOf = (signs: Record<VirtualSign, Tri>): Tri =>
  both(signs['windows-365-key'], signs['cloud-pc-extension']);

const kindOf = (signs: Record<VirtualSign, Tri>): VirtualKind => {
  const cloudPc = cloudPcOf(signs);
  if (cloudPc === 'yes') return 'cloud-pc';
  if (cloudPc === 'unknown' && signs['virtual-hardware'] !== 'no') return 'unknown';
  if (signs['session-host-agent'] === 'yes')
    return signs['multi-session-edition'] === 'yes' ? 'multi-session-host' : 'session-host';
  if (signs['virtual-hardware'] === 'unknown') return 'unknown';
  return signs['virtual-hardware'] === 'yes' ? 'virtual-machine' : 'physical';
};

export const virtualDesktopProbe: Probe<'virtual-desktop'> = {
  id: 'virtual-desktop',
  on: ['win32'],
  reads: [...registryReads(vendorKey), servicesSource, computerSource, operatingSystemSource],
  parse: (raws) => {
    const signs = signsIn(raws);
    const vendor = registryOf(raws, vendorKey);
    if (vendor.kind !== 'ok' && Object.values(signs).every((sign) => sign === 'unknown'))
      return vendor;
    return ok({
      kind: kindOf(signs),
      cloudPc: cloudPcOf(signs),
      sessionHost: signs['session-host-agent'],
      virtual: signs['virtual-hardware'],
      signs,
    });
  },
};
