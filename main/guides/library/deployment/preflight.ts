import * as checks from '../checks';
import type { Guide } from '../../guide';

/** Steps go on where something cannot be read, to find all there is; the end does not call that ready. */
const ready = checks.all(
  checks.notHome,
  checks.chipThere,
  checks.chipReady,
  checks.recoveryOn,
  checks.powered,
  checks.online,
  checks.clockRight,
  checks.profileThere,
  checks.ownOrganisation,
);

export const preflight: Guide = {
  id: 'preflight',
  seats: ['deployment'],
  fits: checks.fitting(null),
  steps: [
    { id: 'first', kind: 'explain' },
    { id: 'edition', kind: 'check', ...checks.notHome, no: 'home' },
    { id: 'chip', kind: 'check', ...checks.chipThere, no: 'chip-off' },
    { id: 'attest', kind: 'check', ...checks.chipReady, no: 'chip-guide', unknown: 'tools' },
    { id: 'tools', kind: 'check', ...checks.recoveryOn, no: 'tools-on', unknown: 'power' },
    { id: 'power', kind: 'check', ...checks.powered, no: 'plug', unknown: 'online' },
    { id: 'online', kind: 'check', ...checks.online, no: 'connect', unknown: 'clock' },
    { id: 'clock', kind: 'check', ...checks.clockRight, no: 'set-clock', unknown: 'profile' },
    { id: 'profile', kind: 'check', ...checks.profileThere, no: 'hash', unknown: 'hash' },
    { id: 'owner', kind: 'check', ...checks.ownOrganisation, no: 'foreign', unknown: 'fine' },
    { id: 'fine', kind: 'done', proof: ready },
    { id: 'tools-on', kind: 'act', repair: 'enable-recovery', worked: 'power', failed: 'power' },
    {
      id: 'plug',
      kind: 'wait',
      for: 'person',
      until: checks.powered,
      next: 'online',
      late: 'online',
    },
    {
      id: 'connect',
      kind: 'wait',
      for: 'person',
      until: checks.online,
      next: 'clock',
      late: 'network',
    },
    { id: 'set-clock', kind: 'act', repair: 'resync-clock', worked: 'profile', failed: 'profile' },
    {
      id: 'hash',
      kind: 'act',
      repair: 'export-hardware-hash',
      worked: 'registered',
      failed: 'hash-by-hand',
    },
    {
      id: 'registered',
      kind: 'wait',
      for: 'person',
      minutes: 30,
      until: checks.profileThere,
      next: 'owner',
      late: 'hash-by-hand',
    },
    { id: 'home', kind: 'hand-over', to: 'tenant' },
    { id: 'chip-off', kind: 'hand-over', to: 'technician' },
    { id: 'chip-guide', kind: 'hand-over', to: 'technician' },
    { id: 'foreign', kind: 'hand-over', to: 'tenant' },
    { id: 'network', kind: 'hand-over', to: 'network' },
    { id: 'hash-by-hand', kind: 'hand-over', to: 'tenant' },
  ],
};
