import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../../main/core/diagnosis';
import { captureText, diagnoseTextOrNull, factsOf, statusNames, wrongFacts } from './corpus';

/** Facts after a loss: each is what it was, or unknown. Text that says nothing any more is fine too. */
const wrongSince = (before: Diagnosis | null, after: Diagnosis | null): string[] =>
  before && after ? wrongFacts(factsOf(before), factsOf(after)) : [];

/** Each whole text is understood once: thousands of damaged ones are held against it. */
const wholes = new Map(
  statusNames.map((name) => [name, diagnoseTextOrNull(captureText(name))] as const),
);
const wholeOf = (name: string): Diagnosis | null => wholes.get(name) ?? null;

const wrongAfter = (name: string, text: string): string[] =>
  wrongSince(wholeOf(name), diagnoseTextOrNull(text));

const codesOf = (diagnosis: Diagnosis | null) =>
  (diagnosis?.codes ?? []).map(({ code, field }) => `${code} ${field}`);

describe('what is missing is unknown, never wrong', () => {
  it.each(statusNames)('when any one row is missing from %s', (name) => {
    const lines = captureText(name).split('\n');
    const wrong = lines.flatMap((line, index) =>
      wrongAfter(name, lines.toSpliced(index, 1).join('\n')).map(
        (fact) => `${line.trim()} | ${fact}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it.each(statusNames)('when any one section is missing from %s', (name) => {
    const lines = captureText(name).split('\n');
    const titles = lines.flatMap((line, index) => (/\|.*[A-Za-z].*\|/.test(line) ? [index] : []));
    const wrong = titles.flatMap((at, order) => {
      const from = Math.max(0, at - 1);
      const to = (titles[order + 1] ?? lines.length + 1) - 1;
      const text = lines.toSpliced(from, to - from).join('\n');
      return wrongAfter(name, text).map((fact) => `${lines[at] ?? ''} | ${fact}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each(statusNames)('when only the title of a section is missing from %s', (name) => {
    const lines = captureText(name).split('\n');
    const wrong = lines.flatMap((line, at) =>
      /^\W{0,12}\|.*[A-Za-z].*\|/.test(line)
        ? wrongAfter(name, lines.toSpliced(Math.max(0, at - 1), 3).join('\n')).map(
            (fact) => `${line} | ${fact}`,
          )
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it.each(statusNames)('when the end is cut off anywhere in %s', (name) => {
    const text = captureText(name);
    const before = wholeOf(name);
    const whole = codesOf(before);
    const wrong = new Set<string>();
    for (let end = 1; end < text.length; end += 1) {
      const cut = text.slice(0, end);
      const after = diagnoseTextOrNull(cut);
      for (const fact of wrongSince(before, after)) wrong.add(`${cut.slice(-40)} | ${fact}`);
      for (const code of codesOf(after)) if (!whole.includes(code)) wrong.add(`invented ${code}`);
    }
    expect([...wrong]).toEqual([]);
  });
});
