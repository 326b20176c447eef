import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CloudReachView } from '../../preload/contract';
import { csv, filterRows, reachRows } from '../../renderer/model/reachRows';

const about = {
  port: 443,
  protocol: 'tcp',
  service: 'Sign-in',
  neededFor: ['prt'],
  source: 's',
} as const;
const row = (host: string, problem: string | null) => ({
  ...about,
  neededFor: ['prt'],
  host,
  problem,
  required: true,
  standsFor: host === 'a.example' ? '*.wild.example' : null,
  viaProxy: false,
  ms: 1,
});
const view: CloudReachView = {
  state: 'broken',
  causes: [],
  line: [],
  script: null,
  clock: {
    wrong: 'unknown',
    state: 'unknown',
    offsetMs: null,
    looksLikeTimeZone: false,
    odd: [],
    rows: [],
  },
  rows: [row('a.example', null), row('b.example', 'silent')],
  untestable: [{ ...about, neededFor: ['prt'], host: '*.other.example' }],
  ms: 1,
};
const found = (text: string, onlyProblems = false) =>
  filterRows(reachRows(view), { text, onlyProblems }, () => 'Company sign-in').map(
    ({ host }) => host,
  );

describe('the rows of the reach table', () => {
  it('hold what was tested and what only a firewall rule can name', () => {
    expect(found('')).toEqual(['a.example', 'b.example', '*.other.example']);
    expect(new Set(reachRows(view).map(({ id }) => id)).size).toBe(3);
  });
  it('are found by host, wildcard, port and words', () => {
    expect(found('B.EXAMPLE')).toEqual(['b.example']);
    expect(found('wild')).toEqual(['a.example']);
    expect(found('443')).toHaveLength(3);
    expect(found('company')).toHaveLength(3);
    expect(found('nothing like it')).toEqual([]);
  });
  it('can be cut to the problems, and an address nobody tested is none', () => {
    expect(found('', true)).toEqual(['b.example']);
  });
});

describe('the text for a spreadsheet', () => {
  it('keeps commas, quotes and line ends inside their cells', () => {
    expect(
      csv([
        ['a', 'b,c'],
        ['d"e', 'f\ng'],
      ]),
    ).toBe('"a","b,c"\r\n"d""e","f\ng"');
  });
  it.each(['=1+1', '+1', '-1', '@x', '\t=1'])('runs no formula from "%s"', (text) => {
    expect(csv([[text]])).toBe(`"'${text}"`);
  });
  it('has as many cells as it was given, whatever stands in them', () => {
    // What already begins with the quote that is put in front cannot be told apart afterwards.
    const plain = fc.string().filter((text) => !text.startsWith("'"));
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 6 }), (row) => {
        const cells = [...csv([row]).matchAll(/"((?:[^"]|"")*)"(?:,|$)/gu)];
        expect(
          cells.map(([, text]) =>
            String(text)
              .replaceAll('""', '"')
              .replace(/^'(?=[=+\-@\t\r])/u, ''),
          ),
        ).toEqual(row);
      }),
    );
  });
});
