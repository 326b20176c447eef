import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { restartedSince } from '../../main/guides/run';
import { atOf, deviceWith, fact, guideOf, outcome, play, playOn, wipingGuide } from './play';

const mending = guideOf(
  { id: 'read', kind: 'explain' },
  { id: 'broken', kind: 'check', ...fact('broken'), no: 'fine' },
  { id: 'mend', kind: 'act', repair: 'mend', failed: 'tell' },
  { id: 'fine', kind: 'done', proof: fact('works') },
  { id: 'tell', kind: 'hand-over', to: 'network' },
);

const sure = { kind: 'confirmed', typed: ' Delete', language: 'en' } as const;

describe('a guide that works', () => {
  it('goes from what is broken to proof', async () => {
    const device = deviceWith({ broken: 'yes', works: 'no' });
    device.acts['mend'] = () => {
      device.facts = { broken: 'no', works: 'yes' };
      return outcome('mend', 'verified');
    };
    const playing = await play({ guide: mending, device });
    expect(atOf(playing)).toBe('read');
    expect(await playing.run.answer('read', { kind: 'go' })).toBeNull();
    expect(atOf(playing)).toBe('mend');
    expect(await playing.run.answer('mend', { kind: 'go' })).toBeNull();
    expect(playing.run.state.walk.ended).toMatchObject({ how: 'proved', to: null });
    expect(await playing.run.helped('yes')).toBeNull();
    expect(playing.happened()).toEqual([
      'began',
      'went-on read',
      'checked broken yes',
      'act-begun mend',
      'act-ended mend verified',
      'ended fine proved',
      'helped yes',
    ]);
  });

  it('says not verified when the fact did not change, whatever the act said', async () => {
    const device = deviceWith({ broken: 'yes', works: 'no' });
    const playing = await play({ guide: mending, device });
    await playing.run.answer('read', { kind: 'go' });
    await playing.run.answer('mend', { kind: 'go' });
    expect(playing.run.state.walk.ended).toMatchObject({ how: 'not-proved', to: 'technician' });
  });

  it('says unknown when nothing tells', async () => {
    const device = deviceWith({ broken: 'no' });
    const playing = await play({ guide: mending, device });
    await playing.run.answer('read', { kind: 'go' });
    expect(playing.run.state.walk.ended).toMatchObject({ how: 'unknown' });
  });
});

describe('what an act can come to', () => {
  const reach = async (kind: 'failed' | 'not-verified' | 'unknown' | 'skipped' | 'declined') => {
    const device = deviceWith({ broken: 'yes' });
    device.acts['mend'] = () => outcome('mend', kind);
    const playing = await play({ guide: mending, device });
    await playing.run.answer('read', { kind: 'go' });
    await playing.run.answer('mend', { kind: 'go' });
    return playing;
  };

  it.each(['failed', 'not-verified', 'unknown'] as const)('%s leads on', async (kind) => {
    const playing = await reach(kind);
    expect(playing.run.state.walk.ended).toMatchObject({ how: 'handed-over', to: 'network' });
    expect(playing.run.state.walk.last?.result.kind).toBe(kind);
  });

  it.each(['skipped', 'declined'] as const)('%s stays, to try again or go on', async (kind) => {
    const playing = await reach(kind);
    expect(atOf(playing)).toBe('mend');
    expect(playing.run.state.walk.here).toMatchObject({ kind });
    expect(await playing.run.answer('mend', { kind: 'on' })).toBeNull();
    expect(playing.run.state.walk.ended).toMatchObject({ how: 'handed-over' });
  });

  it('cannot be passed over before it was tried', async () => {
    const device = deviceWith({ broken: 'yes' });
    const playing = await play({ guide: mending, device });
    await playing.run.answer('read', { kind: 'go' });
    expect(await playing.run.answer('mend', { kind: 'on' })).toBe('not-now');
  });

  it('is forbidden in the middle of a guide', async () => {
    const device = deviceWith({ broken: 'yes' });
    device.acts['before mend'] = () => outcome('mend', 'skipped', 'forbidden');
    const playing = await play({ guide: mending, device });
    await playing.run.answer('read', { kind: 'go' });
    await playing.run.answer('mend', { kind: 'go' });
    expect(device.ran).toEqual([]);
    expect(playing.run.state.walk.here).toMatchObject({ kind: 'skipped', why: 'forbidden' });
  });
});

