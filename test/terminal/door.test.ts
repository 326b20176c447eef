import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  open,
  readdir,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCli } from './build';
import { captures } from './fake';

const broken = fileURLToPath(new URL('hybrid-prt-no-0xc000006d.txt', captures));
const healthy = fileURLToPath(new URL('hybrid-joined-prt-yes-win11-25h2.txt', captures));
const isRoot = process.getuid?.() === 0;

let built: Awaited<ReturnType<typeof buildCli>>;
let place = '';
const running = new Set<ChildProcess>();

beforeAll(async () => {
  built = await buildCli();
  place = await mkdtemp(join(tmpdir(), 'fieldkit-door-'));
}, 120_000);

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await built.remove();
  await rm(place, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

interface Start {
  uid?: number;
  env?: NodeJS.ProcessEnv;
  /** Called once the child has said something on either stream. */
  onWords?: (child: ChildProcess, words: string) => void;
  /** Written to the input, which is then closed; left open when null. */
  input?: string | Buffer | null;
}

const plainEnv = { PATH: process.env['PATH'], LANG: 'C', HOME: tmpdir() };

const watch = (child: ChildProcess, { onWords, input = '' }: Start = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    running.add(child);
    const ended: Ended = { code: null, out: '', err: '' };
    const collect = (key: 'out' | 'err') => (chunk: Buffer) => {
      ended[key] += chunk.toString();
      onWords?.(child, ended.out + ended.err);
    };
    child.stdout?.on('data', collect('out'));
    child.stderr?.on('data', collect('err'));
    child.stdin?.on('error', () => undefined);
    if (input !== null) child.stdin?.end(input);
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve({ ...ended, code });
    });
  });

const fieldkit = (args: string[], start: Start = {}) => {
  const { uid, env = {} } = start;
  const child = spawn(process.execPath, [built.cli, ...args], {
    env: { ...plainEnv, ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  return watch(child, start);
};

const shell = (script: string, ...args: string[]) =>
  watch(
    spawn('bash', ['-c', script, 'bash', process.execPath, built.cli, ...args], { env: plainEnv }),
  );

/** A project folder may be closed to others; then nothing can be tried as one of them. */
const nobody = 65_534;
const startsFor = async (uid: number) => {
  await chmod(built.folder, 0o755);
  return (await fieldkit(['--version'], { uid })).code === 0;
};

const noStack = ({ err }: Ended) => expect(err).not.toMatch(/\n\s+at |Error:/);

describe('input that is no dsregcmd output', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'empty', 'no text'],
    ['blank lines', Buffer.from('\r\n  \r\n'), 'empty', 'no text'],
    ['a byte order mark alone', Buffer.from([0xff, 0xfe]), 'empty', 'no text'],
    [
      'a program',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0]),
      'binary',
      'not a text',
    ],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)),
      'binary',
      'not a text',
    ],
    [
      'another tool',
      Buffer.from('Current LogonId is 0:0x3e7a1\n\nCached Tickets: (0)\n'),
      'not-dsregcmd',
      'not dsregcmd',
    ],
    [
      'a letter',
      Buffer.from('Dear all,\nmy computer is broken.\n'),
      'not-dsregcmd',
      'not dsregcmd',
    ],
  ])('%s leaves the question open, in words and in JSON', async (_what, bytes, why, words) => {
    const path = join(place, 'input.txt');
    await writeFile(path, bytes);
    const said = await fieldkit(['read', path]);
    expect(said).toMatchObject({ code: 3, out: '' });
    expect(said.err).toContain(words);
    expect(said.err).toContain(path);
    noStack(said);
    const json = await fieldkit(['read', '--json', '-'], { input: bytes });
    expect(json.code).toBe(3);
    expect(JSON.parse(json.out)).toMatchObject({
      verdict: { state: 'unknown' },
      gaps: [{ probe: 'device-registration', why }],
    });
  });

  it('refuses 100 MB without reading them', async () => {
    const path = join(place, 'huge.txt');
    await writeFile(path, 'AzureAdJoined : YES\n');
    await truncate(path, 100 * 1024 * 1024);
    const file = await fieldkit(['read', path], {
      env: { NODE_OPTIONS: '--max-old-space-size=64' },
    });
    expect(file.code).toBe(3);
    expect(file.err).toContain('8 MB');
    const piped = await shell('head -c 104857600 /dev/zero | "$1" "$2" read -');
    expect(piped.code).toBe(3);
    expect(piped.err).toContain('8 MB');
  });

  it('names a capture for what it is', async () => {
    const zip = join(place, 'a.zip');
    await writeFile(zip, Buffer.from('PK\x03\x04rest of an archive'));
    const said = await fieldkit(['read', zip]);
    expect(said.code).toBe(64);
    expect(said.err).toContain(`check --capture ${zip}`);
  });
});

