import { contextBridge, ipcRenderer } from 'electron';
import type { CallName, Calls, EventName, Events } from './contract';
import { createKit } from './kit';

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

contextBridge.exposeInMainWorld('fieldkit', createKit(call, listen));
