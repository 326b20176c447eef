import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createDispatch } from '../../main/ipc/dispatch';
import { callNames } from '../../main/ipc/guards';
import { Refused } from '../../main/ipc/refused';
import { limits } from '../../preload/wire';
import { accepted, settings, handOver, wish, thing } from './accepted';
import { batchOracle } from './batch-oracle';
import { cloudOracle } from './cloud-oracle';
import { fakeHouse } from './fake-house';

const hostileKey = JSON.parse('{"kind":"this-device","__proto__":{"admin":true}}') as object;

class Target {
  kind = 'this-device';
}

const refused: [string, string, unknown][] = [
  ['an extra argument', 'app.info', [1]],
  ['a missing argument', 'read.text', []],
  ['undefined as an argument', 'read.text', [undefined]],
  ['no list at all', 'app.info', undefined],
  ['a list-like object', 'app.info', { length: 0 }],
  ['a list with its own property', 'app.info', Object.assign([], { extra: 1 })],
  ['a hole', 'read.text', new Array(1)],
  ['a number for text', 'read.text', [5]],
  ['an object with toString', 'read.text', [{ toString: () => 'x' }]],
  ['an unknown target', 'inspect.start', [{ kind: 'other' }]],
  ['an extra key', 'inspect.start', [{ kind: 'this-device', path: 'C:\\' }]],
  ['a key of the other kind', 'inspect.start', [{ kind: 'this-device', id: 'a' }]],
  ['a prototype key', 'inspect.start', [hostileKey]],
  ['a constructor key', 'inspect.start', [{ kind: 'this-device', constructor: 1 }]],
  ['a class', 'inspect.start', [new Target()]],
  ['a symbol key', 'inspect.start', [{ kind: 'this-device', [Symbol('x')]: 1 }]],
  [
    'an accessor',
    'inspect.start',
    [
      {
        get kind() {
          return 'this-device';
        },
      },
    ],
  ],
  ['a path as sample', 'inspect.start', [{ kind: 'sample', id: '../../etc/passwd' }]],
  ['an empty sample', 'inspect.start', [{ kind: 'sample', id: '' }]],
  ['a path as file name', 'read.file', ['/etc/passwd', 'AAAA']],
  ['a Windows path as file name', 'read.file', ['C:\\x', 'AAAA']],
  ['a control character in a file name', 'read.file', ['a\u0000.txt', 'AAAA']],
  ['an endless file name', 'read.file', ['a'.repeat(256), 'AAAA']],
  ['what is not base64', 'read.file', ['a.txt', 'AA A']],
  ['base64 of wrong length', 'read.file', ['a.txt', 'AAA']],
  ['base64 with early padding', 'read.file', ['a.txt', 'A===']],
  ['base64 with padding inside', 'read.file', ['a.txt', 'AA==AAAA']],
  ['an address as link', 'link.open', ['https://example.org']],
  ['an inherited name as link', 'link.open', ['toString']],
  ['a path as evidence', 'evidence.raw', ['1', '../x']],
  ['a path as look', 'chain.of', ['../x']],
  ['a path as inspection', 'readings.list', ['../x']],
  ['a path as sheet', 'batch.open', ['../../x']],
  ['a place of its own for a sheet', 'batch.create', ['Day', 'C:\\x', 'Ada']],
  ['a signature without a name', 'batch.sign', ['a', 'A1', '', []]],
  ['a reason without words', 'batch.sign', ['a', 'A1', 'Ada', [{ point: 'x', reason: '' }]]],
  ['a field nobody may write', 'batch.set', ['a', 'A1', 'removed', 'yes', 'Ada']],
  ['a serial number of several lines', 'batch.add', ['a', 'A1\nA2', 'Ada']],
  ['a form of export nobody knows', 'batch.export', ['a', '../x', null]],
  ['an endless question', 'codes.explain', ['x'.repeat(401), null]],
  ['a path as area', 'codes.explain', ['5', '../prt']],
  ['a missing area', 'codes.explain', ['5']],
  ['a web address as domain', 'reach.domain', ['https://evil.example']],
  ['a port behind a domain', 'reach.domain', ['corp.example.com:389']],
  ['a path as domain', 'reach.domain', ['..\\\\host\\share']],
  ['a blank in a domain', 'reach.domain', ['corp.example.com evil.example']],
  ['an endless domain', 'reach.domain', ['a'.repeat(254)]],
  ['an endless target', 'reach.named', ['a'.repeat(1025), false]],
  ['a control character in a target', 'reach.named', ['a\u0000b', false]],
  ['a word for a flag', 'reach.named', ['host', 'yes']],
  ['an address as one of the organisation', 'organisation.open', ['https://evil.example']],
  ['half a place in the list', 'organisation.open', [0.5]],
  ['a place beyond every list', 'organisation.open', [20]],
  ['a server to test', 'reach.servers', ['evil.example']],
  ['another format to save', 'reach.save', ['exe']],
  ['a place to save', 'reach.save', ['csv', 'elsewhere']],
  ['an address as purpose', 'reach.endpoints', [['evil.example']]],
  ['a path as kind of report', 'hand-over.save', ['look', '../x.exe', handOver]],
  ['a group of its own making', 'hand-over.preview', ['look', { ...handOver, open: ['secrets'] }]],
  ['a path as source', 'hand-over.save', ['look', 'bundle', { ...handOver, sources: ['../x'] }]],
  [
    'an address to send to',
    'hand-over.copy',
    ['look', { ...handOver, to: 'https://evil.example' }],
  ],
  ['an address as way', 'hand-over.send', ['look', 'bundle', 'https://evil.example', handOver]],
  ['an address besides the way', 'hand-over.send', ['look', 'bundle', 'put', handOver, 'x']],
  ['an endless addition', 'hand-over.mail', ['look', { ...handOver, note: 'x'.repeat(4_001) }]],
  ['endless notes', 'call.write', ['c-1', '', 'x'.repeat(8_001)]],
  ['an answer that is none', 'call.answer', ['c-1', 'page-opens', 'maybe']],
  ['a path as call', 'call.end', ['../x']],
  ['a path as what waits', 'outbox.send', ['../x']],
  ['too many purposes', 'reach.endpoints', [new Array(20).fill('prt')]],
  ['an address as a way to sign in', 'cloud.sign-in', ['https://evil.example']],
  ['a path as device', 'cloud.device', ['../me']],
  ['a query as device', 'cloud.keys', ['a?$select=key']],
  ['a line break in a search', 'cloud.find', ['serial', 'a\nb']],
  ['a field of its own to search by', 'cloud.find', ['password', 'a']],
  ['a path as action', 'cloud.act', [thing, '../wipe', {}, null]],
  ['an object as option', 'cloud.act', [thing, 'wipe', { keepUserData: { a: 1 } }, null]],
  ['a path as option', 'cloud.foresee', [thing, 'wipe', { 'a/b': true }]],
  ['a secret of another kind', 'cloud.secret', ['token', thing]],
  ['an endless list', 'cloud.bulk-start', [{ ...wish, list: 'x'.repeat(2 * 1024 * 1024 + 1) }]],
  ['a file for a list', 'cloud.bulk-start', [{ ...wish, path: 'C:\\x' }]],
  ['a path as guide', 'guide.start', ['../x', 'my-device', null, 'works']],
  ['an unknown seat', 'guide.start', ['wrong-time', 'admin', null, 'works']],
  ['a program as repair', 'fix.start', ['cmd.exe', 'my-device', 'look', false, 'works']],
  ['a word for a dry run', 'fix.start', ['refresh-prt', 'my-device', 'look', 'no', 'works']],
  ['an ending of its own', 'guide.start', ['wrong-time', 'my-device', null, 'explodes']],
  ['an answer of its own making', 'guide.answer', ['run', 'step', { kind: 'run' }]],
  ['an answer with arguments', 'guide.answer', ['run', 'step', { kind: 'go', args: ['/c'] }]],
  ['an address as option', 'guide.answer', ['run', 'step', { kind: 'chose', option: 'a/b' }]],
  [
    'an endless word',
    'guide.answer',
    ['run', 'step', { kind: 'confirmed', typed: 'x'.repeat(41), language: 'en' }],
  ],
  ['a reason in own words', 'guide.skip', ['run', 'step', 'because']],
  ['a path as journal', 'journal.view', ['../settings']],
  ['unknown settings', 'settings.set', [{ ...settings, autostart: true }]],
  ['a missing setting', 'settings.set', [{ seat: 'my-device', theme: 'dark' }]],
  ['a language that is a path', 'settings.set', [{ ...settings, language: '../en' }]],
];

