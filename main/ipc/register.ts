import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { Dispatch } from './dispatch';
import { callNames } from './guards';
import type { Log } from './log';
import { Refused } from './refused';

interface Registration {
  dispatch: Dispatch;
  /** True only for the top frame of our own window on our own scheme. */
  isTrusted: (event: IpcMainInvokeEvent) => boolean;
  log: Log;
}

/** One channel per call, each named like its call. Returns the way out. */
export const registerCalls = ({ dispatch, isTrusted, log }: Registration): (() => void) => {
  for (const name of callNames)
    ipcMain.handle(name, async (event, ...args: unknown[]) => {
      if (!isTrusted(event)) {
        log('warn', 'call refused', { call: name, code: 'untrusted-sender' });
        throw new Refused('untrusted-sender');
      }
      return dispatch(name, args);
    });
  return () => {
    for (const name of callNames) ipcMain.removeHandler(name);
  };
};
