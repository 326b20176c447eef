import { request as httpRequest } from 'node:http';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { WebSocket } from 'ws';
import type { Fieldkit } from '../../preload/contract';
import config from '../../playwright.config';
import { startDoor, type OpenDoor } from '../harness/door.mjs';
import { startStranger } from './support/stranger';

declare global {
  interface Window {
    violations: string[];
    fieldkit?: Fieldkit;
  }
}

const launch = config.use?.launchOptions;
// Without a camera a browser says that there is none, before it says that we may not use it.
const fakeCamera = '--use-fake-device-for-media-stream';
test.use({ launchOptions: { ...launch, args: [...(launch?.args ?? []), fakeCamera] } });

let door: OpenDoor;
let origin: string;
let stranger: Awaited<ReturnType<typeof startStranger>>;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  door = await startDoor();
  origin = new URL(door.url).origin;
  stranger = await startStranger();
  context = await browser.newContext();
  await context.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  const first = await context.newPage();
  await first.goto(door.url);
  await first.close();
});

test.afterAll(async () => {
  await context.close();
  await stranger.stop();
  await door.stop();
});

test.beforeEach(async () => {
  stranger.visits.length = 0;
  page = await context.newPage();
  await page.goto(`${origin}/`);
  await page.getByRole('tab').first().waitFor();
});

test.afterEach(() => page.close());

const handOver = { language: null, open: [], sources: [], note: '', call: null };

const violations = () => page.evaluate(() => window.violations);

/** One row per method, so that a call added to the contract is missing here until somebody says so. */
const methods: Record<keyof Fieldkit, true> = {
  info: true,
  cloud: true,
  cloudSignIn: true,
  cloudConfirm: true,
  cloudCancel: true,
  cloudSignOut: true,
  cloudLook: true,
  cloudMine: true,
  cloudFind: true,
  cloudDevice: true,
  cloudKeys: true,
  cloudForesee: true,
  cloudAct: true,
  cloudActions: true,
  cloudFollow: true,
  cloudSetAside: true,
  cloudSecret: true,
  cloudCopySecret: true,
  cloudForgetSecret: true,
  cloudBulkStart: true,
  cloudBulkResume: true,
  cloudBulkStop: true,
  cloudBulk: true,
  cloudBulkSave: true,
  batches: true,
  createBatch: true,
  openBatch: true,
  takeIntoBatch: true,
  addToBatch: true,
  setInBatch: true,
  batchDevice: true,
  readIntoBatch: true,
  signInBatch: true,
  exportBatch: true,
  onCloud: true,
  onCloudBulk: true,
  organisation: true,
  openOrganisation: true,
  disproof: true,
  since: true,
  history: true,
  wipeHistory: true,
  samples: true,
  inspect: true,
  cancel: true,
  readText: true,
  readFile: true,
  raw: true,
  readings: true,
  rightsOffer: true,
  readAsAdministrator: true,
  chain: true,
  readiness: true,
  reachDomain: true,
  reachCloud: true,
  reachNamed: true,
  reachServers: true,
  saveReach: true,
  cancelReach: true,
  explain: true,
  previewHandOver: true,
  saveHandOver: true,
  copyHandOver: true,
  waysOut: true,
  mailHandOver: true,
  pdfHandOver: true,
  sendHandOver: true,
  outbox: true,
  sendAgain: true,
  dropFromOutbox: true,
  onOutbox: true,
  calls: true,
  beginCall: true,
  writeCall: true,
  attachToCall: true,
  answerInCall: true,
  toldInCall: true,
  compareInCall: true,
  guidedInCall: true,
  endCall: true,
  onCheckWanted: true,
  openLink: true,
  settings: true,
  saveSettings: true,
  guides: true,
  startGuide: true,
  startFix: true,
  unfinishedGuides: true,
  resumeGuide: true,
  guideState: true,
  answerGuide: true,
  guideBack: true,
  skipStep: true,
  stopGuide: true,
  guideHelped: true,
  leaveGuide: true,
  viewJournal: true,
  onGuide: true,
  takeOpened: true,
  onProgress: true,
  onOpened: true,
};

