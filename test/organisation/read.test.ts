import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { repairIds } from '../../main/core/repair-ids';
import { mostBytes, readOrganisation } from '../../main/organisation/read';
import { organisationShape } from '../../main/organisation/shape';
import { repairs } from '../../main/repairs/index';
import { refused } from '../../main/repairs/refused';

const resource = (name: string) =>
  readFileSync(new URL(`../../resources/${name}`, import.meta.url), 'utf8');
const example = resource('organisation.example.json');
const read = (text: string) => readOrganisation(Buffer.from(text));
const published = () =>
  JSON.parse(resource('schema/organisation.schema.json')) as Record<string, unknown>;
const problemOf = (text: string) => {
  const outcome = read(text);
  if (outcome.ok) throw new Error('was accepted');
  return outcome.problem;
};

describe('an organisation file', () => {
  it('is read whole, with everything that was left out put in', () => {
    const outcome = read(example);
    expect(outcome).toMatchObject({
      ok: true,
      organisation: {
        name: 'Fabrikam',
        expects: { joins: ['entra-joined'] },
        repairs: { allowed: null, forbidden: [] },
        branding: { logo: null },
        signIn: { cloud: 'global', deviceCode: false, readOnly: false },
      },
    });
    expect(read('{"schema":1,"name":"A"}')).toMatchObject({
      ok: true,
      organisation: { helpDesk: null, links: [], signIn: null, updates: null, network: null },
    });
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${example}`)],
    ['UTF-16 as PowerShell writes it', Buffer.from(`\uFEFF${example}`, 'utf16le')],
    ['Windows line ends', Buffer.from(example.replaceAll('\n', '\r\n'))],
  ])('is read in %s', (_name, bytes) => {
    expect(readOrganisation(bytes).ok).toBe(true);
  });

  it.each<[string, string, object]>([
    [
      'a comma too many',
      '{\n  "schema": 1,\n  "name": "A",\n}',
      { code: 'not-json', line: 4, column: 1 },
    ],
    [
      'a comma too few',
      '{\n  "schema": 1\n  "name": "A"\n}',
      { code: 'not-json', line: 3, column: 3, expected: 'CommaExpected' },
    ],
    [
      'a comment',
      '{\n  // here\n  "schema": 1, "name": "A"\n}',
      { code: 'not-json', line: 2, column: 3, expected: 'InvalidCommentToken' },
    ],
    ['a file cut short', '{"schema": 1, "name": "A', { code: 'not-json', line: 1, column: 23 }],
    ['nothing', '', { code: 'not-json', line: 1, column: 1 }],
    [
      'a single backslash in a path',
      '{"schema":1,"name":"A","handOver":{"folder":"\\\\a\\share"}}',
      { code: 'not-json', line: 1 },
    ],
    [
      'a misspelt key',
      '{\n "schema": 1,\n "name": "A",\n "helpdesk": {}\n}',
      { code: 'unknown-key', line: 4, column: 2, key: 'helpdesk', choices: ['helpDesk'] },
    ],
    [
      'a misspelt key further in',
      '{"schema":1,"name":"A",\n"devices":{"tenants":[{"id":"4ea5c1eb-49c1-5b93-bbbb-f4b4f3bfb408","nmae":"x"}]}}',
      { code: 'unknown-key', line: 2, key: 'devices.tenants[0].nmae', choices: ['name'] },
    ],
    ['no name', '{\n"schema":1}', { code: 'missing', line: 1, column: 1, key: 'name' }],
    [
      'no client id',
      '{"schema":1,"name":"A",\n"signIn": {"tenant":"a.example"}}',
      { code: 'missing', line: 2, column: 11, key: 'signIn.clientId' },
    ],
    [
      'a number for a text',
      '{"schema":1,\n"name": 7}',
      { code: 'wrong-type', line: 2, column: 9, key: 'name', expected: 'string' },
    ],
    [
      'a list for the whole',
      '[1]',
      { code: 'wrong-type', line: 1, column: 1, key: '', expected: 'object' },
    ],
    [
      'a join type of its own',
      '{"schema":1,"name":"A","devices":{"joins":["azure"]}}',
      { code: 'wrong-value', key: 'devices.joins[0]' },
    ],
    [
      'a newer schema',
      '{"schema":2,"name":"A"}',
      { code: 'wrong-value', key: 'schema', expected: 'schema' },
    ],
    [
      'the same key twice',
      '{"schema":1,"name":"A",\n"name":"B"}',
      { code: 'duplicate', line: 2, column: 1, key: 'name' },
    ],
    [
      'an address without https',
      '{"schema":1,"name":"A","handOver":{"put":"http://a.example/"}}',
      { code: 'wrong-value', key: 'handOver.put', expected: 'https' },
    ],
    [
      'an address with a user in it',
      '{"schema":1,"name":"A","handOver":{"put":"https://good.example@evil.example/"}}',
      { expected: 'https' },
    ],
    [
      'sign-in for everybody',
      '{"schema":1,"name":"A","signIn":{"clientId":"4ea5c1eb-49c1-5b93-bbbb-f4b4f3bfb408","tenant":"common"}}',
      { code: 'wrong-value', key: 'signIn.tenant', expected: 'tenant' },
    ],
    [
      'a folder that climbs',
      '{"schema":1,"name":"A","handOver":{"folder":"\\\\\\\\a\\\\b\\\\..\\\\c"}}',
      { expected: 'folder' },
    ],
    [
      'a name that turns the direction of the text',
      '{"schema":1,"name":"A\\u202eB"}',
      { expected: 'text' },
    ],
    [
      'a logo that is a drawing with script',
      '{"schema":1,"name":"A","branding":{"logo":"data:image/svg+xml;base64,AAAA"}}',
      { expected: 'logo' },
    ],
    [
      'port nought',
      '{"schema":1,"name":"A","servers":[{"host":"a","port":0}]}',
      { expected: 'port' },
    ],
    [
      'a half port',
      '{"schema":1,"name":"A","servers":[{"host":"a","port":4.5}]}',
      { key: 'servers[0].port' },
    ],
    [
      'a prototype for a key',
      '{"schema":1,"name":"A","__proto__":{"signIn":null}}',
      { code: 'unknown-key', key: '__proto__' },
    ],
    [
      'a repair that nobody knows, which would forbid nothing',
      '{"schema":1,"name":"A","repairs":{"forbidden":["flush-dns",\n"refresh-ptr"]}}',
      {
        code: 'unknown-key',
        line: 2,
        column: 1,
        key: 'repairs.forbidden[1]: refresh-ptr',
        choices: ['refresh-prt'],
      },
    ],
    [
      'brackets without end',
      `{"schema":1,"name":"[[",\n"servers":${'['.repeat(50_000)}`,
      { code: 'not-json', line: 2, expected: 'InvalidSymbol' },
    ],
  ])('is refused for %s, at its place', (_name, text, expected) => {
    expect(problemOf(text)).toMatchObject(expected);
  });

  it('is refused when it is too large or no text', () => {
    expect(problemOf(' '.repeat(mostBytes + 1)).code).toBe('too-large');
    const binary = readOrganisation(Uint8Array.from([0x4d, 0x5a, 0, 0, 3, 0, 0, 0, 0, 1, 2]));
    expect(binary).toMatchObject({ ok: false, problem: { code: 'not-text' } });
  });

  it('throws at nothing, and names a place inside the file', () => {
    const damaged = fc
      .tuple(fc.nat(example.length), fc.nat(12), fc.string({ maxLength: 8 }))
      .map(([at, less, more]) => example.slice(0, at) + more + example.slice(at + less));
    fc.assert(
      fc.property(fc.oneof(damaged, fc.json(), fc.string()), (text) => {
        const outcome = read(text);
        if (outcome.ok || outcome.problem.line === null) return;
        const lines = text.split(/\r\n|\r|\n/u);
        expect(outcome.problem.line).toBeLessThanOrEqual(lines.length);
        expect(outcome.problem.column).toBeLessThanOrEqual(
          (lines[outcome.problem.line - 1] ?? '').length + 1,
        );
      }),
    );
  });

  it('has a published schema that is the shape the reader checks', () => {
    const made = JSON.parse(JSON.stringify(z.toJSONSchema(organisationShape))) as object;
    expect({ ...published(), $id: undefined }).toEqual({ ...made, $id: undefined });
    const validate = new Ajv2020({ strict: false }).compile(published());
    expect(validate(JSON.parse(example))).toBe(true);
    expect(validate({ schema: 1, name: 'A', other: 1 })).toBe(false);
  });
});

it('knows every repair and every refusal by name, and no other', () => {
  expect(repairIds).toEqual([...repairs, ...refused].map(({ id }) => id));
});
