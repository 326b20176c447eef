import { decode } from '../../../os/decode';
import type { Probe } from '../../probe';
import { parseRegistration } from './parse';

const key = 'dsregcmd-status';

/** Run as the signed-in user, unelevated: user rows describe whoever calls. */
export const deviceRegistration: Probe<'device-registration'> = {
  id: 'device-registration',
  on: ['win32'],
  reads: [
    {
      key,
      kind: 'command',
      tool: 'dsregcmd.exe',
      args: ['/status'],
      rights: 'user',
      // Pre-join tests of an elevated run take "a few minutes" by the tool's own word.
      limitMs: 300_000,
    },
  ],
  parse: (raws) => {
    const raw = raws[key];
    if (raw?.kind !== 'ok') return raw ?? { kind: 'unavailable', why: 'not-recorded' };
    return parseRegistration(decode(raw.value.bytes).text);
  },
};
