import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePing } from '../../main/network/cldap';
import { berTime } from '../../main/network/clock';
import { berFramed, decodeBer } from '../../main/network/ber';
import { decodeKdc, kdcFramed } from '../../main/network/kerberos';
import { decodeSearch, searchFramed } from '../../main/network/ldap';
import { decodeNetlogon } from '../../main/network/netlogon';
import { decodeNtp } from '../../main/network/ntp';
import { decodeRootDse } from '../../main/network/root-dse';
import { decodeNegotiate, smbFramed } from '../../main/network/smb';
import { netlogonBytes, searchAnswer } from '../harness/net/directory';
import { recorded } from './recorded';

const cookie = Uint8Array.from({ length: 8 }, (_, at) => at + 1);
const ntpAnswer = (() => {
  const packet = new Uint8Array(48);
  packet.set([0x24, 2]);
  packet.set(cookie, 24);
  // 2026-11-21T03:00:00Z
  new DataView(packet.buffer).setUint32(32, 1795230000 + 2_208_988_800);
  new DataView(packet.buffer).setUint32(40, 1795230000 + 2_208_988_800);
  return packet;
})();

const decoders = {
  ping: { decode: decodePing, good: recorded.cldap },
  netlogon: { decode: decodeNetlogon, good: new Uint8Array(netlogonBytes()) },
  search: { decode: (bytes: Uint8Array) => decodeSearch(bytes, 1), good: recorded.rootDse },
  rootDse: { decode: decodeRootDse, good: recorded.rootDse },
  kdc: { decode: decodeKdc, good: recorded.kdcUdp },
  smb: { decode: decodeNegotiate, good: recorded.smb },
  ntp: { decode: (bytes: Uint8Array) => decodeNtp(bytes, cookie), good: ntpAnswer },
};

const framers = { ber: berFramed, search: searchFramed, kdc: kdcFramed, smb: smbFramed };

describe('what a real domain controller says', () => {
  it('is read out of its LDAP ping', () => {
    expect(decodePing(recorded.cldap)).toMatchObject({
      kind: 'domain-controller',
      netlogon: {
        state: 'answering',
        host: 'dc1.corp.fieldkit.test',
        forest: 'corp.fieldkit.test',
        netbiosDomain: 'CORP',
        netbiosHost: 'DC1',
        dcSite: 'Default-First-Site-Name',
        clientSite: 'Branch',
        domainGuid: 'd7254b2f-3e94-46d6-a8c0-79b00a48d3cd',
      },
    });
  });

  it('is "not for this domain" when the directory serves another', () => {
    expect(decodePing(recorded.cldapOtherDomain)).toEqual({ kind: 'not-for-this-domain' });
  });

  it('carries the clock of the KDC', () => {
    expect(decodeKdc(recorded.kdcUdp)).toMatchObject({
      code: 6,
      symbol: 'KDC_ERR_C_PRINCIPAL_UNKNOWN',
      realm: 'CORP.FIELDKIT.TEST',
      time: Date.UTC(2026, 10, 21, 3, 10, 54, 342),
    });
    expect(kdcFramed(recorded.kdcTcp)).toBe(recorded.kdcTcp.length);
  });

  it('carries the clock and the dialect of the file server', () => {
    const smb = decodeNegotiate(recorded.smb);
    expect(smb).toMatchObject({ kind: 'negotiated', dialect: '3.1.1', signing: 'required' });
    expect(new Date((smb as { time: number }).time).toISOString()).toMatch(/^2026-11-21T03:10:5/);
    expect(smbFramed(recorded.smb)).toBe(recorded.smb.length);
  });

  it('says who it is in the rootDSE', () => {
    expect(decodeRootDse(recorded.rootDse)).toMatchObject({
      host: 'dc1.corp.fieldkit.test',
      defaultNamingContext: 'DC=corp,DC=fieldkit,DC=test',
      synchronized: true,
      currentTime: Date.UTC(2026, 10, 21, 3, 10, 54),
    });
    expect(searchFramed(recorded.rootDse)).toBe(recorded.rootDse.length);
  });

  it('gives the time over NTP only to the one who asked', () => {
    expect(decodeNtp(ntpAnswer, cookie)).toMatchObject({ stratum: 2, sentAt: 1795230000000 });
    expect(decodeNtp(ntpAnswer, new Uint8Array(8))).toBeNull();
  });
});

