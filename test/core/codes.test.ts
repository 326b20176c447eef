import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCodes } from '../../main/catalogue';
import {
  buildCodeIndex,
  explainCode,
  explainFound,
  searchCodes,
  type CatalogueRow,
} from '../../main/core/codes';

const read = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../resources/catalogue/${name}.json`, import.meta.url), 'utf8'),
  ) as CatalogueRow[];
const rows = [...read('codes'), ...read('codes-more')];
const index = buildCodeIndex(rows);
const explain = (code: string, context = {}) => explainCode(index, code, context);
const meaningOf = (code: string, context = {}) => {
  const found = explain(code, context);
  return found.kind === 'known' ? found.meaning.code : found.kind;
};

describe('the catalogue', () => {
  it('holds at least 470 rows, each whole', () => {
    expect(rows.length).toBeGreaterThanOrEqual(470);
    for (const row of rows) {
      expect(row, row.code).toMatchObject({
        code: expect.stringMatching(/\S/),
        area: expect.stringMatching(/^[a-z0-9-]+$/),
        meaning: expect.stringMatching(/\S/),
        plainMeaning: expect.stringMatching(/\S/),
        fix: expect.stringMatching(/^(user|technician|admin)$/),
        source: expect.stringMatching(/^https:\/\//),
      });
      expect(row.steps.length, row.code).toBeGreaterThan(0);
    }
  });

  it('has no row twice in one area', () => {
    const keys = rows.map((row) => `${row.area} ${row.code}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is what the program loads', async () => {
    expect((await loadCodes()).rows).toHaveLength(rows.length);
  });

  it.each(['code', 'symbol', 'alias'] as const)('is found by every %s', (by) => {
    for (const row of rows) {
      const names = { code: [row.code], symbol: [row.symbol], alias: row.aliases }[by];
      for (const name of names) {
        if (name === null) continue;
        const found = explain(name);
        expect(found.kind, name).toBe('known');
        if (found.kind !== 'known') continue;
        const all = [found.meaning, ...found.others];
        expect(
          all.some(({ code, area }) => code === row.code && area === row.area),
          `${name} of ${row.code}`,
        ).toBe(true);
      }
    }
  });
});

describe('what the tools of Windows answer with', () => {
  // The failures of `nltest`, `klist`, enrolment and tasks that the probes read.
  it.each([
    ...['5', '50', '53', '67', '1219', '1311', '1312', '1326', '1355', '1717', '1722', '1787'],
    ...['1789', '1908', '1919', '0x80070426', '0x8018002a', '0x8018002b', '0x80180030'],
    ...['0x80180031', '0x80190190', '0x8004100e', '0x8009030e', '0xc0000022'],
  ])('explains %s', (code) => {
    expect(explain(code).kind).toBe('known');
  });
});

