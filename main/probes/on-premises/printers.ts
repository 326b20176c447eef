import type { Printers } from '../../core/facts/on-premises';
import type { Probe } from '../probe';
import { cimFlag, cimSource, cimText, rowsOf } from '../text/cim';
import type { CimRow } from '../text/cim';
import { map, valueOr } from '../text/reading';
import { registryOf, registryReads, registrySource, shallow } from '../text/registry';

const kept = shallow(
  registrySource('registry-printer-connections', 'HKCU', 'Printers\\Connections'),
);
/** Slow with a dead print server: it has the longest limit and costs only itself. */
const live = {
  ...cimSource('cim-printers', 'root/cimv2', 'Win32_Printer', [
    'Name',
    'PortName',
    'DriverName',
    'Network',
    'ServerName',
    'Default',
    'WorkOffline',
  ]),
  limitMs: 20_000,
};

/** `,,server,share` */
const connectionOf = (name: string) => {
  const [, server, share] = /^,,([^,]+),(.+)$/.exec(name) ?? [];
  return server === undefined || share === undefined ? [] : [{ server, share }];
};

const printerOf = (row: CimRow): NonNullable<Printers['printers']> => {
  const name = cimText(row, 'Name');
  if (name === null) return [];
  return [
    {
      name,
      port: cimText(row, 'PortName'),
      driver: cimText(row, 'DriverName'),
      network: cimFlag(row, 'Network'),
      server: cimText(row, 'ServerName'),
      isDefault: cimFlag(row, 'Default'),
      offline: cimFlag(row, 'WorkOffline'),
    },
  ];
};

export const printersProbe: Probe<'printers'> = {
  id: 'printers',
  on: ['win32'],
  reads: [...registryReads(kept), live],
  parse: (raws) =>
    map(registryOf(raws, kept), (tree) => ({
      printers: valueOr(
        map(rowsOf(raws, live), (rows) => rows.flatMap(printerOf)),
        null,
      ),
      connections: tree.children('').flatMap(connectionOf),
    })),
};