describe('dispatch', () => {
  it('has an accepted example for every call', () => {
    expect(Object.keys(accepted).sort()).toEqual([...callNames].sort());
  });

  it.each(
    Object.entries(accepted).flatMap(([name, lists]) => lists.map((args) => ({ name, args }))),
  )('lets $name through', async ({ name, args }) => {
    const { house, seen } = fakeHouse();
    await expect(createDispatch(house, vi.fn())(name, args)).resolves.toBe(`${name} done`);
    expect(seen).toEqual([{ name, args }]);
  });

  it.each(refused)('refuses %s (%s), and says so in the log', async (_what, name, args) => {
    const { house, seen } = fakeHouse();
    const log = vi.fn();
    await expect(createDispatch(house, log)(name, args)).rejects.toThrow('bad-arguments');
    expect(seen).toEqual([]);
    expect(log).toHaveBeenCalledWith('warn', 'call refused', { call: name, code: 'bad-arguments' });
  });

  it.each([
    ['text', 'read.text', ['x'.repeat(limits.textChars + 1)]],
    ['base64', 'read.file', ['a.bin', 'A'.repeat(limits.base64Chars + 4)]],
  ])(
    'answers in the contract’s own words when %s is too large, without the house',
    async (_what, name, args) => {
      const { house, seen } = fakeHouse();
      const log = vi.fn();
      expect(await createDispatch(house, log)(name, args)).toEqual({
        ok: false,
        code: 'too-large',
      });
      expect(log).toHaveBeenCalledWith('warn', 'call refused', { call: name, code: 'too-large' });
      expect(seen).toEqual([]);
    },
  );

  it('takes a file as large as the limit without exhausting the stack', async () => {
    const { house, seen } = fakeHouse();
    const whole = 'A'.repeat(limits.base64Chars);
    await createDispatch(house, vi.fn())('read.file', ['a.bin', whole]);
    expect(seen).toHaveLength(1);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'app', 'APP.INFO'])(
    'knows no call named "%s"',
    async (name) => {
      const { house, seen } = fakeHouse();
      await expect(createDispatch(house, vi.fn())(name, [])).rejects.toThrow('unknown-call');
      expect(seen).toEqual([]);
    },
  );

  it('hands the house a copy, not the object of the page', async () => {
    const { house, seen } = fakeHouse();
    const target = { kind: 'sample', id: 'a' };
    await createDispatch(house, vi.fn())('inspect.start', [target]);
    expect(seen[0]!.args[0]).toEqual(target);
    expect(seen[0]!.args[0]).not.toBe(target);
  });

  it('turns a fault of the house into "internal", with the stack in the log only', async () => {
    const { house } = fakeHouse();
    house['app.info'] = () => {
      throw new Error('secret C:\\Users\\anna');
    };
    const log = vi.fn();
    const error: unknown = await createDispatch(house, log)('app.info', []).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(Refused);
    expect(String((error as Error).stack)).toBe('Refused: internal');
    expect(log).toHaveBeenCalledWith('error', 'call failed', {
      call: 'app.info',
      trace: expect.stringMatching(/secret.*\n\s+at /u) as string,
    });
  });

  it('waits for a house that answers later, and catches its late fault', async () => {
    const { house } = fakeHouse();
    house['inspect.start'] = () => Promise.reject(new Error('late'));
    await expect(
      createDispatch(house, vi.fn())('inspect.start', [{ kind: 'this-device' }]),
    ).rejects.toThrow('internal');
  });
});