test.describe('what the page has', () => {
  test('is the contract and nothing of Node', async () => {
    const found = await page.evaluate(() => ({
      keys: Object.keys(window.fieldkit ?? {}),
      node: ['require', 'process', 'Buffer', 'module', 'global', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
    }));
    expect(found.keys.sort()).toEqual(Object.keys(methods).sort());
    expect(found.node).toEqual([]);
  });

  test('cannot be swapped for something else', async () => {
    const before = await page.evaluate(() => {
      const mine = { info: () => 'mine' };
      const tries = [
        () => Object.assign(window, { fieldkit: mine }),
        () => Object.defineProperty(window, 'fieldkit', { value: mine }),
        () => Object.assign(window.fieldkit as object, mine),
        () => Reflect.deleteProperty(window, 'fieldkit'),
      ];
      for (const one of tries)
        try {
          one();
        } catch {
          // Refused, as it should be.
        }
      return String(window.fieldkit?.info);
    });
    expect(before).not.toContain('mine');
  });

  test('is visited without one violation of the policy', async () => {
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
    }
    await page
      .getByRole('textbox', { name: 'Output of dsregcmd' })
      .first()
      .fill('AzureAdJoined : YES');
    await page.getByRole('tab').first().click();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

test.describe('foreign code', () => {
  test('does not run from text', async () => {
    const ran = await page.evaluate(async () => {
      const outcomes: string[] = [];
      const run = (what: () => unknown): void => {
        try {
          outcomes.push(`ran ${String(what())}`);
        } catch (error) {
          outcomes.push((error as Error).name);
        }
      };
      const makers = [() => undefined, async () => undefined, function* () {}];
      // The policy does not hold inside Playwright's own evaluation, but in what that leaves behind.
      await new Promise((resolve) => setTimeout(resolve));
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          run(() => Reflect.get(window, 'eval')('1'));
          for (const maker of makers)
            run(() => Reflect.construct(maker.constructor as never, ['1']));
          resolve();
        });
      });
      return outcomes;
    });
    expect(ran).toEqual(['EvalError', 'EvalError', 'EvalError', 'EvalError']);
  });

  test('does not run from markup', async () => {
    const names = await page.evaluate(async () => {
      const inline = document.createElement('script');
      inline.textContent = 'window.inline = 1';
      const nonced = document.createElement('script');
      nonced.nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')!.content;
      nonced.textContent = 'window.nonced = 1';
      const data = document.createElement('script');
      data.src = 'data:text/javascript,window.data=1';
      const image = document.createElement('div');
      image.innerHTML = '<img src="data:," onerror="window.handler = 1">';
      const frame = document.createElement('iframe');
      frame.srcdoc = '<script>parent.framed = 1</script>';
      const link = document.createElement('a');
      link.href = 'javascript:window.link = 1';
      document.body.append(inline, nonced, data, image, frame, link);
      link.click();
      await import('data:text/javascript,window.imported=1' as string).catch(() => undefined);
      try {
        new Worker(URL.createObjectURL(new Blob(['1'])));
      } catch {
        // Refused at once by some versions, later by others.
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      return ['inline', 'nonced', 'data', 'handler', 'framed', 'link', 'imported'].filter(
        (name) => name in window,
      );
    });
    expect(names).toEqual([]);
    expect((await violations()).length).toBeGreaterThan(4);
  });
});

test.describe('the way out', () => {
  test('is closed for everything a page can load or send', async () => {
    await page.evaluate(
      async ({ there, port }) => {
        const add = (tag: string, attributes: Record<string, string>): void => {
          const element = document.createElement(tag);
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          document.body.append(element);
        };
        add('img', { src: `${there}/img` });
        add('script', { src: `${there}/script` });
        add('link', { rel: 'stylesheet', href: `${there}/style` });
        add('link', { rel: 'prefetch', href: `${there}/prefetch` });
        add('link', { rel: 'icon', href: `${there}/icon` });
        add('link', { rel: 'manifest', href: `${there}/manifest` });
        add('iframe', { src: `${there}/frame` });
        add('object', { data: `${there}/object` });
        add('embed', { src: `${there}/embed` });
        add('video', { src: `${there}/video` });
        add('div', { style: `background:url(${there}/background)` });
        navigator.sendBeacon(`${there}/beacon`, 'x');
        const tries: (() => unknown)[] = [
          () => new WebSocket(`ws://127.0.0.1:${String(port)}/socket`),
          () => new EventSource(`${there}/events`),
          () => fetch(`${there}/fetch`, { mode: 'no-cors' }).catch(() => undefined),
          () => new Worker(`${there}/worker`),
          () => {
            const request = new XMLHttpRequest();
            request.open('GET', `${there}/xhr`);
            request.send();
          },
        ];
        for (const one of tries)
          try {
            await one();
          } catch {
            // Refused at once.
          }
        await new Promise((resolve) => setTimeout(resolve, 500));
      },
      { there: stranger.origin, port: stranger.port },
    );
    expect(stranger.visits).toEqual([]);
  });

  test('is closed for windows and forms', async () => {
    const opened: Page[] = [];
    context.on('page', (one) => opened.push(one));
    const got = await page.evaluate(async (there) => {
      const form = document.createElement('form');
      form.action = `${there}/form`;
      form.method = 'post';
      document.body.append(form);
      form.submit();
      const blank = document.createElement('a');
      blank.href = `${there}/blank`;
      blank.target = '_blank';
      document.body.append(blank);
      blank.click();
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const windows = [window.open(`${there}/open`), frame.contentWindow?.open(`${there}/framed`)];
      await new Promise((resolve) => setTimeout(resolve, 500));
      return windows.filter(Boolean).length;
    }, stranger.origin);
    expect(got).toBe(0);
    expect(opened).toEqual([]);
    expect(stranger.visits).toEqual([]);
    expect(page.url()).toBe(`${origin}/`);
  });

  for (const [name, leave] of Object.entries({
    'by setting the address': (there: string) => {
      location.href = `${there}/href`;
    },
    'by replacing the address': (there: string) => {
      location.replace(`${there}/replace`);
    },
    'by a link': (there: string) => {
      const link = document.createElement('a');
      link.href = `${there}/link`;
      link.setAttribute('ping', `${there}/ping`);
      document.body.append(link);
      link.click();
    },
    'by a refresh': (there: string) => {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'refresh';
      meta.content = `0;url=${there}/refresh`;
      document.head.append(meta);
    },
    'from an empty frame': (there: string) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      frame.contentWindow?.top?.location.assign(`${there}/top`);
    },
    'by a download': (there: string) => {
      const link = document.createElement('a');
      link.href = `${there}/download`;
      link.download = 'x';
      document.body.append(link);
      link.click();
    },
  }))
    test(`is closed for leaving ${name}`, async () => {
      await page.evaluate(leave, stranger.origin);
      await page.waitForTimeout(500);
      expect(page.url()).toBe(`${origin}/`);
      expect(stranger.visits).toEqual([]);
    });

  test('is closed even where permissions were given', async () => {
    await context.grantPermissions(['camera', 'microphone', 'geolocation', 'clipboard-read'], {
      origin,
    });
    await page.bringToFront();
    const got = await page.evaluate(async () => ({
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        (error: unknown) => (error as Error).name,
      ),
      microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        (error: unknown) => (error as Error).name,
      ),
      clipboard: await navigator.clipboard.readText().then(
        () => 'given',
        () => 'refused',
      ),
      place: await new Promise<string>((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          () => resolve('refused'),
        );
      }),
      notifications: await Notification.requestPermission(),
    }));
    await context.clearPermissions();
    expect(got).toEqual({
      camera: 'NotAllowedError',
      microphone: 'NotAllowedError',
      clipboard: 'refused',
      place: 'refused',
      notifications: 'denied',
    });
  });
});

