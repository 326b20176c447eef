import { describe, expect, it } from 'vitest';
import { guards } from '../main/ipc/guards';
import { loadEndpoints, purposesOf } from '../main/network/endpoints/catalogue';
import { closedWire } from '../main/network/wire';
import { createReach } from '../main/reach';

describe('reach without a network', () => {
  it('knows nothing of a domain, and paints nothing green', async () => {
    const outcome = await createReach(() => Promise.resolve(closedWire)).domain('corp.example.com');
    if (!outcome.ok) throw new Error(outcome.code);
    expect(outcome.value).toMatchObject({ state: 'unknown', code: 'offline', chosen: null });
    expect(outcome.value.line.map(({ state }) => state)).toEqual(new Array(5).fill('unknown'));
  });

  it('knows nothing of the cloud, and paints nothing green', async () => {
    const outcome = await createReach(() => Promise.resolve(closedWire)).endpoints(['time']);
    if (!outcome.ok) throw new Error(outcome.code);
    const { state, line, rows } = outcome.value;
    expect(state).toBe('unknown');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ neededFor }) => neededFor.includes('time'))).toBe(true);
    expect(line.some((stop) => stop.state === 'ok')).toBe(false);
  });

  it('saves what was measured, and nothing before that', async () => {
    const reach = createReach(() => Promise.resolve(closedWire));
    const files: [string, string][] = [];
    const write = (name: string, bytes: Uint8Array) => {
      files.push([name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]);
      return Promise.resolve({ ok: true, value: { name, where: name } } as const);
    };
    expect(await reach.save('csv', write)).toEqual({ ok: false, code: 'gone' });
    await reach.domain('corp.example.com');
    await reach.endpoints(['prt', 'intune']);
    await reach.save('json', write);
    await reach.save('csv', write);
    const [[, json = ''] = [], [name, table = ''] = []] = files;
    expect(JSON.parse(json)).toMatchObject({
      schema: 1,
      company: { domain: 'corp.example.com', verdict: { code: 'offline' } },
      cloud: { verdict: { state: 'unknown' } },
      clock: { state: 'unknown', wrong: 'unknown', readings: [] },
    });
    expect(name).toBe('fieldkit-reach.csv');
    const [head = '', ...rows] = table.trimEnd().split('\r\n');
    expect(head).toMatch(/^\ufeffkind,host,port/u);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.some((row) => row.includes('not-testable:'))).toBe(true);
    expect(rows.every((row) => /^address,/u.test(row))).toBe(true);
  });

  it.each(['', '192.0.2.1', '::1', 'a..b', '-x.example', `${'a'.repeat(64)}.example`])(
    'takes "%s" for no domain',
    async (typed) => {
      expect(await createReach(() => Promise.resolve(closedWire)).domain(typed)).toEqual({
        ok: false,
        code: 'not-a-domain',
      });
    },
  );

  it('runs one test at a time, and another one after it', async () => {
    const reach = createReach(() => Promise.resolve(closedWire));
    const first = reach.domain('corp.example.com');
    expect(await reach.endpoints(['time'])).toEqual({ ok: false, code: 'busy' });
    expect(reach.cancel()).toBe(true);
    expect((await first).ok).toBe(true);
    expect(reach.cancel()).toBe(false);
    expect((await reach.endpoints(['time'])).ok).toBe(true);
  });
});

it('the page can name every purpose of the list, and no other', async () => {
  const purposes = purposesOf(await loadEndpoints());
  expect(guards['reach.endpoints'].safeParse([purposes]).success).toBe(true);
  expect(purposes).toHaveLength(19);
});
