import { startBrowserDoor } from '../../main/browser/door';
import { startCloudHouse, type CloudHouse, type CloudHouseWishes } from './cloud-house';

export interface OpenCloudDoor extends CloudHouse {
  url: string;
  /** Everything the house wrote to its log. */
  logged: string[];
}

/**
 * The same behind its browser door.
 * @public Loaded by its path.
 */
export const startCloudDoor = async (wishes: CloudHouseWishes): Promise<OpenCloudDoor> => {
  const open = await startCloudHouse(wishes);
  const logged: string[] = [];
  const door = await startBrowserDoor({
    house: open.house,
    events: open.events,
    rendererDir: 'out/renderer',
    log: (level, what, detail) => logged.push(JSON.stringify([level, what, detail])),
  });
  return {
    ...open,
    url: door.url,
    logged,
    stop: async () => {
      await door.close();
      await open.stop();
    },
  };
};
