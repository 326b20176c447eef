import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { expect, test } from '@playwright/test';

const program = 'out/main/browser.js';
const running: ChildProcess[] = [];

test.afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

const begin = (args: string[], script?: string) => {
  const child = spawn(
    process.execPath,
    script === undefined ? [program, ...args] : ['-e', script],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    },
  );
  running.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, said, ended };
};

const addressOf = async (said: { out: string }): Promise<string> => {
  await expect.poll(() => said.out, { timeout: 90_000 }).toContain('ticket=');
  return /http:\/\/127\.0\.0\.1:\d+/u.exec(said.out)?.[0] ?? '';
};

const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    () => true,
    () => false,
  );

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  test(`ends cleanly on ${signal}`, async () => {
    const door = begin([]);
    const address = await addressOf(door.said);
    expect(await answers(address)).toBe(true);
    door.child.kill(signal);
    expect(await door.ended).toBe(0);
    expect(await answers(address)).toBe(false);
    expect(door.said.err).toBe('');
  });

test('ends with the program that started it, however that one ends', async () => {
  const parent = begin(
    [],
    `const { spawn } = require('node:child_process');
     spawn(process.execPath, ['${program}', '--parent', String(process.pid)], { stdio: 'inherit' });
     setInterval(() => {}, 1000);`,
  );
  const address = await addressOf(parent.said);
  parent.child.kill('SIGKILL');
  await expect.poll(() => answers(address), { timeout: 60_000 }).toBe(false);
});

test('says in words that a port is taken', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const door = begin(['--port', port]);
  expect(await door.ended).toBe(64);
  expect(door.said).toEqual({ out: '', err: expect.stringContaining(`Port ${port} is in use`) });
  other.close();
});

test('says in words that it was asked wrongly', async () => {
  const door = begin(['--host', '0.0.0.0']);
  expect(await door.ended).toBe(64);
  expect(door.said).toEqual({ out: '', err: expect.stringContaining('--port') });
});

test('gives the reason in the language of the terminal', async () => {
  const door = begin(['--reason', 'no-display']);
  await addressOf(door.said);
  expect(door.said.out).toMatch(/^Fieldkit opens in the browser, because .*\(Electron\)/u);
});
