import { describe, expect, it } from 'vitest';
import { fieldOf, parseEvents } from '../../../main/probes/text/event-xml';
import { eventSource, eventsOf } from '../../../main/probes/text/events';
import { capture, encode, eventLog, eventXml, gaps, ran } from '../support';

const source = eventSource('events-example', 'Some/Admin', [76], 5);
const read = (raw: ReturnType<typeof ran>) => eventsOf({ 'events-example': raw }, source);

describe('event logs', () => {
  it('reads the recorded event by number, time and field', () => {
    const { events, cut } = parseEvents(capture('event-dmedp-76-xml-constructed.txt'));
    expect(cut).toBe(false);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      id: 76,
      level: 2,
      record: 1042,
      at: Date.UTC(2026, 6, 16, 8, 5, 12, 123),
      fields: [{ name: 'HRESULT', value: '2149056555' }],
    });
  });

  it.each(['utf-8', 'utf-16le'])('reads many events in %s, newest first as given', (encoding) => {
    const xml = eventXml({ id: 1, data: { Name: 'Müller <x> & 日本' } }) + eventXml({ id: 2 });
    const reading = read(ran(encode(xml, encoding)));
    if (reading.kind !== 'ok') expect.fail(JSON.stringify(reading));
    expect(reading.value.events.map(({ id }) => id)).toEqual([1, 2]);
    expect(fieldOf(reading.value.events[0]!, 'Absent', 'Name')).toBe('Müller <x> & 日本');
    expect(fieldOf(reading.value.events[1]!, 'Name')).toBeNull();
  });

  it('reads fields without names and the leaves of free data', () => {
    const bare = "<Event><System><EventID Qualifiers='16384'>9</EventID></System>";
    const { events } = parseEvents(
      `${bare}<EventData><Data>one</Data><Data>two</Data></EventData></Event>` +
        `${bare}<UserData><Thing xmlns='x'><Code>5</Code><Part><Deep>d</Deep></Part></Thing></UserData></Event>`,
    );
    expect(events[0]?.fields).toEqual([
      { name: '', value: 'one' },
      { name: '', value: 'two' },
    ]);
    expect(events[1]?.fields).toEqual([
      { name: 'Code', value: '5' },
      { name: 'Deep', value: 'd' },
    ]);
    expect(events[1]).toMatchObject({ at: null, level: null, provider: '' });
  });

  it('loses only the event that is cut or damaged, and says so', () => {
    const whole = eventXml({ id: 1 });
    const cut = parseEvents(whole + eventXml({ id: 2 }).slice(0, 120));
    expect(cut.events.map(({ id }) => id)).toEqual([1]);
    expect(cut.cut).toBe(true);
    const damaged = parseEvents(whole.replace('</System>', '</Sys>') + eventXml({ id: 3 }));
    expect(damaged.events.map(({ id }) => id)).toEqual([3]);
    expect(damaged.cut).toBe(true);
  });

  it('expands no entities of its own making', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "boom">]>' + eventXml({ id: 1, data: { A: 1 } });
    const list = parseEvents(bomb.replace('>1<', '>&a;<'));
    expect(JSON.stringify(list)).not.toContain('boom');
  });

  it('takes an empty log for an empty log', () => {
    expect(read(ran(''))).toEqual({ kind: 'ok', value: { events: [], cut: false } });
  });

  it.each([
    ['a closed log', 5, { kind: 'unavailable', why: 'denied' }],
    ['a log that does not exist', 15007, { kind: 'unavailable', why: 'absent' }],
    ['another failure', 1722, { kind: 'failed', reason: 'crashed' }],
  ])('tells %s by its number', (_, exit, reading) => {
    expect(read(ran('Zugriff verweigert', exit))).toMatchObject(reading);
  });

  it('does not take other text for an empty log', () => {
    expect(read(ran('no events here'))).toMatchObject({ kind: 'failed', reason: 'not-understood' });
  });

  it.each(gaps.map((gap) => [JSON.stringify(gap), gap] as const))('passes on %s', (_, gap) => {
    expect(read(gap)).toEqual(gap);
  });

  it('reads what the support for these tests builds', () => {
    expect(read(eventLog({ id: 7 }))).toMatchObject({ kind: 'ok' });
  });
});
