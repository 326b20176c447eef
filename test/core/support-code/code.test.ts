import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../main/core/rules';
import { signs } from '../../../main/core/support-code/alphabet';
import {
  decodeSupportCode,
  encodeSupportCode,
  type Said,
} from '../../../main/core/support-code/code';
import { numberedFindings } from '../../../main/core/support-code/numbers';

const now = Date.UTC(2026, 10, 25, 12);
const minute = 60_000;
const ids = rules.map(({ id }) => id);

const finding = fc.record({
  id: fc.constantFrom(...ids),
  severity: fc.constantFrom('broken' as const, 'attention' as const, 'notice' as const),
  certainty: fc.constantFrom('proved' as const, 'likely' as const, 'possible' as const),
  owner: fc.constantFrom('user', 'technician', 'network', 'directory', 'tenant', 'vendor'),
  causedBy: fc.constant(null),
});

const said: fc.Arbitrary<Said> = fc
  .record({
    state: fc.constantFrom('healthy', 'attention', 'broken', 'unknown'),
    join: fc.record({
      type: fc.constantFrom(
        'entra-joined',
        'hybrid-joined',
        'domain-joined',
        'entra-registered',
        'not-joined',
        'unknown',
      ),
    }),
    prt: fc.record({ state: fc.constantFrom('yes', 'no', 'unknown') }),
    observedAt: fc.option(
      fc.integer({ min: 0, max: 600 * 1_440 }).map((age) => now - age * minute),
    ),
    findings: fc.uniqueArray(finding, { maxLength: 9, selector: ({ id }) => id }),
    root: fc.boolean(),
  })
  .map(({ root, ...rest }) => ({
    ...rest,
    rootCause: root ? (rest.findings[0]?.id ?? null) : null,
  })) as fc.Arbitrary<Said>;

const build = fc.option(fc.integer({ min: 10_240, max: 99_999 }));

/** What a listener may type: every letter and digit, also those that no code has. */
const typeable = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const samples = (): string[] => [
  ...fc
    .sample(fc.tuple(said, build), { numRuns: 60, seed: 7 })
    .map(([one, number]) => encodeSupportCode(one, number, now)),
];

it('carries verdict, join, findings, build and age there and back', () => {
  fc.assert(
    fc.property(said, build, (one, number) => {
      const decoded = decodeSupportCode(encodeSupportCode(one, number, now));
      if (!decoded.ok) throw new Error(decoded.why);
      const { code } = decoded;
      expect(code.state).toBe(one.state);
      expect(code.joinType).toBe(one.join.type);
      expect(code.prt).toBe(one.prt.state);
      expect(code.build).toBe(number);
      expect(code.hasMore).toBe(one.findings.length > code.findings.length);
      expect(code.findings).toHaveLength(Math.min(4, one.findings.length));
      expect(code.hasRootCause).toBe(one.rootCause !== null);
      if (one.rootCause !== null) expect(code.findings[0]?.id).toBe(one.rootCause);
      for (const { number: _number, ...told } of code.findings)
        expect(one.findings).toContainEqual(expect.objectContaining(told));
    }),
  );
});

it('tells the age in steps, and never a time to come', () => {
  const ageAt = (observedAt: number | null) => {
    const one: Said = {
      state: 'healthy',
      rootCause: null,
      join: { type: 'entra-joined' },
      prt: { state: 'yes' },
      observedAt,
      findings: [],
    };
    const decoded = decodeSupportCode(encodeSupportCode(one, null, now));
    return decoded.ok ? decoded.code.age : decoded;
  };
  expect(ageAt(null)).toEqual({ kind: 'unknown' });
  expect(ageAt(now)).toEqual({ kind: 'within', minutes: 10 });
  expect(ageAt(now + 90 * minute)).toEqual({ kind: 'within', minutes: 10 });
  expect(ageAt(now - 45 * minute)).toEqual({ kind: 'within', minutes: 60 });
  expect(ageAt(now - 1_000 * 1_440 * minute)).toEqual({ kind: 'older', minutes: 525_600 });
});

