import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FindingView, Severity } from '../../preload/contract';
import { tell } from '../../renderer/model/story';

const finding = (id: string, causedBy: string | null = null, severity: Severity = 'broken') => ({
  id,
  causedBy,
  severity,
  link: 'prt',
  certainty: 'proved' as const,
  owner: 'user' as const,
  evidence: [],
  codes: [],
  values: {},
  guide: null,
  source: '',
});
const story = (findings: FindingView[], rootCause: string | null = null) =>
  tell({ findings, rootCause });
const ids = (chapters: { finding: FindingView }[]) => chapters.map(({ finding: { id } }) => id);

describe('the story told on the screen', () => {
  it('keeps the order main decided, with the root cause first', () => {
    const findings = ['a', 'b', 'c', 'd'].map((id) => finding(id));
    expect(ids(story(findings, 'c').first)).toEqual(['c', 'a', 'b']);
    expect(ids(story(findings, 'c').rest)).toEqual(['d']);
  });

  it('folds a consequence under what it comes from, however far up that is', () => {
    const { problems, first } = story([finding('a'), finding('b', 'a'), finding('c', 'b')]);
    expect(problems).toBe(1);
    expect(first[0]?.consequences.map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('does not count what is only good to know', () => {
    const { problems, notices } = story([finding('a'), finding('n', null, 'notice')]);
    expect(problems).toBe(1);
    expect(notices.map(({ id }) => id)).toEqual(['n']);
  });

  it.each([
    ['a cause that was not found', [finding('a', 'gone')]],
    ['itself', [finding('a', 'a')]],
    ['a mere notice', [finding('a', 'n'), finding('n', null, 'notice')]],
  ])('lets a finding stand on its own when it is caused by %s', (_what, findings) => {
    expect(ids(story(findings).first)).toEqual(['a']);
  });

  it('tells every finding exactly once, whatever the causes say', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const severity = fc.constantFrom<Severity>('broken', 'attention', 'notice');
    const any = fc.uniqueArray(
      fc
        .record({ id, causedBy: fc.option(id), severity })
        .map((drawn) => finding(drawn.id, drawn.causedBy, drawn.severity)),
      { selector: (drawn) => drawn.id },
    );
    fc.assert(
      fc.property(any, fc.option(id), (findings, rootCause) => {
        const { first, rest, notices, problems } = story(findings, rootCause);
        const chapters = [...first, ...rest];
        const told = [
          ...chapters.flatMap(({ finding: head, consequences }) => [head, ...consequences]),
          ...notices,
        ];
        expect(told.map((one) => one.id).sort()).toEqual(findings.map((one) => one.id).sort());
        expect(first.length).toBeLessThanOrEqual(3);
        expect(problems).toBe(chapters.length);
      }),
    );
  });
});
