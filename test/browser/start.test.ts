import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** A project with the real start script and stand-ins for everything it starts. */
let project: string;
const at = (...parts: string[]) => join(project, ...parts);

const put = async (path: string, text: string, mode = 0o644): Promise<void> => {
  await mkdir(dirname(at(path)), { recursive: true });
  await writeFile(at(path), text);
  await chmod(at(path), mode);
};

const results = ['main/desktop.js', 'main/browser.js', 'main/cli.js', 'preload/index.cjs'];
const long = 'setInterval(() => {}, 1000);';
const doorStandIn = `
const args = process.argv.slice(2).filter((one, at, all) => one !== '--parent' && all[at - 1] !== '--parent');
console.log('door', ...args);
process.send({ url: 'http://127.0.0.1:1/open?ticket=t' });
process.on('SIGTERM', () => process.exit(0));
${long}`;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'fieldkit-start-'));
  await cp(resolve('scripts/start.mjs'), at('scripts/start.mjs'));
  await cp(resolve('scripts/start'), at('scripts/start'), { recursive: true });
  await put('package.json', '{"type":"module"}');
  await put('main/desktop.ts', '');
  await put('resources/devices/index.json', '["first","second"]');
  const built = new Date(Date.now() + 60_000);
  for (const file of [...results, 'renderer/index.html', 'renderer/door.js']) {
    await put(`out/${file}`, '');
    await utimes(at('out', file), built, built);
  }
  await writeFile(at('out/main/browser.js'), doorStandIn);
  await writeFile(at('out/main/cli.js'), `console.log('cli', ...process.argv.slice(2));`);
  for (const file of results) await utimes(at('out', file), built, built);
});
afterEach(() => rm(project, { recursive: true, force: true }));

interface Started {
  output(): string;
  says(text: string): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  ended: Promise<number | null>;
}

