import type { Facts } from '../../../main/core/facts/index';
import { printerAndCredentialRules } from '../../../main/core/rules/printers-and-credentials';
import { cloudLaptop, hybridAtHome, hybridAtWork } from './make-device';
import { proveFamily } from './prove';

type Printer = NonNullable<Facts['printers']['printers']>[number];
const printer = (name: string, offline: boolean): Printer => ({
  name: `\\\\print1\\${name}`,
  port: null,
  driver: null,
  network: true,
  server: '\\\\print1',
  isDefault: false,
  offline,
});
const printers = (...list: Printer[]) => ({ printers: { printers: list, connections: [] } });
const allDead = printers(printer('A', true), printer('B', true));

const secret = (target: string, kind: 'domain' | 'generic' = 'domain') => ({
  'stored-credentials': { credentials: [{ kind, target }] },
});
const drive = (status: 'ok' | 'unavailable') => ({
  'mapped-drives': {
    remembered: [{ letter: 'H:', path: '\\\\files\\home', user: null, provider: null }],
    connected: [{ letter: 'H:', path: '\\\\files\\home', status }],
  },
});

proveFamily(
  printerAndCredentialRules,
  [
    ['printers-of-server-offline', hybridAtHome({ facts: allDead }), { severity: 'notice' }],
    [
      'printers-of-server-offline',
      hybridAtWork({ facts: allDead }),
      { severity: 'attention', owner: 'network', values: { server: 'print1', count: 2 } },
    ],
    [
      'printer-list-silent',
      hybridAtWork({
        facts: { printers: { printers: null, connections: [{ server: 'print1', share: 'A' }] } },
      }),
      { severity: 'notice', certainty: 'possible' },
    ],
    [
      'stored-password-for-dead-drive',
      hybridAtWork({ facts: { ...drive('unavailable'), ...secret('files.corp.fabrikam.com') } }),
      { severity: 'attention', owner: 'user' },
    ],
    [
      'stored-password-for-server',
      hybridAtWork({ facts: { ...drive('ok'), ...secret('FILES') } }),
      { severity: 'notice', certainty: 'possible' },
    ],
    [
      'stored-password-for-server',
      hybridAtWork({ facts: secret('dc1.corp.fabrikam.com') }),
      { severity: 'notice' },
    ],
  ],
  [
    [
      'printers-of-server-offline',
      'one printer that is off is no dead server',
      hybridAtWork({ facts: printers(printer('A', true), printer('B', false)) }),
    ],
    [
      'printers-of-server-offline',
      'with a single printer nobody can tell',
      hybridAtWork({ facts: printers(printer('A', true)) }),
    ],
    [
      'printer-list-silent',
      'no printer of a server is known',
      cloudLaptop({ facts: { printers: { printers: null, connections: [] } } }),
    ],
    [
      'stored-password-for-dead-drive',
      'away from the company a dead drive is normal',
      hybridAtHome({ facts: secret('files') }),
    ],
    [
      'stored-password-for-server',
      'a program’s own entry is none of our business',
      hybridAtWork({ facts: { ...drive('ok'), ...secret('files', 'generic') } }),
    ],
    [
      'stored-password-for-server',
      'it is for another server',
      hybridAtWork({ facts: { ...drive('ok'), ...secret('files2') } }),
    ],
    [
      'printer-list-silent',
      'the list is there',
      hybridAtWork({
        facts: { printers: { printers: [], connections: [{ server: 'print1', share: 'A' }] } },
      }),
    ],
    [
      'stored-password-for-dead-drive',
      'the drive is fine',
      hybridAtWork({ facts: { ...drive('ok'), ...secret('files') } }),
    ],
  ],
);
