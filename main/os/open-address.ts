import { spawn } from 'node:child_process';
import { systemFolder, thisMachine, variable, type Machine } from './machine';

interface Opener {
  file: string;
  args: string[];
}

const hasScreen = (machine: Machine): boolean =>
  ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => variable(machine, name) !== undefined);

/** What shows a web page on this system; null where nobody would see it, and for all that is no web page. */
export const openerFor = (machine: Machine, address: string): Opener | null => {
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:') return null;
  const { href } = new URL(address);
  switch (machine.platform) {
    case 'win32':
      return {
        file: `${systemFolder(machine)}\\rundll32.exe`,
        args: ['url.dll,FileProtocolHandler', href],
      };
    case 'darwin':
      return { file: '/usr/bin/open', args: [href] };
    default:
      return hasScreen(machine) ? { file: '/usr/bin/xdg-open', args: [href] } : null;
  }
};

/** What fails does so at once; what is still there after this has shown the page. */
const settledMs = 2_000;

/** The person's own browser; false where there is none that could be started. */
export const openAddress = (address: string, machine = thisMachine()): Promise<boolean> => {
  const opener = openerFor(machine, address);
  if (opener === null) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(opener.file, opener.args, {
      stdio: 'ignore',
      detached: true,
      windowsHide: true,
    });
    const timer = setTimeout(() => resolve(true), settledMs);
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
    child.unref();
  });
};
