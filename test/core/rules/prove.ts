import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { english } from '../../../strings/for-terminal';
import type { ProbeId } from '../../../main/core/facts/index';
import type { Finding, Rule, Severity } from '../../../main/core/finding';
import { rules } from '../../../main/core/rules/index';
import type { Snapshot } from '../../../main/core/snapshot';
import { judge } from '../make';
import { without } from './make-device';

/** What is wrong, on which device, and what has to be said about it. */
export type Shown = readonly [id: string, device: Snapshot, said?: Partial<Finding>];
/** Nearly the same, and nothing may be said. */
export type Silent = readonly [id: string, because: string, device: Snapshot];

type Part = ReturnType<IntlMessageFormat['getAst']>[number];
/** The parser's word for plain text. */
const literal = 0;
/** Every value a text asks for, also inside its branches. */
const names = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => {
    const own = part.type === literal || !('value' in part) ? [] : [part.value];
    const branches = 'options' in part ? Object.values(part.options) : [];
    return [...own, ...branches.flatMap(({ value }) => names(value))];
  });

const ruleOf = (family: readonly Rule[], id: string): Rule => {
  const rule = family.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`no rule ${id} in this family`);
  return rule;
};
const idsOn = (snapshot: Snapshot): string[] =>
  rules.filter((rule) => rule.when(snapshot) !== null).map(({ id }) => id);
const sourcesOf = (rule: Rule, snapshot: Snapshot): ProbeId[] => [
  ...new Set((rule.when(snapshot)?.evidence ?? []).map(({ source }) => source as ProbeId)),
];
const weight: Record<Severity, number> = { notice: 0, attention: 1, broken: 2 };

/**
 * Every rule of a family is shown on a device, says what it should with evidence, and falls silent
 * without that evidence; and no reading that is taken away makes any rule speak.
 */
export const proveFamily = (
  family: readonly Rule[],
  shown: readonly Shown[],
  silent: readonly Silent[] = [],
): void => {
  it('is shown rule by rule', () => {
    const seen = new Set(shown.map(([id]) => id));
    expect(family.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });

  describe.each(shown.map(([id, device, said = {}]) => ({ id, device, said })))(
    '$id',
    ({ id, device, said }) => {
      const rule = ruleOf(family, id);

      it('is found, with evidence', () => {
        const finding = judge(device).findings.find((candidate) => candidate.id === id);
        expect(finding).toMatchObject(said);
        expect(finding?.evidence.length).toBeGreaterThan(0);
        for (const { field, value } of finding?.evidence ?? []) {
          expect(field).not.toBe('');
          expect(value).not.toMatch(/\[object|undefined/);
        }
      });

      it('fills in every value its words ask for', () => {
        const finding = judge(device).findings.find((candidate) => candidate.id === id);
        const words = Object.entries(english).filter(([key]) => key.startsWith(`finding.${id}.`));
        const asked = words.flatMap(([, text]) =>
          names(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst()),
        );
        const given = Object.keys(finding?.values ?? {});
        expect(asked.filter((name) => !given.includes(name))).toEqual([]);
      });

      it('is not found when what proves it was not read', () => {
        const sources = sourcesOf(rule, device);
        const before = rule.when(device);
        expect(rule.when(without(device, ...sources))).toBeNull();
        const alone = sources.map((source) => {
          const after = rule.when(without(device, source));
          if (after === null) return 'silent';
          // A second witness may carry it alone, never more loudly.
          expect(after.evidence.map((row) => row.source)).not.toContain(source);
          expect(weight[after.severity ?? rule.severity]).toBeLessThanOrEqual(
            weight[before?.severity ?? rule.severity],
          );
          return 'carried';
        });
        expect(alone).toContain('silent');
      });

      it('wakes nothing when a reading is taken away', () => {
        const before = idsOn(device);
        for (const source of Object.keys(device.readings) as ProbeId[])
          expect(idsOn(without(device, source)).filter((one) => !before.includes(one))).toEqual([]);
      });
    },
  );

  it.each(silent.map(([id, because, device]) => ({ id, because, device })))(
    '$id is not said: $because',
    ({ id, device }) => {
      expect(ruleOf(family, id).when(device)).toBeNull();
    },
  );
};
