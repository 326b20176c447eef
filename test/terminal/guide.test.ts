import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { moveFrom } from '../../main/terminal/walk-guide';
import { createWords } from '../../strings';
import fixSchema from '../../resources/schema/fix.schema.json';
import guideSchema from '../../resources/schema/guide.schema.json';
import guideWords from '../../strings/en/guide.json';
import { english } from '../../strings/for-terminal';
import type { GuideRunView } from '../../preload/contract';
import { say as runWith } from './fake';

const sample = 'password-changed-elsewhere';
const guide = ['guide', 'apps-ask-for-sign-in', '--sample', sample];

beforeEach(() => {
  vi.stubEnv('XDG_CONFIG_HOME', mkdtempSync(join(tmpdir(), 'fieldkit-terminal-')));
});

describe('fieldkit guide', () => {
  it('lists what there is', async () => {
    const { code, out } = await runWith(['guide', '--sample', sample, '--json']);
    expect(code).toBe(0);
    expect((JSON.parse(out) as { guides: { id: string }[] }).guides.map(({ id }) => id)).toContain(
      'apps-ask-for-sign-in',
    );
  });

  it.skipIf(process.platform === 'win32')(
    'lists them all where no device can be asked',
    async () => {
      const { code, out } = await runWith(['guide']);
      expect(code).toBe(0);
      expect(out).toContain('sign-off');
      expect(out).toContain('Apps keep asking me to sign in');
    },
  );

  it('walks by the lines it is given, and keeps what is not over when they end', async () => {
    const first = await runWith(guide, { input: '\n' });
    expect(first.code).toBe(3);
    expect(first.out).toContain('fieldkit guide --resume');
    const second = await runWith(['guide', '--resume'], { input: 'stop\n' });
    expect(second.code).toBe(3);
    expect(second.out).toContain('The guide was stopped');
    expect((await runWith(['guide', '--resume'])).code).toBe(3);
  });

  it('says as JSON where it ended, and talks aside', async () => {
    const { code, out } = await runWith([...guide, '--json', '--practice', 'fails'], {
      input: '\n\nlate\n',
    });
    const told = JSON.parse(out) as { end: { how: string }; last: { result: { kind: string } } };
    expect(told).toMatchObject({ schema: 1, device: 'practice', end: { how: 'handed-over' } });
    expect(told.last.result.kind).not.toBe('verified');
    expect(code).toBe(1);
  });

  it.each([
    [['guide', 'apps-ask-for-sign-on', '--sample', sample], 64],
    [[...guide, '--practice', 'explodes'], 64],
    [['guide', 'apps-ask-for-sign-in', '--sample', 'nobody'], 64],
    [['guide', 'apps-ask-for-sign-in'], process.platform === 'win32' ? 0 : 3],
    [['fix', 'format-drive', '--sample', sample], 64],
  ])('%j ends with %i', async (args, code) => {
    if (process.platform === 'win32' && code === 0) return;
    expect((await runWith(args)).code).toBe(code);
  });
});

describe('what is printed for a script', () => {
  const compile = (schema: object) =>
    new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  const [guideFits, fixFits] = [compile(guideSchema), compile(fixSchema)];

  it.each([
    [['guide', '--sample', sample], guideFits],
    [guide, guideFits],
    [[...guide, '--practice', 'hangs'], guideFits],
    [['fix', 'flush-dns', '--sample', 'hotel-network'], fixFits],
    [['fix', 'flush-dns', '--dry-run', '--sample', 'hotel-network'], fixFits],
  ])('%j fits its schema', async (args, fits) => {
    const { out } = await runWith([...args, '--json'], { input: '\n\nlate\n' });
    expect([fits(JSON.parse(out)), fits.errors]).toEqual([true, null]);
  });

  it.each([
    ['an end that is none', { end: { how: 'fine', to: null, step: null } }],
    ['a device that is none', { device: 'somewhere' }],
    ['a newer schema', { schema: 2 }],
  ])('and the schema refuses %s', async (_what, damage) => {
    const { out } = await runWith([...guide, '--json'], { input: '\n\n' });
    const told = JSON.parse(out) as object;
    expect(guideFits(told)).toBe(true);
    expect(guideFits({ ...told, ...damage })).toBe(false);
    expect(fixFits({ ...told, ...damage })).toBe(false);
  });

  it('is what the schema command prints', async () => {
    for (const [name, schema] of Object.entries({ guide: guideSchema, fix: fixSchema }))
      expect(JSON.parse((await runWith(['schema', name])).out)).toEqual(schema);
  });
});

describe('fieldkit fix', () => {
  it('shows in a dry run what it would start, and claims nothing was done', async () => {
    const { code, out } = await runWith([
      'fix',
      'flush-dns',
      '--dry-run',
      '--sample',
      'hotel-network',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('ipconfig.exe /flushdns');
    expect(out).toContain(guideWords['guide.end.shown']);
    expect(out).not.toContain(guideWords['guide.end.unknown']);
  });

  it('shows the list', async () => {
    expect((await runWith(['fix'])).out).toContain('refresh-prt');
  });

  it.each([
    [[], 'verified', 0],
    [['--dry-run'], 'dry-run', 0],
    [['--practice', 'changes-nothing'], 'not-verified', 2],
    [['--practice', 'hangs'], 'unknown', 3],
  ])('%j comes to %s', async (more, kind, code) => {
    const { code: ended, out } = await runWith([
      'fix',
      'flush-dns',
      '--sample',
      'hotel-network',
      '--json',
      ...more,
    ]);
    const told = JSON.parse(out) as { last: { result: { kind: string } } };
    expect([told.last.result.kind, ended]).toEqual([kind, code]);
  });
});

it('takes nothing typed for more than an answer from the list', () => {
  const words = createWords('en', english);
  const kinds = ['explain', 'check', 'act', 'confirm', 'choose', 'wait'] as const;
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...kinds), (line, kind) => {
      const step = { id: 's', kind, options: ['a', 'b'], runs: true } as never;
      const move = moveFrom(line, { step } as unknown as GuideRunView, words);
      if (move.kind !== 'answer' || move.answer.kind !== 'chose') return;
      expect(['a', 'b']).toContain(move.answer.option);
    }),
  );
});
