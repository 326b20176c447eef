import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { links } from '../../../main/core/finding';
import { rules } from '../../../main/core/rules/index';
import { causes, gainOf, mostQuestions, narrow } from '../../../main/core/questions/narrow';
import type { Told } from '../../../main/core/questions/narrow';
import { expectedOf } from '../../../main/core/questions/question';
import { questions } from '../../../main/core/questions/table';
import { diagnoseTold, readingsOf, toldSource } from '../../../main/core/questions/told';

const ruleOf = (id: string) => rules.find((rule) => rule.id === id)!;

/** A caller who has this fault and answers by it; what could be either they do not know. */
const interview = (id: string): Told[] => {
  const told: Told[] = [];
  for (;;) {
    const { next } = narrow(told);
    if (next === null) return told;
    const expected = expectedOf(next, ruleOf(id));
    told.push({ question: next.id, answer: expected === 'either' ? 'unknown' : expected });
  }
};

const answers = fc.array(
  fc.record({
    question: fc.constantFrom(...questions.map(({ id }) => id), 'no-such-question'),
    answer: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
  }),
  { maxLength: 20 },
);

describe('the table of questions', () => {
  it('has each id once, and names only findings and links that there are', () => {
    const ids = questions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set<string>([...links, ...rules.map(({ id }) => id)]);
    const named = questions.flatMap(({ yes = [], no = [], either = [] }) => [
      ...yes,
      ...no,
      ...either,
    ]);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('says of no cause two things at once', () => {
    const twice = questions.flatMap(({ id, yes = [], no = [], either = [] }) => {
      const all = [...yes, ...no, ...either];
      return all.filter((name, at) => all.indexOf(name) !== at).map((name) => `${id}: ${name}`);
    });
    expect(twice).toEqual([]);
  });

  it.each(questions.map((question) => [question.id, question] as const))(
    '%s tells at least two causes apart',
    (_id, question) => {
      const expected = new Set(causes.map((rule) => expectedOf(question, rule)));
      expect(expected.size).toBeGreaterThan(1);
    },
  );
});

describe('narrowing by answers', () => {
  it.each([
    'no-address-given',
    'no-name-servers',
    'prt-account-disabled',
    'prt-account-locked',
    'prt-password-expired',
    'prt-password-refused',
  ])('leads a truthful caller to %s', (id) => {
    const { leading } = narrow(interview(id));
    expect(leading?.rule.id).toBe(id);
  });

  it.each(causes.filter(({ severity }) => severity === 'broken').map(({ id }) => id))(
    'keeps %s among the few that remain',
    (id) => {
      const { remaining } = narrow(interview(id));
      expect(remaining.map(({ rule }) => rule.id)).toContain(id);
      expect(remaining.length).toBeLessThan(causes.length / 3);
    },
  );

  it('asks what splits best: no other question of the same effort tells more', () => {
    const { next, remaining } = narrow([]);
    const same = questions.filter(({ effort }) => effort === next?.effort);
    const gains = same.map((question) => gainOf(question, remaining));
    expect(gainOf(next!, remaining)).toBeCloseTo(Math.max(...gains));
  });

  it('survives one wrong answer', () => {
    const told = interview('prt-account-locked');
    const wrong = told.map((one) =>
      one.question === 'clock-right' ? { ...one, answer: 'no' as const } : one,
    );
    expect(narrow(wrong).remaining.map(({ rule }) => rule.id)).toContain('prt-account-locked');
  });

  it('holds for any answers: shares add up, nothing is asked twice, nobody is asked without end', () => {
    fc.assert(
      fc.property(answers, (told) => {
        const { remaining, leading, next } = narrow(told);
        const sum = remaining.reduce((all, { share }) => all + share, 0);
        expect(remaining.length).toBeGreaterThan(0);
        expect(sum).toBeGreaterThan(0);
        expect(sum).toBeLessThanOrEqual(1 + 1e-9);
        expect(told.map(({ question }) => question)).not.toContain(next?.id);
        if (told.length >= mostQuestions) expect(next).toBeNull();
        if (leading !== null) expect(leading.against).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...questions.map(({ id }) => id)), { maxLength: 8 }),
        (asked) => {
          const told = asked.map((question, at) => ({
            question,
            answer: at % 2 === 0 ? ('yes' as const) : ('no' as const),
          }));
          const ids = (those: Told[]) => narrow(those).remaining.map(({ rule }) => rule.id);
          expect(ids([...told].reverse()).sort()).toEqual(ids(told).sort());
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('what a caller told', () => {
  it('is never called proof, and never makes a device healthy', () => {
    fc.assert(
      fc.property(answers, (told) => {
        const { state, findings } = diagnoseTold(told);
        expect(state).not.toBe('healthy');
        for (const { certainty, evidence } of findings) {
          expect(certainty).not.toBe('proved');
          for (const { source } of evidence) expect(source).toBe(toldSource);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is nothing at all before the first answer', () => {
    const { state, findings, rootCause } = diagnoseTold([]);
    expect({ state, findings, rootCause }).toEqual({
      state: 'unknown',
      findings: [],
      rootCause: null,
    });
  });

  it('names the cause with the answers that speak for it', () => {
    const told = interview('prt-account-locked');
    const { rootCause, findings, state } = diagnoseTold(told);
    expect(rootCause).toBe('prt-account-locked');
    expect(state).toBe('broken');
    expect(findings[0]?.certainty).toBe('likely');
    expect(findings[0]?.evidence).toContainEqual({
      source: toldSource,
      field: 'says-locked',
      value: 'yes',
    });
  });

  it('keeps "I do not know" apart from "no"', () => {
    const readings = readingsOf([
      { question: 'page-opens', answer: 'no' },
      { question: 'clock-right', answer: 'unknown' },
    ]);
    expect(readings.get('page-opens')).toEqual({ kind: 'ok', value: 'no' });
    expect(readings.get('clock-right')?.kind).toBe('unavailable');
    expect(narrow([{ question: 'clock-right', answer: 'unknown' }]).remaining.length).toBe(
      narrow([]).remaining.length,
    );
  });
});
