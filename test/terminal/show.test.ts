import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../main/core/diagnosis';
import type { Finding } from '../../main/core/finding';
import { emptyDiagnosis } from '../../main/reports/empty';
import { paintFor } from '../../main/terminal/paint';
import { progressOn } from '../../main/terminal/progress';
import { showDiagnosis } from '../../main/terminal/show-diagnosis';
import type { Terminal } from '../../main/terminal/terminal';
import { wrap } from '../../main/terminal/wrap';
import { englishSays, germanSays } from './fake';

const terminal = (change: Partial<Terminal> = {}) =>
  ({
    words: englishSays,
    paint: (_colour: string, text: string) => text,
    width: 80,
    watched: false,
    now: () => Date.parse('2026-01-03T00:00:00Z'),
    ...change,
  }) as Terminal;

const finding = (id: string, change: Partial<Finding> = {}): Finding => ({
  id,
  link: 'prt',
  severity: 'broken',
  certainty: 'proved',
  owner: 'user',
  evidence: [{ source: 'device-registration', field: 'AzureAdPrt', value: 'NO', line: 7 }],
  codes: [],
  values: {},
  causedBy: null,
  guide: null,
  source: '',
  ...change,
});

const sick = (change: Partial<Diagnosis> = {}): Diagnosis => ({
  ...emptyDiagnosis('timed-out'),
  state: 'broken',
  rootCause: 'prt-password-refused',
  join: { type: 'hybrid-joined', registered: false },
  observedAt: Date.parse('2026-01-01T00:00:00Z'),
  findings: [
    finding('device-key-lost', { causedBy: 'prt-password-refused' }),
    finding('device-recovery-pending', { causedBy: 'device-key-lost' }),
    finding('other-verb', { severity: 'notice', values: { verb: 'help' } }),
    finding('prt-password-refused'),
  ],
  ...change,
});

describe('a diagnosis in words', () => {
  it('says verdict, number of problems and age first, then the root cause with who and what next', () => {
    const lines = showDiagnosis(sick(), terminal()).split('\n');
    expect(lines[0]).toBe('This device has a problem that stops work');
    expect(lines[1]).toContain('1 problem');
    expect(`${lines[1]} ${lines[2]}`).toContain('2 days old');
    expect(lines[4]).toContain('1. Your password was not accepted');
    const text = lines.join('\n');
    for (const word of ['Why:', 'Who:', 'Next:', 'Seen:']) expect(text).toContain(word);
    expect(text).toContain('AzureAdPrt = NO (line 7)');
  });

  it('folds consequences, however deep, under their cause', () => {
    const text = showDiagnosis(sick(), terminal());
    expect(text.match(/^ {5}- .+$/gm)).toHaveLength(2);
    expect(text.match(/^\d\. /gm)).toEqual(['1. ', '2. ']);
  });

  it('survives findings that cause each other', () => {
    const round = sick({
      findings: [finding('a', { causedBy: 'b' }), finding('b', { causedBy: 'a' }), finding('c')],
    });
    expect(showDiagnosis(round, terminal())).toContain('1. c');
  });

  it('never says "no problems" where too little was seen, and lists what was not', () => {
    const text = showDiagnosis(emptyDiagnosis('timed-out'), terminal());
    expect(text).not.toContain('no problems');
    expect(text).toContain('No answer came in time');
  });

  it('gathers gaps by their reason and does not drown the rest in them', () => {
    const gaps = Array.from({ length: 90 }, (_, at) => ({
      probe: `probe-${at}`,
      why: 'not-recorded',
      detail: null,
    }));
    const text = showDiagnosis(
      sick({
        gaps: [
          ...gaps,
          { probe: 'device-registration', why: 'needs-admin', detail: 'KeySignTest' },
        ],
      }),
      terminal(),
    );
    expect(text).toContain('and 84 more');
    expect(text).toContain('KeySignTest');
    expect(text.split('\n').length).toBeLessThan(40);
  });

  it('keeps to the width, in both languages', async () => {
    for (const words of [englishSays, await germanSays()])
      for (const width of [40, 80, 110]) {
        const text = showDiagnosis(sick(), terminal({ words, width }));
        const long = text
          .split('\n')
          .filter((line) => line.length > width && /\S\s+\S/.test(line.trim()));
        expect(long).toEqual([]);
      }
  });

  it('shows escapes of a hostile text instead of obeying them', () => {
    const evil = sick({
      unrecognised: ['\x1b]0;owned\x07', '\x9b31m', '\u202Eevil'],
      findings: [
        finding('prt-password-refused', {
          evidence: [{ source: 'x', field: 'F\x1b[2J', value: 'v\rw', line: 1 }],
        }),
      ],
    });
    const text = showDiagnosis(evil, terminal());
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
    expect(text).toContain('owned');
  });
});

describe('colours', () => {
  it.each([
    ['a terminal', true, {}, true],
    ['a pipe', false, {}, false],
    ['a pipe that is told to', false, { FORCE_COLOR: '1' }, false],
    ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['a terminal with an empty NO_COLOR', true, { NO_COLOR: '' }, true],
    ['a terminal that knows none', true, { TERM: 'dumb' }, false],
  ])('on %s', (_where, isTerminal, env, coloured) => {
    expect(paintFor(isTerminal, env)('red', 'x') !== 'x').toBe(coloured);
  });
});

describe('progress', () => {
  const landed = {
    probe: 'device-registration',
    reading: { kind: 'failed', reason: 'timed-out' },
    done: 1,
    of: 3,
    elapsedMs: 5,
    budgetMs: 9000,
  } as const;

  it('is one line that is wiped at the end', () => {
    let said = '';
    const progress = progressOn(terminal({ watched: true, err: (text) => (said += text) }), 9000);
    progress.landed(landed);
    progress.stop();
    expect(said).toContain('1/3');
    expect(said).toContain('of 9 s');
    expect(said).not.toContain('\n');
    expect(said.endsWith('\r\x1b[K')).toBe(true);
  });

  it('is silent when nobody watches', () => {
    let said = '';
    const progress = progressOn(terminal({ err: (text) => (said += text) }), 9000);
    progress.landed(landed);
    progress.stop();
    expect(said).toBe('');
  });
});

describe('wrapping', () => {
  it('keeps all words, in order', () => {
    const text = 'one two three four five six seven eight nine ten';
    expect(wrap(text, 20, '  ').split(/\s+/).filter(Boolean)).toEqual(text.split(' '));
  });

  it('lets a long word stand alone', () => {
    expect(wrap(`a ${'b'.repeat(30)} c`, 10)).toBe(`a\n${'b'.repeat(30)}\nc`);
  });
});
