import { expect as usual, test as base, type BrowserContext, type Page } from '@playwright/test';
import { loadProduct } from '../../../bench/load.mjs';
import type * as CloudDoors from '../../harness/cloud-door';
import type * as CloudHouses from '../../harness/cloud-house';

/** Three programs take turns at every step: page, product and authority. A busy machine takes its time. */
export const expect = usual.configure({ timeout: 60_000 });
export const patience = { timeout: 240_000 };

export const deviceId = '2c1b2f6e-0000-4000-8000-000000000001';
export const recoveryKey = '111111-222222-333333-444444';
const password = 'Blue-Horse-9471';
const store = (): NonNullable<CloudHouses.CloudHouseWishes['store']> => ({
  devices: [
    { id: 'd1', deviceId, displayName: 'PC-7', trustType: 'AzureAd', accountEnabled: false },
  ],
  mine: [deviceId],
  managed: [
    {
      id: 'm1',
      deviceName: 'PC-7',
      serialNumber: 'SN-7',
      azureADDeviceId: deviceId,
      isEncrypted: true,
      lastSyncDateTime: '2026-11-01T08:00:00Z',
    },
  ],
  recoveryKeys: [{ id: 'k1', deviceId, key: recoveryKey }],
  passwords: {
    [deviceId]: {
      id: deviceId,
      credentials: [{ passwordBase64: Buffer.from(password).toString('base64') }],
    },
  },
});

type Person = (page: Page, address: string) => Promise<void>;

interface World {
  door: CloudDoors.OpenCloudDoor;
  /** Every message between the page and main. */
  messages: string[];
  /** Pages of sign-in that were opened, each with its person. */
  visits: Promise<void>[];
  come(person: Person | null): void;
}

export const enter = async (page: Page, login: string) => {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
};

export const as =
  (login: string): Person =>
  async (page, address) => {
    await page.goto(address);
    const asked = page.getByPlaceholder('Enter any login');
    const go = page.getByRole('button', { name: 'Continue' });
    await asked.or(go).first().waitFor();
    if (await asked.isVisible()) await enter(page, login);
    await go.click();
    await page.getByRole('heading', { name: /You are (not )?signed in/ }).waitFor();
    await page.close();
  };

export const openDoor = async (
  { page, context }: { page: Page; context: BrowserContext },
  wishes: Partial<CloudHouses.CloudHouseWishes> = {},
): Promise<World> => {
  const { startCloudDoor } = (await loadProduct('test/harness/cloud-door.ts')) as typeof CloudDoors;
  const messages: string[] = [];
  const visits: Promise<void>[] = [];
  let person: Person | null = as('jane');
  page.on('websocket', (socket) => {
    const note = ({ payload }: { payload: string | Buffer }) => messages.push(String(payload));
    socket.on('framereceived', note);
    socket.on('framesent', note);
  });
  const door = await startCloudDoor({
    store: store(),
    openBrowser: async (address) => {
      const one = person;
      if (one === null) return false;
      visits.push(context.newPage().then((tab) => one(tab, address)));
      return Promise.resolve(true);
    },
    ...wishes,
  });
  await page.goto(door.url);
  return {
    door,
    messages,
    visits,
    come: (next) => {
      person = next;
    },
  };
};

export const test = base.extend<{ world: World }>({
  world: async ({ page, context }, use) => {
    const world = await openDoor({ page, context });
    await use(world);
    await Promise.allSettled(world.visits);
    expect(world.door.graph.violations).toEqual([]);
    await world.door.stop();
  },
});

export const toCloud = async (page: Page, seat: 'My device' | 'Guide a call' | 'Deployment') => {
  await page.getByRole('tab', { name: seat }).click();
  if (seat === 'Deployment') await page.getByRole('tab', { name: 'Cloud' }).click();
  else await page.getByRole('button', { name: 'With a sign-in' }).click();
  await page.getByRole('heading', { name: 'With a sign-in' }).waitFor();
};
export const signIn = (page: Page) =>
  page.getByRole('button', { name: 'Sign in', exact: true }).click();
export const signedIn = (page: Page) => page.getByText('Signed in as jane (jane)');
