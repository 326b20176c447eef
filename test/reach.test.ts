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