const isId = (v: unknown) =>
  typeof v === 'string' && v.length > 0 && v.length <= 64 && /^[A-Za-z0-9][A-Za-z0-9-]*$/u.test(v);
const has = (v: unknown, ...keys: string[]): v is Record<string, unknown> =>
  typeof v === 'object' &&
  v !== null &&
  Object.getOwnPropertyNames(v).sort().join() === keys.sort().join();

const isHandOver = (v: unknown) => has(v, 'language', 'open', 'sources', 'note', 'call');
const isSeat = (v: unknown) => ['my-device', 'deployment', 'guide-a-call'].includes(v as string);
const isEnding = (v: unknown) =>
  ['works', 'changes-nothing', 'fails', 'hangs'].includes(v as string);
const isAnswer = (v: unknown) => {
  if (has(v, 'kind')) return ['go', 'on', 'keep', 'late', 'reopen'].includes(v['kind'] as string);
  if (has(v, 'kind', 'answer'))
    return v['kind'] === 'told' && ['yes', 'no', 'unknown'].includes(v['answer'] as string);
  if (has(v, 'kind', 'option')) return v['kind'] === 'chose' && isId(v['option']);
  return (
    has(v, 'kind', 'typed', 'language') &&
    v['kind'] === 'confirmed' &&
    String(v['typed']).length <= 40 &&
    ['en', 'de'].includes(v['language'] as string)
  );
};

