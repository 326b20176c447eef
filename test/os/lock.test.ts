import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { takeLock } from '../../main/os/lock';

it('is held by one at a time, and free again at once', async () => {
  const name = randomUUID();
  const first = await takeLock(name);
  expect(first).not.toBeNull();
  expect(await takeLock(name)).toBeNull();
  expect(await takeLock(`${name} other`)).not.toBeNull();
  await first?.release();
  const second = await takeLock(name);
  expect(second).not.toBeNull();
  await second?.release();
});
