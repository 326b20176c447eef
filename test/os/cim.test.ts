import { describe, expect, it } from 'vitest';
import { createCim } from '../../main/os/cim';
import {
  cimArguments,
  cimInput,
  createLineReader,
  isCimQuestion,
  type CimLine,
  type CimSource,
} from '../../main/os/cim-script';
import type { RawReading } from '../../main/os/port';
import { createStart, type Start } from '../../main/os/run';
import { scratch } from './capture/helpers';
import { isAlive, pidIn, posix, running, until, written } from './programs/helpers';

const at = scratch();

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

/** Speaks as our script does; the class that is asked for says how it behaves. */
const standIn = `
  const questions = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  console.log('fieldkit:mode:FullLanguage:end');
  for (const { nr, query } of questions) {
    const table = query.split(' ').pop();
    if (table === 'Hangs') { process.on('SIGTERM', () => {}); setInterval(() => {}, 9000); break; }
    if (table === 'Dies') process.exit(5);
    const answer = {
      Denied: 'error:HRESULT 0x80041003,GetCimInstanceCommand',
      Absent: 'error:HRESULT 0x80041010,GetCimInstanceCommand',
      Odd: 'error:Something,Else',
      NoCommand: 'error:CommandNotFoundException',
    }[table] ?? 'ok:[{"Name":"' + table + ' ' + process.pid + '"}]';
    console.log('fieldkit:' + nr + ':' + answer + ':end');
  }`;

/** The real runner on a stand-in, counting how many hosts were started. */
const counted = (code: string) => {
  let hosts = 0;
  const real = createStart(posix, running(code));
  const start: Start = (tool, _args, options) => {
    hosts += 1;
    expect(tool).toBe('powershell.exe');
    return real(tool, [], options);
  };
  return { ask: createCim(start), hosts: () => hosts };
};

const text = (reading: RawReading) =>
  reading.kind === 'ok' ? Buffer.from(reading.value.bytes).toString() : '';

