import { driveRules } from '../../../main/core/rules/drives';
import { cloudLaptop, hybridAtHome, hybridAtWork } from './make-device';
import { proveFamily } from './prove';

const kept = (path: string) => [{ letter: 'H:', path, user: null, provider: null }];
const drive = (status: 'ok' | 'unavailable' | 'disconnected', path = '\\\\files\\home') => ({
  'mapped-drives': { remembered: kept(path), connected: [{ letter: 'H:', path, status }] },
});

proveFamily(
  driveRules,
  [
    [
      'drives-unreachable',
      hybridAtHome(),
      { severity: 'notice', values: { count: 1, server: 'files', place: 'other' } },
    ],
    [
      'drives-unreachable',
      hybridAtWork({ facts: drive('unavailable') }),
      { severity: 'attention', certainty: 'likely', link: 'file-server' },
    ],
    ['drives-waiting', hybridAtWork({ facts: drive('disconnected') }), { severity: 'notice' }],
    [
      'drives-hidden-from-administrator',
      hybridAtWork({
        facts: { 'mapped-drives': { remembered: kept('\\\\files\\home'), connected: [] } },
      }),
      { severity: 'notice', certainty: 'proved' },
    ],
    [
      'drive-by-number',
      hybridAtWork({ facts: drive('ok', '\\\\10.10.0.20\\home') }),
      { severity: 'notice', certainty: 'possible', values: { server: '10.10.0.20' } },
    ],
    [
      'drive-by-short-name',
      cloudLaptop({ facts: drive('ok') }),
      { severity: 'notice', certainty: 'possible', values: { server: 'files' } },
    ],
  ],
  [
    ['drives-unreachable', 'the drive is fine', hybridAtWork({ facts: drive('ok') })],
    [
      'drives-unreachable',
      'the live state could not be asked for',
      hybridAtWork({
        facts: { 'mapped-drives': { remembered: kept('\\\\files\\home'), connected: null } },
      }),
    ],
    [
      'drives-hidden-from-administrator',
      'this is the person’s own session',
      hybridAtWork({
        rows: { KeySignTest: 'MUST Run elevated to test.' },
        facts: { 'mapped-drives': { remembered: kept('\\\\files\\home'), connected: [] } },
      }),
    ],
    ['drive-by-short-name', 'a member finds it', hybridAtWork({ facts: drive('ok') })],
    [
      'drive-by-short-name',
      'the name is whole',
      cloudLaptop({ facts: drive('ok', '\\\\files.corp.fabrikam.com\\home') }),
    ],
    ['drives-hidden-from-administrator', 'there are none to hide', hybridAtWork()],
  ],
);
