import { describe, expect, it } from 'vitest';
import { compare, type Look } from '../../main/core/compare';
import type { Snapshot } from '../../main/core/snapshot';
import { judge, outputOf, snapshotOf, type Changes } from './make';
import { firewall, laptop, machine } from './rules/make-managed';

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

  it('put the proofs of one cause in the order in which it tells them', () => {
    const block = [
      'Previous Prt Attempt : 2026-09-14 07:10:33.789 UTC',
      'Attempt Status : 0xc000006d',
      'User Identity : anna.berg@fabrikam.com',
      'Server Error Description : AADSTS50126: wrong',
    ].join('\n');
    const failing = snapshotOf(outputOf().replace(/( +EnterprisePrt : )/, `${block}\n$1`));
    const { changes } = compare(lookAt(), { snapshot: failing, diagnosis: judge(failing) });
    expect(changes.map(({ field }) => field).slice(0, 2)).toEqual([
      'Attempt Status',
      'Server Error Description',
    ]);
  });

  it('know the cause in a reading whose facts it tells in words of its own', () => {
    const look = (snapshot: Snapshot): Look => ({ snapshot, diagnosis: judge(snapshot) });
    const before = look(laptop({ firewall: firewall('yes'), machine: machine() }));
    const after = look(laptop({ firewall: firewall('no'), machine: machine({ name: 'LT-8' }) }));
    const { changes } = compare(before, after);
    expect(after.diagnosis.rootCause).toBe('firewall-off');
    expect(changes[0]).toMatchObject({ probe: 'firewall', relevance: 'cause' });
    expect(changes.at(-1)).toMatchObject({ probe: 'machine', relevance: 'other' });
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
