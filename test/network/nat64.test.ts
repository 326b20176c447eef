import { createSecureContext } from 'node:tls';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runEndpoints } from '../../main/network/endpoints/run';
import type { AddressBook } from '../../main/network/names';
import { nat64Prefix, onlySix } from '../../main/network/nat64';
import { closedWire } from '../../main/network/wire';

describe('a translator to IPv4', () => {
  it.each([
    // The examples of RFC 6052, with the number of RFC 7050 in the place of theirs.
    ['64:ff9b::c000:aa', '64:ff9b::/96'],
    ['64:ff9b::192.0.0.171', '64:ff9b::/96'],
    ['2001:db8:c000:aa::', '2001:db8::/32'],
    ['2001:db8:1c0:0:aa::', '2001:db8:100::/40'],
    ['2001:db8:122:c000:0:aa00::', '2001:db8:122::/48'],
    ['2001:db8:122:3c0:0:aa::', '2001:db8:122:300::/56'],
    ['2001:db8:122:344:c0:0:aa00::', '2001:db8:122:344::/64'],
    ['2001:db8:122:344::192.0.0.170', '2001:db8:122:344::/96'],
  ])('%s is behind %s', (address, prefix) => {
    expect(nat64Prefix(['192.0.0.170', address])).toBe(prefix);
  });

  it('is not read into other answers, whatever they are', () => {
    expect(nat64Prefix(['192.0.0.170', '192.0.0.171'])).toBeNull();
    expect(nat64Prefix(['2001:db8::1', 'fe80::1%eth0', '', ':::', '::'])).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6())), (all) => {
        const found = nat64Prefix(all);
        if (found !== null) expect(found).toMatch(/^[0-9a-f:]*::\/(32|40|48|56|64|96)$/u);
      }),
    );
  });
});

it.each([
  [true, ['2001:db8::7/64', 'fe80::1/64', '169.254.3.4/16']],
  [false, ['2001:db8::7/64', '192.0.2.7/24']],
  [false, ['fe80::1/64']],
  [false, []],
])('IPv6 only is %s in %j', (only, networks) => {
  expect(onlySix(networks)).toBe(only);
});

const six = ['2001:db8::7/64'];
const both = ['2001:db8::7/64', '192.0.2.7/24'];
const answers = (value: string[]): AddressBook => ({
  addresses: (name) =>
    Promise.resolve(
      name === 'ipv4only.arpa'
        ? { kind: 'answered', value, ms: 1 }
        : { kind: 'no-such-name', ms: 1 },
    ),
});
const silent: AddressBook = { addresses: () => Promise.resolve({ kind: 'silent', ms: 1 }) };

it.each([
  ['ipv6-translated', '64:ff9b::/96', six, answers(['192.0.0.170', '64:ff9b::c000:aa'])],
  ['ipv6-alone', null, six, answers(['192.0.0.170'])],
  [null, null, both, answers(['192.0.0.170', '64:ff9b::c000:aa'])],
  [null, null, six, silent],
] as const)('the network is told as %s (%s) in %j', async (code, about, here, names) => {
  const means = { wire: closedWire, proxy: null, trust: createSecureContext(), limitMs: 100 };
  const nothing = { targets: [], untestable: [] };
  const report = await runEndpoints({ ...means, names }, nothing, undefined, here);
  expect(report.causes.map((one) => [one.code, one.about])).toEqual(
    code === null ? [] : [[code, about]],
  );
});
