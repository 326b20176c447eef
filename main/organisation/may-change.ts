import { open, opendir } from 'node:fs/promises';
import { systemFolder, type Machine } from '../os/machine';

const opens = async (work: () => Promise<{ close(): Promise<void> }>): Promise<boolean> => {
  try {
    await (await work()).close();
    return true;
  } catch {
    return false;
  }
};

/** Only an administrator may list it; so being able to says who we are, without starting a program. */
const isAdministrator = (machine: Machine): Promise<boolean> =>
  machine.platform === 'win32'
    ? opens(() => opendir(`${systemFolder(machine)}\\config`))
    : Promise.resolve(process.getuid?.() === 0);

/**
 * Whether the person at this device could have written the file. Opening it for writing asks Windows
 * itself, through every group and every inherited rule; nothing is written. An administrator can open
 * everything, so to them it says nothing.
 */
export const personMayChange = async (path: string, machine: Machine): Promise<boolean> => {
  if (await isAdministrator(machine)) return false;
  return opens(() => open(path, 'r+'));
};
