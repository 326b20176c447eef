import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchParent } from '../../main/browser/parent';

const everyMs = 10;
const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

const watch = (pid: number, isAlive: () => boolean, parentNow: () => number) => {
  const onGone = vi.fn();
  cleanUps.push(watchParent(pid, onGone, { isAlive, parentNow, everyMs }));
  return onGone;
};
const rounds = () => new Promise((resolve) => setTimeout(resolve, everyMs * 5));

describe('watching the parent', () => {
  it('says nothing while it lives', async () => {
    const onGone = watch(
      7,
      () => true,
      () => 7,
    );
    await rounds();
    expect(onGone).not.toHaveBeenCalled();
  });

  it('says once that it is gone', async () => {
    const onGone = watch(
      7,
      () => false,
      () => 7,
    );
    await rounds();
    expect(onGone).toHaveBeenCalledTimes(1);
  });

  it('is not fooled by a new program with the old number', async () => {
    let parent = 7;
    const onGone = watch(
      7,
      () => true,
      () => parent,
    );
    parent = 1;
    await rounds();
    expect(onGone).toHaveBeenCalledTimes(1);
  });

  it('watches a program that is not the direct parent, as behind a launcher', async () => {
    const onGone = watch(
      7,
      () => true,
      () => 1,
    );
    await rounds();
    expect(onGone).not.toHaveBeenCalled();
  });

  it('notices the end of a real program', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const onGone = vi.fn();
    cleanUps.push(watchParent(child.pid!, onGone));
    child.kill('SIGKILL');
    await expect.poll(() => onGone.mock.calls.length, { timeout: 10_000 }).toBe(1);
  });
});
