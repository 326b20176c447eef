import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHouse } from '../main/app';
import { guides } from '../main/guides/library/index';
import { createGuiding, type Guiding } from '../main/guiding';
import type { House } from '../main/house';
import { createDispatch } from '../main/ipc/dispatch';
import { callNames } from '../main/ipc/guards';
import type { Act } from '../main/os/act';
import type { Os } from '../main/os/port';
import { repairs } from '../main/repairs/index';
import { openPractice, openSample } from '../main/samples';
import type { GuideAnswer, GuideRunView, Outcome } from '../preload/contract';

const sample = 'password-changed-elsewhere';
const guide = 'apps-ask-for-sign-in';
const folder = () => mkdtempSync(join(tmpdir(), 'fieldkit-guiding-'));

/** A recorded device that writes down everything somebody wants to start on it. */
const watched = async (): Promise<{ os: Os; ran: Act[] }> => {
  const os = await openSample(sample);
  if (os === null) throw new Error('no sample');
  const ran: Act[] = [];
  return { os: { ...os, act: (act, options) => (ran.push(act), os.act(act, options)) }, ran };
};

const looked = { snapshot: { observedAt: 0, origin: 'capture', platform: 'win32', readings: {} } };

const guidingOn = (os: Os, where = folder()): Guiding =>
  createGuiding({
    folder: where,
    openDevice: async () => ({ ok: true, value: os }),
    looked: (id) =>
      id === 'look' ? ({ ...looked, target: { kind: 'sample', id: sample } } as never) : null,
    allowed: () => Promise.resolve(true),
    elevate: null,
    changed: () => undefined,
  });

const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};

describe('what the organisation of this PC forbids', () => {
  const forbidden = async (target: { kind: 'sample'; id: string } | { kind: 'this-device' }) => {
    const os = await openPractice('hotel-network');
    if (os === null) throw new Error('no sample');
    const guiding = createGuiding({
      folder: folder(),
      openDevice: async () => ({ ok: true, value: os }),
      looked: () => ({ ...looked, target }) as never,
      allowed: () => Promise.resolve(false),
      elevate: null,
      changed: () => undefined,
    });
    const begun = value(
      await guiding['fix.start']('flush-dns', 'my-device', 'look', false, 'works'),
    );
    const run = value(await guiding['guide.answer'](begun.run, 'do', { kind: 'go' }));
    await guiding['guide.leave'](run.run);
    return run.last?.result;
  };

  it('says nothing about practice on a sample, which belongs to nobody', async () => {
    expect(await forbidden({ kind: 'sample', id: 'hotel-network' })).toMatchObject({
      kind: 'verified',
    });
  });

  it('holds on this PC', async () => {
    expect(await forbidden({ kind: 'this-device' })).toMatchObject({
      kind: 'skipped',
      why: 'forbidden',
    });
  });
});

describe('the guides behind the contract', () => {
  let house: House;
  beforeAll(() => {
    house = createHouse({
      door: 'browser',
      tell: () => undefined,
      openLink: () => ({ ok: false, code: 'cannot-open' }),
      settingsPath: join(folder(), 'settings.json'),
    });
  });

  it('walk a sample device to an honest end, and can be looked up afterwards', async () => {
    const view = value(await house['inspect.start']({ kind: 'sample', id: sample }));
    const list = value(await house['guides.list']('my-device', view.id));
    expect(list.map(({ id }) => id)).toEqual(guides.map(({ id }) => id));
    let run = value(await house['guide.start'](guide, 'my-device', view.id, 'works'));
    expect(run).toMatchObject({ guide, device: 'practice', sample });
    for (let turn = 0; turn < 20 && run.end === null; turn += 1) {
      const step = run.step?.id ?? '';
      const kind = run.step?.kind === 'wait' || run.here !== null ? 'late' : 'go';
      const answer: GuideAnswer =
        run.step?.kind === 'act' && run.here !== null ? { kind: 'on' } : { kind };
      run = value(await house['guide.answer'](run.run, step, answer));
    }
    expect(run.end).not.toBeNull();
    const journal = value(await house['journal.view'](run.run));
    expect(journal).toEqual({ edited: false, lines: run.log });
    expect(await house['guide.unfinished']()).toEqual([]);
  });

  it('offer what was left, and go on where it stood', async () => {
    const { os } = await watched();
    const where = folder();
    const first = guidingOn(os, where);
    const begun = value(await first['guide.start'](guide, 'my-device', 'look', 'works'));
    const moved = value(
      await first['guide.answer'](begun.run, begun.step?.id ?? '', { kind: 'go' }),
    );
    const second = guidingOn(os, where);
    expect(await second['guide.unfinished']()).toMatchObject([
      { run: begun.run, guide, edited: false },
    ]);
    expect(await second['guide.resume'](begun.run)).toEqual({ ok: false, code: 'guide-held' });
    await first['guide.leave'](begun.run);
    const again = value(await second['guide.resume'](begun.run));
    expect(again.step).toEqual(moved.step);
    await second['guide.stop'](begun.run);
    expect(await second['guide.unfinished']()).toEqual([]);
  });

  it('run one repair like a guide of one step', async () => {
    const { os, ran } = await watched();
    const guiding = guidingOn(os);
    const begun = value(
      await guiding['fix.start']('refresh-prt', 'my-device', 'look', false, 'works'),
    );
    expect(begun.step).toMatchObject({ kind: 'act', repair: 'refresh-prt' });
    const ended = value(await guiding['guide.answer'](begun.run, 'do', { kind: 'go' }));
    const repair = repairs.find(({ id }) => id === 'refresh-prt');
    expect(ran.every((act) => repair?.acts.includes(act))).toBe(true);
    expect(ended.last?.repair).toBe('refresh-prt');
  });

  it('change nothing in a dry run', async () => {
    const { os, ran } = await watched();
    const guiding = guidingOn(os);
    const begun = value(
      await guiding['fix.start']('refresh-prt', 'my-device', 'look', true, 'works'),
    );
    const ended = value(await guiding['guide.answer'](begun.run, 'do', { kind: 'go' }));
    expect(ran).toEqual([]);
    expect(ended.end).toMatchObject({ how: 'shown', to: null });
    expect(ended.last?.result.kind).toBe('dry-run');
  });
});

