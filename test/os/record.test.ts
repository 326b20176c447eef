import { readdirSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failed, ok, unavailable } from '../../main/core/reading';
import { openCapture } from '../../main/os/capture/open';
import { record, toCapture } from '../../main/os/record';
import { createReplay } from '../../main/os/replay';
import type { RawReading } from '../../main/os/port';
import { scratch } from './capture/helpers';
import { commandSource, fakeOs, hangs, raw } from './fake';

const at = scratch();
const budget = { budgetMs: 20_000 };

const reading: fc.Arbitrary<RawReading> = fc.oneof(
  fc
    .tuple(
      fc.uint8Array({ maxLength: 400 }),
      fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 32 })),
      fc.nat(90_000),
    )
    .map(([bytes, exitCode, ms]) => ok({ bytes, exitCode, ms })),
  fc.constantFrom(
    unavailable('other-os'),
    unavailable('needs-admin', 'why not'),
    unavailable('blocked-by-policy'),
    failed('timed-out'),
    failed('could-not-start', 'EMFILE'),
  ),
);
const key = fc
  .stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/)
  // Names of Windows devices, which no source bears.
  .filter((name) => !/^(con|prn|aux|nul|com\d|lpt\d)$/.test(name));

const plain = (given: RawReading) =>
  given.kind === 'ok'
    ? { ...given, value: { ...given.value, bytes: [...given.value.bytes] } }
    : given;

describe('a recorded machine', () => {
  it.each(['folder', 'file.zip'])('answers as the real one did, from a %s', async (name) => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, reading, { maxKeys: 6 }), async (answers) => {
        run += 1;
        mkdirSync(at(`${name}-${run}`));
        const out = join(at(`${name}-${run}`), name);
        const { os } = fakeOs(answers);
        const sources = Object.keys(answers).map((each) => commandSource(each));
        expect(await record(os, sources, out, budget)).toMatchObject({ ok: true });
        const opened = await openCapture(out);
        if (!opened.ok) throw new Error(`${opened.code} ${opened.detail ?? ''}`);
        const replay = createReplay(opened.value);
        for (const each of sources)
          expect(plain(await replay.read(each))).toEqual(plain(answers[each.key] as RawReading));
        expect(replay.platform).toBe('win32');
        expect(replay.observedAt).toEqual(new Date('2026-05-04T08:00:00Z'));
      }),
      { numRuns: 40 },
    );
  });

  it.each(['anything', 'constructor', '__proto__', 'toString'])(
    'says it was never asked for %s',
    async (name) => {
      const { os } = fakeOs({});
      const replay = createReplay(toCapture(os, new Map([['a', raw('x')]])));
      expect(await replay.read(commandSource(name))).toEqual({
        kind: 'unavailable',
        why: 'not-recorded',
      });
    },
  );

  it('waits as long as the real one when asked to, and can be cancelled meanwhile', async () => {
    const { os } = fakeOs({});
    const capture = toCapture(
      os,
      new Map([
        ['short', raw('x', 0, 30)],
        ['long', raw('x', 0, 60_000)],
      ]),
    );
    const replay = createReplay(capture, { delays: true });
    const began = performance.now();
    expect((await replay.read(commandSource('short'))).kind).toBe('ok');
    expect(performance.now() - began).toBeGreaterThan(20);
    const cancel = new AbortController();
    const waiting = replay.read(commandSource('long'), { signal: cancel.signal });
    cancel.abort();
    expect(await waiting).toEqual({ kind: 'failed', reason: 'cancelled' });
  });
});

describe('recording', () => {
  it('looks at the target before it looks at the machine', async () => {
    mkdirSync(at('taken'));
    const { os, asked } = fakeOs({ a: raw('x') });
    for (const [out, code] of [
      [at('taken'), 'target-exists'],
      [at('no/where/x.zip'), 'folder-missing'],
    ] as const)
      expect(await record(os, [commandSource('a')], out, budget)).toEqual({ ok: false, code });
    expect(asked).toEqual([]);
  });

  it('writes nothing of an interrupted look', async () => {
    mkdirSync(at('cancel'));
    const cancel = new AbortController();
    const { os } = fakeOs({ a: hangs });
    const recording = record(os, [commandSource('a')], join(at('cancel'), 'x.zip'), {
      ...budget,
      signal: cancel.signal,
    });
    cancel.abort();
    expect(await recording).toEqual({ ok: false, code: 'cancelled' });
    expect(readdirSync(at('cancel'))).toEqual([]);
  });

  it('keeps what was in when the budget ended, and says what was not', async () => {
    const { os } = fakeOs({ a: raw('x'), b: hangs });
    const out = at('budget.zip');
    const done = await record(os, [commandSource('a'), commandSource('b')], out, { budgetMs: 50 });
    expect(done).toMatchObject({ ok: true, value: { sources: 2, read: 1 } });
    const opened = await openCapture(out);
    expect(opened.ok && opened.value.manifest.sources['b']).toEqual({
      outcome: 'failed',
      reason: 'over-budget',
    });
  });

  it('lets the last word change what leaves', async () => {
    const { os } = fakeOs({ a: raw('secret'), host: raw('{"user":"x","elevated":5}') });
    await record(os, [commandSource('a')], at('prepared.zip'), {
      ...budget,
      version: '1.2.3',
      prepare: (capture) => ({
        ...capture,
        files: new Map([...capture.files, ['a.txt', Buffer.from('hidden')]]),
      }),
    });
    const opened = await openCapture(at('prepared.zip'));
    if (!opened.ok) throw new Error(opened.code);
    expect(Buffer.from(opened.value.files.get('a.txt') ?? []).toString()).toBe('hidden');
    expect(opened.value.manifest).toMatchObject({
      version: '1.2.3',
      who: { user: 'x', elevated: null, computer: null },
    });
  });

  it('shortens a detail that would make the capture unreadable', async () => {
    const { os } = fakeOs({ a: failed('crashed', 'x'.repeat(9_000)) });
    await record(os, [commandSource('a')], at('long.zip'), budget);
    expect((await openCapture(at('long.zip'))).ok).toBe(true);
  });
});
