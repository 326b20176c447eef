import { describe, expect, it } from 'vitest';
import { createInspections } from '../main/inspections';
import { emptyDiagnosis } from '../main/reports/empty';
import { failed, ok } from '../main/core/reading';
import type { RawReading } from '../main/os/port';

const raw = (text: string): RawReading =>
  ok({ bytes: new TextEncoder().encode(text), exitCode: 0, ms: 1 });

const keep = (inspections = createInspections(), round = false) => ({
  inspections,
  view: inspections.keep({
    round,
    origin: 'capture',
    label: null,
    diagnosis: emptyDiagnosis('timed-out'),
    snapshot: { observedAt: null, origin: 'capture', platform: 'win32', readings: {} },
    raws: new Map<string, RawReading>([
      ['host', raw('{}')],
      ['klist', failed('timed-out')],
      ['dsregcmd-status', raw('AzureAdJoined : YES')],
    ]),
  }),
});

describe('what is kept of an inspection', () => {
  it('lists readable sources in the order a person would ask, whatever came in first', () => {
    expect(keep().view.sources).toEqual(['dsregcmd-status', 'host']);
  });

  it('gives the text of a source, and says that it is gone where there is none', () => {
    const { inspections, view } = keep();
    expect(inspections.raw(view.id, 'dsregcmd-status')).toMatchObject({
      ok: true,
      value: { text: 'AzureAdJoined : YES', cut: false },
    });
    for (const source of ['klist', 'nobody', 'constructor'])
      expect(inspections.raw(view.id, source)).toEqual({ ok: false, code: 'gone' });
    expect(inspections.raw('nobody', 'host')).toEqual({ ok: false, code: 'gone' });
  });

  it('holds what a person looks at through an hour of watching, and the newest rounds', () => {
    const { inspections, view } = keep();
    const rounds = Array.from({ length: 200 }, () => keep(inspections, true).view.id);
    expect(inspections.view(view.id)).toBe(view);
    expect(rounds.filter((id) => inspections.view(id) !== null)).toEqual(rounds.slice(-4));
  });

  it('lets the oldest go in the end', () => {
    const { inspections, view } = keep();
    for (let more = 0; more < 32; more += 1) keep(inspections);
    expect(inspections.raw(view.id, 'host')).toEqual({ ok: false, code: 'gone' });
  });
});
