// Electron as far as the built door touches it, for a plain Node. Prints the steps of the start, then
// fetches the page through the door's own scheme as the window would.
import { join } from 'node:path';
import process from 'node:process';

const home = process.env.STAND_IN_HOME;
process.resourcesPath = join(home, 'resources');
const did = [];
const quiet = (name) => () => void did.push(name);
let answer;

const finish = async () => {
  const page = await answer({ method: 'GET', url: 'app://fieldkit/' });
  const html = await page.text();
  const scripts = [...html.matchAll(/(?:src|href)="\/?\.?\/?(assets\/[^"]+)"/g)];
  const found = await Promise.all(
    scripts.map(
      async ([, path]) => (await answer({ method: 'GET', url: `app://fieldkit/${path}` })).status,
    ),
  );
  process.stdout.write(
    JSON.stringify({ did, status: page.status, found, nonce: !html.includes('__NONCE__') }),
  );
  process.exit(0);
};

export const app = {
  on: quiet('app'),
  isPackaged: true,
  isReady: () => false,
  getPath: (name) => (name === 'exe' ? join(home, 'Fieldkit.exe') : join(home, 'user')),
  getAppPath: () => process.cwd(),
  getFileIcon: () => Promise.resolve({}),
  getPreferredSystemLanguages: () => ['en'],
  requestSingleInstanceLock: () => true,
  enableSandbox: quiet('sandbox'),
  exit: (code) => process.exit(code),
  whenReady: () => Promise.resolve(),
};
export const BrowserWindow = class {
  constructor() {
    this.webContents = { on() {}, id: 1 };
  }
  on() {}
  once() {}
  loadURL(url) {
    did.push(url);
    return finish();
  }
};
export const Menu = { setApplicationMenu: quiet('menu'), buildFromTemplate: () => ({}) };
export const Tray = class {
  on() {}
  setImage() {}
  setToolTip() {}
  setContextMenu() {}
  destroy() {}
};
export const Notification = class {
  show() {}
};
export const nativeImage = { createEmpty: () => ({}) };
export const clipboard = {};
export const dialog = {};
export const net = {};
export const safeStorage = { isEncryptionAvailable: () => false };
export const protocol = { registerSchemesAsPrivileged: quiet('scheme') };
export const screen = { getAllDisplays: () => [] };
export const session = {
  fromPartition: () => ({
    setPermissionRequestHandler: quiet('permissions'),
    setPermissionCheckHandler() {},
    setDevicePermissionHandler() {},
    webRequest: { onBeforeRequest: quiet('network') },
    on: quiet('downloads'),
    allowNTLMCredentialsForDomains: quiet('ntlm'),
    protocol: { handle: (_scheme, given) => void (answer = given) },
  }),
};
export const shell = {};
export const ipcMain = { handle: (name) => did.push(name) };