describe('one code in many spellings', () => {
  it.each([
    ['0x801c001d', '0x801c001d'],
    ['0X801C001D', '0x801c001d'],
    ['801C001D', '0x801c001d'],
    ['801c001dh', '0x801c001d'],
    ['2149318685', '0x801c001d'],
    ['-2145648611', '0x801c001d'],
    ['\u22122145648611', '0x801c001d'],
    ['0xffffffff801c001d', '0x801c001d'],
    ['0x00000000801c001d', '0x801c001d'],
    ['  (0x801c001d). ', '0x801c001d'],
    ['dsreg_autojoin_adconfig_read_failed', '0x801c001d'],
    ['failed with error 0x801C001D today', '0x801c001d'],
    ['exit code -2145648611!', '0x801c001d'],
    ['0xd000006d', '0xc000006d'],
    ['0xC000006D', '0xc000006d'],
    ['0x80070520', '1312'],
    ['0xc0070520', '1312'],
    ['0xd0070520', '1312'],
    ['80070520', '1312'],
    ['1312', '1312'],
    ['0x520', '1312'],
    ['52e', '1326'],
    ['AADSTS50126', 'AADSTS50126'],
    ['aadsts 50126', 'AADSTS50126'],
    ['50126', 'AADSTS50126'],
    ['AADSTS50126: Error validating credentials due to invalid username.', 'AADSTS50126'],
    ['msis-9682', 'MSIS9682'],
    ['http 429', 'HTTP 429'],
    ['0x80070005L', '5'],
    ['E_ACCESSDENIED', '5'],
    ['0x801C001Dh', '0x801c001d'],
    ['Error code 801c03ed', '0x801c03ed'],
    ['System error 5 has occurred.', '5'],
    ['Systemfehler 1326 aufgetreten.', '1326'],
    ['L’erreur système 53 s’est produite.', '53'],
    ['システム エラー 1219 が発生しました。', '1219'],
    ['Error 2147942405', '5'],
    ['I_NetLogonControl failed: Status = 1789 0x6fd ERROR_TRUSTED_RELATIONSHIP_FAILURE', '1789'],
    ['0x18', '0x18'],
    ['0x41303', '0x41303'],
  ])('%s is %s', (spelled, code) => {
    expect(meaningOf(spelled)).toBe(code);
  });

  it.each([
    ['0x80070018', 'a Kerberos answer is no Win32 error'],
    ['24', 'a Kerberos answer is written in hex'],
    ['0x80070800', 'a small code of another tool is no Win32 error'],
    ['AADSTS501260', 'a longer number is another number'],
    ['0x1801c001d', 'more than 32 bits are another number'],
    ['4294967296', 'more than 32 bits are another number'],
    ['error 24H2', 'a version is no code'],
    ['device c2920b2b-5302-5b13-af8c-c77ce51dc5b6', 'an id is no code'],
  ])('%s is not taken for another code: %s', (spelled) => {
    expect(explain(spelled).kind).not.toBe('known');
  });

  it('folds every number the same way however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0x10000, max: 0xffffffff }), (value) => {
        // Eight bare digits that begin like an HRESULT are read as hex without its 0x, on purpose.
        fc.pre(!/^[89]\d{7}$/.test(String(value | 0)));
        const hex = `0x${value.toString(16)}`;
        const spellings = [hex, hex.toUpperCase().replace('0X', '0x'), String(value | 0)];
        const said = spellings.map((each) => {
          const { kind, code } = explain(each);
          return `${kind} ${code}`;
        });
        expect(new Set(said).size).toBe(1);
      }),
    );
  });

  it('never fails and never takes long, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3000, unit: 'binary' }), (text) => {
        expect(['known', 'structure', 'matches', 'unknown']).toContain(explain(text).kind);
      }),
    );
    for (const text of ['0x'.repeat(50_000), 'AADSTS '.repeat(50_000), '-'.repeat(500_000)])
      expect(explain(text).kind).toBeDefined();
  });

  it.each(['constructor', '__proto__', 'toString', ''])('knows no code called "%s"', (text) => {
    expect(explain(text).kind).toBe('unknown');
  });
});

describe('the same number in another place', () => {
  it.each([
    ['0x80072ee7', { field: 'DRS Discovery Test', section: 'Diagnostic Data' }, 'dsreg'],
    ['0x80072ee7', { field: 'HTTP Error', section: 'SSO State' }, 'prt'],
    ['0x80072ee7', { area: 'prt' }, 'prt'],
    ['0x801c03ea', { field: 'NgcPreReq' }, 'whfb'],
    ['0x801c03ea', { section: 'Autopilot' }, 'autopilot'],
    ['0x80090031', { field: 'KeySignTest' }, 'tpm'],
    ['0x80090031', { field: 'PIN' }, 'whfb'],
  ])('%s in %o belongs to %s', (code, context, area) => {
    const found = explain(code, context);
    expect(found.kind === 'known' && found.meaning.area).toBe(area);
    expect(found.kind === 'known' && found.others.length).toBeGreaterThan(0);
    expect(explainFound(index, { code, field: '', ...context }).area).toBe(area);
  });
});

