import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadingView } from '../../preload/contract';
import { filterReadings, marked, type Wish } from '../../renderer/model/readingFilter';

const reading = (probe: string, more: Partial<ReadingView> = {}): ReadingView => ({
  probe,
  room: 'join',
  kind: 'ok',
  why: null,
  detail: null,
  facts: [],
  cut: false,
  sources: [],
  rights: 'user',
  ...more,
});

const tickets = reading('kerberos-tickets', {
  room: 'sign-in',
  facts: [
    { name: 'tickets[0].server', value: 'krbtgt/CORP.EXAMPLE' },
    { name: 'tickets[0].expiresAt', value: null },
  ],
});
const gap = reading('join-policy', { kind: 'unavailable', why: 'needs-admin' });
const failure = reading('tpm', { room: 'machine', kind: 'failed', why: 'timed-out' });
const all = [tickets, gap, failure];

const wish = (more: Partial<Wish> = {}): Wish => ({ text: '', kind: 'all', room: null, ...more });
const names = ({ probe }: ReadingView) => `${probe} spoken of as "${probe.toUpperCase()}"`;
const found = (more: Partial<Wish>) =>
  filterReadings(all, wish(more), names).flatMap(({ shown }) =>
    shown.map((one) => one.reading.probe),
  );

describe('filtering readings', () => {
  it('shows everything by room when nothing is wished for', () => {
    const rooms = filterReadings(all, wish(), names);
    expect(rooms.map(({ room }) => room)).toEqual(['sign-in', 'join', 'machine']);
    expect(rooms[0]?.shown[0]?.matches).toBeNull();
  });

  it('keeps what was read apart from gaps, and failures are gaps', () => {
    expect(found({ kind: 'read' })).toEqual(['kerberos-tickets']);
    expect(found({ kind: 'gaps' })).toEqual(['join-policy', 'tpm']);
  });

  it('keeps to one room', () => {
    expect(found({ room: 'machine' })).toEqual(['tpm']);
    expect(found({ room: 'machine', kind: 'read' })).toEqual([]);
  });

  it.each(['krbtgt/corp', '  KRBTGT ', 'expiresat'])(
    'finds a value or its name by "%s"',
    (text) => {
      const [room] = filterReadings(all, wish({ text }), names);
      expect(room?.shown).toHaveLength(1);
      expect(room?.shown[0]?.facts).toHaveLength(1);
      expect(room?.shown[0]?.matches).toBe(1);
    },
  );

  it('shows all values of a reading that was found by its own name', () => {
    const [room] = filterReadings(all, wish({ text: 'KERBEROS-TICKETS' }), names);
    expect(room?.shown[0]).toEqual({ reading: tickets, facts: tickets.facts, matches: 0 });
  });

  it('finds nothing in a value nobody stated', () => {
    expect(found({ text: 'null' })).toEqual([]);
  });
});

describe('marks', () => {
  it('stand where the text was found', () => {
    expect(marked('AzureAdPrt', ' adp ')).toEqual([
      { text: 'Azure', hit: false },
      { text: 'AdP', hit: true },
      { text: 'rt', hit: false },
    ]);
  });

  it('change no letter of the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, wanted) => {
        expect(
          marked(text, wanted)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
