import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { loadProduct } from '../../bench/load.mjs';
import type * as CloudDoors from '../harness/cloud-door';
import { expectAccessible, expectNoSidewaysScroll } from './support/checks';

const deviceId = '2c1b2f6e-0000-4000-8000-000000000001';
const recoveryKey = '111111-222222-333333-444444';
const password = 'Blue-Horse-9471';
const store = (): NonNullable<CloudDoors.CloudDoorWishes['store']> => ({
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

const enter = async (page: Page, login: string) => {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
};

const as =
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

const openDoor = async (
  { page, context }: { page: Page; context: BrowserContext },
  wishes: Partial<CloudDoors.CloudDoorWishes> = {},
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

const test = base.extend<{ world: World }>({
  world: async ({ page, context }, use) => {
    const world = await openDoor({ page, context });
    await use(world);
    await Promise.allSettled(world.visits);
    expect(world.door.graph.violations).toEqual([]);
    await world.door.stop();
  },
});
// The test's own root is not in the browser's store.
test.use({ ignoreHTTPSErrors: true });

const toCloud = async (page: Page, seat: 'My device' | 'Guide a call' | 'Deployment') => {
  await page.getByRole('tab', { name: seat }).click();
  if (seat === 'Deployment') await page.getByRole('tab', { name: 'Cloud' }).click();
  else await page.getByRole('button', { name: 'With a sign-in' }).click();
  await page.getByRole('heading', { name: 'With a sign-in' }).waitFor();
};
const signIn = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true }).click();
const signedIn = (page: Page) => page.getByText('Signed in as jane (jane)');

test('signs in, sees what is one’s own, renews without a word, and signs out', async ({
  page,
  world,
}) => {
  await toCloud(page, 'My device');
  await signIn(page);
  await expect(signedIn(page)).toBeVisible();
  await expect(page.getByText('ends when Fieldkit is closed')).toBeVisible();
  await expect(page.getByText('PC-7').first()).toBeVisible();
  expect(world.visits).toHaveLength(1);
  // Cloud PCs and sign-in methods need more: asked for by name, and only when the person says so.
  const { authority } = world.door;
  authority.accessSeconds(1);
  await page.getByRole('button', { name: 'Continue in the browser' }).first().click();
  await expect(page.getByText('You have no Cloud PC.')).toBeVisible();
  expect(world.visits).toHaveLength(2);
  const renewals = () =>
    authority.seen.filter(({ asked }) => asked.get('grant_type') === 'refresh_token').length;
  const before = renewals();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect.poll(renewals).toBeGreaterThan(before);
  await expect(page.getByText('You have no Cloud PC.')).toBeVisible();
  expect(world.visits).toHaveLength(2);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('Nobody is signed in.')).toBeVisible();
  await expect(page.getByText('PC-7')).toHaveCount(0);
});

test('a device switched off in the directory is proved, not guessed', async ({
  page,
  world: _world,
}) => {
  await page.getByRole('tab', { name: 'Guide a call' }).click();
  await page
    .getByRole('textbox', { name: 'Output of dsregcmd' })
    .fill(
      [
        '| Device State |',
        'AzureAdJoined : YES',
        'EnterpriseJoined : NO',
        'DomainJoined : NO',
        '| Device Details |',
        `DeviceId : ${deviceId}`,
      ].join('\n'),
    );
  await page.getByRole('button', { name: 'Diagnose' }).click();
  await page.getByRole('button', { name: 'With a sign-in' }).click();
  await signIn(page);
  await page.getByRole('button', { name: 'Ask about this PC' }).click();
  await expect(page.getByText('The diagnosis now holds')).toBeVisible();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.getByText('Your organisation has switched this PC off').first()).toBeVisible();
});

