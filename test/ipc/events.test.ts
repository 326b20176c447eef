import { expect, it, vi } from 'vitest';
import { createEvents } from '../../main/ipc/events';

it('tells every listener, and none that left', () => {
  const events = createEvents();
  const [first, second] = [vi.fn(), vi.fn()];
  const leave = events.listen(first);
  events.listen(second);
  events.tell('opened.arrived', true);
  leave();
  events.tell('opened.arrived', true);
  expect(first).toHaveBeenCalledTimes(1);
  expect(second.mock.calls).toEqual([
    ['opened.arrived', true],
    ['opened.arrived', true],
  ]);
});