/** What a hostile page could think of: real ids, near misses and noise, in every place. */
const word = fc.oneof(
  fc.constantFrom(
    ...guides.map(({ id }) => id),
    ...guides.flatMap(({ steps }) => steps.map(({ id }) => id)),
    ...repairs.map(({ id }) => id),
    'look',
    'my-device',
    'deployment',
    'guide-a-call',
    'works',
    'fails',
    'constructor',
    '__proto__',
    '../../x',
    'C:\\Windows\\System32\\cmd.exe',
    'cmd.exe /c calc',
    'https://evil.example/',
    '',
  ),
  fc.string({ maxLength: 80 }),
);

const thing: fc.Arbitrary<unknown> = fc.oneof(
  word,
  fc.constantFrom(null, true, false, 7, {}, []),
  fc.record(
    {
      kind: fc.oneof(
        fc.constantFrom('go', 'on', 'told', 'chose', 'confirmed', 'keep', 'late', 'reopen'),
        word,
      ),
      answer: word,
      option: word,
      typed: word,
      language: word,
    },
    { requiredKeys: ['kind'] },
  ),
  fc.record({ kind: fc.constantFrom('go', 'on', 'keep', 'late', 'reopen') }),
);

const guideCalls = callNames.filter(
  (name) => /^(guide|guides|fix|journal)\./u.test(name) && name !== 'guide.unfinished',
);

describe('whatever a page sends', () => {
  it('nothing is started that is not on the list, and nothing that the page could have named', async () => {
    const { os, ran } = await watched();
    const guiding = guidingOn(os);
    const dispatch = createDispatch(guiding as unknown as House, () => undefined);
    const started: string[] = [];
    const allowed = new Set<Act>(repairs.flatMap(({ acts }) => acts));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...guideCalls),
        fc.array(thing, { maxLength: 5 }),
        fc.boolean(),
        async (name, args, aimed) => {
          // Half of the time the page aims at a run that is there, which it may know.
          const real = started.at(-1);
          const sent =
            aimed && real !== undefined && /^guide\.|^journal/u.test(name)
              ? [real, ...args.slice(1)]
              : args;
          const answer = await dispatch(name, sent).catch((error: unknown) => error);
          const run = (answer as { value?: GuideRunView }).value?.run;
          if (run !== undefined) started.push(run);
          expect(ran.filter((act) => !allowed.has(act))).toEqual([]);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('no destructive repair runs without its word, in any order of answers', async () => {
    const destructive = repairs.filter(({ risk }) => risk === 'destructive');
    expect(destructive.length).toBeGreaterThan(0);
    const { os, ran } = await watched();
    const guiding = guidingOn(os);
    const answer = fc.oneof(
      fc.constantFrom<GuideAnswer>(
        { kind: 'go' },
        { kind: 'on' },
        { kind: 'keep' },
        { kind: 'late' },
        { kind: 'told', answer: 'yes' },
      ),
      fc.record({
        kind: fc.constant('confirmed' as const),
        typed: fc
          .string({ maxLength: 10 })
          .filter((typed) => !/^\s*(delete|löschen)\s*$/iu.test(typed)),
        language: fc.constantFrom('en' as const, 'de' as const),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...destructive),
        fc.array(fc.tuple(fc.constantFrom('sure', 'do', 'end'), answer), { maxLength: 6 }),
        async (repair, answers) => {
          const begun = await guiding['fix.start'](
            repair.id,
            repair.seats[0] ?? 'deployment',
            'look',
            false,
            'works',
          );
          const run = value(begun).run;
          for (const [step, given] of answers) await guiding['guide.answer'](run, step, given);
          await guiding['guide.leave'](run);
          expect(ran).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