const begin = (env: NodeJS.ProcessEnv = {}, args: string[] = []): Started => {
  const { DISPLAY, WAYLAND_DISPLAY, ELECTRON_OVERRIDE_DIST_PATH, ...rest } = process.env;
  void [DISPLAY, WAYLAND_DISPLAY, ELECTRON_OVERRIDE_DIST_PATH];
  const child = spawn(process.execPath, [at('scripts/start.mjs'), ...args], {
    env: { ...rest, FIELDKIT_NO_BROWSER: '1', FIELDKIT_NO_DOWNLOAD: '1', ...env },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  return {
    output: () => output,
    says: (text) => expect.poll(() => output, { timeout: 60_000 }).toContain(text),
    stop: (signal = 'SIGINT') => {
      child.kill(signal);
      return ended;
    },
    ended,
  };
};

/** As the runtime's package lays it out; a script in its place, so this part is for systems with scripts. */
const installElectron = (script: string): Promise<void> =>
  put('node_modules/electron/dist/electron', `#!${process.execPath}\n${script}`, 0o755).then(() =>
    put('node_modules/electron/path.txt', 'electron'),
  );

const isRoot = process.getuid?.() === 0;
const display = { DISPLAY: ':99' };

describe.skipIf(process.platform === 'win32')('npm start', () => {
  it('opens the browser door where there is no display, with a first diagnosis, and ends on Ctrl-C', async () => {
    const started = begin();
    await started.says('door --reason no-display');
    await started.says('cli check --sample first');
    expect(await started.stop()).toBe(0);
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('leaves nothing running on %s', async (signal) => {
    await writeFile(
      at('out/main/browser.js'),
      `console.log('pid', process.pid, '.'); process.send({ url: 'x' }); process.on('SIGTERM', () => {}); ${long}`,
    );
    const started = begin();
    await started.says('cli check');
    const pid = Number(/pid (\d+)/u.exec(started.output())?.[1]);
    await started.stop(signal);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('takes --browser and hands the port on', async () => {
    const started = begin(display, ['--browser', '--port', '8123']);
    await started.says('door --port 8123');
    await started.stop();
  });

  it('ends as the door ends', async () => {
    await writeFile(at('out/main/browser.js'), 'process.exit(64)');
    expect(await begin().ended).toBe(64);
  });

  it('says what to do when there is nothing built and nothing to build with', async () => {
    await rm(at('out'), { recursive: true });
    const started = begin();
    expect(await started.ended).toBe(70);
    expect(started.output()).toContain('npm ci');
  });

  it('builds when a source is newer, and stops where that fails', async () => {
    await put('node_modules/electron-vite/bin/electron-vite.js', `process.exit(1)`);
    const later = new Date(Date.now() + 120_000);
    await utimes(at('main/desktop.ts'), later, later);
    const started = begin();
    expect(await started.ended).toBe(70);
    expect(started.output()).toContain('Building Fieldkit');
    expect(started.output()).not.toContain('door');
  });

  it('does not build what is fresh', async () => {
    await put('node_modules/electron-vite/bin/electron-vite.js', `process.exit(1)`);
    const built = new Date(Date.now() - 60_000);
    await utimes(at('package.json'), built, built);
    const started = begin();
    await started.says('door');
    expect(started.output()).not.toContain('Building');
    await started.stop();
  });

  it.runIf(isRoot)('never starts the window without its sandbox', async () => {
    await installElectron(`console.log('window')`);
    const started = begin(display);
    await started.says('door --reason root');
    expect(started.output()).not.toContain('window');
    await started.stop();
  });
});

/** The rest of the way to the window is closed to root, so these see another user in the script's place. */
const asUser = { NODE_OPTIONS: '--import=./as-user.mjs' };

describe.skipIf(process.platform !== 'linux')('the window', () => {
  const go = async (env: NodeJS.ProcessEnv = {}) => {
    await put('as-user.mjs', 'process.getuid = () => 1000;');
    return begin({
      ...display,
      ...env,
      NODE_OPTIONS: asUser.NODE_OPTIONS.replace('./', `${project}/`),
    });
  };

  it('opens where it can, and its exit code is ours', async () => {
    await installElectron(
      `console.log('window', process.argv.length, process.env.ELECTRON_RUN_AS_NODE); process.exit(0)`,
    );
    const started = await go({ ELECTRON_RUN_AS_NODE: '1' });
    expect(await started.ended).toBe(0);
    expect(started.output()).toContain('window 3 undefined');
    expect(started.output()).not.toContain('door');
  });

  it('gives way to the browser door when it fails at once', async () => {
    await installElectron('process.exit(1)');
    const started = await go();
    await started.says('door --reason failed');
    await started.stop();
  });

  it('gives way when it is not a program for this computer', async () => {
    await put('node_modules/electron/dist/electron', '\u007fELF nonsense', 0o755);
    const started = await go();
    await started.says('door --reason failed');
    await started.stop();
  });

  it('gives way when it is missing and may not be fetched', async () => {
    await put('node_modules/electron/install.js', `require('fs').writeFileSync('fetched', '')`);
    const started = await go();
    await started.says('door --reason no-binary');
    await expect(readFile(at('fetched'))).rejects.toThrow('ENOENT');
    await started.stop();
  });

  it('is fetched once where that is allowed, and gives way when that fails', async () => {
    await put('node_modules/electron/package.json', '{}');
    await put(
      'node_modules/electron/install.js',
      `require('fs').appendFileSync('fetched', 'x'); process.exit(1)`,
    );
    const started = await go({ FIELDKIT_NO_DOWNLOAD: '', CI: '' });
    await started.says('door --reason no-binary');
    expect(await readFile(at('fetched'), 'utf8')).toBe('x');
    await started.stop();
  });

  it('is found where the environment says', async () => {
    await put('elsewhere/electron', `#!${process.execPath}\nconsole.log('elsewhere')`, 0o755);
    const started = await go({ ELECTRON_OVERRIDE_DIST_PATH: at('elsewhere') });
    expect(await started.ended).toBe(0);
    expect(started.output()).toContain('elsewhere');
  });

  it('is ended with its start script', async () => {
    await installElectron(`console.log('pid', process.pid, '.'); ${long}`);
    const started = await go();
    await started.says(' .');
    const pid = Number(/pid (\d+)/u.exec(started.output())?.[1]);
    expect(await started.stop('SIGTERM')).toBe(0);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
