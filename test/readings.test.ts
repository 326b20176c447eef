import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHouse } from '../main/app';
import type { House } from '../main/house';
import { probes, rooms } from '../main/probes/index';
import type { InspectionView, Outcome, ReadingView } from '../preload/contract';

let folder: string;
let house: House;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldkit-readings-'));
  house = createHouse({
    door: 'browser',
    tell: () => undefined,
    openLink: () => ({ ok: false, code: 'cannot-open' }),
    platform: 'linux',
    settingsPath: join(folder, 'settings.json'),
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const valueOf = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};
const sample = async (id: string): Promise<InspectionView> =>
  valueOf(await house['inspect.start']({ kind: 'sample', id }));
const readings = async (view: InspectionView): Promise<ReadingView[]> =>
  valueOf(await house['readings.list'](view.id));

it('every probe has a room, and only one', () => {
  expect(
    Object.values(rooms)
      .flat()
      .map(({ id }) => id),
  ).toEqual(probes.map(({ id }) => id));
  expect(new Set(probes.map(({ id }) => id)).size).toBe(probes.length);
});

describe('the readings of a look', () => {
  it('hold what was read as flat facts, with the raw text behind them', async () => {
    const view = await sample('healthy-cloud-laptop');
    const list = await readings(view);
    const registration = list.find(({ probe }) => probe === 'device-registration');
    expect(registration).toMatchObject({
      room: 'join',
      kind: 'ok',
      why: null,
      sources: ['dsregcmd-status'],
      rights: 'user',
    });
    expect(registration?.facts).toContainEqual({ name: 'joinRows.entra', value: 'yes' });
    expect(view.sourcesOf['device-registration']).toEqual(['dsregcmd-status']);
  });

  it('name every gap of the diagnosis, with the same reason and no facts', async () => {
    const view = await sample('healthy-cloud-laptop');
    const gaps = (await readings(view)).filter(({ kind }) => kind !== 'ok');
    const whole = view.diagnosis.gaps.filter(({ probe }) =>
      gaps.some((reading) => reading.probe === probe),
    );
    expect(whole.length).toBeGreaterThan(0);
    const told = gaps.map(({ probe, why }) => `${probe} ${String(why)}`);
    expect(told).toEqual(expect.arrayContaining(whole.map(({ probe, why }) => `${probe} ${why}`)));
    expect(gaps.every(({ facts }) => facts.length === 0)).toBe(true);
  });

  it('offer no source whose raw text cannot be had', async () => {
    const view = await sample('healthy-hybrid-desktop');
    for (const source of Object.values(view.sourcesOf).flat())
      expect(valueOf(await house['evidence.raw'](view.id, source)).source).toBe(source);
  });

  it('of pasted text are the one that text holds', async () => {
    const view = valueOf(await house['read.text']('AzureAdJoined : YES\nDomainJoined : NO\n'));
    expect((await readings(view)).map(({ probe }) => probe)).toEqual(['device-registration']);
  });

  it('are gone with the look, and say so', async () => {
    expect(await house['readings.list']('never-was')).toEqual({ ok: false, code: 'gone' });
  });
});

describe('asking for a code', () => {
  const kinds = async (asked: string, area: string | null = null) =>
    (await house['codes.explain'](asked, area)).map(({ kind, code }) => `${kind} ${code}`);

  it('explains one, several, and one nobody knows by its shape', async () => {
    expect(await kinds('0xc000006d')).toEqual(['known 0xc000006d']);
    expect(await kinds('0xC000006D, AADSTS50126; 0x8028feed')).toEqual([
      'known 0xc000006d',
      'known AADSTS50126',
      'structure 0x8028feed',
    ]);
  });

  it('searches words as one question', async () => {
    const [answer, ...more] = await kinds('password expired');
    expect(more).toEqual([]);
    expect(answer).toBe('matches password expired');
  });

  it('answers nonsense as not known', async () => {
    expect(await kinds('qqqq zzzz')).toEqual(['unknown qqqq zzzz']);
    expect(await kinds('')).toHaveLength(1);
  });

  it('knows the place a code was met in', async () => {
    const areaOf = async (area: string) => {
      const [answer] = await house['codes.explain']('0x801c03ea', area);
      return answer?.kind === 'known' ? answer.meaning.area : null;
    };
    expect([await areaOf('whfb'), await areaOf('autopilot')]).toEqual(['whfb', 'autopilot']);
  });
});
