import { describe, expect, it } from 'vitest';
import { denyDownloads } from '../../main/desktop/downloads';
import { denyNavigation } from '../../main/desktop/navigation';
import { lockNetwork } from '../../main/desktop/network-lock';
import { denyIntegratedSignIn } from '../../main/desktop/ntlm';
import { limitPermissions, permissions } from '../../main/desktop/permissions';
import { sandboxEveryPage } from '../../main/desktop/sandbox';
import { registerScheme } from '../../main/desktop/scheme';
import { webPreferences } from '../../main/desktop/web-preferences';
import { as, preventable, recorder } from './fakes';

describe('web preferences', () => {
  const make = (packaged: boolean) =>
    webPreferences({ preload: '/app/preload.cjs', session: as('session'), packaged });

  it('are exactly these in a package', () => {
    expect(make(true)).toEqual({
      preload: '/app/preload.cjs',
      session: 'session',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      plugins: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
  });

  it('differ during development by the developer tools and nothing else', () => {
    expect(make(false)).toEqual({ ...make(true), devTools: true });
  });
});

describe('sandbox', () => {
  it('is switched on for every page', () => {
    let on = false;
    sandboxEveryPage({ isReady: () => false, enableSandbox: () => void (on = true) });
    expect(on).toBe(true);
  });

  it('refuses to come too late, when it would do nothing', () => {
    expect(() => {
      sandboxEveryPage({ isReady: () => true, enableSandbox: () => undefined });
    }).toThrow(/before/);
  });
});

it('the scheme is standard and secure, and bypasses nothing', () => {
  const registered: unknown[] = [];
  registerScheme({ registerSchemesAsPrivileged: (schemes) => registered.push(...schemes) });
  expect(registered).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});

describe('permissions', () => {
  const apply = () => {
    const set = new Map<string, (...args: never[]) => unknown>();
    const keep = (name: string) => (handler: unknown) => {
      set.set(name, handler as (...args: never[]) => unknown);
    };
    limitPermissions(
      as({
        setPermissionRequestHandler: keep('request'),
        setPermissionCheckHandler: keep('check'),
        setDevicePermissionHandler: keep('device'),
      }),
    );
    return (name: string, ...args: unknown[]) => set.get(name)?.(...(args as never[]));
  };

  it.each([...Object.keys(permissions), 'invented-tomorrow', 'constructor'])(
    'refuses %s when asked and when checked',
    (permission) => {
      const ask = apply();
      const answers: unknown[] = [];
      ask('request', null, permission, (granted: boolean) => answers.push(granted));
      answers.push(ask('check', null, permission, 'app://fieldkit'));
      expect(answers).toEqual([false, false]);
    },
  );

  it('refuses devices', () => {
    expect(apply()('device', { deviceType: 'usb' })).toBe(false);
  });
});

describe('navigation', () => {
  const createPage = () => {
    const app = recorder();
    const page = recorder();
    let windows: ((details: unknown) => unknown) | undefined;
    denyNavigation(as(app));
    app.emit(
      'web-contents-created',
      {},
      {
        ...page,
        setWindowOpenHandler: (handler: (details: unknown) => unknown) => (windows = handler),
      },
    );
    return { page, open: () => windows?.({ url: 'app://fieldkit/' }) };
  };

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'stops %s on every page',
    (name) => {
      const event = preventable();
      createPage().page.emit(name, event);
      expect(event.prevented).toBe(true);
    },
  );

  it('opens no window, not even on our own address', () => {
    expect(createPage().open()).toEqual({ action: 'deny' });
  });
});

describe('network', () => {
  const cancels = (url: string): unknown => {
    let answer: unknown;
    lockNetwork(
      as({
        webRequest: {
          onBeforeRequest: (handler: (details: unknown, tell: (a: unknown) => void) => void) => {
            handler({ url }, (given) => (answer = given));
          },
        },
      }),
    );
    return answer;
  };

  it.each(['app://fieldkit/', 'app://fieldkit/assets/index-1a.js'])('lets %s pass', (url) => {
    expect(cancels(url)).toEqual({ cancel: false });
  });

  it.each([
    'https://example.com/',
    'http://127.0.0.1:8080/',
    'ws://127.0.0.1/',
    'file:///C:/Windows/win.ini',
    'app://fieldkit.evil/',
    'app://user@fieldkit/',
    'devtools://devtools/bundled/x.js',
    'blob:app://fieldkit/1',
    'not an address',
  ])('cancels %s', (url) => {
    expect(cancels(url)).toEqual({ cancel: true });
  });
});

it('no download is ever kept', () => {
  const session = recorder();
  denyDownloads(as(session));
  const event = preventable();
  session.emit('will-download', event);
  expect(event.prevented).toBe(true);
});

it('no server is signed in to with the account of the person', () => {
  const domains: string[] = [];
  denyIntegratedSignIn({ allowNTLMCredentialsForDomains: (list) => void domains.push(list) });
  expect(domains).toEqual(['']);
});
