import { triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { map, valueOr } from '../text/reading';
import { registryOf, registryReads, registrySource, shallow } from '../text/registry';

const zone = registrySource(
  'registry-time-zone',
  'HKLM',
  'SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation',
);
const updater = shallow(
  registrySource(
    'registry-time-zone-updater',
    'HKLM',
    'SYSTEM\\CurrentControlSet\\Services\\tzautoupdate',
  ),
);
const disabled = 4;

/** A DWORD is printed without a sign: places east of Greenwich have a large number. */
const signed = (number: number | null): number | null => (number === null ? null : number | 0);

export const timeZoneProbe: Probe<'time-zone'> = {
  id: 'time-zone',
  on: ['win32'],
  reads: registryReads(zone, updater),
  parse: (raws) => {
    const automatic = map(registryOf(raws, updater), (tree) => {
      const start = tree.number('', 'Start');
      return triOf(start === null ? null : start !== disabled);
    });
    return map(registryOf(raws, zone), (tree) => ({
      name: tree.string('', 'TimeZoneKeyName'),
      biasMinutes: signed(tree.number('', 'ActiveTimeBias')),
      setAutomatically: valueOr(automatic, 'unknown' as const),
    }));
  },
};