/** The contract said a second time, by hand, so that a slack guard is found out. */
const oracle: Record<string, (args: unknown[]) => boolean> = {
  ...batchOracle,
  ...cloudOracle,
  'app.info': (a) => a.length === 0,
  'samples.list': (a) => a.length === 0,
  'inspect.start': (a) =>
    a.length === 1 &&
    ((has(a[0], 'kind') && a[0]['kind'] === 'this-device') ||
      (has(a[0], 'kind', 'id') && a[0]['kind'] === 'sample' && isId(a[0]['id']))),
  'inspect.cancel': (a) => a.length === 0,
  'read.text': (a) => a.length === 1 && typeof a[0] === 'string',
  'read.file': (a) =>
    a.length === 2 &&
    typeof a[0] === 'string' &&
    a[0].length > 0 &&
    !/[/\\]/u.test(a[0]) &&
    typeof a[1] === 'string' &&
    Buffer.from(a[1], 'base64').toString('base64').length === a[1].length,
  'opened.take': (a) => a.length === 0,
  'evidence.raw': (a) => a.length === 2 && a.every(isId),
  'history.since': (a) => a.length === 1 && isId(a[0]),
  'history.state': (a) => a.length === 0,
  'history.wipe': (a) => a.length === 0,
  'evidence.disproof': (a) => a.length === 2 && a.every(isId),
  'readings.list': (a) => a.length === 1 && isId(a[0]),
  'rights.offer': (a) => a.length === 0,
  'rights.read': (a) => a.length === 1 && isId(a[0]),
  'chain.of': (a) => a.length === 1 && isId(a[0]),
  'readiness.of': (a) => a.length === 1 && isId(a[0]),
  'codes.explain': (a) =>
    a.length === 2 &&
    typeof a[0] === 'string' &&
    a[0].length <= 400 &&
    (a[1] === null || isId(a[1])),
  'reach.domain': (a) =>
    a.length === 1 && typeof a[0] === 'string' && a[0].length <= 253 && !/[\s/:@\\]/u.test(a[0]),
  'reach.endpoints': (a) => a.length === 1 && Array.isArray(a[0]),
  'hand-over.preview': (a) => a.length === 2 && isId(a[0]),
  'hand-over.save': (a) => a.length === 3 && isId(a[0]) && typeof a[1] === 'string',
  'hand-over.copy': (a) => a.length === 2 && isId(a[0]),
  'reach.named': (a) =>
    a.length === 2 && typeof a[0] === 'string' && a[0].length <= 1024 && typeof a[1] === 'boolean',
  'reach.servers': (a) => a.length === 0,
  'reach.save': (a) => a.length === 1 && (a[0] === 'csv' || a[0] === 'json'),
  'reach.cancel': (a) => a.length === 0,
  'guides.list': (a) => a.length === 2 && isSeat(a[0]) && (a[1] === null || isId(a[1])),
  'guide.start': (a) =>
    a.length === 4 && isId(a[0]) && isSeat(a[1]) && (a[2] === null || isId(a[2])) && isEnding(a[3]),
  'fix.start': (a) =>
    a.length === 5 &&
    isId(a[0]) &&
    isSeat(a[1]) &&
    isId(a[2]) &&
    typeof a[3] === 'boolean' &&
    isEnding(a[4]),
  'guide.unfinished': (a) => a.length === 0,
  'guide.resume': (a) => a.length === 1 && isId(a[0]),
  'guide.state': (a) => a.length === 1 && isId(a[0]),
  'guide.answer': (a) => a.length === 3 && isId(a[0]) && isId(a[1]) && isAnswer(a[2]),
  'guide.back': (a) => a.length === 2 && a.every(isId),
  'guide.skip': (a) =>
    a.length === 3 &&
    isId(a[0]) &&
    isId(a[1]) &&
    ['already-done', 'not-possible', 'not-now', 'not-wanted'].includes(String(a[2])),
  'guide.stop': (a) => a.length === 1 && isId(a[0]),
  'guide.helped': (a) => a.length === 2 && isId(a[0]) && ['yes', 'no'].includes(String(a[1])),
  'guide.leave': (a) => a.length === 1 && isId(a[0]),
  'journal.view': (a) => a.length === 1 && isId(a[0]),
  'link.open': (a) => a.length === 1 && ['source', 'help', 'releases'].includes(String(a[0])),
  'organisation.get': (a) => a.length === 0,
  'organisation.open': (a) =>
    a.length === 1 &&
    (a[0] === 'portal' || (Number.isInteger(a[0]) && Number(a[0]) >= 0 && Number(a[0]) < 20)),
  'settings.get': (a) => a.length === 0,
  'settings.set': (a) =>
    a.length === 1 &&
    has(
      a[0],
      'seat',
      'theme',
      'language',
      'history',
      'welcomed',
      'keys',
      'notify',
      'offline',
      'place',
    ),
  'hand-over.ways': (a) => a.length === 0,
  'hand-over.mail': (a) => a.length === 2 && isId(a[0]) && isHandOver(a[1]),
  'hand-over.pdf': (a) => a.length === 2 && isId(a[0]) && isHandOver(a[1]),
  'hand-over.send': (a) =>
    a.length === 4 &&
    isId(a[0]) &&
    ['text', 'html', 'json', 'bundle'].includes(String(a[1])) &&
    ['folder', 'put'].includes(String(a[2])) &&
    isHandOver(a[3]),
  'outbox.list': (a) => a.length === 0,
  'outbox.send': (a) => a.length === 1 && isId(a[0]),
  'outbox.drop': (a) => a.length === 1 && isId(a[0]),
  'calls.list': (a) => a.length === 0,
  'call.begin': (a) => a.length === 0,
  'call.write': (a) =>
    a.length === 3 && isId(a[0]) && typeof a[1] === 'string' && typeof a[2] === 'string',
  'call.attach': (a) => a.length === 2 && isId(a[0]) && (a[1] === null || isId(a[1])),
  'call.answer': (a) =>
    a.length === 3 &&
    isId(a[0]) &&
    isId(a[1]) &&
    (a[2] === null || ['yes', 'no', 'unknown'].includes(String(a[2]))),
  'call.told': (a) => a.length === 1 && isId(a[0]),
  'call.compare': (a) => a.length === 2 && isId(a[0]) && (a[1] === null || isId(a[1])),
  'call.guided': (a) => a.length === 2 && isId(a[0]) && isId(a[1]),
  'call.end': (a) => a.length === 1 && isId(a[0]),
};

