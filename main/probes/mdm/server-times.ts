import { unavailable } from '../../core/reading';
import type { Probe } from '../probe';
import { hexCode } from '../text/codes';
import { map } from '../text/reading';
import { registryOf, registryReads } from '../text/registry';
import { guidOf } from './guid';
import { managementServersKey } from './sources';

const compact = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?$/;

/** `yyyyMMddTHHmmssZ`, always UTC. */
export const compactTime = (text: string | null): number | null => {
  const match = compact.exec(text ?? '');
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
};

export const serverTimesProbe: Probe<'mdm-server-times'> = {
  id: 'mdm-server-times',
  on: ['win32'],
  reads: registryReads(managementServersKey),
  parse: (raws) => {
    const tree = registryOf(raws, managementServersKey);
    if (tree.kind !== 'ok') return tree;
    const ids = tree.value.children('').filter((name) => guidOf(name) !== null);
    // Accounts without their protected part: the reader was not SYSTEM after all.
    if (ids.length > 0 && !ids.some((name) => tree.value.has(`${name}\\Protected\\ConnInfo`)))
      return unavailable('needs-system');
    return map(tree, ({ string, number }) => ({
      servers: ids.map((name) => {
        const path = `${name}\\Protected\\ConnInfo`;
        return {
          id: guidOf(name) ?? name,
          lastSuccess: compactTime(string(path, 'ServerLastSuccessTime')),
          lastFailure: compactTime(string(path, 'ServerLastFailureTime')),
          lastAccess: compactTime(string(path, 'ServerLastAccessTime')),
          lastResult: hexCode(number(path, 'LastSessionResult')),
        };
      }),
    }));
  },
};
