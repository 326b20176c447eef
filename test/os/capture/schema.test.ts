import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { manifestShape } from '../../../main/os/capture/manifest';
import { manifest } from './helpers';

const published = () =>
  JSON.parse(
    readFileSync(new URL('../../../resources/schema/capture.schema.json', import.meta.url), 'utf8'),
  ) as Record<string, unknown>;

describe('the published schema of a capture', () => {
  it('is the shape the reader checks', () => {
    // Numbers in JSON have no upper bound; the one that JavaScript adds is left out.
    const made = JSON.parse(JSON.stringify(z.toJSONSchema(manifestShape))) as object;
    expect({ ...published(), $id: undefined }).toEqual({ ...made, $id: undefined });
    expect(published()['$id']).toBe('capture.schema.json');
  });

  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(published());

  it('accepts a manifest with every outcome and with keys of a later release', () => {
    const rich = manifest({
      sources: {
        a: { outcome: 'ok', file: 'a.raw', ms: 1, exitCode: 0, later: true },
        b: { outcome: 'unavailable', why: 'denied' },
        c: { outcome: 'failed', reason: 'timed-out', detail: 'x' },
      },
    });
    expect(validate({ ...rich, later: 1 })).toBe(true);
    expect(manifestShape.safeParse({ ...rich, later: 1 }).success).toBe(true);
  });

  it.each([
    ['an unknown outcome', { a: { outcome: 'fine' } }],
    ['a path that climbs', { a: { outcome: 'ok', file: '../a', ms: 1, exitCode: 0 } }],
    ['no exit code', { a: { outcome: 'ok', file: 'a.raw', ms: 1 } }],
    ['a key in capitals', { A: { outcome: 'unavailable', why: 'denied' } }],
    ['an invented reason', { a: { outcome: 'failed', reason: 'sunspots' } }],
  ])('refuses %s in both', (_name, sources) => {
    const wrong = { ...manifest({}), sources };
    expect(validate(wrong)).toBe(false);
    expect(manifestShape.safeParse(wrong).success).toBe(false);
  });
});
