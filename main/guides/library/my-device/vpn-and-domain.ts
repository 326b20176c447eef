import * as checks from '../checks';
import type { Guide } from '../../guide';

export const vpnAndDomain: Guide = {
  id: 'vpn-and-domain',
  seats: ['my-device', 'guide-a-call'],
  fits: checks.fitting(checks.inDomain, [checks.onlyRegistered, 'own-device', 'user']),
  steps: [
    { id: 'first', kind: 'explain' },
    { id: 'online', kind: 'check', ...checks.online, no: 'connect', unknown: 'clock' },
    { id: 'clock', kind: 'check', ...checks.clockRight, no: 'set-clock', unknown: 'tunnel' },
    { id: 'tunnel', kind: 'check', ...checks.vpnUp, no: 'switch-on', unknown: 'switch-on' },
    { id: 'reach', kind: 'check', ...checks.controllerFound, no: 'names', unknown: 'call-it' },
    { id: 'fine', kind: 'done', proof: checks.controllerFound },
    { id: 'set-clock', kind: 'act', repair: 'resync-clock', worked: 'tunnel', failed: 'tunnel' },
    {
      id: 'connect',
      kind: 'wait',
      for: 'person',
      until: checks.online,
      next: 'clock',
      late: 'call-it',
    },
    {
      id: 'switch-on',
      kind: 'act',
      repair: 'open-settings-vpn',
      worked: 'switched',
      failed: 'switched',
    },
    { id: 'switched', kind: 'wait', for: 'person', next: 'reach' },
    { id: 'names', kind: 'act', repair: 'flush-dns', worked: 'fine', failed: 'call-it' },
    { id: 'call-it', kind: 'hand-over', to: 'network' },
  ],
};
