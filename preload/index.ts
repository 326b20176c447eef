import { contextBridge, ipcRenderer } from 'electron';
import type { CallName, Calls, EventName, Events, Fieldkit } from './contract';

const call = <K extends CallName>(
  name: K,
  ...args: Parameters<Calls[K]>
): Promise<ReturnType<Calls[K]>> => ipcRenderer.invoke(name, ...args);

const listen = <K extends EventName>(name: K, tell: (value: Events[K]) => void): (() => void) => {
  // Electron's event stays here: it would hand the page the sender, and with it every channel.
  const relay = (_event: unknown, value: Events[K]): void => {
    tell(value);
  };
  ipcRenderer.on(name, relay);
  return () => {
    ipcRenderer.off(name, relay);
  };
};

const fieldkit: Fieldkit = {
  info: () => call('app.info'),
  samples: () => call('samples.list'),
  inspect: (target) => call('inspect.start', target),
  cancel: () => call('inspect.cancel'),
  readText: (text) => call('read.text', text),
  readFile: (name, base64) => call('read.file', name, base64),
  takeOpened: () => call('opened.take'),
  raw: (inspection, source) => call('evidence.raw', inspection, source),
  readings: (inspection) => call('readings.list', inspection),
  rightsOffer: () => call('rights.offer'),
  readAsAdministrator: (inspection) => call('rights.read', inspection),
  explain: (asked, area) => call('codes.explain', asked, area),
  reachDomain: (domain) => call('reach.domain', domain),
  reachCloud: (purposes) => call('reach.endpoints', purposes),
  cancelReach: () => call('reach.cancel'),
  openLink: (id) => call('link.open', id),
  settings: () => call('settings.get'),
  saveSettings: (settings) => call('settings.set', settings),
  onProgress: (tell) => listen('inspect.progress', tell),
  onOpened: (tell) =>
    listen('opened.arrived', () => {
      tell();
    }),
};

contextBridge.exposeInMainWorld('fieldkit', fieldkit);
