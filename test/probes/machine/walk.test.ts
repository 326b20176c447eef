import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawReading, Source } from '../../../main/os/port';
import { autopilotProbes } from '../../../main/probes/autopilot/index';
import { cloudPcProbes } from '../../../main/probes/cloud-pc/index';
import { coManagementProbes } from '../../../main/probes/co-management/index';
import { licenceProbes } from '../../../main/probes/licence/index';
import { machineProbes } from '../../../main/probes/machine/index';
import { mdmProbes } from '../../../main/probes/mdm/index';
import type { AnyProbe } from '../../../main/probes/probe';
import { protectionProbes } from '../../../main/probes/protection/index';
import { recoveryProbes } from '../../../main/probes/recovery/index';
import { isCimQuestion } from '../../../main/os/cim-script';
import { eventsCommand, registryCommand } from '../../../main/os/commands';
import german from '../../../strings/de/probes.json';
import english from '../../../strings/en/probes.json';
import { fixtures as autopilot } from '../autopilot/fixtures';
import { fixtures as cloudPc } from '../cloud-pc/fixtures';
import { fixtures as coManagement } from '../co-management/fixtures';
import { fixtures as licence } from '../licence/fixtures';
import { fixtures as mdm } from '../mdm/fixtures';
import { fixtures as protection } from '../protection/fixtures';
import { fixtures as recovery } from '../recovery/fixtures';
import { gaps, ran, rawsFor } from '../support';
import { fixtures as machine } from './fixtures';

const probes: readonly AnyProbe[] = [
  ...mdmProbes,
  ...autopilotProbes,
  ...recoveryProbes,
  ...protectionProbes,
  ...licenceProbes,
  ...coManagementProbes,
  ...cloudPcProbes,
  ...machineProbes,
];
const fixtures = [
  ...mdm,
  ...autopilot,
  ...recovery,
  ...protection,
  ...licence,
  ...coManagement,
  ...cloudPc,
  ...machine,
];

const everySource = (probe: AnyProbe, raw: RawReading) =>
  rawsFor(probe, Object.fromEntries(probe.reads.map(({ key }) => [key, raw])));

const fixtureOf = (probe: AnyProbe) => fixtures.find(({ id }) => id === probe.id);

describe('the list of probes', () => {
  it('has every id once', () => {
    const ids = probes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('asks one thing under one key', () => {
    const byKey = new Map<string, Source>();
    for (const source of probes.flatMap(({ reads }) => [...reads])) {
      expect(byKey.get(source.key) ?? source, source.key).toEqual(source);
      byKey.set(source.key, source);
    }
  });

  it('holds no secret-bearing probe in the ordinary check', () => {
    expect(probes.filter(({ onRequest }) => onRequest).map(({ id }) => id)).toEqual([
      'hardware-hash',
    ]);
  });
});

const isAskable = (source: Source): boolean => {
  if (source.kind === 'cim') return isCimQuestion(source);
  if (source.kind === 'events') return eventsCommand(source) !== null;
  if (source.kind === 'registry') return registryCommand(source) !== null;
  return true;
};

describe.each(probes.map((probe) => [probe.id, probe] as const))('%s', (id, probe) => {
  it('states key, rights and a time limit for each source', () => {
    for (const { key, limitMs, rights } of probe.reads) {
      expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(['user', 'admin', 'system']).toContain(rights);
      expect(limitMs).toBeGreaterThan(0);
      expect(limitMs).toBeLessThanOrEqual(30_000);
    }
  });

  it('asks only what the machine lets itself be asked', () => {
    expect(probe.reads.filter((source) => !isAskable(source))).toEqual([]);
  });

  it('has a name in both languages', () => {
    expect(english).toHaveProperty([`probe.${id}`], expect.stringMatching(/\S/));
    expect(german).toHaveProperty([`probe.${id}`], expect.stringMatching(/\S/));
  });

  it('reads what it is made for', () => {
    const fixture = fixtureOf(probe);
    expect(probe.parse(rawsFor(probe, fixture?.given ?? {})).kind).toBe('ok');
  });

  it.each(gaps.map((gap) => [JSON.stringify(gap), gap] as const))(
    'makes no fact of %s',
    (_, gap) => {
      expect(probe.parse(everySource(probe, gap)).kind).toBe(gap.kind);
    },
  );

  it('makes no fact of garbage', () => {
    const noise = Uint8Array.from({ length: 600 }, (_, at) => 33 + ((at * 7) % 90));
    const reading = probe.parse(everySource(probe, ran(noise, 0)));
    expect(reading).toMatchObject({ kind: 'failed', reason: 'not-understood' });
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(null, 0, 1, 5, 0x80070005),
        (bytes, exitCode) => {
          expect(['ok', 'unavailable', 'failed']).toContain(
            probe.parse(everySource(probe, ran(bytes, exitCode))).kind,
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('survives its own fixture cut anywhere', () => {
    const given = fixtureOf(probe)?.given ?? {};
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const cut = Object.fromEntries(
          Object.entries(given).map(([key, raw]) =>
            raw.kind === 'ok'
              ? [
                  key,
                  ran(raw.value.bytes.slice(0, raw.value.bytes.length * share), raw.value.exitCode),
                ]
              : [key, raw],
          ),
        );
        expect(['ok', 'unavailable', 'failed']).toContain(probe.parse(rawsFor(probe, cut)).kind);
      }),
      { numRuns: 50 },
    );
  });
});
