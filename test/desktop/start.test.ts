import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recorder } from './fakes';

/** Electron as far as the door touches it; each start gets a fresh one. */
const electron = vi.hoisted(() => ({ module: {} as Record<string, unknown> }));
vi.mock('electron', () => ({
  get app() {
    return electron.module['app'];
  },
  get BrowserWindow() {
    return electron.module['BrowserWindow'];
  },
  get clipboard() {
    return electron.module['clipboard'];
  },
  get dialog() {
    return electron.module['dialog'];
  },
  get Menu() {
    return electron.module['Menu'];
  },
  get Notification() {
    return electron.module['Notification'];
  },
  get nativeImage() {
    return electron.module['nativeImage'];
  },
  get Tray() {
    return electron.module['Tray'];
  },
  get net() {
    return electron.module['net'];
  },
  get safeStorage() {
    return electron.module['safeStorage'];
  },
  get protocol() {
    return electron.module['protocol'];
  },
  get screen() {
    return electron.module['screen'];
  },
  get session() {
    return electron.module['session'];
  },
  get shell() {
    return electron.module['shell'];
  },
  get ipcMain() {
    return electron.module['ipcMain'];
  },
}));

let base = '';
const argv = process.argv;
let processListeners: [string, (...args: never[]) => void][] = [];

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'fieldkit-start-'));
  mkdirSync(join(base, 'out', 'renderer'), { recursive: true });
  writeFileSync(join(base, 'out', 'renderer', 'index.html'), '<p>__NONCE__');
  processListeners = [];
  Object.defineProperty(process, 'resourcesPath', { value: base, configurable: true });
  vi.spyOn(process, 'on').mockImplementation((name, listener) => {
    processListeners.push([String(name), listener as (...args: never[]) => void]);
    return process;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.argv = argv;
  Reflect.deleteProperty(process, 'resourcesPath');
  rmSync(base, { recursive: true });
});

interface Given {
  packaged?: boolean;
  args?: string[];
  first?: boolean;
}

const begin = async ({ packaged = true, args = [], first = true }: Given = {}) => {
  const did: string[] = [];
  const note =
    (name: string) =>
    (...all: unknown[]) => {
      did.push([name, ...all.filter((part) => typeof part !== 'function')].map(String).join(' '));
    };
  const app = recorder();
  const contents = recorder();
  const window = recorder();
  const calls = new Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>();
  const made: { webPreferences: Record<string, unknown> }[] = [];
  const served: ((request: unknown) => Promise<Response>)[] = [];
  const sent: unknown[][] = [];
  let ready = false;
  const page = {
    setPermissionRequestHandler: note('limit requests'),
    setPermissionCheckHandler: note('limit checks'),
    setDevicePermissionHandler: note('limit devices'),
    webRequest: { onBeforeRequest: note('lock network') },
    on: (name: string) => {
      did.push(`session ${name}`);
    },
    allowNTLMCredentialsForDomains: note('sign in to'),
    protocol: {
      handle: (scheme: string, answer: (request: unknown) => Promise<Response>) => {
        did.push(`serve ${scheme}`);
        served.push(answer);
      },
    },
  };
  Object.assign(contents, {
    id: 7,
    reload: note('reload'),
    send: (...all: unknown[]) => sent.push(all),
    isDestroyed: () => false,
    isCrashed: () => false,
  });
  electron.module = {
    app: {
      on: app.on,
      isPackaged: packaged,
      disableHardwareAcceleration: note('no graphics'),
      setPath: note('path'),
      isReady: () => ready,
      getFileIcon: () => Promise.resolve('picture'),
      getPath: (name: string) => join(base, name === 'exe' ? 'Fieldkit.exe' : 'user'),
      getAppPath: () => base,
      getPreferredSystemLanguages: () => ['de-DE'],
      requestSingleInstanceLock: () => first,
      enableSandbox: note('sandbox'),
      exit: note('exit'),
      whenReady: () => {
        did.push('ready');
        ready = true;
        return Promise.resolve();
      },
    },
    clipboard: { writeText: note('copy') },
    net: {},
    safeStorage: { isEncryptionAvailable: () => false },
    dialog: { showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }) },
    Menu: { setApplicationMenu: note('menu'), buildFromTemplate: (rows: unknown) => rows },
    Notification: class {
      show() {}
    },
    nativeImage: { createEmpty: () => 'no picture' },
    Tray: class {
      on() {}
      setToolTip() {}
      setContextMenu() {}
      setImage() {}
    },
    protocol: { registerSchemesAsPrivileged: () => did.push('scheme') },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
    session: {
      fromPartition: (name: string) => {
        did.push(`partition ${name}`);
        return page;
      },
    },
    shell: { openExternal: () => Promise.resolve() },
    ipcMain: {
      handle: (name: string, run: (event: unknown, ...args: unknown[]) => Promise<unknown>) =>
        calls.set(name, run),
    },
    BrowserWindow: class {
      webContents = contents;
      on = window.on;
      once = window.on;
      isMinimized = () => false;
      focus = note('focus');
      loadURL = (url: string) => {
        did.push(`load ${url}`);
        return Promise.resolve();
      };
      constructor(options: { webPreferences: Record<string, unknown> }) {
        did.push('window');
        made.push(options);
      }
    },
  };
  process.argv = ['electron', ...(packaged ? [] : ['.']), ...args];
  vi.resetModules();
  await import('../../main/desktop');
  await vi.waitFor(() => {
    expect(did.at(-1)).toMatch(/^(?:load|exit) /);
  });
  return { did, app, contents, window, calls, made, served, sent };
};

