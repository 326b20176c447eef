import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import schema from '../../resources/schema/compare.schema.json';
import { say } from './fake';

const root = join(import.meta.dirname, '../..');
const sample = (id: string) => join(root, 'resources/devices', id);
const healthy = sample('healthy-cloud-laptop');
const broken = sample('password-changed-elsewhere');

describe('fieldkit compare', () => {
  it('names the new fault and the row that shows it, and exits with the later verdict', async () => {
    const { code, out } = await say(['compare', healthy, broken]);
    expect(code).toBe(2);
    expect(out).toContain('Your password was not accepted');
    expect(out).toMatch(/AzureAdPrt: YES → NO/);
  });

  it('exits healthy when the later one is', async () => {
    expect((await say(['compare', broken, healthy])).code).toBe(0);
  });

  it('prints JSON of the published shape', async () => {
    const { out } = await say(['compare', healthy, broken, '--json']);
    const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect(valid(JSON.parse(out)), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ schema: 1, changes: [] })).toBe(false);
  });

  it('says nothing changed between a capture and itself', async () => {
    const { out } = await say(['compare', healthy, healthy]);
    expect(out).toContain('Nothing changed');
  });

  it('names a capture that is not there', async () => {
    const { code, err } = await say(['compare', healthy, sample('nobody')]);
    expect(code).toBe(64);
    expect(err).toContain('nobody');
  });

  it('is explained by a schema of its own', () => {
    const text = readFileSync(join(root, 'resources/schema/compare.schema.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ title: 'fieldkit compare --json' });
  });
});
