import { describe, expect, it } from 'vitest';
import { proxyWays } from '../../main/core/proxy-ways';
import { ok, unavailable } from '../../main/core/reading';
import type { Snapshot } from '../../main/core/snapshot';
import { proxies } from './rules/make-readings';

const seen = (settings: Parameters<typeof proxies>[0]): Snapshot => ({
  observedAt: null,
  origin: 'capture',
  platform: 'win32',
  readings: { 'proxy-settings': ok(proxies(settings)) },
});
const fixed = { enabled: 'yes', servers: 'proxy.corp.test:8080' } as const;
const services = { access: 'proxy', servers: 'proxy.corp.test:8080' } as const;

describe('the proxy as each part of Windows sees it', () => {
  it.each([
    ['no', 'nobody has one', {}],
    ['no', 'both have the same', { user: fixed, services }],
    [
      'no',
      'the same, written otherwise',
      {
        user: { ...fixed, servers: 'http=HTTP://Proxy.corp.test:8080/;https=proxy.corp.test:8080' },
        services,
      },
    ],
    ['yes', 'only the person has one', { user: fixed }],
    ['yes', 'only the services have one', { services }],
    ['yes', 'two others', { user: fixed, services: { ...services, servers: 'other:3128' } }],
    [
      'yes',
      'another port',
      { user: fixed, services: { ...services, servers: 'proxy.corp.test:3128' } },
    ],
    [
      'no',
      'a policy goes before the person',
      { user: { servers: 'old:1', enabled: 'yes' }, policy: fixed, services },
    ],
    [
      'unknown',
      'a script decides for the person',
      { user: { pacUrl: 'http://wpad.corp.test/p.pac' }, services },
    ],
    ['unknown', 'it is searched for', { user: { autoDetect: 'yes' } }],
    ['unknown', 'the services could not be read', { user: fixed, services: { access: 'unknown' } }],
    ['no', 'SYSTEM never set anything', { user: fixed, services, system: { enabled: 'no' } }],
    ['yes', 'SYSTEM has one of its own', { system: { enabled: 'yes', servers: 'other:1' } }],
    ['no', 'SYSTEM has the same', { user: fixed, services, system: fixed }],
    [
      'unknown',
      'the settings of SYSTEM could not be read',
      { user: fixed, services, system: { enabled: 'unknown' } },
    ],
    ['unknown', 'SYSTEM searches for one', { system: { autoDetect: 'yes' } }],
    [
      'no',
      'the variables name the same',
      { user: fixed, services, environment: { https: 'http://proxy.corp.test:8080/' } },
    ],
    ['yes', 'the variables name another', { environment: { all: 'http://other:1' } }],
    ['no', 'only exceptions are in the variables', { environment: { bypass: 'localhost' } }],
    ['unknown', 'the variables could not be read', { environment: null }],
    [
      'yes',
      'one differs, whatever else is not known',
      { user: fixed, services: { access: 'direct' }, environment: null },
    ],
  ] as const)('differ %s: %s', (differ, _why, settings) => {
    expect(proxyWays(seen(settings as Parameters<typeof proxies>[0]))?.differ).toBe(differ);
  });

  it('shows policy only where it says something, and never a password', () => {
    const plain = proxyWays(seen({ user: { ...fixed, servers: 'http://jane:secret@p.test:1' } }));
    expect(plain?.ways).toEqual([
      { who: 'user', how: 'proxy', address: 'http://***@p.test:1', except: null },
      { who: 'services', how: 'direct', address: null, except: null },
      { who: 'system', how: 'unset', address: null, except: null },
      { who: 'environment', how: 'unset', address: null, except: null },
    ]);
    const ruled = proxyWays(seen({ policy: { pacUrl: 'http://wpad/p.pac' } }));
    expect(ruled?.ways.map(({ who, how }) => [who, how])).toEqual([
      ['user', 'direct'],
      ['policy', 'script'],
      ['services', 'direct'],
      ['system', 'unset'],
      ['environment', 'unset'],
    ]);
  });

  it('says what each takes past its proxy', () => {
    const seenBy = proxyWays(
      seen({
        user: { ...fixed, bypass: '*.corp.test;<local>' },
        environment: { https: 'p:1', bypass: 'localhost,.corp.test' },
      }),
    );
    expect(seenBy?.ways.map(({ who, except }) => [who, except])).toEqual([
      ['user', '*.corp.test;<local>'],
      ['services', null],
      ['system', null],
      ['environment', 'localhost,.corp.test'],
    ]);
  });

  it('is not known where the settings were not read', () => {
    const { readings: _read, ...rest } = seen({});
    expect(proxyWays({ ...rest, readings: {} })).toBeNull();
    const gap = { 'proxy-settings': unavailable('denied') } as Snapshot['readings'];
    expect(proxyWays({ ...rest, readings: gap })).toBeNull();
  });
});
