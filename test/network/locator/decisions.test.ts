import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesToAsk, candidatesOf } from '../../../main/network/locator/candidates';
import { domainName } from '../../../main/network/locator/domain-name';
import {
  best,
  better,
  elect,
  graceMs,
  type Heard,
  nearness,
  windowsWouldChoose,
} from '../../../main/network/locator/election';
import type { DcFlag, NetlogonAnswer } from '../../../main/network/netlogon';

const netlogon = (more: Partial<NetlogonAnswer> = {}): NetlogonAnswer => ({
  state: 'answering',
  flags: ['LDAP', 'KDC', 'WRITABLE'],
  flagBits: 0,
  domainGuid: 'g',
  forest: 'corp.test',
  domain: 'corp.test',
  host: 'dc.corp.test',
  netbiosDomain: 'CORP',
  netbiosHost: 'DC',
  dcSite: 'Office',
  clientSite: 'Office',
  nextClosestSite: null,
  ntVersion: 5,
  ...more,
});

const heard = (more: Partial<Heard> = {}, answer: Partial<NetlogonAnswer> = {}): Heard => ({
  host: 'dc.corp.test',
  address: '192.0.2.1',
  port: 389,
  transport: 'udp',
  ms: 10,
  atMs: 10,
  ...more,
  netlogon: netlogon(answer),
});

describe('a domain name as typed', () => {
  it.each([
    ['Corp.Example.', 'corp.example', false],
    ['bücher.example', 'xn--bcher-kva.example', false],
    ['old_name.corp', 'old_name.corp', false],
    ['CORP', 'corp', true],
  ])('%s is %s', (typed, name, oneLabel) => {
    expect(domainName(typed)).toEqual({ kind: 'ok', name, oneLabel });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['.', 'empty'],
    ['192.0.2.1', 'address'],
    ['fe80::1%eth0', 'address'],
    ['a..b', 'not-a-name'],
    ['-a.b', 'not-a-name'],
    ['a b.c', 'not-a-name'],
    ['http://a.b/', 'address'],
    [`${'a'.repeat(64)}.b`, 'not-a-name'],
    ['a.'.repeat(130), 'too-long'],
  ])('%s is refused', (typed, why) => {
    expect(domainName(typed)).toEqual({ kind: 'wrong', why });
  });

  it('never comes out as anything but a name', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80, unit: 'binary' }), (typed) => {
        const name = domainName(typed);
        if (name.kind === 'ok') expect(name.name).toMatch(/^[a-z0-9._-]+$/);
      }),
    );
  });
});

describe('candidates', () => {
  const srv = (name: string, priority = 0, weight = 100, port = 389) => ({
    name,
    priority,
    weight,
    port,
  });

  it('stand in order of priority, then weight', () => {
    const list = candidatesOf(
      [srv('c', 10), srv('b', 0, 50), srv('a', 0, 100)],
      'domain',
      new Set(),
    );
    expect(list.map(({ host }) => host)).toEqual(['a', 'b', 'c']);
  });

  it('leave out doubles, the known, and "no such service"', () => {
    const list = candidatesOf(
      [srv('A.'), srv('a'), srv('b'), srv('.'), srv('', 0), srv('c', 0, 0, 0)],
      'domain',
      new Set(['b:389']),
    );
    expect(list.map(({ host }) => host)).toEqual(['a']);
  });

  it('are asked at one address per family, the one in our own network first', () => {
    expect(
      addressesToAsk(
        ['198.51.100.7', '192.0.2.9', '2001:db8::1', 'fe80::1%eth0'],
        ['192.0.2.1/24', 'fe80::5/64'],
      ),
    ).toEqual(['192.0.2.9', 'fe80::1%eth0']);
  });
});

describe('the election', () => {
  const far = heard({ host: 'far', ms: 1 }, { dcSite: 'Far' });
  const near = heard({ host: 'near', ms: 50 });
  const next = heard({ host: 'next', ms: 2 }, { dcSite: 'Next', nextClosestSite: 'Next' });
  const reader = heard({ host: 'reader', ms: 1 }, { flags: ['LDAP'] });
  const paused = heard({ host: 'paused', ms: 0 }, { state: 'paused' });

  it('knows how near each is', () => {
    expect([far, near, next].map(({ netlogon: one }) => nearness(one))).toEqual([
      'other-site',
      'same-site',
      'next-closest-site',
    ]);
    expect(nearness(netlogon({ clientSite: null }))).toBe('site-unknown');
    expect(nearness(netlogon({ dcSite: 'X', flags: ['CLOSE_SITE'] }))).toBe('same-site');
  });

  it('prefers site over role over speed, and never takes a paused one', () => {
    expect(best([far, paused, next, reader, near])?.host).toBe('near');
    expect(best([far, next, reader])?.host).toBe('reader');
    expect(best([paused])).toBeNull();
  });

  it('is over at once for an ideal one, and after the grace for any good one', () => {
    expect(elect([near], 10)).toMatchObject({ kind: 'chosen' });
    expect(elect([far], 10)).toEqual({ kind: 'waiting', ms: graceMs });
    expect(elect([far], 10 + graceMs)).toMatchObject({ kind: 'chosen', heard: far });
    expect(elect([paused], 5000)).toEqual({ kind: 'waiting', ms: null });
  });

  it('orders any answers the same way whatever order they came in', () => {
    const one = fc.record({
      ms: fc.nat(500),
      site: fc.constantFrom('Office', 'Far', 'Next'),
      flags: fc.constantFrom<DcFlag[]>(['LDAP'], ['WRITABLE'], ['CLOSE_SITE']),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 20 }), (all) => {
        const list = all.map(({ ms, site, flags }, at) =>
          heard({ ms, host: String(at) }, { dcSite: site, flags, nextClosestSite: 'Next' }),
        );
        const winner = best(list)!;
        const other = best([...list].reverse())!;
        expect(better(winner, other)).toBe(0);
        expect(list.every((any) => better(winner, any) <= 0)).toBe(true);
      }),
    );
  });

  it('says what Windows would do: the first of its own site, else the first at all', () => {
    const late = heard({ host: 'late', atMs: 90, ms: 1 });
    const early = heard({ host: 'early', atMs: 40, ms: 9 }, { flags: ['LDAP'] });
    const first = heard({ host: 'first', atMs: 5 }, { dcSite: 'Far' });
    expect(windowsWouldChoose([late, early, first])?.host).toBe('early');
    expect(windowsWouldChoose([first, paused])?.host).toBe('first');
    expect(windowsWouldChoose([])).toBeNull();
  });
});
