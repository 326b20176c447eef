import { describe, expect, it } from 'vitest';
import { failed, unavailable } from '../../main/core/reading';
import { gather } from '../../main/os/gather';
import { createLive } from '../../main/os/live';
import type { RawReading, Rights, Source } from '../../main/os/port';
import type { Start } from '../../main/os/run';
import { ordinaryProbes } from '../../main/probes/index';
import { commandSource, raw } from './fake';

interface Question {
  nr: number;
  kind: string;
  rights: Rights;
  path?: string;
}
type Answer = (question: Question) => string;

const line = (text: string) => Buffer.from(`fieldkit:${text}:end\r\n`);

/** A PC whose PowerShell speaks our protocol; everything that was started is kept. */
const windows = (answer: Answer, tool: (line: string) => RawReading = () => raw('x'), ms = 0) => {
  const started: string[] = [];
  let now = 0;
  let most = 0;
  const start: Start = async (name, args, { input, onOutput, signal }) => {
    if (signal?.aborted === true) return failed('cancelled');
    started.push(name === 'powershell.exe' ? name : [name, ...args].join(' '));
    if (name === 'powershell.exe') {
      onOutput?.(line('mode:FullLanguage'));
      for (const question of JSON.parse(String(Buffer.from(input ?? []))) as Question[])
        onOutput?.(line(`${question.nr}:${answer(question)}`));
      return raw('');
    }
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, ms));
    now -= 1;
    return tool(started.at(-1) ?? '');
  };
  const os = createLive({ platform: 'win32', arch: 'x64', env: {}, start });
  const of = (name: string) => started.filter((each) => each.startsWith(name)).length;
  return { os, started, of, most: () => most };
};

const rank = { user: 0, admin: 1, system: 2 };
/** Answers as the script does for somebody of this level. */
const asked =
  (level: Rights, other: Answer = () => 'ok:[]'): Answer =>
  (question) => {
    if (rank[question.rights] > rank[level]) return `error:needs-${question.rights}`;
    if (question.kind === 'self') return `ok:[{"level":"${level}","sid":"S-1-5-21-1"}]`;
    if (question.kind === 'registry')
      return 'ok:[{"key":"HKEY_LOCAL_MACHINE"},{"name":"A","kind":4,"data":"0x1"}]';
    return other(question);
  };

const base = { rights: 'user', limitMs: 5_000 } as const;
const key = (name: string, over: Partial<Source> = {}): Source =>
  ({
    ...base,
    key: name,
    kind: 'registry',
    hive: 'HKLM',
    path: name,
    recurse: true,
    ...over,
  }) as Source;
const events = (name: string): Source => ({
  ...base,
  key: name,
  kind: 'events',
  channel: 'System',
  ids: [1],
  newest: 1,
});
const cim = (name: string): Source => ({
  ...base,
  key: name,
  kind: 'cim',
  namespace: 'root\\cimv2',
  query: 'SELECT Name FROM A',
  properties: ['Name'],
});
const host: Source = { ...base, key: 'host', kind: 'host' };
const text = (reading: RawReading | undefined) =>
  reading?.kind === 'ok' ? Buffer.from(reading.value.bytes).toString() : '';
const all = (os: ReturnType<typeof windows>['os'], sources: readonly Source[]) =>
  gather(os, sources, { budgetMs: 60_000 });

describe('a whole check', () => {
  // Files are read from this machine, which has none of them.
  const sources = ordinaryProbes
    .flatMap(({ reads }) => reads)
    .filter(({ kind }) => kind !== 'file');

  it('starts one host and the tools that nothing else can replace', async () => {
    const { os, started, of, most } = windows(asked('user'), undefined, 1);
    const raws = await all(os, [...sources, host]);
    const commands = new Set(
      sources
        .filter(({ kind, rights }) => kind === 'command' && rights === 'user')
        .map((s) => s.key),
    );
    expect(of('powershell.exe')).toBe(1);
    expect(of('reg.exe') + of('wevtutil.exe') + of('whoami.exe')).toBe(0);
    expect(started.length).toBe(1 + commands.size);
    expect(most()).toBeLessThanOrEqual(6);
    expect([...raws.values()].filter(({ kind }) => kind === 'failed')).toEqual([]);
  });

  it('tries nothing that needs more rights than it has', async () => {
    const { os, started } = windows(asked('user'));
    const raws = await all(os, sources);
    const higher = sources.filter(({ rights }) => rights !== 'user');
    expect(higher.length).toBeGreaterThan(5);
    for (const { key: name, rights } of higher)
      expect(raws.get(name), name).toEqual(unavailable(`needs-${rights as 'admin' | 'system'}`));
    expect(started.join(' ')).not.toMatch(/reagentc|manage-bde/);
  });

  it('reads what an administrator may, in the same one host', async () => {
    const { os, started, of } = windows(asked('admin'));
    const raws = await all(os, sources);
    expect(started.join(' ')).toMatch(/reagentc.*manage-bde|manage-bde.*reagentc/);
    expect(of('powershell.exe')).toBe(1);
    const refused = [...raws.values()].filter((each) => each.kind === 'unavailable');
    expect(refused.filter(({ why }) => why === 'needs-admin')).toEqual([]);
    expect(refused).toContainEqual(unavailable('needs-system'));
  });
});