describe('a device that changes between the steps', () => {
  it('sends the guide back to the check that no longer holds', async () => {
    const device = deviceWith({ broken: 'yes', works: 'yes' });
    const playing = await play({ guide: mending, device });
    await playing.run.answer('read', { kind: 'go' });
    device.facts['broken'] = 'no';
    await playing.run.answer('mend', { kind: 'go' });
    expect(device.ran).toEqual([]);
    expect(playing.happened()).toContain('changed broken');
    expect(playing.run.state.walk.ended).toMatchObject({ how: 'proved' });
  });

  it('reads what must stay so again right before anything destructive', async () => {
    const device = deviceWith({ safe: 'yes', power: 'yes' });
    const playing = await play({ guide: wipingGuide, device });
    await playing.run.answer('mend', { kind: 'go' });
    expect(await playing.run.answer('sure', sure)).toBeNull();
    device.facts['safe'] = 'no';
    await playing.run.answer('wipe', { kind: 'go' });
    expect(device.ran).toEqual(['mend']);
    expect(playing.run.state.walk.ended).toMatchObject({ how: 'handed-over' });
  });

  it('takes what cannot be read any more for changed only before what cannot be undone', async () => {
    const device = deviceWith({ broken: 'yes', works: 'yes' });
    const playing = await play({ guide: mending, device });
    await playing.run.answer('read', { kind: 'go' });
    delete device.facts['broken'];
    await playing.run.answer('mend', { kind: 'go' });
    expect(device.ran).toEqual(['mend']);
    const other = deviceWith({ safe: 'yes', power: 'yes' });
    const wipe = await play({ guide: wipingGuide, device: other });
    await wipe.run.answer('mend', { kind: 'go' });
    await wipe.run.answer('sure', sure);
    delete other.facts['safe'];
    await wipe.run.answer('wipe', { kind: 'go' });
    expect(other.ran).toEqual(['mend']);
    expect(atOf(wipe)).toBe('safe');
  });
});

describe('consent', () => {
  const atSure = async () => {
    const device = deviceWith({ safe: 'yes', power: 'yes', works: 'yes' });
    const playing = await play({ guide: wipingGuide, device });
    await playing.run.answer('mend', { kind: 'go' });
    return { device, ...playing };
  };

  it('needs the word, in the language of the reader', async () => {
    const playing = await atSure();
    const { run } = playing;
    expect(await run.answer('sure', { kind: 'go' })).toBeNull();
    expect(atOf(playing)).toBe('sure');
    expect(await run.answer('sure', { ...sure, typed: 'yes' })).toBe('wrong-word');
    expect(await run.answer('sure', { ...sure, typed: 'löschen' })).toBe('wrong-word');
    expect(await run.answer('sure', { ...sure, typed: 'LÖSCHEN', language: 'de' })).toBeNull();
    expect(atOf(playing)).toBe('wipe');
  });

  it('is not asked for while something is missing, and what is missing is read again', async () => {
    const playing = await atSure();
    playing.device.facts['power'] = 'no';
    expect(await playing.run.answer('sure', sure)).toBe('not-ready');
    expect(playing.run.state.readiness).toEqual([{ id: 'power', answer: 'no' }]);
    playing.device.facts['power'] = 'yes';
    expect(await playing.run.answer('sure', sure)).toBeNull();
  });

  it('can be withheld', async () => {
    const playing = await atSure();
    expect(await playing.run.answer('sure', { kind: 'keep' })).toBeNull();
    expect(playing.run.state.walk.ended).toMatchObject({ how: 'stopped' });
    expect(playing.device.ran).toEqual(['mend']);
  });

  it('does not outlive the sitting', async () => {
    const playing = await atSure();
    await playing.run.answer('sure', sure);
    await playing.run.close();
    const again = await playOn(
      { guide: wipingGuide, device: playing.device },
      playing.folder,
      playing.id,
      'no',
    );
    expect(atOf(again)).toBe('sure');
    expect(await again.run.answer('wipe', { kind: 'go' })).toBe('moved-on');
    expect(playing.device.ran).toEqual(['mend']);
  });

  it('does not outlive a step back', async () => {
    const playing = await atSure();
    await playing.run.answer('sure', sure);
    await playing.run.back('wipe');
    expect(atOf(playing)).toBe('sure');
  });

  it('is never taken from a guide that asks for none', async () => {
    const device = deviceWith({});
    const playing = await play({
      guide: guideOf({ id: 'wipe', kind: 'act', repair: 'wipe' }),
      device,
    });
    expect(await playing.run.answer('wipe', { kind: 'go' })).toBe('not-now');
    expect(device.ran).toEqual([]);
  });
});

