import type { Fixture } from '../fixture';
import { computer } from '../machine/fixtures';
import { clock, services } from '../mdm/fixtures';
import { ran, registry } from '../support';

export const vendor = (...names: string[]) =>
  ran(
    registry(
      'HKLM',
      Object.fromEntries(['Windows', ...names].map((name) => [`SOFTWARE\\Microsoft\\${name}`, {}])),
    ),
  );

const virtual = { Manufacturer: 'Microsoft Corporation', Model: 'Virtual Machine' };

export const fixtures: readonly Fixture[] = [
  {
    id: 'virtual-desktop',
    origin: 'documented-shape',
    given: {
      'registry-software-microsoft': vendor('Windows365', 'RDInfraAgent'),
      'cim-services': services('CloudManagedDesktopExtension', 'RDAgentBootLoader'),
      'cim-computer-system': computer({ ...virtual, Name: 'CPC-alice-12AB' }),
      'cim-operating-system': clock,
    },
  },
  {
    id: 'session-host-agent',
    origin: 'documented-shape',
    given: {
      'registry-software-microsoft': vendor('RDInfraAgent'),
      'cim-services': services('RDAgentBootLoader', 'TermService'),
    },
  },
];
