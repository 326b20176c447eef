import { describe, expect, it } from 'vitest';
import { diagnoseOutput, judge } from './make';

const stateOf = (diagnosis: ReturnType<typeof judge>) =>
  Object.fromEntries(diagnosis.line.map(({ link, state }) => [link, state]));

describe('the line map', () => {
  it('is green only where something proves it', () => {
    expect(stateOf(diagnoseOutput())).toEqual({
      internet: 'unknown',
      'entra-reachable': 'ok',
      'domain-controller': 'not-needed',
      'join-setup': 'not-needed',
      'device-registration': 'ok',
      'device-key': 'ok',
      'device-accepted': 'ok',
      prt: 'ok',
      'enterprise-prt': 'not-needed',
      hello: 'ok',
    });
  });

  it('names the finding that breaks a stop', () => {
    const diagnosis = diagnoseOutput({ KeySignTest: 'FAILED', DeviceAuthStatus: null });
    expect(diagnosis.line).toContainEqual({
      link: 'device-key',
      state: 'broken',
      finding: 'device-key-lost',
    });
    expect(stateOf(diagnosis)['device-accepted']).toBe('unknown');
  });

  it('has nothing green when nothing was read', () => {
    const nothing = judge({ observedAt: null, origin: 'text', platform: 'win32', readings: {} });
    expect(new Set(nothing.line.map(({ state }) => state))).toEqual(new Set(['unknown']));
  });

  it.each(['AzureAdJoined', 'DeviceAuthStatus', 'AzureAdPrt', 'KeySignTest', 'NgcSet'])(
    'turns no stop green when %s is missing',
    (label) => {
      const before = stateOf(diagnoseOutput());
      const after = stateOf(diagnoseOutput({ [label]: null }));
      for (const [link, state] of Object.entries(after))
        if (state === 'ok') expect(before[link]).toBe('ok');
    },
  );
});