describe('an act that was cut off', () => {
  const cutOff = async (guide: typeof wipingGuide, until: 'mend' | 'wipe') => {
    const device = deviceWith({ safe: 'yes', power: 'yes', broken: 'yes', works: 'yes' });
    let arrived = () => {};
    const there = new Promise<void>((done) => {
      arrived = done;
    });
    device.acts[until] = () => {
      arrived();
      return new Promise(() => undefined);
    };
    const playing = await play({ guide, device });
    if (guide === mending) await playing.run.answer('read', { kind: 'go' });
    else {
      await playing.run.answer('mend', { kind: 'go' });
      await playing.run.answer('sure', sure);
    }
    void playing.run.answer(until, { kind: 'go' });
    await there;
    // The process is gone here: its lock with it, and nothing it still had to say.
    await playing.run.options.journal.close();
    device.acts = {};
    return { ...playing, device };
  };

  it('is said to be unknown, and may be tried again where it harms nothing', async () => {
    const { folder, id, device } = await cutOff(mending, 'mend');
    const again = await playOn({ guide: mending, device }, folder, id, 'no');
    expect(atOf(again)).toBe('mend');
    expect(again.run.state.walk.here).toMatchObject({ kind: 'unknown', why: 'lost' });
    expect(await again.run.answer('mend', { kind: 'go' })).toBeNull();
    expect(device.ran).toEqual(['mend', 'mend']);
    expect(again.run.state.walk.ended).toMatchObject({ how: 'proved' });
  });

  it('is never repeated where it destroys', async () => {
    const { folder, id, device } = await cutOff(wipingGuide, 'wipe');
    const again = await playOn({ guide: wipingGuide, device }, folder, id, 'yes');
    expect(atOf(again)).toBe('wipe');
    expect(await again.run.answer('wipe', { kind: 'go' })).toBe('not-now');
    await again.run.back('wipe');
    expect(await again.run.answer('sure', sure)).toBeNull();
    expect(await again.run.answer('wipe', { kind: 'go' })).toBe('not-now');
    expect(device.ran).toEqual(['mend', 'wipe']);
    expect(await again.run.answer('wipe', { kind: 'on' })).toBe('not-now');
    expect(await again.run.skip('wipe', 'not-possible')).toBeNull();
    expect(again.run.state.walk.ended).toMatchObject({ how: 'handed-over', to: 'technician' });
  });
});

describe('an act that hangs', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('is given up after its own time and some more, and cannot begin later', async () => {
    const device = deviceWith({ broken: 'yes' });
    let begin = () => {};
    device.acts['before mend'] = () =>
      new Promise((done) => {
        begin = () => done(outcome('mend', 'verified'));
      });
    const playing = await play({ guide: mending, device });
    await playing.run.answer('read', { kind: 'go' });
    const going = playing.run.answer('mend', { kind: 'go' });
    await vi.waitFor(() => expect(playing.run.state.busy?.kind).toBe('act'));
    await vi.advanceTimersByTimeAsync(3_600_000);
    await going;
    begin();
    expect(playing.run.state.walk.last?.result).toMatchObject({
      kind: 'unknown',
      why: 'timed-out',
    });
    expect(playing.run.state.walk.ended).toMatchObject({ how: 'handed-over' });
  });
});

describe('stopping', () => {
  it('reaches an act that runs, and says how it ended', async () => {
    const device = deviceWith({ broken: 'yes' });
    device.acts['mend'] = (signal) =>
      new Promise((done) =>
        signal.addEventListener('abort', () => done(outcome('mend', 'unknown', 'cancelled'))),
      );
    const playing = await play({ guide: mending, device });
    await playing.run.answer('read', { kind: 'go' });
    const going = playing.run.answer('mend', { kind: 'go' });
    await vi.waitFor(() => expect(playing.run.state.busy?.kind).toBe('act'));
    expect(await playing.run.answer('mend', { kind: 'go' })).toBe('busy');
    expect(await playing.run.stop()).toBeNull();
    await going;
    expect(playing.happened().slice(-2)).toEqual(['act-ended mend unknown', 'ended tell stopped']);
    expect(await playing.run.stop()).toBe('moved-on');
  });
});

describe('waiting', () => {
  const restarting = guideOf(
    { id: 'restart', kind: 'wait', for: 'restart', until: fact('new'), late: 'tell' },
    { id: 'fine', kind: 'done', proof: fact('new') },
    { id: 'tell', kind: 'hand-over', to: 'technician' },
  );
  const here = { kind: 'this-device' } as const;

  it('does not take a restart for done that has not been', async () => {
    const device = deviceWith({ new: 'yes' });
    const playing = await play({ guide: restarting, device, target: here });
    await playing.run.answer('restart', { kind: 'go' });
    expect(playing.run.state.walk.here).toEqual({ kind: 'not-yet', answer: 'no' });
    await playing.run.close();
    const again = await playOn(
      { guide: restarting, device, target: here },
      playing.folder,
      playing.id,
      'yes',
    );
    expect(again.run.state.walk.ended).toMatchObject({ how: 'proved' });
  });

  it('takes the person’s word where nobody can know, and then reads the proof', async () => {
    const device = deviceWith({ new: 'no' });
    const playing = await play({ guide: restarting, device, target: here });
    await playing.run.close();
    const again = await playOn(
      { guide: restarting, device, target: here },
      playing.folder,
      playing.id,
      'unknown',
    );
    expect(atOf(again)).toBe('restart');
    await again.run.answer('restart', { kind: 'go' });
    expect(again.run.state.walk.here).toEqual({ kind: 'not-yet', answer: 'no' });
    await again.run.answer('restart', { kind: 'late' });
    expect(again.run.state.walk.ended).toMatchObject({ how: 'handed-over' });
  });

  it.each([
    ['up for less than before', 900, '2026-01-02T03:00:00Z', 'yes'],
    ['up for longer, at the same start', 1100, '2026-01-02T03:05:45Z', 'no'],
    ['the clock jumped by a day', 1100, '2026-01-03T03:05:45Z', 'unknown'],
    ['the clock jumped back', 1100, '2020-01-01T00:00:00Z', 'unknown'],
    ['the clock jumped, and it is up for less', 5, '2001-01-01T00:00:00Z', 'yes'],
  ] as const)('%s: restarted %#', (_name, up, now, answer) => {
    const last = {
      n: 1,
      at: '2026-01-02T03:04:05.000Z',
      up: 1000,
      what: { event: 'resumed', restarted: 'no' },
    } as const;
    expect(restartedSince(last, new Date(now), up)).toBe(answer);
  });
});

