import { describe, expect, it } from 'vitest';
import { probes } from '../../../main/probes/index';
import { ran, rawsFor } from '../support';

const onlyObjects = probes.filter(({ reads }) => reads.every(({ kind }) => kind === 'cim'));

describe('an answer that was lost on the way', () => {
  // A list without objects is written as such; nothing at all is damage.
  it.each(onlyObjects.map((probe) => [probe.id, probe] as const))('%s', (_, probe) => {
    const lost = probe.reads.map(({ key }) => [key, ran('', null)] as const);
    expect(probe.parse(rawsFor(probe, Object.fromEntries(lost)))).toMatchObject({
      kind: 'failed',
      reason: 'not-understood',
    });
  });

  it('is looked for in many places', () => {
    expect(onlyObjects.length).toBeGreaterThan(5);
  });
});

describe('the ordinary check', () => {
  it('leaves out what names a device for ever', () => {
    const asked = probes.filter(({ onRequest }) => onRequest === true).map(({ id }) => id);
    expect(asked).toContain('hardware-hash');
  });
});
