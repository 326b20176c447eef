import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { anyOrganisation } from '../../main/organisation/places';

const folder = mkdtempSync(join(tmpdir(), 'fieldkit-places-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'organisation.json');
writeFileSync(file, '{}');

describe('whether there is a file of an organisation', () => {
  it.each([
    ['no place at all', [], false],
    ['a file that is not there', [{ from: 'machine', path: join(folder, 'none') }], false],
    ['a file that is there', [{ from: 'beside', path: file }], true],
    // What was asked for by name and is missing has to be said.
    ['a missing one that was named', [{ from: 'option', path: join(folder, 'none') }], true],
    // Whoever reads them says why; that it cannot be looked at does not mean that it is not there.
    ['one nobody can look at', [{ from: 'machine', path: join(folder, 'x'.repeat(5_000)) }], true],
  ] as const)('for %s', (_, places, expected) => {
    expect(anyOrganisation(places)).toBe(expected);
  });
});
