import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../main/sending/job';
import { addressFor, nodeTransport, sendByPut } from '../../main/sending/put';
import { dropSite } from '../harness/net/drop-site';

const bytes = Buffer.alloc(300_000, 'report ');
let place: Awaited<ReturnType<typeof dropSite>>;

beforeEach(async () => {
  place = await dropSite();
});
afterEach(() => place.close());

const job = (more: Partial<Job> = {}): Job => ({
  name: 'fieldkit-1.zip',
  bytes,
  to: place.url,
  progress: () => undefined,
  signal: new AbortController().signal,
  ...more,
});

const sender = (idleMs = 5_000) => sendByPut(nodeTransport([place.root]), idleMs);

it('puts the whole file beneath the address, and tells how far it is', async () => {
  const steps: number[] = [];
  expect(await sender()(job({ progress: (sent) => steps.push(sent) }))).toEqual({ ok: true });
  expect(place.whole.get('/reports/fieldkit-1.zip')?.equals(bytes)).toBe(true);
  expect(steps[0]).toBe(0);
  expect(steps.at(-1)).toBe(bytes.length);
  expect([...steps].sort((a, b) => a - b)).toEqual(steps);
});

it('keeps what stands behind the path, such as a signature', () => {
  expect(addressFor('https://store.example/box/?sig=a%2Bb', 'a b.zip')).toBe(
    'https://store.example/box/a%20b.zip?sig=a%2Bb',
  );
});

it('sends nothing that tells who somebody is', async () => {
  await sender()(job());
  const { headers } = place.visits[0]!;
  expect(headers.authorization).toBeUndefined();
  expect(headers.cookie).toBeUndefined();
  expect(headers['content-length']).toBe(String(bytes.length));
});

describe('what a place may answer', () => {
  it.each([
    [401, 'refused'],
    [403, 'refused'],
    [404, 'not-found'],
    [412, 'name-taken'],
    [413, 'too-large'],
    [418, 'refused'],
    [429, 'server'],
    [500, 'server'],
    [503, 'server'],
    [507, 'full'],
  ] as const)('%s is told as %s', async (status, why) => {
    place.now({ kind: 'answers', status });
    expect(await sender()(job())).toEqual({ ok: false, why });
  });

  it.each([301, 302, 303, 307, 308])('a redirect (%s) is not followed', async (status) => {
    place.now({ kind: 'answers', status, headers: { location: `${place.url}/elsewhere` } });
    expect(await sender()(job())).toEqual({ ok: false, why: 'redirected' });
    expect(place.visits.map(({ path }) => path)).toEqual(['/reports/fieldkit-1.zip']);
  });

  it('silence ends by its own limit', async () => {
    place.now({ kind: 'silent' });
    expect(await sender(80)(job())).toEqual({ ok: false, why: 'timed-out' });
  });
});

describe('after a cut', () => {
  it('goes on where it was cut off, when the place knows', async () => {
    const send = sender();
    place.now({ kind: 'cuts', after: 100_000, tells: true });
    expect(await send(job())).toEqual({ ok: false, why: 'cut-off' });
    place.now({ kind: 'takes' });
    expect(await send(job())).toEqual({ ok: true });
    expect(place.whole.get('/reports/fieldkit-1.zip')?.equals(bytes)).toBe(true);
    const last = place.visits.at(-1)!;
    expect(last.headers['content-range']).toBe('bytes 100000-299999/300000');
    expect(last.headers['content-length']).toBe('200000');
  });

  it('sends all of it again, when the place does not know', async () => {
    const send = sender();
    place.now({ kind: 'cuts', after: 100_000, tells: false });
    await send(job());
    place.forget();
    place.now({ kind: 'takes' });
    expect(await send(job())).toEqual({ ok: true });
    expect(place.visits.at(-1)?.headers['content-range']).toBeUndefined();
    expect(place.whole.get('/reports/fieldkit-1.zip')?.equals(bytes)).toBe(true);
  });
});

it('tells nobody who cannot prove who they are', async () => {
  const stranger = await dropSite();
  expect(await sender()(job({ to: stranger.url }))).toEqual({ ok: false, why: 'untrusted' });
  expect(stranger.visits).toEqual([]);
  await stranger.close();
});

it('says that nobody is there', async () => {
  await place.close();
  expect(await sender()(job())).toEqual({ ok: false, why: 'offline' });
});

it('stops when it is told to', async () => {
  place.now({ kind: 'silent' });
  const control = new AbortController();
  const sending = sender()(job({ signal: control.signal }));
  control.abort();
  expect((await sending).ok).toBe(false);
});
