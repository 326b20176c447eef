import { describe, expect, it } from 'vitest';
import { doorReasons, parseDoorArguments } from '../../main/browser/arguments';
import { explainRefusal } from '../../main/browser/words';
import de from '../../strings/de/door.json';
import en from '../../strings/en/door.json';

describe('arguments of the browser door', () => {
  it('may all be absent', () => {
    expect(parseDoorArguments([])).toEqual({ port: 0, parent: null, reason: null });
  });

  it('are a port, a parent and a reason', () => {
    expect(parseDoorArguments(['--port', '8080', '--parent=12', '--reason', 'no-display'])).toEqual(
      { port: 8080, parent: 12, reason: 'no-display' },
    );
  });

  it.each([
    ['--port'],
    ['--port', 'x'],
    ['--port', '-1'],
    ['--port', '1e3'],
    ['--port', ''],
    ['--parent', '0'],
    ['--parent', 'x'],
    ['--reason', 'because'],
    ['--reason', 'constructor'],
    ['--host', '0.0.0.0'],
    ['extra'],
    ['--', 'extra'],
  ])('are refused whole: %s %s', (...args) => {
    expect(parseDoorArguments(args)).toBeNull();
  });
});

describe('words of the browser door', () => {
  it.each(doorReasons)('say why the window did not open: %s', (reason) => {
    for (const words of [en, de]) expect(words[`door.because.${reason}`]).toContain('Electron');
  });

  it('follow the reader’s language, and fall back to English', () => {
    expect(explainRefusal('ticket-used', 'de-CH,de;q=0.9,en;q=0.8')).toBe(de['door.ticket-used']);
    expect(explainRefusal('ticket-used', 'is')).toBe(en['door.ticket-used']);
    expect(explainRefusal('ticket-used')).toBe(en['door.ticket-used']);
  });

  it('tell a stranger no more than the code', () => {
    expect(explainRefusal('host-wrong', 'de')).toBe('host-wrong');
  });
});
