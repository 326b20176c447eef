import type { Machine } from '../../core/facts/machine';
import { failed, ok, triOf } from '../../core/reading';
import type { Probe, Raws } from '../probe';
import { cimFlag, cimNumber, cimSource, cimText, rowsOf } from '../text/cim';
import { biosSource, firmwareOf, serialOf } from './bios';
import { chassisOf, computerSource, isVirtual } from './hardware';

const enclosure = cimSource('cim-enclosure', 'root/cimv2', 'Win32_SystemEnclosure', [
  'ChassisTypes',
]);

const chassisIn = (raws: Raws): Machine['chassis'] => {
  const rows = rowsOf(raws, enclosure);
  const told: unknown = rows.kind === 'ok' ? rows.value[0]?.['ChassisTypes'] : undefined;
  const types: unknown[] = Array.isArray(told) ? told : [told];
  return chassisOf(types.filter((type) => typeof type === 'number'));
};

export const machineProbe: Probe<'machine'> = {
  id: 'machine',
  on: ['win32'],
  reads: [computerSource, biosSource, enclosure],
  parse: (raws) => {
    const rows = rowsOf(raws, computerSource);
    if (rows.kind !== 'ok') return rows;
    const [row] = rows.value;
    if (row === undefined) return failed('not-understood', 'no computer');
    const manufacturer = cimText(row, 'Manufacturer');
    const model = cimText(row, 'Model');
    const member = cimFlag(row, 'PartOfDomain');
    return ok({
      name: cimText(row, 'Name'),
      manufacturer,
      model,
      serial: serialOf(raws),
      firmware: firmwareOf(raws),
      chassis: chassisIn(raws),
      memory: cimNumber(row, 'TotalPhysicalMemory'),
      domainMember: triOf(member),
      // Outside of a domain the field holds the name of the workgroup.
      domain: member === true ? cimText(row, 'Domain') : null,
      domainRole: cimNumber(row, 'DomainRole'),
      virtual: isVirtual(manufacturer, model),
      systemSku: cimText(row, 'SystemSKUNumber'),
    });
  },
};
