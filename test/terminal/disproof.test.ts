import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import check from '../../resources/schema/check.schema.json';
import { say } from './fake';

const fits = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(check);
const sample = ['check', '--sample', 'device-switched-off'];
const finding = 'device-disabled-or-deleted';

interface Printed {
  findings: { id: string }[];
  disproofs?: { finding: string; facts: unknown[]; standsOn: string[] }[];
}

describe('what would disprove a finding', () => {
  it('is said for the one asked about, and the verdict stays', async () => {
    const plain = await say(sample);
    const asked = await say([...sample, '--why', finding]);
    expect(asked.code).toBe(plain.code);
    expect(asked.out.startsWith(plain.out)).toBe(true);
    expect(asked.out).toContain(`What would disprove this: ${finding}`);
    expect(plain.out).not.toContain('What would disprove this');
  });

  it('is in the JSON only when asked for, and fits the schema', async () => {
    const plain = JSON.parse((await say([...sample, '--json'])).out) as Printed;
    const all = JSON.parse((await say([...sample, '--json', '--why', 'all'])).out) as Printed;
    expect(plain.disproofs).toBeUndefined();
    expect(all.disproofs?.map((one) => one.finding)).toEqual(plain.findings.map(({ id }) => id));
    expect(all.disproofs?.find((one) => one.finding === finding)?.standsOn).toContain(
      'device-registration',
    );
    expect(fits(all), JSON.stringify(fits.errors)).toBe(true);
  });

  it('says so where this device has no such finding, and is then empty', async () => {
    const said = await say([...sample, '--json', '--why', 'prt-missing']);
    expect((JSON.parse(said.out) as Printed).disproofs).toEqual([]);
    expect(said.err).toContain('prt-missing');
  });

  it('refuses an id that no rule has, and names the nearest', async () => {
    const said = await say([...sample, '--why', 'device-disabled-or-deletd']);
    expect(said).toMatchObject({ code: 64, out: '' });
    expect(said.err).toContain(finding);
  });
});