test.describe('the border', () => {
  test('refuses wrong shapes by name', async () => {
    const codes = await page.evaluate(async (handOver) => {
      const house = window.fieldkit as never as Record<
        string,
        (...args: unknown[]) => Promise<unknown>
      >;
      const codeOf = (error: unknown): string => (error as Error).message;
      const asked: [string, unknown[]][] = [
        ['readText', [5]],
        ['readText', [{ toString: 'x' }]],
        ['inspect', [{ kind: 'sample', id: '../../etc/passwd' }]],
        ['inspect', [{ kind: 'this-device', path: '/' }]],
        ['inspect', [JSON.parse('{"kind":"this-device","__proto__":{}}')]],
        ['raw', ['../x', 'y']],
        ['saveHandOver', ['look', '../evil.exe', handOver]],
        ['sendHandOver', ['look', 'html', 'https://evil.example', handOver]],
        ['dropFromOutbox', ['../evil']],
        ['writeCall', ['c-1', '', 'x'.repeat(8_001)]],
        ['endCall', ['../evil']],
        ['copyHandOver', ['look', { ...handOver, open: ['secrets'] }]],
        ['openLink', ['https://example.org']],
        ['saveSettings', [{}]],
        ['readFile', ['/etc/passwd', 'AAAA']],
      ];
      return Promise.all(
        asked.map(([name, args]) => house[name]!(...args).then(() => 'let in', codeOf)),
      );
    }, handOver);
    expect(new Set(codes)).toEqual(new Set(['bad-arguments']));
  });

  test('refuses other words on the socket, and hangs up on nonsense', async () => {
    const heard = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const said: string[] = [];
          const socket = new WebSocket(`ws://${location.host}/socket`);
          socket.onmessage = (event) => {
            said.push(String(event.data));
            socket.send('nonsense');
          };
          socket.onclose = (event) => resolve([...said, String(event.code)]);
          socket.onopen = () =>
            socket.send(JSON.stringify({ id: 1, name: 'shell.run', args: ['calc.exe'] }));
        }),
    );
    expect(heard).toEqual(['{"id":1,"ok":false,"code":"unknown-call"}', '1008']);
  });
});