describe('places that cannot be read', () => {
  it.each([
    ['a missing file', ['read', '/no/such/file'], 64, 'does not exist'],
    ['a folder', ['read', tmpdir()], 64, 'is a folder'],
    ['a file used as a folder', ['read', `${broken}/x`], 64, 'does not exist'],
    ['a missing capture', ['check', '--capture', '/no/such/capture'], 64, 'does not exist'],
    ['a text used as a capture', ['check', '--capture', broken], 3, `fieldkit read ${broken}`],
    [
      'an empty folder used as a capture',
      ['check', '--capture', '/var/empty-or-not'],
      64,
      'does not exist',
    ],
  ])('%s', async (_what, args, code, words) => {
    const said = await fieldkit(args);
    expect(said).toMatchObject({ code, out: '' });
    expect(said.err).toContain(words);
    noStack(said);
  });

  it.each([
    ['a folder as the input', '"$1" "$2" read - < /', 3, 'no text'],
    ['no input at all', '"$1" "$2" read - <&-', 3, 'no text'],
  ])('%s', async (_what, script, code, words) => {
    const said = await shell(script);
    expect(said).toMatchObject({ code, out: '' });
    expect(said.err).toContain(words);
    noStack(said);
  });

  it.skipIf(!isRoot)('a file of somebody else', async ({ skip }) => {
    if (!(await startsFor(nobody))) skip();
    const path = join(place, 'secret.txt');
    await writeFile(path, 'AzureAdJoined : YES\n', { mode: 0o600 });
    const said = await fieldkit(['read', path, '--json'], { uid: nobody });
    // The folder itself is closed to others, which is the same refusal.
    expect(said.code).toBe(3);
    expect(said.err).toContain('not allowed to read');
    expect(JSON.parse(said.out)).toMatchObject({ gaps: [{ why: 'cannot-open' }] });
    noStack(said);
  });

  it.each([
    ['newer', { tool: 'fieldkit', schema: 99 }, 'newer version'],
    ['of another tool', { hello: 1 }, 'not a Fieldkit capture'],
    ['half', { tool: 'fieldkit', schema: 1 }, 'damaged'],
  ])('a capture that is %s', async (what, manifest, words) => {
    const folder = join(place, `capture-${what.replaceAll(' ', '-')}`);
    await mkdir(folder);
    await writeFile(join(folder, 'capture.json'), JSON.stringify(manifest));
    const said = await fieldkit(['check', '--capture', folder, '--json']);
    expect(said.code).toBe(3);
    expect(said.err).toContain(words);
    expect(JSON.parse(said.out)).toMatchObject({ verdict: { state: 'unknown' } });
    noStack(said);
  });
});

describe('the verdict', () => {
  it.each([
    [healthy, 0],
    [broken, 2],
  ])('of %s is the exit code', async (path, code) => {
    const [file, piped] = await Promise.all([
      fieldkit(['read', path]),
      shell('"$1" "$2" read - < "$3"', path),
    ]);
    expect(file.code).toBe(code);
    expect(piped).toEqual(file);
    expect(file.err).toBe('');
  });

  it('has no colours and no progress in a pipe, whatever the environment wishes', async () => {
    const said = await fieldkit(['read', broken], {
      env: { FORCE_COLOR: '3', COLORTERM: 'truecolor' },
    });
    expect(said.out).not.toContain('\x1b');
    expect(said.err).toBe('');
  });
});

describe('a reader that goes away', () => {
  const codes = Array.from({ length: 200 }, () => '0x801c001d');

  it('ends quietly, with the exit code it would have had', async () => {
    const said = await shell(
      'set -o pipefail; "$1" "$2" explain --json "${@:3}" | head -1; exit "${PIPESTATUS[0]}"',
      ...codes,
    );
    expect(said).toEqual({ code: 0, out: '{\n', err: '' });
    const sick = await shell(
      '"$1" "$2" read --json "$3" | head -c 1; exit "${PIPESTATUS[0]}"',
      broken,
    );
    expect(sick).toEqual({ code: 2, out: '{', err: '' });
  });

  it('on the error stream does no harm either', async () => {
    const said = await shell('"$1" "$2" nonsense 2>&- ; exit $?');
    expect(said.code).toBe(64);
  });

  it.skipIf(process.platform !== 'linux')('is told apart from a full disk', async () => {
    const said = await shell('"$1" "$2" explain 0x801c001d > /dev/full');
    expect(said.code).toBe(3);
    expect(said.err).toContain('ENOSPC');
    noStack(said);
  });
});