test('finds a device, says what a wipe means, sends it once and follows it', async ({
  page,
  world,
}) => {
  await toCloud(page, 'Guide a call');
  await signIn(page);
  await page.getByLabel('Exactly as the service has it').fill('SN-7');
  const find = page.getByRole('button', { name: 'Find', exact: true });
  await find.click();
  const go = page.getByRole('button', { name: 'Continue in the browser' });
  await go.first().click();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await go.first().click();
  await expect(page.getByText('k1', { exact: true })).toBeVisible();
  await page.getByLabel('What shall be done?').selectOption('wipe');
  await expect(page.getByText('All files, accounts and settings on it are erased.')).toBeVisible();
  await expect(page.getByText('A recovery key is saved.')).toBeVisible();
  await expect(page.getByText(/The order waits until it comes back/)).toBeVisible();
  const send = page.getByRole('button', { name: 'Do it' });
  await page.getByLabel(/type the name of the device/).fill('PC-8');
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  await page.getByLabel(/type the name of the device/).fill('pc-7');
  await send.click();
  await expect(page.getByText('Nothing was sent.').first()).toBeVisible();
  await go.last().click();
  await expect(
    page
      .getByRole('region', { name: 'Sign in', exact: true })
      .filter({ hasText: 'Signed in as jane', hasNot: go }),
  ).toBeVisible();
  await send.click();
  await expect(page.getByText('The service has taken the order. It is not done yet')).toBeVisible();
  await page.getByRole('button', { name: 'Ask how far it is' }).click();
  await expect(page.getByText('The device has not fetched it yet.')).toBeVisible();
  expect(world.door.graph.asked.filter(({ path }) => path.endsWith('/wipe'))).toHaveLength(1);
});