describe('random input', () => {
  const nearly = fc.oneof(
    fc.record({ kind: fc.constantFrom('this-device', 'sample', 'x'), id: fc.string() }),
    fc.record(
      {
        seat: fc.constantFrom('my-device', 'deployment', 'x'),
        theme: fc.constantFrom('dark', 'x'),
        language: fc.option(fc.constantFrom('de', 'en-GB', '../x')),
        more: fc.anything(),
      },
      { requiredKeys: ['seat'] },
    ),
    fc.constantFrom('source', 'a', 'AAAA', 'this-device', '__proto__'),
    fc.string(),
    fc.anything({ withNullPrototype: true, withTypedArray: true, withMap: true, withDate: true }),
  );
  const name = fc.oneof(fc.constantFrom(...callNames), fc.string());
  const args = fc.oneof(fc.array(nearly, { maxLength: 3 }), fc.anything());

  it('never reaches the house unless it is what the contract allows', async () => {
    let reached = 0;
    await fc.assert(
      fc.asyncProperty(name, args, async (call, list) => {
        const { house, seen } = fakeHouse();
        const error: unknown = await createDispatch(house, vi.fn())(call, list).then(
          () => null,
          (e: unknown) => e,
        );
        reached += seen.length;
        if (error !== null) {
          expect(error).toBeInstanceOf(Refused);
          expect((error as Refused).code).not.toBe('internal');
          expect(seen).toEqual([]);
        } else expect(oracle[call]!(list as unknown[])).toBe(true);
      }),
      { numRuns: 3_000 },
    );
    expect(reached).toBeGreaterThan(0);
  });
});
