import { describe, expect, it } from 'vitest';
import { registrationEventsProbe } from '../../../main/probes/join/registration-events';
import { registrationLog } from '../../../main/probes/text/registration-log';
import { encode, eventLog, eventXml, facts, parse, ran } from '../support';
import { fixtures } from './fixtures';

const given = fixtures.find(({ id }) => id === 'registration-events')?.given ?? {};
const key = registrationLog.key;

describe('registration log', () => {
  it('reads step, outcome and numbers, not sentences', () => {
    const { events } = facts(registrationEventsProbe, given);
    expect(events.map(({ id, step, outcome, code }) => [id, step, outcome, code])).toEqual([
      [304, 'automatic', 'failed', '0x801c0083'],
      [204, 'response', 'failed', '0x801c03f2'],
      [305, 'authentication', 'failed', '0xcaa10001'],
      [306, 'automatic', 'succeeded', null],
    ]);
    expect(events[1]?.httpStatus).toBe(400);
    expect(events[0]?.entraErrors).toEqual(['AADSTS700003']);
    expect(JSON.stringify(events)).not.toContain('Gerät');
  });

  it('finds the last failure and the last success', () => {
    const value = facts(registrationEventsProbe, given);
    expect(value.lastFailure?.id).toBe(304);
    expect(value.lastSuccess).toMatchObject({ id: 306, at: Date.UTC(2026, 6, 1, 8) });
    const quiet = facts(registrationEventsProbe, { [key]: eventLog({ id: 102, level: 4 }) });
    expect(quiet).toMatchObject({ lastFailure: null, lastSuccess: null });
  });

  it('takes event 305 for the failure that it is', () => {
    const { lastFailure } = facts(registrationEventsProbe, { [key]: eventLog({ id: 305 }) });
    expect(lastFailure?.step).toBe('authentication');
  });

  it('never asks for events that carry tokens', () => {
    expect(registrationLog.ids.filter((id) => [103, 203, 348, 349, 374, 375].includes(id))).toEqual(
      [],
    );
  });

  it('says when the log is cut, and when it is closed', () => {
    const cut = eventXml({ id: 304 }) + eventXml({ id: 306 }).slice(0, 90);
    expect(facts(registrationEventsProbe, { [key]: ran(encode(cut, 'utf-16le')) }).cut).toBe(true);
    expect(parse(registrationEventsProbe, { [key]: ran('x', 5) })).toMatchObject({
      kind: 'unavailable',
      why: 'denied',
    });
  });
});