describe('questions to CIM', () => {
  it('share one host when asked together', async () => {
    const { ask, hosts } = counted(standIn);
    const readings = await Promise.all(['A', 'B', 'C'].map((table) => ask(question(table))));
    expect(readings.map((each) => text(each).replace(/ \d+/, ''))).toEqual([
      '[{"Name":"A"}]',
      '[{"Name":"B"}]',
      '[{"Name":"C"}]',
    ]);
    expect(new Set(readings.map((each) => /\d+/.exec(text(each))?.[0])).size).toBe(1);
    expect(hosts()).toBe(1);
  });

  it.each([
    ['Denied', { kind: 'unavailable', why: 'denied' }],
    ['Absent', { kind: 'unavailable', why: 'absent' }],
    ['NoCommand', { kind: 'unavailable', why: 'blocked-by-policy' }],
    ['Odd', { kind: 'failed', reason: 'crashed', detail: 'Something,Else' }],
  ])('tell by number, not by words, what went wrong: %s', async (table, reading) => {
    const { ask } = counted(standIn);
    const [wrong, right] = await Promise.all([ask(question(table)), ask(question('Fine'))]);
    expect(wrong).toMatchObject(reading);
    expect(right.kind).toBe('ok');
  });

  it('lose only the one that hangs; those behind it get another host', async () => {
    const { ask, hosts } = counted(standIn);
    const [first, hung, last] = await Promise.all([
      ask(question('First')),
      ask(question('Hangs', { limitMs: 300 })),
      ask(question('Last')),
    ]);
    expect(text(first)).toContain('First');
    expect(hung).toEqual({ kind: 'failed', reason: 'timed-out' });
    expect(text(last)).toContain('Last');
    expect(hosts()).toBe(2);
  });

  it('lose only the one that takes the host with it', async () => {
    const { ask } = counted(standIn);
    const [dead, last] = await Promise.all([ask(question('Dies')), ask(question('Last'))]);
    expect(dead).toMatchObject({ kind: 'failed', reason: 'crashed' });
    expect(text(last)).toContain('Last');
  });

  it('say that policy blocks them when the host ends without a word', async () => {
    const { ask } = counted('process.exit(1)');
    const readings = await Promise.all([ask(question('A')), ask(question('B'))]);
    for (const reading of readings)
      expect(reading).toEqual({
        kind: 'unavailable',
        why: 'blocked-by-policy',
        detail: 'exit 1, mode none',
      });
  });

  it('say that there is no host', async () => {
    const start = createStart(posix, () => ({ file: at('none'), args: [] }));
    expect(await createCim(start)(question('A'))).toEqual({
      kind: 'unavailable',
      why: 'tool-missing',
    });
  });

  it('end the host when all of them are cancelled', async () => {
    const file = at('host');
    const { ask } = counted(
      `require('fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => {}, 9e3)`,
    );
    const cancel = new AbortController();
    const all = Promise.all([ask(question('A'), cancel.signal), ask(question('B'), cancel.signal)]);
    expect(await until(written(file))).toBe(true);
    cancel.abort();
    for (const reading of await all)
      expect(reading).toEqual({ kind: 'failed', reason: 'cancelled' });
    expect(await until(() => !isAlive(pidIn(file)))).toBe(true);
  });

  it('go on for the others when one is cancelled', async () => {
    const { ask } = counted(standIn);
    const cancel = new AbortController();
    const all = Promise.all([ask(question('A'), cancel.signal), ask(question('B'))]);
    cancel.abort();
    const [gone, kept] = await all;
    expect(gone).toEqual({ kind: 'failed', reason: 'cancelled' });
    expect(text(kept)).toContain('B');
  });

  it('start a host of their own when asked later', async () => {
    const { ask, hosts } = counted(standIn);
    await ask(question('A'));
    await ask(question('B'));
    expect(hosts()).toBe(2);
  });

  it('are not sent when they are malformed', async () => {
    const { ask, hosts } = counted(standIn);
    expect(await ask(question('A; Remove-Item C:'))).toMatchObject({
      kind: 'failed',
      reason: 'could-not-start',
    });
    expect(hosts()).toBe(0);
  });
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

describe('the script', () => {
  const script = cimArguments.at(-1) ?? '';

  it('is one line without anything a command line would change', () => {
    expect(script).not.toMatch(/["\r\n`]/);
    expect(script.length).toBeLessThan(8_000);
    expect(cimArguments.slice(0, -1)).toEqual([
      '-NoLogo',
      '-NoProfile',
      '-NonInteractive',
      '-Command',
    ]);
  });

  it('uses no type that Constrained Language Mode forbids', () => {
    const types = [...script.matchAll(/\[([A-Za-z.]+)\]/g)].map(([, name]) => name);
    expect(new Set(types)).toEqual(new Set(['datetime', 'int']));
    expect(script).not.toMatch(/::|New-Object|Add-Type|Invoke-Expression/);
  });

  it('gets its questions as one ASCII line', () => {
    const input = Buffer.from(
      cimInput([{ nr: 7, source: question('A', { limitMs: 2_500 }) }]),
    ).toString();
    expect(input).toMatch(/^[ -~]+\n$/);
    expect(JSON.parse(input)).toEqual([
      {
        nr: 7,
        namespace: 'root\\cimv2',
        query: 'SELECT Name FROM A',
        properties: ['Name'],
        seconds: 3,
      },
    ]);
  });
});

describe('reading answers', () => {
  const read = (pieces: string[]) => {
    const lines: CimLine[] = [];
    const take = createLineReader((line) => lines.push(line));
    for (const piece of pieces) take(Buffer.from(piece));
    return lines;
  };
  const whole = 'fieldkit:mode:ConstrainedLanguage:end\r\nfieldkit:12:ok:[{"A":"b:end"}]:end\r\n';
  const lines = [
    { kind: 'mode', mode: 'ConstrainedLanguage' },
    { kind: 'ok', nr: 12, text: '[{"A":"b:end"}]' },
  ];

  it('works for output in any pieces', () => {
    expect(read([whole])).toEqual(lines);
    expect(read([...whole])).toEqual(lines);
  });

  it('joins an answer that the console wrapped', () => {
    const wrapped = whole.replace('[{"A"', '[{"\r\nA"');
    expect(read([wrapped])).toEqual(lines);
  });

  it('passes over what others print', () => {
    expect(read([`\r\nWARNING: profile\r\n${whole}noise\r\n`])).toEqual(lines);
  });
});