const ourFrame = { url: 'app://fieldkit/', parent: null, detached: false };
const ours = { sender: { id: 7 }, senderFrame: ourFrame };

describe('the start', () => {
  it('closes every door before Electron is ready, and the session before the window', async () => {
    const { did } = await begin();
    const [before, after] = did.join('\n').split('\nready\n');
    expect(before?.split('\n')).toEqual(['sandbox', 'scheme', 'menu null']);
    const steps = after?.split('\n') ?? [];
    expect(steps.slice(0, steps.indexOf('window')).sort()).toEqual(
      [
        'partition page',
        'limit requests',
        'limit checks',
        'limit devices',
        'lock network',
        'session will-download',
        'sign in to ',
        'serve app',
      ].sort(),
    );
    expect(steps.slice(steps.indexOf('window'))).toEqual(['window', 'load app://fieldkit/']);
  });

  it('pins every page and every crash', async () => {
    const { app, contents, window } = await begin();
    expect(app.names().sort()).toEqual(['second-instance', 'web-contents-created']);
    expect(contents.names()).toEqual(['render-process-gone']);
    expect(window.names().sort()).toEqual(['close', 'ready-to-show']);
    expect(processListeners.map(([name]) => name)).toEqual(
      expect.arrayContaining(['uncaughtException', 'unhandledRejection']),
    );
  });

  it('gives the page the preload, the sandbox and no developer tools', async () => {
    const { made } = await begin();
    expect(made).toHaveLength(1);
    expect(made[0]?.webPreferences).toMatchObject({
      preload: join(base, 'out', 'preload', 'index.cjs'),
      sandbox: true,
      devTools: false,
    });
  });

  it('serves the built page', async () => {
    const { served } = await begin();
    const answer = await served[0]?.({ method: 'GET', url: 'app://fieldkit/' });
    expect(answer?.status).toBe(200);
  });

  it('ends at once when another instance has the window', async () => {
    const { did } = await begin({ first: false });
    expect(did.at(-1)).toBe('exit 0');
    expect(did).not.toContain('window');
  });

  it('refuses a debugging switch in a package, with a line in the log', async () => {
    const { did } = await begin({ args: ['--remote-debugging-port=9222'] });
    expect(did).toEqual(['exit 64']);
    const log = readFileSync(join(base, 'user', 'logs', 'fieldkit.log'), 'utf8');
    expect(log).toContain('start refused flags=--remote-debugging-port=9222');
  });

  it.each([
    ['a debugging switch beside it', ['--elevated=read-admin-sources', '--inspect=9229']],
    ['a page to open', ['--elevated', 'C:\\x.fieldkit']],
    ['an operation nobody knows', ['--elevated=shell', '--given=', '--reply=', '--reader=']],
  ])(
    'opens no window and leaves nothing of the user’s when it is elevated: %s',
    async (_, args) => {
      const { did } = await begin({ args });
      const protectedPlace = `path userData ${join(base, 'handover', 'profile')}`;
      expect(did).toEqual(['no graphics', protectedPlace, 'exit 64']);
      expect(existsSync(join(base, 'user'))).toBe(false);
    },
  );

  it('lets a developer debug what is not packaged', async () => {
    const { did } = await begin({ packaged: false, args: ['--remote-debugging-port=9222'] });
    expect(did).toContain('window');
  });

  it('does not update itself without a feed, and says why', async () => {
    await begin();
    await vi.waitFor(() => {
      const log = readFileSync(join(base, 'user', 'logs', 'fieldkit.log'), 'utf8');
      expect(log).toContain('updates state=not-installed');
    });
  });
});

describe('the calls', () => {
  it('are answered for our own page, in the language of the system', async () => {
    const { calls } = await begin();
    await expect(calls.get('app.info')?.(ours)).resolves.toMatchObject({
      door: 'desktop',
      languages: ['de-DE'],
    });
  });

  it.each([
    ['a frame inside', { ...ours, senderFrame: { ...ourFrame, parent: ourFrame } }],
    ['nobody', { ...ours, senderFrame: null }],
    ['another page', { ...ours, senderFrame: { ...ourFrame, url: 'https://example.com/' } }],
    ['another window', { ...ours, sender: { id: 8 } }],
  ])('are refused for %s', async (_who, event) => {
    const { calls } = await begin();
    expect(calls.size).toBeGreaterThan(5);
    for (const call of calls.values())
      await expect(call(event)).rejects.toThrow('untrusted-sender');
  });

  it('are refused with a wrong argument', async () => {
    const { calls } = await begin();
    await expect(calls.get('read.text')?.(ours, 1)).rejects.toThrow('bad-arguments');
  });
});

describe('a capture from outside', () => {
  it('is read by main at the start and given to the page once', async () => {
    const path = join(base, 'pc.fieldkit');
    writeFileSync(path, 'no capture');
    const { calls, sent } = await begin({ args: [path] });
    expect(sent).toEqual([['opened.arrived', true]]);
    await expect(calls.get('opened.take')?.(ours)).resolves.toEqual({
      ok: false,
      code: 'not-dsregcmd',
    });
    await expect(calls.get('opened.take')?.(ours)).resolves.toBeNull();
  });

  it('from a second start comes to the first window', async () => {
    const { app, did, sent, calls } = await begin();
    app.emit('second-instance', {}, ['Fieldkit.exe', join(base, 'none.fieldkit')], '/elsewhere');
    expect(did.at(-1)).toBe('focus');
    expect(sent).toEqual([['opened.arrived', true]]);
    await expect(calls.get('opened.take')?.(ours)).resolves.toEqual({
      ok: false,
      code: 'cannot-open',
    });
  });
});