describe('what the host gives', () => {
  it('has the shape its tool would have given', async () => {
    const answer = asked('user', ({ kind }) =>
      kind === 'events' ? 'ok:["<Event>\\u00e4</Event>","<Event/>"]' : 'ok:[{"Name":"a"}]',
    );
    const { os } = windows(answer);
    const raws = await all(os, [key('k'), events('e'), cim('c')]);
    expect(text(raws.get('k'))).toBe('\r\nHKEY_LOCAL_MACHINE\r\n    A    REG_DWORD    0x1\r\n');
    expect(text(raws.get('e'))).toBe('<Event>ä</Event>\r\n<Event/>');
    expect(text(raws.get('c'))).toBe('[{"Name":"a"}]');
    expect(raws.get('k')).toMatchObject({ value: { exitCode: 0 } });
    expect(raws.get('e')).toMatchObject({ value: { exitCode: 0 } });
    expect(raws.get('c')).toMatchObject({ value: { exitCode: null } });
  });

  it.each([
    ['ok:[]', { kind: 'ok', value: { bytes: Buffer.from(''), exitCode: 0 } }],
    ['ok:[1]', { kind: 'failed', reason: 'not-understood' }],
    ['ok:[[', { kind: 'failed', reason: 'not-understood' }],
    [
      'error:System.Diagnostics.Eventing.Reader.EventLogNotFoundException,X',
      { kind: 'unavailable', why: 'absent' },
    ],
    ['error:System.UnauthorizedAccessException,X', { kind: 'unavailable', why: 'denied' }],
    ['error:System.Exception,X', { kind: 'failed', reason: 'crashed' }],
  ])('of a log: %s', async (answer, reading) => {
    const { os } = windows(asked('user', () => answer));
    expect(await os.read(events('e'))).toMatchObject(reading);
  });
});

describe('when the host cannot', () => {
  const constrained: Answer = ({ kind }) => (kind === 'cim' ? 'ok:[]' : 'error:unsupported');
  const keys = Array.from({ length: 15 }, (_, nr) => key(`k${String(nr)}`));
  const high = 'SomeGroup\r\n"Bezeichnung","S-1-16-12288",""';

  it('each kind goes its own way, a few at a time, and CIM stays', async () => {
    const { os, of, most } = windows(constrained, undefined, 2);
    const raws = await all(os, [...keys, events('e'), cim('c')]);
    expect([...raws.values()].every(({ kind }) => kind === 'ok')).toBe(true);
    expect([of('powershell.exe'), of('reg.exe'), of('wevtutil.exe')]).toEqual([1, 15, 1]);
    expect(most()).toBe(6);
  });

  it('is asked once per kind, not again', async () => {
    const { os, of } = windows(constrained);
    await os.read(key('a'));
    await os.read(key('b'));
    expect(of('powershell.exe')).toBe(1);
    await os.read(cim('c'));
    expect(of('powershell.exe')).toBe(2);
  });

  it.each([
    [high, 'admin', true, false],
    [high.replace('12288', '16384'), 'system', true, true],
    [high.replace('12288', '8192'), 'user', false, false],
    ['', null, null, null],
  ])('learns the level from a number: %j', async (groups, _level, elevated, system) => {
    const { os } = windows(constrained, (told) => raw(told.startsWith('whoami') ? groups : 'x'));
    expect(JSON.parse(text(await os.read(host)))).toMatchObject({ elevated, system });
  });

  it('keeps a user out of what is for others', async () => {
    const { os, started } = windows(constrained, () => raw(high.replace('12288', '8448')));
    const raws = await all(os, [
      key('k', { rights: 'admin' }),
      commandSource('c', { rights: 'system' }),
    ]);
    expect(raws.get('k')).toEqual(unavailable('needs-admin'));
    expect(raws.get('c')).toEqual(unavailable('needs-system'));
    expect(started).toEqual(['powershell.exe', 'whoami.exe /groups /fo csv /nh']);
  });

  it('tries where nobody knows the level', async () => {
    const { os } = windows(constrained, () => raw(''));
    expect(await os.read(commandSource('c', { rights: 'admin' }))).toEqual(raw(''));
  });

  it('names the missing right when a question was tried and refused', async () => {
    const { os } = windows(
      ({ kind }) => (kind === 'cim' ? 'error:HRESULT 0x80041003,X' : 'error:unsupported'),
      () => raw(high.replace('12288', '8192')),
    );
    expect(await os.read({ ...cim('c'), rights: 'admin' })).toEqual(unavailable('needs-admin'));
    expect(await os.read(cim('c'))).toMatchObject({ why: 'denied' });
  });
});

describe('who looks', () => {
  it('is told by the host, once', async () => {
    const { os, of } = windows(asked('admin'));
    expect(JSON.parse(text(await os.read(host)))).toMatchObject({
      elevated: true,
      system: false,
      sid: 'S-1-5-21-1',
    });
    await os.read(host);
    expect(of('powershell.exe')).toBe(1);
  });

  it('is asked again after a look that was cancelled', async () => {
    const { os, of } = windows(asked('admin'));
    const cancel = new AbortController();
    const first = os.read(host, { signal: cancel.signal });
    cancel.abort();
    expect(JSON.parse(text(await first))).toMatchObject({ elevated: null });
    expect(JSON.parse(text(await os.read(host)))).toMatchObject({ elevated: true });
    expect(of('powershell.exe')).toBe(1);
  });

  it('leaves no program behind in the queue of one that was cancelled', async () => {
    const { os, of } = windows(() => 'error:unsupported', undefined, 5);
    await os.read(key('first'));
    const cancel = new AbortController();
    const reads = Array.from({ length: 30 }, (_, nr) =>
      os.read(key(`k${String(nr)}`), { signal: cancel.signal }),
    );
    await new Promise((resolve) => setTimeout(resolve, 1));
    cancel.abort();
    await Promise.all(reads);
    expect(of('reg.exe')).toBeLessThanOrEqual(1 + 6);
    expect(await os.read(key('x'), { signal: cancel.signal })).toEqual(failed('cancelled'));
  });
});
