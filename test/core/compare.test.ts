import { describe, expect, it } from 'vitest';
import { compare, type Look } from '../../main/core/compare';
import { judge, outputOf, snapshotOf, type Changes } from './make';

const lookAt = (changes: Changes = {}, over: Partial<Look['snapshot']['readings']> = {}): Look => {
  const plain = snapshotOf(outputOf(changes));
  const snapshot = { ...plain, readings: { ...plain.readings, ...over } };
  return { snapshot, diagnosis: judge(snapshot) };
};

const noToken: Changes = {
  AzureAdPrt: 'NO',
  AzureAdPrtUpdateTime: null,
  AzureAdPrtExpiryTime: null,
};

describe('two looks at one device', () => {
  it('that say the same have no change', () => {
    expect(compare(lookAt(), lookAt())).toEqual({ came: [], went: [], changes: [] });
  });

  it('put what proves the present cause first', () => {
    const { came, went, changes } = compare(lookAt(), lookAt({ ...noToken, PolicyEnabled: 'NO' }));
    expect(came).toEqual(['prt-missing']);
    expect(went).toEqual([]);
    expect(changes[0]).toEqual({
      probe: 'device-registration',
      field: 'AzureAdPrt',
      before: 'YES',
      after: 'NO',
      relevance: 'cause',
    });
    expect(changes.map(({ field }) => field)).toContain('PolicyEnabled');
  });

  it('tell what went away when it works again', () => {
    expect(compare(lookAt(noToken), lookAt())).toMatchObject({ came: [], went: ['prt-missing'] });
  });

  it('put times that only went on last', () => {
    const later = lookAt({ AzureAdPrtUpdateTime: '2026-09-14 07:20:07.000 UTC', NgcSet: 'NO' });
    expect(
      compare(lookAt(), later).changes.map(({ field, relevance }) => [field, relevance]),
    ).toEqual([
      ['NgcSet', 'other'],
      ['AzureAdPrtUpdateTime', 'time'],
    ]);
  });

  it('count a reading that could not be made as one change, not as facts that are gone', () => {
    const blind = lookAt({}, { 'device-registration': { kind: 'failed', reason: 'timed-out' } });
    expect(compare(lookAt(), blind).changes).toEqual([
      {
        probe: 'device-registration',
        field: '',
        before: 'ok',
        after: 'timed-out',
        relevance: 'readable',
      },
    ]);
  });
});