describe('a clock that jumps during a guide', () => {
  it('changes nothing but the times beside the lines', async () => {
    const times = [5, 1, 9, 3, 0, 7, 2].map((day) => new Date(Date.UTC(2026, 0, 1 + day)));
    const clock = { now: () => times.shift() ?? new Date(0), up: () => 50 };
    const device = deviceWith({ broken: 'yes', works: 'yes' });
    const playing = await play({ guide: mending, device, clock });
    await playing.run.answer('read', { kind: 'go' });
    await playing.run.answer('mend', { kind: 'go' });
    expect(playing.run.options.journal.entries.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(playing.run.state.walk.ended).toMatchObject({ how: 'proved' });
  });
});

describe('where there is no device', () => {
  it('asks the person, and changes nothing itself', async () => {
    const playing = await play({ guide: mending, device: null, target: { kind: 'caller' } });
    await playing.run.answer('read', { kind: 'go' });
    expect(atOf(playing)).toBe('broken');
    await playing.run.answer('broken', { kind: 'told', answer: 'yes' });
    expect(await playing.run.answer('mend', { kind: 'go' })).toBe('not-now');
    await playing.run.answer('mend', { kind: 'told', answer: 'no' });
    expect(playing.run.state.walk.ended).toMatchObject({ how: 'handed-over' });
  });
});

describe('going in circles', () => {
  it('ends in a hand-over', async () => {
    const guide = guideOf(
      { id: 'one', kind: 'check', ...fact('x'), yes: 'two', no: 'two' },
      { id: 'two', kind: 'check', ...fact('x'), yes: 'one', no: 'one' },
    );
    const playing = await play({ guide, device: deviceWith({ x: 'yes' }) });
    expect(playing.run.state.walk.ended).toMatchObject({ how: 'handed-over', to: 'technician' });
  });

  it('does so even when a person keeps it going', async () => {
    const guide = guideOf(
      { id: 'one', kind: 'explain', next: 'two' },
      { id: 'two', kind: 'explain', next: 'one' },
    );
    const playing = await play({ guide, device: deviceWith({}) });
    for (let turn = 0; turn < 600 && playing.run.state.walk.ended === null; turn += 1)
      await playing.run.answer(atOf(playing) ?? '', { kind: 'go' });
    expect(playing.run.state.walk.ended).toMatchObject({ how: 'handed-over' });
    expect(playing.run.options.journal.entries.length).toBeLessThan(510);
  });
});

describe('a step that is not the one on the screen', () => {
  it('takes no answer', async () => {
    const device = deviceWith({ broken: 'yes' });
    const playing = await play({ guide: mending, device });
    await playing.run.answer('read', { kind: 'go' });
    expect(await playing.run.answer('read', { kind: 'go' })).toBe('moved-on');
    expect(await playing.run.skip('read', 'not-now')).toBe('moved-on');
    expect(await playing.run.back('read')).toBe('moved-on');
    expect(device.ran).toEqual([]);
  });
});

describe('a journal of another release', () => {
  it('is not walked on when it names a step that is no more', async () => {
    const device = deviceWith({ broken: 'yes' });
    const playing = await play({ guide: mending, device });
    await playing.run.answer('read', { kind: 'go' });
    await playing.run.close();
    const shorter = guideOf(
      { id: 'new', kind: 'explain' },
      { id: 'end', kind: 'hand-over', to: 'user' },
    );
    const again = await playOn({ guide: shorter, device }, playing.folder, playing.id, 'no');
    expect(again.refusal).toBe('guide-changed');
    expect(await again.run.answer('new', { kind: 'go' })).toBe('guide-changed');
  });
});