it('reads in groups of four, in signs that look like no other', () => {
  for (const code of samples()) {
    expect(code).toMatch(new RegExp(`^[${signs}]{4}(-[${signs}]{4})+$`));
    expect(code.replaceAll('-', '').length).toBeLessThanOrEqual(28);
  }
  expect(signs).not.toMatch(/[OILZSBV]/);
});

it('does not mind how it was written down', () => {
  for (const code of samples()) {
    const plain = decodeSupportCode(code);
    for (const typed of [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      code.replaceAll('-', ' '),
      ` ${code.replaceAll('-', ' – ')}\n`,
      [...code]
        .map((sign) => (sign === '-' ? ' ' : String.fromCodePoint(sign.codePointAt(0)! + 0xfee0)))
        .join(''),
    ])
      expect(decodeSupportCode(typed)).toEqual(plain);
  }
});

describe('a slip', () => {
  it('of any single sign to any other letter or digit is refused', () => {
    for (const code of samples())
      for (let at = 0; at < code.length; at += 1)
        for (const sign of typeable) {
          if (code[at] === '-' || code[at] === sign) continue;
          expect(decodeSupportCode(code.slice(0, at) + sign + code.slice(at + 1)).ok).toBe(false);
        }
  });

  it('of two signs that changed places, neighbours or not, is refused', () => {
    for (const code of samples()) {
      const plain = [...code.replaceAll('-', '')];
      for (let one = 0; one < plain.length; one += 1)
        for (let other = one + 1; other < plain.length; other += 1) {
          if (plain[one] === plain[other]) continue;
          const swapped = [...plain];
          [swapped[one], swapped[other]] = [plain[other]!, plain[one]!];
          expect(decodeSupportCode(swapped.join('')).ok).toBe(false);
        }
    }
  });

  it('that leaves a sign out or says one twice is refused', () => {
    for (const code of samples()) {
      const plain = code.replaceAll('-', '');
      for (let at = 0; at < plain.length; at += 1) {
        expect(decodeSupportCode(plain.slice(0, at) + plain.slice(at + 1)).ok).toBe(false);
        expect(decodeSupportCode(plain.slice(0, at) + plain[at]! + plain.slice(at)).ok).toBe(false);
      }
    }
  });

  it('into a sign that no code has is named, with what was probably meant', () => {
    expect(decodeSupportCode('00O0-0000')).toEqual({
      ok: false,
      why: 'sign',
      sign: 'O',
      instead: '0',
    });
    expect(decodeSupportCode('ää')).toMatchObject({ why: 'sign', instead: null });
  });
});

it('refuses what nobody would call a code, and never throws', () => {
  for (const text of ['', '0', '0000', '00000000', '0'.repeat(28), 'A'.repeat(400)])
    expect(decodeSupportCode(text).ok).toBe(false);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(typeof decodeSupportCode(text).ok).toBe('boolean');
    }),
  );
});

it('one content has one code', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...signs), minLength: 8, maxLength: 28 }),
      (text) => {
        const decoded = decodeSupportCode(text);
        if (decoded.ok) expect(text.length % 4).toBe(0);
      },
    ),
    { numRuns: 20_000 },
  );
});

describe('numbers of findings', () => {
  it('every rule has one, and none has two', () => {
    expect(ids.filter((id) => !numberedFindings.includes(id))).toEqual([]);
    expect(new Set(numberedFindings).size).toBe(numberedFindings.length);
    expect(numberedFindings.length).toBeLessThanOrEqual(2_048);
  });

  it('never change from one release to the next', () => {
    const first = JSON.parse(
      readFileSync('test/core/support-code/golden-numbers.json', 'utf8'),
    ) as string[];
    expect(numberedFindings.slice(0, first.length)).toEqual(first);
  });
});

it('reads every code that an earlier release wrote', () => {
  const golden = JSON.parse(
    readFileSync('test/core/support-code/golden-codes.json', 'utf8'),
  ) as Record<string, unknown>;
  expect(Object.keys(golden).length).toBeGreaterThan(20);
  for (const [code, meaning] of Object.entries(golden))
    expect({ [code]: decodeSupportCode(code) }).toEqual({ [code]: { ok: true, code: meaning } });
});