test.describe('a page of a stranger', () => {
  let foreign: Page;

  test.beforeEach(async () => {
    foreign = await context.newPage();
    await foreign.goto(`${stranger.origin}/page`);
  });
  test.afterEach(() => foreign.close());

  test('reads nothing and opens no socket, although its browser has the session', async () => {
    const got = await foreign.evaluate(async (there) => {
      const read = (init: RequestInit) =>
        fetch(`${there}/`, init).then(
          (reply) => reply.text(),
          () => 'refused',
        );
      const loaded = (tag: 'script' | 'img', path: string) =>
        new Promise<string>((resolve) => {
          const element = document.createElement(tag);
          element.onload = () => resolve('loaded');
          element.onerror = () => resolve('refused');
          element.src = `${there}${path}`;
          document.body.append(element);
        });
      return {
        plain: await read({ credentials: 'include' }),
        blind: await read({ credentials: 'include', mode: 'no-cors' }),
        script: await loaded('script', '/door.js'),
        socket: await new Promise<string>((resolve) => {
          const socket = new WebSocket(`${there.replace('http', 'ws')}/socket`);
          socket.onopen = () => resolve('open');
          socket.onclose = () => resolve('refused');
        }),
      };
    }, origin);
    expect(got.plain).toBe('refused');
    expect(['refused', '']).toContain(got.blind);
    expect([got.script, got.socket]).toEqual(['refused', 'refused']);
  });

  test('cannot put ours into a frame', async () => {
    await foreign.evaluate(async (there) => {
      const frame = document.createElement('iframe');
      frame.src = `${there}/`;
      document.body.append(frame);
      await new Promise((resolve) => (frame.onload = resolve));
    }, origin);
    const framed = foreign.frames().at(-1)!;
    await expect(framed.getByRole('tab')).toHaveCount(0);
  });

  test('cannot look into a window of ours that it opened', async () => {
    const coming = context.waitForEvent('page');
    await foreign.evaluate((there) => {
      Object.assign(window, { ours: window.open(`${there}/`) });
    }, origin);
    const ours = await coming;
    await ours.getByRole('tab').first().waitFor();
    expect(await ours.evaluate(() => window.opener === null)).toBe(true);
    expect(await foreign.evaluate(() => (window as never as { ours: Window }).ours.closed)).toBe(
      true,
    );
    await ours.close();
  });
});

test.describe('without the session', () => {
  for (const [what, path, status] of [
    ['no ticket', '/', 401],
    ['a wrong ticket', `/open?ticket=${'a'.repeat(43)}`, 403],
    ['the used ticket', null, 403],
  ] as const)
    test(`${what} gets nowhere`, async ({ browser }) => {
      const other = await browser.newContext();
      const visitor = await other.newPage();
      const reply = await visitor.goto(path === null ? door.url : `${origin}${path}`);
      expect(reply?.status()).toBe(status);
      expect(await other.cookies()).toEqual([]);
      await other.close();
    });

  test('another name for this device gets nowhere', async () => {
    const cookies = await context.cookies(origin);
    const cookie = cookies.map((one) => `${one.name}=${one.value}`).join('; ');
    const status = await new Promise((resolve) => {
      const headers = { host: 'evil.example', cookie };
      httpRequest(`${origin}/`, { headers }, (reply) => resolve(reply.statusCode)).end();
    });
    expect(cookie).not.toBe('');
    expect(status).toBe(403);
  });

  test('a socket is refused', async () => {
    const said = await new Promise((resolve) => {
      const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, { origin });
      socket.on('open', () => resolve('open'));
      socket.on('error', (error) => resolve(error.message));
    });
    expect(said).toContain('401');
  });

  test('scripts cannot read the session, and the address bar does not show the ticket', async () => {
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(page.url()).not.toContain('ticket');
    const [cookie] = await context.cookies(origin);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  });
});
