import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unavailable } from '../../main/core/reading';
import { isCimQuestion } from '../../main/os/powershell/questions';
import { eventsCommand, registryCommand } from '../../main/os/commands';
import { tools } from '../../main/os/port';
import type { RawReading, Source } from '../../main/os/port';
import { probes } from '../../main/probes/index';
import type { AnyProbe } from '../../main/probes/probe';
import { allFixtures } from './all-fixtures';
import { claims } from './claims';
import { gaps, ran, rawsFor } from './support';

const strings = join(import.meta.dirname, '..', '..', 'strings');
const languages = readdirSync(strings, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const wordsOf = (language: string): Record<string, string> =>
  Object.assign(
    {},
    ...readdirSync(join(strings, language)).map(
      (file) => JSON.parse(readFileSync(join(strings, language, file), 'utf8')) as object,
    ),
  );

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const everywhere = (probe: AnyProbe, raw: RawReading) =>
  rawsFor(probe, Object.fromEntries(probe.reads.map(({ key }) => [key, raw])));
const givenTo = (probe: AnyProbe) => allFixtures.find(({ id }) => id === probe.id)?.given ?? {};

/** Made to be slow to read: long runs of what a pattern may try again at every place. */
const size = 200_000;
const hostile: readonly (readonly [string, string])[] = [
  ['blanks', `HKEY_LOCAL_MACHINE\\A\r\n    a${' '.repeat(size)}b`],
  ['events that never end', '<Event >'.repeat(size / 8)],
  ['colons', `x${': '.repeat(size / 2)}`],
  ['types', `HKEY_LOCAL_MACHINE\\A\r\n${'  REG_SZ'.repeat(size / 8)}`],
  ['brackets', '('.repeat(size)],
  ['equal signs', '= '.repeat(size / 2)],
  ['digits', '1'.repeat(size)],
  ['open objects', '[{"a":'.repeat(size / 6)],
  ['short lines', 'a:\n'.repeat(size / 3)],
];

const isAskable = (source: Source): boolean => {
  if (source.kind === 'cim') return isCimQuestion(source);
  if (source.kind === 'events') return eventsCommand(source) !== null;
  if (source.kind === 'registry') return registryCommand(source) !== null;
  return source.kind !== 'command' || tools.includes(source.tool);
};

/** Evidence that no probe of this PC reads: the organisation’s file, and the cloud once signed in. */
const toldByOthers = ['organisation', 'cloud-device', 'cloud-management', 'cloud-autopilot'];

describe('the list of probes', () => {
  it('has every id once, in kebab case', () => {
    const ids = probes.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(36);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(ids.filter((id) => !kebab.test(id))).toEqual([]);
  });

  it('asks one thing under one key', () => {
    const byKey = new Map<string, Source>();
    for (const source of probes.flatMap(({ reads }) => [...reads])) {
      expect(byKey.get(source.key) ?? source, source.key).toEqual(source);
      byKey.set(source.key, source);
    }
  });

  it('has one fixture per probe and none for a probe that is gone', () => {
    const ids = allFixtures.map(({ id }) => id);
    expect([...ids].sort()).toEqual(probes.map(({ id }) => id).sort());
  });

  it('says nothing in a language about a probe that is gone', () => {
    const ids = new Set<string>([...probes.map(({ id }) => id), ...toldByOthers]);
    for (const language of languages) {
      const named = Object.keys(wordsOf(language)).flatMap(
        (key) => /^probe\.([^.]+)$/.exec(key)?.[1] ?? [],
      );
      expect(named.filter((id) => !ids.has(id))).toEqual([]);
    }
  });
});

describe.each(probes.map((probe) => [probe.id, probe] as const))('%s', (id, probe) => {
  it('states key, rights and a limit in time for each source', () => {
    expect(probe.reads.length).toBeGreaterThan(0);
    for (const { key, rights, limitMs } of probe.reads) {
      expect(key).toMatch(kebab);
      expect(['user', 'admin', 'system']).toContain(rights);
      expect(limitMs).toBeGreaterThan(0);
      expect(limitMs).toBeLessThanOrEqual(300_000);
    }
  });

  it('asks only what the machine lets itself be asked', () => {
    expect(probe.reads.filter((source) => !isAskable(source))).toEqual([]);
  });

  it.each(languages)('has a name in %s', (language) => {
    expect(wordsOf(language)[`probe.${id}`]).toMatch(/\S/);
  });

  it('reads its fixture', () => {
    expect(probe.parse(rawsFor(probe, givenTo(probe)))).toMatchObject({ kind: 'ok' });
  });

  it.each(gaps.map((gap) => [JSON.stringify(gap), gap] as const))(
    'makes no fact of %s',
    (_, gap) => {
      expect(probe.parse(everywhere(probe, gap)).kind).not.toBe('ok');
    },
  );

  it('makes no fact of garbage', () => {
    const noise = Uint8Array.from({ length: 600 }, (_, at) => 33 + ((at * 7) % 90));
    expect(probe.parse(everywhere(probe, ran(noise, 0))).kind).not.toBe('ok');
  });

  it('claims nothing new when one of its sources is missing', () => {
    const whole = probe.parse(rawsFor(probe, givenTo(probe)));
    if (whole.kind !== 'ok') return expect.fail('no fixture');
    for (const { key } of probe.reads) {
      const muted = { ...rawsFor(probe, givenTo(probe)), [key]: unavailable('denied') };
      const reading = probe.parse(muted);
      if (reading.kind === 'ok') expect(claims(whole.value, reading.value), key).toEqual([]);
    }
  });

  it('is not held up by texts made to be slow', () => {
    // No clock here: what tries every place again takes hours, and the time limit of a test ends it.
    for (const [name, text] of hostile)
      expect(probe.parse(everywhere(probe, ran(text, 1))).kind, name).toMatch(/\w/);
  });

  it('throws at nothing, and at none of its own texts cut anywhere', () => {
    const kinds = ['ok', 'unavailable', 'failed'];
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(null, 0, 1, 5),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (bytes, exitCode, share) => {
          expect(kinds).toContain(probe.parse(everywhere(probe, ran(bytes, exitCode))).kind);
          const cut = Object.entries(givenTo(probe)).map(([key, raw]) => {
            if (raw.kind !== 'ok') return [key, raw] as const;
            const { bytes: all, exitCode: exit } = raw.value;
            return [key, ran(all.slice(0, Math.floor(all.length * share)), exit)] as const;
          });
          expect(kinds).toContain(probe.parse(rawsFor(probe, Object.fromEntries(cut))).kind);
        },
      ),
      { numRuns: 40 },
    );
  });
});
