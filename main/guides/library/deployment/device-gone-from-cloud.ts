import * as checks from '../checks';
import type { Guide } from '../../guide';

export const deviceGoneFromCloud: Guide = {
  id: 'device-gone-from-cloud',
  seats: ['deployment'],
  fits: checks.fitting(
    checks.unless(checks.accepted),
    [checks.onlyRegistered, 'own-device', 'user'],
    [checks.accepted, 'accepted', 'user'],
  ),
  steps: [
    { id: 'first', kind: 'explain' },
    { id: 'online', kind: 'check', ...checks.online, no: 'network' },
    { id: 'good', kind: 'check', ...checks.accepted, yes: 'fine', no: 'which', unknown: 'which' },
    {
      id: 'which',
      kind: 'choose',
      options: [
        { id: 'disabled', to: 'enable' },
        { id: 'deleted', to: 'type' },
      ],
    },
    {
      id: 'enable',
      kind: 'wait',
      for: 'person',
      minutes: 60,
      until: checks.accepted,
      next: 'fine',
      late: 'tell',
    },
    { id: 'type', kind: 'check', ...checks.hybrid, yes: 'hybrid-way', no: 'key', unknown: 'key' },
    { id: 'key', kind: 'check', ...checks.keySaved, no: 'no-key', unknown: 'no-key' },
    {
      id: 'way-in',
      kind: 'check',
      ...checks.localAdministrator,
      no: 'no-way-in',
      unknown: 'password',
    },
    {
      id: 'password',
      kind: 'choose',
      options: [
        { id: 'known', to: 'again' },
        { id: 'not', to: 'no-way-in' },
      ],
    },
    { id: 'again', kind: 'hand-over', to: 'technician' },
    { id: 'fine', kind: 'done', proof: checks.accepted, owner: 'tenant' },
    { id: 'hybrid-way', kind: 'hand-over', to: 'technician' },
    { id: 'no-key', kind: 'hand-over', to: 'tenant' },
    { id: 'no-way-in', kind: 'hand-over', to: 'technician' },
    { id: 'network', kind: 'hand-over', to: 'network' },
    { id: 'tell', kind: 'hand-over', to: 'tenant' },
  ],
};
