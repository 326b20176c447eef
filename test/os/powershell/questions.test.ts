import { describe, expect, it } from 'vitest';
import {
  hostInput,
  isCimQuestion,
  questionOf,
  type CimSource,
  type HostSource,
} from '../../../main/os/powershell/questions';

const question = (table: string, over: Partial<CimSource> = {}): CimSource => ({
  key: table.toLowerCase(),
  rights: 'user',
  limitMs: 20_000,
  kind: 'cim',
  namespace: 'root\\cimv2',
  query: `SELECT Name FROM ${table}`,
  properties: ['Name'],
  ...over,
});
const registry = (path: string): HostSource => ({
  kind: 'registry',
  key: 'r',
  rights: 'system',
  limitMs: 5_000,
  hive: 'HKCU',
  path,
  recurse: false,
});
const events = (channel: string, ids: number[]): HostSource => ({
  kind: 'events',
  key: 'e',
  rights: 'admin',
  limitMs: 5_000,
  channel,
  ids,
  newest: 7,
});

describe('what may be asked', () => {
  it.each([
    ['SELECT * FROM Win32_Tpm', true],
    ["SELECT Name, Status FROM Win32_Service WHERE Name = 'dmwappushservice'", true],
    [
      "SELECT Name FROM SoftwareLicensingProduct WHERE ApplicationID='55c92734-d682' AND PartialProductKey IS NOT NULL",
      true,
    ],
    ['SELECT Name FROM A; DROP', false],
    ['SELECT Name FROM A WHERE X = $(calc)', false],
    ['SELECT Name FROM A WHERE X = "y"', false],
    ['SELECT Name FROM A WHERE X = `y', false],
    ['ASSOCIATORS OF {Win32_Service}', false],
    ['DELETE FROM A', false],
    ['SELECT Name FROM A\nWHERE X = 1', false],
    [`SELECT Name FROM A WHERE X = ${'1'.repeat(500)}`, false],
  ])('%j: %s', (query, allowed) => {
    expect(isCimQuestion(question('A', { query }))).toBe(allowed);
  });

  it.each([
    [{ namespace: 'root\\cimv2\\mdm\\dmmap' }, true],
    [{ namespace: '\\\\server\\root\\cimv2' }, false],
    [{ namespace: 'root\\..\\x' }, false],
    [{ properties: [] }, false],
    [{ properties: ['Name; calc'] }, false],
  ])('%j: %s', (over, allowed) => {
    expect(isCimQuestion(question('A', over))).toBe(allowed);
  });
});

describe('a question on the wire', () => {
  it.each([
    [
      { kind: 'self', rights: 'user', limitMs: 1 } as const,
      { nr: 3, kind: 'self', rights: 'user' },
    ],
    [
      registry('Software\\Ünion'),
      {
        nr: 3,
        kind: 'registry',
        rights: 'system',
        hive: 'HKCU',
        path: 'Software\\Ünion',
        recurse: false,
      },
    ],
    [
      events('System', [5, 6]),
      {
        nr: 3,
        kind: 'events',
        rights: 'admin',
        channel: 'System',
        query: '*[System[(EventID=5 or EventID=6)]]',
        newest: 7,
      },
    ],
    [
      question('A', { limitMs: 2_500 }),
      {
        nr: 3,
        kind: 'cim',
        rights: 'user',
        namespace: 'root\\cimv2',
        query: 'SELECT Name FROM A',
        properties: ['Name'],
        seconds: 3,
      },
    ],
  ])('%j', (source, wire) => {
    expect(questionOf(3, source)).toEqual(wire);
    const input = Buffer.from(hostInput([wire])).toString();
    expect(input).toMatch(/^[ -~]+\n$/);
    expect(JSON.parse(input)).toEqual([wire]);
  });

  it.each([registry('a/b'), registry('\\a'), events('x;y', [1]), events('System', [])])(
    'is not sent when malformed: %j',
    (source) => {
      expect(questionOf(1, source)).toBe(null);
    },
  );
});
