import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import { clockSyncProbe } from '../../../main/probes/time/clock-sync';
import { timeServiceProbe } from '../../../main/probes/time/time-service';
import { timeZoneProbe } from '../../../main/probes/time/time-zone';
import { inEncoding, translated } from '../mutate';
import { capture, dword, facts, noKey, parse, ran, registry, text } from '../support';
import { fixtures } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};
const key = 'w32tm-status';
const clock = (name: string) => facts(clockSyncProbe, { [key]: ran(capture(name, '\n')) });
const verbose = [
  'w32tm-de-verbose.txt',
  'w32tm-en-domain-dc-stale.txt',
  'w32tm-en-odd-leap3-text.txt',
  'w32tm-en-synced-verbose.txt',
  'w32tm-en-unsynced-local-cmos.txt',
  'w32tm-fr-verbose.txt',
];

describe('clock synchronisation', () => {
  it('reads the French answer of a virtual machine', () => {
    expect(clock('w32tm-fr-verbose.txt')).toEqual({
      serviceRunning: 'yes',
      leap: 0,
      stratum: 4,
      reference: 'host',
      source: 'VM IC Time Synchronization Provider',
      pollSeconds: 64,
      offsetSeconds: 0.0015321,
      stateMachine: 'hold',
      lastError: 0,
      secondsSinceSync: 22.0930147,
      synchronised: 'yes',
    });
  });

  it('reads past the wrapped line of the German answer', () => {
    expect(clock('w32tm-de-verbose.txt')).toMatchObject({
      stratum: 4,
      reference: 'server',
      source: 'time.windows.com,0x9',
      stateMachine: 'sync',
      lastError: 2,
      secondsSinceSync: 4812.7981071,
      synchronised: 'yes',
    });
  });

  it('trusts the digit 3, whatever the sentence behind it says', () => {
    expect(clock('w32tm-en-odd-leap3-text.txt')).toMatchObject({ leap: 3, synchronised: 'no' });
  });

  it('knows a clock that follows only itself', () => {
    expect(clock('w32tm-en-unsynced-local-cmos.txt')).toMatchObject({
      leap: 3,
      stratum: 0,
      reference: 'none',
      stateMachine: 'unset',
      lastError: 1,
      synchronised: 'no',
    });
    const own = capture('w32tm-en-synced-verbose.txt').replace('0x28779426', '0x4C4F434C');
    expect(facts(clockSyncProbe, { [key]: ran(own) }).reference).toBe('local');
  });

  it.each([
    [0, 'no'],
    [1, 'yes'],
    [15, 'yes'],
    [16, 'no'],
  ])('takes stratum %d alone as %s', (stratum, synchronised) => {
    const changed = capture('w32tm-en-synced-verbose.txt').replace(
      'Stratum: 4',
      `Stratum: ${stratum}`,
    );
    expect(facts(clockSyncProbe, { [key]: ran(changed) })).toMatchObject({ leap: 0, synchronised });
  });

  it('reads the age of a stale clock', () => {
    expect(clock('w32tm-en-domain-dc-stale.txt')).toMatchObject({
      source: 'DC01.contoso.com',
      pollSeconds: 2048,
      secondsSinceSync: 38943.4367708,
    });
  });

  it.each(verbose)('reads %s the same in any language', (name) => {
    const expected = clock(name);
    fc.assert(
      fc.property(translated(key, capture(name)), (mutated) => {
        expect(facts(clockSyncProbe, mutated)).toEqual(expected);
      }),
    );
  });

  it.each(['cp850', 'cp1252', 'utf-8', 'utf-16le'])('reads German bytes in %s', (encoding) => {
    const bytes = inEncoding(key, capture('w32tm-de-verbose.txt', '\n'), encoding);
    expect(facts(clockSyncProbe, bytes)).toEqual(clock('w32tm-de-verbose.txt'));
  });

  it('gives what the short form has, and no more', () => {
    const [short = ''] = capture('w32tm-en-synced-verbose.txt', '\n').split('\n\n');
    expect(facts(clockSyncProbe, { [key]: ran(short) })).toMatchObject({
      leap: 0,
      synchronised: 'yes',
      stateMachine: null,
      lastError: null,
      secondsSinceSync: null,
    });
  });

  it('knows by number that the service is not running', () => {
    const stopped = ran('エラー: サービスは開始されていません。 (0x80070426)\n', 1);
    expect(facts(clockSyncProbe, { [key]: stopped })).toMatchObject({
      serviceRunning: 'no',
      synchronised: 'unknown',
      leap: null,
    });
  });

  it('says denied by number', () => {
    const closed = ran('Folgender Fehler ist aufgetreten: Zugriff verweigert (0x80070005)\n', 1);
    expect(parse(clockSyncProbe, { [key]: closed })).toEqual(unavailable('denied'));
  });

  it.each([
    ['fragments', capture('w32tm-zh-fragments.txt')],
    ['another answer', capture('w32tm-stripchart-en-ok.txt')],
    ['nothing', ''],
    ['other text', 'a: b\nc: d\n'],
  ])('does not understand %s', (_, other) => {
    expect(parse(clockSyncProbe, { [key]: ran(other) })).toMatchObject({
      kind: 'failed',
      reason: 'not-understood',
    });
  });

  it('never calls a cut answer synchronised without its first rows', () => {
    const whole = capture('w32tm-en-synced-verbose.txt', '\n');
    const needed = whole.indexOf('0x28779426') + '0x28779426'.length;
    for (let at = 0; at < needed; at += 9)
      expect(parse(clockSyncProbe, { [key]: ran(whole.slice(0, at)) }).kind).toBe('failed');
  });
});

describe('time service and zone', () => {
  it('reads where the time comes from', () => {
    expect(facts(timeServiceProbe, given('time-service'))).toEqual({
      type: 'server',
      servers: ['time.windows.com', 'ntp.contoso.test'],
      start: 'manual',
    });
    expect(facts(timeServiceProbe, { 'registry-time-service': noKey })).toEqual({
      type: 'unknown',
      servers: [],
      start: 'unknown',
    });
  });

  it.each([
    ['NT5DS', 'domain'],
    ['NoSync', 'none'],
    ['AllSync', 'all'],
    ['else', 'unknown'],
  ])('reads type %s as %s', (type, expected) => {
    const service = ran(
      registry('HKLM', {
        'SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters': { Type: text(type) },
      }),
    );
    expect(facts(timeServiceProbe, { 'registry-time-service': service }).type).toBe(expected);
  });

  it('reads a zone east of Greenwich with its sign', () => {
    expect(facts(timeZoneProbe, given('time-zone'))).toEqual({
      name: 'W. Europe Standard Time',
      biasMinutes: -120,
      setAutomatically: 'no',
    });
  });

  it('does not know what cannot be read', () => {
    const base = given('time-zone');
    const closed = { ...base, 'registry-time-zone-updater': unavailable('denied') };
    expect(facts(timeZoneProbe, closed).setAutomatically).toBe('unknown');
    const manual = ran(
      registry('HKLM', {
        'SYSTEM\\CurrentControlSet\\Services\\tzautoupdate': { Start: dword(3) },
      }),
    );
    expect(
      facts(timeZoneProbe, { ...base, 'registry-time-zone-updater': manual }).setAutomatically,
    ).toBe('yes');
  });
});
