import { beforeEach, describe, expect, it, vi } from 'vitest';
import { callNames } from '../../main/ipc/guards';

type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>;
const handlers = new Map<string, Handler>();

vi.mock('electron', () => ({
  ipcMain: {
    handle: (name: string, handler: Handler) => handlers.set(name, handler),
    removeHandler: (name: string) => handlers.delete(name),
  },
}));

const { registerCalls } = await import('../../main/ipc/register');

describe('desktop registration', () => {
  beforeEach(() => {
    handlers.clear();
  });

  const register = (trusted: boolean) => {
    const dispatch = vi.fn((name: string, args: unknown) => Promise.resolve([name, args]));
    const log = vi.fn();
    const leave = registerCalls({ dispatch, isTrusted: () => trusted, log });
    return { dispatch, log, leave };
  };

  it('opens one channel per call, and closes them all', () => {
    const { leave } = register(true);
    expect([...handlers.keys()].sort()).toEqual([...callNames].sort());
    leave();
    expect(handlers.size).toBe(0);
  });

  it('hands a trusted sender to the dispatcher, without the event', async () => {
    register(true);
    await expect(handlers.get('read.text')!({ secret: 1 }, 'a', 'b')).resolves.toEqual([
      'read.text',
      ['a', 'b'],
    ]);
  });

  it.each(callNames)('turns an untrusted sender of %s away before anything else', async (name) => {
    const { dispatch, log } = register(false);
    await expect(handlers.get(name)!({})).rejects.toThrow('untrusted-sender');
    expect(dispatch).not.toHaveBeenCalled();
    expect(log).toHaveBeenCalledWith('warn', 'call refused', {
      call: name,
      code: 'untrusted-sender',
    });
  });
});
