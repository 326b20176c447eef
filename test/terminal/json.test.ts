import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import check from '../../resources/schema/check.schema.json';
import explain from '../../resources/schema/explain.schema.json';
import { loadCodes } from '../../main/catalogue';
import { explainFound } from '../../main/core/codes';
import type { Diagnosis } from '../../main/core/diagnosis';
import { emptyDiagnosis } from '../../main/reports/empty';
import { toJson } from '../../main/reports/json';
import { captures, englishSays, germanSays, say } from './fake';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
const isCheck = ajv.compile(check);
const isExplain = ajv.compile(explain);

const files = readdirSync(captures).filter((name) => name.endsWith('.txt'));
const pathOf = (name: string) => fileURLToPath(new URL(name, captures));

const full = async (): Promise<Diagnosis> => {
  const index = await loadCodes();
  return {
    ...emptyDiagnosis('timed-out', 'after 5 s'),
    state: 'broken',
    rootCause: 'prt-password-refused',
    join: { type: 'hybrid-joined', registered: true },
    prt: { state: 'no', expected: true, healthy: false },
    enterprisePrt: 'no',
    deviceAuth: { state: 'untested', code: '0xd000023c' },
    tpmProtected: true,
    subject: { kind: 'domain-user', elevated: false, session: 'interactive', account: 'C\\jane' },
    codes: [
      explainFound(index, { code: '0xC000006D', field: 'Attempt Status' }),
      explainFound(index, { code: '0x80990001', field: 'Client ErrorCode' }),
    ],
    findings: [
      {
        id: 'prt-password-refused',
        link: 'prt',
        severity: 'broken',
        certainty: 'proved',
        owner: 'user',
        evidence: [{ source: 'device-registration', field: 'AzureAdPrt', value: 'NO', line: 69 }],
        codes: ['0xc000006d'],
        values: {},
        causedBy: null,
        guide: null,
        source: 'https://learn.microsoft.com/',
      },
    ],
    unrecognised: ['NewRow : 1'],
    observedAt: Date.parse('2026-01-01T00:00:00Z'),
  };
};

describe('the JSON of check and read', () => {
  it.each(files)('fits the published schema for %s', async (name) => {
    const { code, out } = await say(['read', pathOf(name), '--json']);
    const json = JSON.parse(out) as { verdict: { state: string; rootCause: string | null } };
    expect(isCheck(json), JSON.stringify(isCheck.errors)).toBe(true);
    const codes: Record<string, number> = { healthy: 0, attention: 1, broken: 2, unknown: 3 };
    expect(code).toBe(codes[json.verdict.state]);
  });

  it('fits it in every part, in both languages', async () => {
    for (const words of [englishSays, await germanSays()]) {
      const json = toJson(await full(), words);
      expect(isCheck(json), JSON.stringify(isCheck.errors)).toBe(true);
      expect(json.observedAt).toBe('2026-01-01T00:00:00.000Z');
      expect(json.verdict.headline).toBe(json.findings[0]!.title);
      expect(json.codes[0]).toMatchObject({ code: '0xc000006d', area: 'prt', known: true });
      expect(json.codes[1]).toMatchObject({ area: 'unknown', known: false, owner: null });
      expect(json.codes[1]!.meaning).toContain('HRESULT');
    }
  });

  it.each([
    [
      'a state nobody defined',
      (json: ReturnType<typeof toJson>) => (json.verdict.state = 'fine' as never),
    ],
    [
      'a missing gap list',
      (json: ReturnType<typeof toJson>) => delete (json as { gaps?: unknown }).gaps,
    ],
    [
      'yes and no as true and false',
      (json: ReturnType<typeof toJson>) => (json.prt.state = true as never),
    ],
    ['a newer schema number', (json: ReturnType<typeof toJson>) => (json.schema = 2 as never)],
    [
      'an owner nobody has',
      (json: ReturnType<typeof toJson>) => (json.findings[0]!.owner = 'you' as never),
    ],
  ])('and the schema refuses %s', async (_what, damage) => {
    const json = toJson(await full(), englishSays);
    damage(json);
    expect(isCheck(json)).toBe(false);
  });

  it('is what the schema command prints', async () => {
    for (const [name, schema] of Object.entries({ check, read: check, explain })) {
      const { code, out } = await say(['schema', name]);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toEqual(schema);
    }
    expect(JSON.parse((await say(['schema'])).out)).toEqual(check);
    expect(JSON.parse((await say(['schema', 'capture'])).out)).toHaveProperty('$schema');
  });
});

describe('the JSON of explain', () => {
  it('fits the published schema for every kind of answer', async () => {
    const asked = ['0x801c001d', '-2145648611', '0xcaa72ee7', '0x0', 'proxy login', 'zzzzzz'];
    const { code, out } = await say(['explain', '--json', ...asked]);
    const json = JSON.parse(out) as { codes: { asked: string; kind: string; meaning: string }[] };
    expect(isExplain(json), JSON.stringify(isExplain.errors)).toBe(true);
    expect(json.codes.map((each) => each.asked)).toEqual(asked);
    expect(json.codes.map((each) => each.kind)).toEqual([
      'known',
      'known',
      'structure',
      'structure',
      'matches',
      'unknown',
    ]);
    expect(json.codes.every((each) => each.meaning.length > 0)).toBe(true);
    expect(code).toBe(3);
  });
});
