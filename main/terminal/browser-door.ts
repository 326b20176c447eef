import { createHouse } from '../app';
import { startBrowserDoor, type BrowserDoor } from '../browser/door';
import { DoorError } from '../browser/door-error';
import { createEvents } from '../ipc/events';
import { ownFile } from '../os/own-files';
import { exit } from './exit';
import { Problem } from './problem';

/** The browser door, opened from the terminal that asked for it. */
export const openDoor = async (
  port: number | undefined,
  offline: boolean,
): Promise<BrowserDoor> => {
  const events = createEvents();
  const house = createHouse({
    door: 'browser',
    doorReason: null,
    offline,
    tell: events.tell,
    // The page's own browser is not ours to steer: it shows the address only if its user asks for it.
    openLink: () => Promise.resolve({ ok: false, code: 'cannot-open' }),
  });
  try {
    return await startBrowserDoor({
      house,
      events,
      rendererDir: ownFile('out', 'renderer'),
      ...(port === undefined ? {} : { port }),
    });
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    throw new Problem(`door.${error.code}`, {
      values: { port: String(port ?? 0) },
      exitCode: error.code === 'page-missing' ? exit.ourFault : exit.usage,
    });
  }
};