const withPage = async () => {
  await mkdir(join(built.folder, 'resources', 'devices'), { recursive: true });
  await mkdir(join(built.folder, 'out', 'renderer'), { recursive: true });
  await writeFile(
    join(built.folder, 'out', 'renderer', 'index.html'),
    '<!doctype html><title>x</title>',
  );
  await writeFile(join(built.folder, 'out', 'renderer', 'door.js'), '');
};
const withoutPage = () => rm(join(built.folder, 'resources'), { recursive: true });

describe('Ctrl-C', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends a program that waits',
    { timeout: 60_000 },
    async (signal) => {
      const pipe = join(place, `pipe-${signal}`);
      expect((await shell('mkfifo "$3"', pipe)).code).toBe(0);
      const child = spawn(process.execPath, [built.cli, 'read', pipe], { env: plainEnv });
      const ended = watch(child);
      // Opens as soon as the program has opened the other end, and not before.
      const writer = await open(pipe, 'w');
      child.kill(signal);
      const said = await ended;
      await writer.close();
      expect(said).toMatchObject({ code: 3, out: '' });
      expect(said.err).toContain('Cancelled');
      noStack(said);
    },
  );

  it('closes the browser door', async () => {
    await withPage();
    const said = await fieldkit(['serve'], {
      input: null,
      onWords: (child, words) => {
        if (words.includes('Ctrl-C')) child.kill('SIGINT');
      },
    });
    expect(said.out).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
    expect(said.code).toBe(0);
    await withoutPage();
  });
});

it('says which port is in use', async () => {
  await withPage();
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const said = await fieldkit(['serve', '--port', port]);
  server.close();
  expect(said).toMatchObject({ code: 64, out: '' });
  expect(said.err).toContain(port);
  noStack(said);
  await withoutPage();
});

describe('record', () => {
  it('writes a capture that check opens, and replaces it only when told to', async () => {
    const out = join(place, 'mine.fieldkit');
    const first = await fieldkit(['record', out]);
    expect(await readdir(place)).toContain('mine.fieldkit');
    // On this machine there is nothing to read; on Windows there is.
    expect(first.code).toBe(process.platform === 'win32' ? 0 : 3);
    const second = await fieldkit(['record', out]);
    expect(second.code).toBe(64);
    expect(second.err).toContain('--force');
    expect((await fieldkit(['record', '--force', out])).code).toBe(first.code);
    const check = await fieldkit(['check', '--capture', out, '--json']);
    expect(JSON.parse(check.out)).toHaveProperty('verdict.state', 'unknown');
  });

  it.each([
    ['a missing folder', '/no/such/folder/out.zip', 'does not exist'],
    ['something that is no capture', broken, 'already there'],
    ['a place where nothing can be made', '/proc/fieldkit.zip', '/proc/fieldkit.zip'],
  ])('to %s is refused by name and leaves nothing', async (_what, out, words) => {
    const said = await fieldkit(['record', out]);
    expect([3, 64]).toContain(said.code);
    expect(said.err).toContain(words);
    expect(said.out).toBe('');
    noStack(said);
  });

  it.skipIf(!isRoot)('to a folder of somebody else is refused', async ({ skip }) => {
    if (!(await startsFor(nobody))) skip();
    const folder = join(tmpdir(), `fieldkit-closed-${process.pid}`);
    await mkdir(folder, { mode: 0o755 });
    const said = await fieldkit(['record', join(folder, 'x.zip')], { uid: nobody });
    expect(said.code).toBe(64);
    expect(said.err).toContain('not allowed to write');
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

describe('the start file', () => {
  const bin = fileURLToPath(new URL('../../bin/fieldkit.mjs', import.meta.url));
  const startFrom = async (folder: string) => {
    await mkdir(join(folder, 'bin'), { recursive: true });
    await cp(bin, join(folder, 'bin', 'fieldkit.mjs'));
    return watch(
      spawn(process.execPath, [join(folder, 'bin', 'fieldkit.mjs'), '--version'], {
        env: plainEnv,
      }),
    );
  };

  it('starts the built program', async () => {
    const said = await startFrom(built.folder);
    expect(said.code).toBe(0);
    expect(said.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('says how to build it when there is none', async () => {
    const said = await startFrom(join(place, 'bare'));
    expect(said.code).toBe(70);
    expect(said.err).toContain('npm run build');
    noStack(said);
  });
});
