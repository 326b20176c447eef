import { describe, expect, it } from 'vitest';
import { counts } from '../../main/core/chain';
import type { Diagnosis } from '../../main/core/diagnosis';
import type { Finding } from '../../main/core/finding';
import { rules } from '../../main/core/rules/index';
import { judge } from '../../main/engine';
import { exitOf } from '../../main/terminal/exit';
import { caseIds, readCase } from './case';
import { deviceOf } from './corpus';

const exits = { healthy: 0, attention: 1, broken: 2, unknown: 3 } as const;

const loud = ({ findings }: Diagnosis): Finding[] =>
  findings.filter(({ severity }) => severity !== 'notice');
const idsOf = (findings: readonly Finding[]) => findings.map(({ id }) => id).sort();

it('knows whole devices of many kinds, healthy ones among them', () => {
  expect(caseIds.length).toBeGreaterThan(80);
  expect(caseIds.filter((id) => id.startsWith('healthy-')).length).toBeGreaterThan(20);
});

it('forbids and names only findings that exist', () => {
  const known = new Set(rules.map(({ id }) => id));
  const named = caseIds.flatMap((id) => {
    const { rootCause, findings, forbidden = [], notices = [] } = readCase(id).expected;
    return [...findings, ...forbidden, ...notices, ...(rootCause === null ? [] : [rootCause])];
  });
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

describe.each(caseIds)('%s', (id) => {
  it('is told as it is', async () => {
    const { expected } = readCase(id);
    const { snapshot } = await deviceOf(id);
    const diagnosis = await judge(snapshot);
    const { state, rootCause, join, prt, deviceAuth, subject, findings } = diagnosis;
    expect({ state, rootCause, join: join.type, findings: idsOf(loud(diagnosis)) }).toEqual({
      state: expected.state,
      rootCause: expected.rootCause,
      join: expected.join,
      findings: [...expected.findings].sort(),
    });
    expect({
      prt: prt.state,
      prtExpected: prt.expected,
      deviceAuth: deviceAuth.state,
      subject: subject.kind,
    }).toEqual(expected.facts);
    // One root, and everything else that counts is folded under it.
    const roots = findings.filter((finding) => counts(finding) && finding.causedBy === null);
    expect(roots.map(({ id: root }) => root)).toEqual(
      rootCause === null ? [] : [rootCause, ...(expected.also ?? [])],
    );
    expect(roots[0]?.owner).toBe(expected.owner);
    const said = idsOf(findings);
    expect(idsOf(loud(diagnosis)).filter((one) => expected.forbidden?.includes(one))).toEqual([]);
    expect((expected.notices ?? []).filter((one) => !said.includes(one))).toEqual([]);
    expect(exitOf[state]).toBe(exits[expected.state]);
  });
});