test('tokens and secrets stay in main: no message, file or log has one', async ({
  page,
  world,
}) => {
  const { door, messages } = world;
  await toCloud(page, 'My device');
  await signIn(page);
  const row = page.getByRole('listitem').filter({ hasText: 'PC-7' });
  const go = row.getByRole('button', { name: 'Continue in the browser' });
  await row.getByRole('button', { name: 'Recovery key' }).click();
  await go.click();
  await row.getByRole('button', { name: 'Show once' }).click();
  await go.click();
  await expect(page.getByText(recoveryKey)).toBeVisible();
  await page.getByRole('button', { name: 'Hide and forget' }).click();
  await expect(page.getByText(recoveryKey)).toHaveCount(0);
  await page.getByRole('button', { name: 'Sync' }).click();
  await page.getByRole('button', { name: 'Do it' }).click();
  await page.getByRole('alert').last().waitFor();
  expect(door.secrets.length).toBeGreaterThan(3);
  const files = (await readdir(door.home, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  const texts = await Promise.all(
    files.map((one) => readFile(join(one.parentPath, one.name), 'utf8')),
  );
  const everything = [...texts, ...messages, ...door.logged, await page.content()];
  for (const secret of door.secrets)
    expect(everything.some((text) => text.includes(secret))).toBe(false);
  expect([...texts, ...door.logged].some((text) => text.includes(recoveryKey))).toBe(false);
  expect(messages.filter((text) => text.includes(recoveryKey))).toHaveLength(1);
});

test.describe('what can go wrong', () => {
  test('is said, and leaves everything as it was', async ({ page, world }) => {
    await toCloud(page, 'My device');
    // Given up on.
    world.come(async (tab, address) => void (await tab.goto(address)));
    await signIn(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('alert')).toContainText('It was cancelled.');
    // Declined on the page of the authority.
    world.come(async (tab, address) => {
      await tab.goto(address);
      await enter(tab, 'jane');
      await tab.getByRole('link', { name: /cancel/i }).click();
    });
    await signIn(page);
    await expect(page.getByRole('alert')).toContainText('answered with no');
    // No browser: the address is there, and works by hand.
    world.come(null);
    await signIn(page);
    await expect(page.getByText('No browser could be opened from here.')).toBeVisible();
    const address = await page.getByText(/^https:\/\/localhost:\d+\/auth\?/).textContent();
    const [tab, second] = [await page.context().newPage(), await page.context().newPage()];
    // In two tabs: the second does no harm.
    await second.goto(String(address));
    await as('jane')(tab, String(address));
    await expect(signedIn(page)).toBeVisible();
    await second.close();
    // Another account than before.
    world.come(async (other, to) => {
      await page.context().clearCookies({ domain: 'localhost' });
      await as('stranger')(other, to);
    });
    await page.getByRole('button', { name: 'Continue in the browser' }).first().click();
    await expect(page.getByRole('alert').first()).toContainText('Another account');
    await expect(signedIn(page)).toBeVisible();
  });

  test('taken back, an outage and a rule are told apart', async ({ page, world }) => {
    const { authority } = world.door;
    await toCloud(page, 'My device');
    await signIn(page);
    await expect(page.getByText('PC-7').first()).toBeVisible();
    const again = page.getByRole('button', { name: 'Ask again' });
    const alert = (text: string) =>
      expect(page.getByRole('alert').filter({ hasText: text }).first()).toBeVisible();
    world.door.offline(true);
    await again.click();
    await alert('The service could not be reached.');
    world.door.offline(false);
    authority.accessSeconds(1);
    await authority.revokeAll();
    await again.click();
    await alert('You have to sign in again');
    expect(world.visits).toHaveLength(1);
    authority.stage(({ path }) =>
      path === '/token'
        ? { status: 400, body: { error: 'interaction_required', error_description: 'AADSTS53003' } }
        : null,
    );
    await page.getByRole('button', { name: 'Continue in the browser' }).first().click();
    await alert('A rule of your organisation does not let this account in');
    await alert('AADSTS53003');
  });

  test('a demand for more proof is answered when the person says so', async ({ page, world }) => {
    await toCloud(page, 'My device');
    await signIn(page);
    await expect(page.getByText('PC-7').first()).toBeVisible();
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
    let open = true;
    world.door.graph.stage(() =>
      open ? { status: 401, headers: { 'www-authenticate': challenge }, body: {} } : null,
    );
    world.door.authority.stage(({ asked }) =>
      asked.get('grant_type') === 'refresh_token'
        ? { status: 400, body: { error: 'interaction_required', error_description: 'AADSTS50076' } }
        : null,
    );
    await page.getByRole('button', { name: 'Ask again' }).click();
    const go = page.getByRole('button', { name: 'Continue in the browser' });
    await expect(page.getByText('confirm who you are once more').first()).toBeVisible();
    open = false;
    await go.first().click();
    await expect(page.getByText('PC-7').first()).toBeVisible();
    await Promise.allSettled(world.visits);
    const asked = world.door.authority.seen.findLast(({ path }) => path === '/auth');
    expect(asked?.asked.get('claims')).toContain('"c1"');
  });
});

test('nobody comes in time, and a code does it on another device', async ({ page, context }) => {
  const world = await openDoor(
    { page, context },
    { patienceMs: 700, signIn: { deviceCode: true }, openBrowser: () => Promise.resolve(true) },
  );
  await toCloud(page, 'My device');
  await signIn(page);
  await expect(page.getByRole('alert')).toContainText('Nobody signed in within the time');
  await page.getByRole('button', { name: 'Sign in with a code' }).click();
  await expect(page.getByText('Never type a code that somebody else gave you.')).toBeVisible();
  await expect(page.getByLabel('Code')).toHaveText(/^[A-Z]{4}-[A-Z]{4}$/);
  await world.door.stop();
});

test('without anything set up, IT is told exactly what to register', async ({ page, context }) => {
  const world = await openDoor({ page, context }, { signIn: null });
  await toCloud(page, 'My device');
  await expect(page.getByText('Everything that works without it works as before.')).toBeVisible();
  await expect(page.getByText('http://localhost', { exact: true })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'User.Read', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toHaveCount(0);
  await page.setViewportSize({ width: 640, height: 800 });
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  expect(world.door.authority.seen).toEqual([]);
  await world.door.stop();
});
