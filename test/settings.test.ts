import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaults, settingsFrom } from '../main/settings';

describe('where a person was', () => {
  const place = (saved: unknown) => settingsFrom({ place: saved }).place;

  it('is the same after a restart', () => {
    const kept = {
      sample: 'hotel-network',
      readings: { text: 'prt', kind: 'gaps', room: 'join' },
      call: 'call-1',
      view: 'batch',
      sheet: { id: 'stick-Day-1', by: 'Ada' },
    };
    expect(place(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it.each([
    [{ view: 'nowhere', sheet: 'stick-Day-1' }],
    [{ view: 7, sheet: { id: 7, by: 'Ada' } }],
    [{ sheet: { by: 'Ada' } }],
    [null],
  ])('is the beginning where it is not understood: %j', (saved) => {
    expect(place(saved)).toEqual(defaults.place);
  });

  it('never breaks on what stands in the file', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (saved) => {
        const read = settingsFrom({ place: { sheet: saved, view: saved } }).place;
        expect(settingsFrom({ place: read }).place).toEqual(read);
      }),
    );
  });
});
