import { describe, expect, it } from 'vitest';
import { createHost } from '../../../main/os/powershell/host';
import type { CimSource, HostSource } from '../../../main/os/powershell/questions';
import type { RawReading } from '../../../main/os/port';
import { createStart, type Start } from '../../../main/os/run';
import { scratch } from '../capture/helpers';
import { isAlive, pidIn, posix, running, until, written } from '../programs/helpers';

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
  for (const { nr, kind, query, path } of questions) {
    const table = kind === 'cim' ? query.split(' ').pop() : (path ?? kind);
    if (table === 'Hangs') { process.on('SIGTERM', () => {}); setInterval(() => {}, 9000); break; }
    if (table === 'Dies') process.exit(5);
    const answer = {
      Denied: 'error:HRESULT 0x80041003,GetCimInstanceCommand',
      Absent: 'error:HRESULT 0x80041010,GetCimInstanceCommand',
      Odd: 'error:Something,Else',
      NoCommand: 'error:CommandNotFoundException',
      Cannot: 'error:unsupported',
      NeedsAdmin: 'error:needs-admin',
      Gone: 'error:missing',
      Forbidden: 'error:System.Security.SecurityException,SecurityException',
      Key: 'ok:[{"key":"HKEY_LOCAL_MACHINE/Key"},{"name":"A","kind":4,"data":"0x1"}]',
      Strange: 'ok:[{"A":1}]',
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
  return { ask: createHost(start), hosts: () => hosts };
};

const text = (reading: RawReading | null) =>
  reading?.kind === 'ok' ? Buffer.from(reading.value.bytes).toString() : '';

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
    expect(right?.kind).toBe('ok');
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
    expect(await createHost(start)(question('A'))).toEqual({
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

const key = (path: string): HostSource => ({
  kind: 'registry',
  rights: 'user',
  limitMs: 5_000,
  key: path.toLowerCase(),
  hive: 'HKLM',
  path,
  recurse: true,
});
const log = (channel: string): HostSource => ({
  kind: 'events',
  rights: 'user',
  limitMs: 5_000,
  key: channel.toLowerCase(),
  channel,
  ids: [1],
  newest: 5,
});

describe('questions of other kinds', () => {
  it('share the host with those to CIM, quick ones first', async () => {
    const { ask, hosts } = counted(`
      const questions = JSON.parse(require('fs').readFileSync(0, 'utf8'));
      console.log('fieldkit:mode:FullLanguage:end');
      const order = questions.map(({ kind, seconds }) => kind + (seconds ?? '')).join(' ');
      for (const { nr } of questions) console.log('fieldkit:' + nr + ':error:' + order + ':end');`);
    const readings = await Promise.all([
      ask(question('Slow', { limitMs: 9_000 })),
      ask(question('Quick', { limitMs: 2_000 })),
      ask(log('System')),
      ask(key('A')),
      ask({ kind: 'self', rights: 'user', limitMs: 5_000 }),
    ]);
    for (const reading of readings)
      expect(reading).toMatchObject({ detail: 'self registry events cim2 cim9' });
    expect(hosts()).toBe(1);
  });

  it.each([
    ['Key', { kind: 'ok', value: { exitCode: 0 } }],
    ['Gone', { kind: 'ok', value: { exitCode: 1, bytes: new Uint8Array() } }],
    ['Forbidden', { kind: 'unavailable', why: 'denied' }],
    ['NeedsAdmin', { kind: 'unavailable', why: 'needs-admin' }],
    ['Strange', { kind: 'failed', reason: 'not-understood' }],
    ['Cannot', null],
  ])('tell what became of %s', async (path, reading) => {
    const answer = await counted(standIn).ask(key(path));
    if (reading === null) expect(answer).toBe(null);
    else expect(answer).toMatchObject(reading);
  });

  it.each([
    ['ends without a word', 'process.exit(1)'],
    ['never says a word', 'setInterval(() => {}, 9e3)'],
    ['always ends after its first word', `console.log('fieldkit:mode:FullLanguage:end')`],
  ])('go another way when the host %s', async (_, code) => {
    const real = createStart(posix, running(code));
    // The time a start may take is long; a test does not wait for it.
    const ask = createHost(async (tool, _args, options) =>
      code.includes('setInterval')
        ? { kind: 'failed', reason: 'timed-out' }
        : real(tool, [], options),
    );
    const all = ['A', 'B', 'C', 'D'].map((path) => ask(key(path)));
    const answers = await Promise.all([...all, ask(question('Last'))]);
    expect(answers.slice(2, 4)).toEqual([null, null]);
    expect(answers[4]?.kind).not.toBe('ok');
  });
});
