import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { clouds } from '../../main/cloud/clouds';

it.each(Object.entries(clouds))('%s is reached over https, at bare addresses', (_name, places) => {
  for (const address of [places.authority, places.graph]) {
    const { protocol, pathname, search, username } = new URL(address);
    expect([protocol, pathname, search, username]).toEqual(['https:', '/', '', '']);
    expect(address.endsWith('/')).toBe(false);
  }
});

it('an organisation can name each of them and no other', () => {
  const schema = readFileSync('resources/schema/organisation.schema.json', 'utf8');
  const listed = JSON.stringify(Object.keys(clouds));
  expect(JSON.stringify(JSON.parse(schema))).toContain(`"enum":${listed}`);
});
