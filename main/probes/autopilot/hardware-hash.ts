import { failed, ok, unavailable } from '../../core/reading';
import { biosSource, serialOf } from '../machine/bios';
import { windowsVersionKey } from '../recovery/sources';
import type { Probe } from '../probe';
import { cimSource, cimText, rowsOf } from '../text/cim';
import { valueOr } from '../text/reading';
import { registryOf, registryReads } from '../text/registry';

const source = {
  ...cimSource(
    'cim-hardware-hash',
    'root/cimv2/mdm/dmmap',
    'MDM_DevDetail_Ext01',
    ['DeviceHardwareData'],
    "InstanceID='Ext'",
  ),
  rights: 'admin' as const,
};

const base64 = /^[A-Za-z0-9+/]{100,}={0,2}$/;

/** Names this very device for ever: only a technician asks for it, and it goes into no report. */
export const hardwareHashProbe: Probe<'hardware-hash'> = {
  id: 'hardware-hash',
  on: ['win32'],
  reads: [source, biosSource, ...registryReads(windowsVersionKey)],
  onRequest: true,
  parse: (raws) => {
    const rows = rowsOf(raws, source);
    if (rows.kind !== 'ok') return rows;
    const hash = rows.value.map((row) => cimText(row, 'DeviceHardwareData'))[0] ?? null;
    // Virtual machines without the data, and Windows PE, answer with nothing.
    if (hash === null) return unavailable('not-in-this-output', 'no hardware data');
    if (!base64.test(hash)) return failed('not-understood', 'not a hardware hash');
    const version = valueOr(registryOf(raws, windowsVersionKey), null);
    return ok({
      hash,
      serial: serialOf(raws),
      productId: version?.string('', 'ProductId') ?? null,
    });
  },
};
