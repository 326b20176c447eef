import * as checks from '../checks';
import type { Guide } from '../../guide';

export const companyThingsUnreachable: Guide = {
  id: 'company-things-unreachable',
  seats: ['my-device', 'guide-a-call'],
  fits: checks.fitting(checks.inDomain, [checks.onlyRegistered, 'own-device', 'user']),
  steps: [
    { id: 'first', kind: 'explain' },
    { id: 'online', kind: 'check', ...checks.online, no: 'connect', unknown: 'tunnel' },
    { id: 'tunnel', kind: 'check', ...checks.vpnUp, no: 'vpn', unknown: 'reach' },
    { id: 'reach', kind: 'check', ...checks.controllerFound, no: 'vpn', unknown: 'which' },
    {
      id: 'which',
      kind: 'choose',
      options: [
        { id: 'drive', to: 'tickets' },
        { id: 'printer', to: 'spooler' },
        { id: 'site', to: 'names' },
      ],
    },
    {
      id: 'tickets',
      kind: 'act',
      repair: 'renew-kerberos-tickets',
      worked: 'drives',
      failed: 'drives',
    },
    { id: 'drives', kind: 'act', repair: 'reconnect-drives', worked: 'fine', failed: 'call-it' },
    { id: 'spooler', kind: 'act', repair: 'restart-spooler', worked: 'printed', failed: 'call-it' },
    { id: 'names', kind: 'act', repair: 'flush-dns', worked: 'printed', failed: 'call-it' },
    {
      id: 'printed',
      kind: 'choose',
      options: [
        { id: 'yes', to: 'reached' },
        { id: 'no', to: 'call-it' },
      ],
    },
    {
      id: 'connect',
      kind: 'wait',
      for: 'person',
      until: checks.online,
      next: 'tunnel',
      late: 'call-it',
    },
    {
      id: 'vpn',
      kind: 'wait',
      for: 'person',
      until: checks.controllerFound,
      next: 'which',
      late: 'call-it',
    },
    { id: 'fine', kind: 'done', proof: checks.drivesConnected },
    { id: 'reached', kind: 'done', proof: checks.seenElsewhere },
    { id: 'call-it', kind: 'hand-over', to: 'technician' },
  ],
};
