import { triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { cimFlag, cimNumber, cimSource, cimText, rowsOf } from '../text/cim';
import { map } from '../text/reading';
import { vpnProduct } from './vpn-products';

const source = cimSource('cim-network-adapters', 'root/StandardCimv2', 'MSFT_NetAdapter', [
  'Name',
  'DriverDescription',
  'InterfaceDescription',
  'InterfaceType',
  'MediaConnectState',
  'Virtual',
  'HardwareInterface',
]);

/** 0 unknown, 1 connected, 2 disconnected. */
const connected: Record<number, boolean> = { 1: true, 2: false };

export const adaptersProbe: Probe<'adapters'> = {
  id: 'adapters',
  on: ['win32'],
  reads: [source],
  parse: (raws) =>
    map(rowsOf(raws, source), (rows) => ({
      adapters: rows.map((row) => {
        const description =
          cimText(row, 'InterfaceDescription') ?? cimText(row, 'DriverDescription');
        return {
          name: cimText(row, 'Name'),
          description,
          type: cimNumber(row, 'InterfaceType'),
          connected: triOf(connected[cimNumber(row, 'MediaConnectState') ?? 0]),
          virtual: cimFlag(row, 'Virtual'),
          hardware: cimFlag(row, 'HardwareInterface'),
          vpn: vpnProduct(description),
        };
      }),
    })),
};
