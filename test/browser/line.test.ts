import { describe, expect, it, vi } from 'vitest';
import { createLine } from '../../preload/line';
import { limits } from '../../preload/wire';

/** A browser's surroundings under the test's own clock. */
const setUp = () => {
  const sent: { id: number; name: string; args: unknown[] }[] = [];
  const timers: { run: () => void; ms: number }[] = [];
  const hearings: { opened(): void; heard(text: string): void; closed(): void }[] = [];
  const line = createLine({
    connect: (hearing) => {
      hearings.push(hearing);
      return { send: (text) => sent.push(JSON.parse(text) as (typeof sent)[number]) };
    },
    later: (run, ms) => timers.push({ run, ms }),
    sizeOf: (text) => text.length,
  });
  const socket = () => hearings.at(-1)!;
  return {
    line,
    sent,
    timers,
    hearings,
    socket,
    hear: (message: unknown) => {
      socket().heard(JSON.stringify(message));
    },
  };
};

describe('the line of a browser page', () => {
  it('asks and hears the answer that belongs to it', async () => {
    const { line, sent, socket, hear } = setUp();
    socket().opened();
    const [first, second] = [line.call('app.info', []), line.call('read.text', ['a'])];
    expect(sent).toEqual([
      { id: 1, name: 'app.info', args: [] },
      { id: 2, name: 'read.text', args: ['a'] },
    ]);
    hear({ id: 2, ok: true, value: 'two' });
    hear({ id: 1, ok: true, value: 'one' });
    expect(await Promise.all([first, second])).toEqual(['one', 'two']);
  });

  it('turns a refusal into an error that is the code', async () => {
    const { line, socket, hear } = setUp();
    socket().opened();
    const asked = line.call('x', []);
    hear({ id: 1, ok: false, code: 'unknown-call' });
    await expect(asked).rejects.toThrow(/^unknown-call$/u);
  });

  it('keeps calls until the socket is open, and sends each once', () => {
    const { line, sent, socket } = setUp();
    void line.call('app.info', []);
    expect(sent).toEqual([]);
    socket().opened();
    socket().opened();
    expect(sent).toHaveLength(1);
  });

  it('gives a call up that found no line for too long', async () => {
    const { line, timers } = setUp();
    const asked = line.call('app.info', []);
    timers.at(-1)!.run();
    await expect(asked).rejects.toThrow('closed');
  });

  it('does not give up a call that is merely slow', async () => {
    const { line, timers, socket, hear } = setUp();
    socket().opened();
    const asked = line.call('inspect.start', []);
    timers.at(-1)!.run();
    hear({ id: 1, ok: true, value: 'late' });
    expect(await asked).toBe('late');
  });

  it('refuses what the door would hang up on', async () => {
    const { line, sent, socket } = setUp();
    socket().opened();
    const asked = line.call('read.file', ['a', 'A'.repeat(limits.messageBytes)]);
    expect(await asked).toEqual({ ok: false, code: 'too-large' });
    expect(sent).toEqual([]);
  });

  it('ends what was asked when the socket is lost, never asks it again, and dials anew', async () => {
    const { line, sent, timers, hearings, socket, hear } = setUp();
    socket().opened();
    const asked = line.call('inspect.start', []);
    socket().closed();
    await expect(asked).rejects.toThrow('closed');
    const waiting = line.call('app.info', []);
    timers.find((timer) => timer.ms === 100)!.run();
    expect(hearings).toHaveLength(2);
    socket().opened();
    expect(sent.map((one) => one.name)).toEqual(['inspect.start', 'app.info']);
    hear({ id: 2, ok: true, value: 'again' });
    expect(await waiting).toBe('again');
  });

  it('dials ever more slowly while nobody answers', () => {
    const { timers, socket } = setUp();
    for (let round = 0; round < 6; round += 1) {
      socket().closed();
      timers.at(-1)!.run();
    }
    expect(timers.map((timer) => timer.ms)).toEqual([100, 500, 1_000, 2_000, 5_000, 5_000]);
  });

  it('tells listeners what was told, until they leave, and ignores what nobody waits for', () => {
    const { line, socket, hear } = setUp();
    socket().opened();
    const tell = vi.fn();
    const leave = line.listen('opened.arrived', tell);
    hear({ event: 'opened.arrived', value: true });
    leave();
    hear({ event: 'opened.arrived', value: true });
    hear({ event: 'inspect.progress', value: {} });
    hear({ id: 99, ok: true, value: 1 });
    expect(tell.mock.calls).toEqual([[true]]);
  });
});