describe('a code nobody described', () => {
  it.each([
    ['0x80180fff', 'hresult', 'error', 'mdm-enrolment', 0xfff],
    ['0x801c0fff', 'hresult', 'error', 'device-registration', 0xfff],
    ['0x8031ffff', 'hresult', 'error', 'bitlocker', 0xffff],
    ['0x80190194', 'hresult', 'error', 'http', 404],
    ['0x87d1ffff', 'hresult', 'error', 'intune', 0xffff],
    ['0x00040001', 'hresult', 'success', 'interface', 1],
    ['0x80990001', 'hresult', 'error', null, 1],
    ['0xc0009999', 'ntstatus', 'error', 'general', 0x9999],
    ['0xd0009999', 'ntstatus', 'error', 'general', 0x9999],
    ['0x40009999', 'ntstatus', 'information', 'general', 0x9999],
    ['0xc0049999', 'ntstatus', 'error', 'cloud-sign-in', 0x9999],
    ['0x80071f4f', 'win32', 'error', 'directory', 8015],
    ['9003', 'win32', 'error', 'name-service', 9003],
    ['10061', 'win32', 'error', 'sockets', 10061],
    ['0', 'win32', 'success', 'general', 0],
    ['0xcaa9ffff', 'hresult', 'error', 'sign-in-library', 0xffff],
    ['0x4aa90010', 'hresult', 'information', 'sign-in-library', 0x10],
    ['AADSTS999999', 'entra', 'error', 'entra-sign-in', 999999],
    ['MSIS0001', 'adfs', 'error', 'federation', 1],
  ])('%s is read by its shape and never as known', (code, family, severity, facility, number) => {
    const found = explain(code);
    expect(found).toMatchObject({
      kind: 'structure',
      structure: { family, severity, facility, number },
    });
    expect(explainFound(index, { code, field: '' })).toMatchObject({
      area: 'unknown',
      meaning: '',
      owner: null,
      structure: { family },
    });
  });

  it('shows the known code it carries inside', () => {
    const found = explain('0xcaa72ee7');
    expect(found.kind === 'structure' && found.related.map(({ code }) => code)).toContain('12007');
  });

  it('suggests the nearest', () => {
    const found = explain('DSREG_SERVR_BUSY');
    expect(found.kind === 'unknown' && found.suggestions).toContain('DSREG_SERVER_BUSY');
    const shape = explain('AADSTS50196');
    expect(shape.kind === 'structure' && shape.suggestions).toContain('AADSTS50199');
  });
});

describe('words', () => {
  it('find the rows that hold all of them, names first', () => {
    const found = searchCodes(index, 'service connection point');
    expect(found.map(({ code }) => code)).toContain('0x801c001d');
    expect(searchCodes(index, 'winhttp')[0]?.symbol).toContain('WINHTTP');
    expect(explain('captive portal proxy login').kind).not.toBe('known');
  });

  it('need some length, or everything would match', () => {
    expect(searchCodes(index, 'a')).toEqual([]);
    expect(searchCodes(index, '   ')).toEqual([]);
  });
});

describe('who can fix it', () => {
  it.each([
    ['0x801c03f2', 'directory'],
    ['0x801c0003', 'tenant'],
    ['0x801c0025', 'user'],
    ['0x80072ee7', 'technician'],
    ['AADSTS53003', 'tenant'],
    ['AADSTS80002', 'directory'],
    ['0x7', 'directory'],
  ])('%s: %s', (code, owner) => {
    const found = explain(code);
    expect(found.kind === 'known' && found.meaning.owner).toBe(owner);
  });

  it('is never left open for a known code, and keeps to what the catalogue says', () => {
    for (const row of rows) {
      const found = explain(row.code, { area: row.area });
      const owner = found.kind === 'known' ? found.meaning.owner : null;
      const allowed = {
        user: ['user'],
        technician: ['technician'],
        admin: ['tenant', 'directory'],
      };
      expect(allowed[row.fix], row.code).toContain(owner);
    }
  });
});