describe('a damaged NETLOGON answer is refused', () => {
  const whole = netlogonBytes({ nextClosest: 'Next' });
  const pointing = (target: number) => {
    const looped = Buffer.from(netlogonBytes());
    // The first name, 24 bytes in, becomes a pointer.
    return Buffer.concat([
      looped.subarray(0, 24),
      Buffer.from([0xc0, target]),
      looped.subarray(24 + 'corp.test'.length + 2),
    ]);
  };

  it('when whole it is accepted, next closest site included', () => {
    expect(decodeNetlogon(whole)).toMatchObject({ nextClosestSite: 'Next' });
  });

  it.each([24, 25, 40, 90, 255])('when a name points at itself or forwards (%i)', (target) => {
    expect(decodeNetlogon(pointing(target))).toBeNull();
  });

  it('when its numbers are big-endian', () => {
    const turned = Buffer.from(whole);
    turned.writeUInt16BE(23, 0);
    expect(decodeNetlogon(turned)).toBeNull();
  });

  it('when it is cut anywhere', () => {
    for (let size = 0; size < whole.length; size += 1)
      expect(decodeNetlogon(whole.subarray(0, size)), `cut at ${String(size)}`).toBeNull();
  });

  it('when bytes follow or stand between', () => {
    expect(decodeNetlogon(Buffer.concat([whole, Buffer.alloc(4, 0xff)]))).toBeNull();
    expect(decodeNetlogon(Buffer.concat([whole, Buffer.alloc(8192, 0xff)]))).toBeNull();
  });

  it('when a name is no UTF-8', () => {
    const wrong = Buffer.from(whole);
    wrong[26] = 0xff;
    expect(decodeNetlogon(wrong)).toBeNull();
  });

  it('and is told apart from a directory without an answer', () => {
    expect(decodePing(searchAnswer({ netlogon: whole.subarray(0, 40) }))).toEqual({
      kind: 'unreadable',
    });
  });
});

describe('a BER bomb', () => {
  const nested = Buffer.alloc(60_000);
  for (let at = 0; at < nested.length; at += 2) nested.set([0x30, 0x80], at);

  it('of depth is refused, not followed', () => {
    expect(decodeBer(nested)).toBeNull();
    expect(decodeSearch(nested, 1)).toBeNull();
  });

  it('of number is refused', () => {
    const many = Buffer.concat([
      Buffer.from([0x30, 0x82, 0xea, 0x60]),
      Buffer.alloc(60_000).fill(Buffer.from([0x05, 0x00])),
    ]);
    expect(decodeBer(many)).toBeNull();
  });

  it('of promised length is named too large before any memory is spent', () => {
    const huge = Uint8Array.of(0x30, 0x84, 0x7f, 0xff, 0xff, 0xff);
    expect(searchFramed(huge)).toBeGreaterThan(0x7fffffff);
    expect(decodeBer(huge)).toBeNull();
  });

  it('of indefinite length is nonsense', () => {
    expect(berFramed(Uint8Array.of(0x30, 0x80))).toBe('nonsense');
  });
});

describe('a time nobody can mean', () => {
  it.each(['20260231000000Z', '20261321000000Z', '2026112103105Z', '20261121250000Z', '', 'x'])(
    'is no time: %s',
    (said) => {
      expect(berTime(said)).toBeNull();
    },
  );
});

describe.each(Object.entries(decoders))('the %s decoder', (_name, { decode, good }) => {
  it('reads its own good answer', () => {
    expect(decode(good)).not.toBeNull();
  });

  it('never throws, whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        decode(bytes);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on a good answer with bytes changed, cut or doubled', () => {
    const change = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.nat(good.length), (changes, cut) => {
        const bytes = Uint8Array.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        decode(bytes);
        decode(bytes.subarray(0, cut));
        decode(Uint8Array.from([...bytes, ...bytes]));
      }),
      { numRuns: 500 },
    );
  });
});

describe.each(Object.entries(framers))('the %s framer', (_name, framed) => {
  it('always says a length, "more" or "nonsense"', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const said = framed(bytes);
        expect(said === 'more' || said === 'nonsense' || said > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
