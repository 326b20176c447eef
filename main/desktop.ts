import { dirname, join } from 'node:path';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  Menu,
  nativeImage,
  Notification,
  protocol,
  screen,
  session,
  Tray,
} from 'electron';
import { createHouse } from './app';
import { answerWith } from './desktop/answer';
import { listBuiltFiles } from './desktop/built-files';
import { cloudDoor } from './desktop/cloud-door';
import { captureArgument } from './desktop/capture-argument';
import { logCrashes } from './desktop/crash-log';
import { denyDownloads } from './desktop/downloads';
import { offlineFlag, refusedFlags } from './desktop/flags';
import { copyBy, saveByDialog } from './desktop/give-out';
import { openAddress, openLink, openMail } from './desktop/links';
import { createLog } from './desktop/log';
import { denyNavigation } from './desktop/navigation';
import { lockNetwork } from './desktop/network-lock';
import { denyIntegratedSignIn } from './desktop/ntlm';
import { openedCaptures } from './desktop/opened';
import { pdfBy } from './desktop/print';
import { netTransport } from './desktop/put';
import { reloadOnce } from './desktop/page-crash';
import { limitPermissions } from './desktop/permissions';
import { sandboxEveryPage } from './desktop/sandbox';
import { registerScheme, serveScheme } from './desktop/scheme';
import { isTrustedSender } from './desktop/sender';
import { beTheOnlyOne } from './desktop/single-instance';
import { tellPage } from './desktop/tell-page';
import { startTray } from './desktop/tray';
import { trayWords } from './desktop/tray-words';
import { gatherUpdateFacts, startUpdates } from './desktop/updates';
import { webPreferences } from './desktop/web-preferences';
import { bringForward, openWindow, showPage } from './desktop/window';
import { keepWindowPlace, readWindowPlace } from './desktop/window-state';
import { createDispatch } from './ipc/dispatch';
import { createEvents } from './ipc/events';
import { registerCalls } from './ipc/register';
import { runElevated } from './elevated';
import { createElevator } from './os/elevate';
import { asksElevated } from './os/elevation/request';
import { loadOrganisation, organisationPlaces } from './organisation/load';

const log = createLog(join(app.getPath('userData'), 'logs'));
/** The archive in a package, the project's folder otherwise; both are laid out alike. */
const root = app.getAppPath();
const args = process.argv.slice(app.isPackaged ? 1 : 2);
/** Everything that has to hold before Electron is ready and a page can exist. */
const closeTheDoors = (): void => {
  sandboxEveryPage(app);
  registerScheme(protocol);
  denyNavigation(app);
  // The default menu carries the keys for developer tools and reload.
  Menu.setApplicationMenu(null);
};

const limitSession = () => {
  // In memory: the page leaves nothing behind on the device it was asked to look at.
  const page = session.fromPartition('page', { cache: false });
  limitPermissions(page);
  lockNetwork(page);
  denyDownloads(page);
  denyIntegratedSignIn(page);
  serveScheme(page.protocol, answerWith(listBuiltFiles(join(root, 'out', 'renderer'))));
  return page;
};

const open = () => {
  const languages = app.getPreferredSystemLanguages();
  const events = createEvents();
  const house = createHouse({
    door: 'desktop',
    tell: events.tell,
    openLink,
    openAddress,
    offline: args.includes(offlineFlag),
    elevator: createElevator({ file: app.getPath('exe'), before: [] }),
    ...(app.isPackaged ? { ownProgram: app.getPath('exe') } : {}),
    save: saveByDialog(dialog, () => BrowserWindow.getFocusedWindow()),
    copy: copyBy(clipboard),
    mail: openMail,
    put: netTransport(),
    pdf: pdfBy((options) => new BrowserWindow(options)),
    languages,
    cloud: cloudDoor(
      join(app.getPath('userData'), 'sign-in.bin'),
      () => BrowserWindow.getFocusedWindow()?.getNativeWindowHandle() ?? null,
    ),
  });
  const opened = openedCaptures(house['read.file'], events.tell);
  const placeFile = join(app.getPath('userData'), 'window.json');
  const window = openWindow({
    make: (options) => new BrowserWindow(options),
    preferences: webPreferences({
      preload: join(root, 'out', 'preload', 'index.cjs'),
      session: limitSession(),
      packaged: app.isPackaged,
    }),
    saved: readWindowPlace(placeFile),
    displays: screen.getAllDisplays().map((display) => display.workArea),
  });
  keepWindowPlace(window, placeFile, log);
  reloadOnce(window.webContents, log, () => {
    app.exit(70);
  });
  events.listen(tellPage(window.webContents));
  const tray = startTray({
    make: () => {
      const icon = new Tray(nativeImage.createEmpty());
      // The program's own picture, wherever it was put.
      void app.getFileIcon(app.getPath('exe'), { size: 'small' }).then((image) => {
        icon.setImage(image);
      });
      return icon;
    },
    menu: (template) => Menu.buildFromTemplate(template),
    notify: (options) => new Notification(options),
    words: async () => trayWords((await house['settings.get']()).language, languages),
    wanted: async () => (await house['settings.get']()).notify,
    again: () => {
      events.tell('check.wanted', true);
    },
    open: () => {
      bringForward(window);
    },
    quit: () => {
      app.quit();
    },
  });
  const inspect: (typeof house)['inspect.start'] = async (target) => {
    const outcome = await house['inspect.start'](target);
    void tray.looked(outcome);
    return outcome;
  };
  registerCalls({
    dispatch: createDispatch(
      { ...house, 'inspect.start': inspect, 'opened.take': opened.take },
      log,
    ),
    isTrusted: (event) => isTrustedSender(event, window.webContents),
    log,
  });
  const openCapture = (from: readonly string[]): void => {
    const path = captureArgument(from, process.platform);
    if (path !== null) opened.open(path);
  };
  const offline = async () =>
    (await house['app.info']()).offline !== null || (await house['settings.get']()).offline;
  return { window, openCapture, offline };
};

const update = async (offline: boolean): Promise<void> =>
  startUpdates(
    gatherUpdateFacts({
      offline,
      packaged: app.isPackaged,
      executable: app.getPath('exe'),
      resources: process.resourcesPath,
      programData: process.env['ProgramData'],
      organisation: await loadOrganisation(organisationPlaces(undefined)),
    }),
    log,
    async () => (await import('electron-updater')).autoUpdater,
  );

/**
 * The elevated side shows no window and loads no page, and what Chromium keeps goes where only an
 * administrator writes: in the user's own folders it could be led astray.
 */
const serveElevated = async (): Promise<void> => {
  const program = app.getPath('exe');
  app.disableHardwareAcceleration();
  app.setPath('userData', join(dirname(program), 'handover', 'profile'));
  app.exit(await runElevated(args, { program }));
};

const start = async (): Promise<void> => {
  if (asksElevated(args)) return serveElevated();
  logCrashes(process, log, (code) => {
    app.exit(code);
  });
  const refused = app.isPackaged ? refusedFlags(args) : [];
  if (refused.length > 0) {
    log('error', 'start refused', { flags: refused.join(' ') });
    app.exit(64);
    return;
  }
  closeTheDoors();
  let desk: ReturnType<typeof open> | null = null;
  const first = beTheOnlyOne(app, (from) => {
    if (desk === null) return;
    desk.openCapture(from);
    bringForward(desk.window);
  });
  if (!first) {
    app.exit(0);
    return;
  }
  await app.whenReady();
  desk = open();
  desk.openCapture(args);
  await showPage(desk.window);
  await update(await desk.offline());
};

void start();
