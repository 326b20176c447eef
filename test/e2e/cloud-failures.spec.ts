import {
  as,
  enter,
  expect,
  openDoor,
  patience,
  signedIn,
  signIn,
  test,
  toCloud,
} from './support/cloud-world';

// The test's own root is not in the browser's store.
test.use({ ignoreHTTPSErrors: true });
test.describe.configure(patience);

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

  test('a wrong clock is said once, where help was asked for, until it is right', async ({
    page,
    world,
  }) => {
    const { authority } = world.door;
    authority.accessSeconds(1);
    await toCloud(page, 'My device');
    await signIn(page);
    await expect(page.getByText('PC-7').first()).toBeVisible();
    authority.skew(3_600_000);
    authority.stage(({ path }) =>
      path === '/token' ? { status: 400, body: { error: 'invalid_grant' } } : null,
    );
    const again = page.getByRole('button', { name: 'Ask again' });
    const panel = page.getByRole('region', { name: 'Sign in', exact: true });
    await again.click();
    await expect(panel.getByRole('alert')).toContainText('The clock of this PC is wrong');
    await expect(page.getByText('PC-7')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Continue in the browser' })).toHaveCount(0);
    authority.skew(0);
    authority.stage(null);
    await again.click();
    await expect(page.getByText('PC-7').first()).toBeVisible();
    await expect(page.getByText('The clock of this PC is wrong')).toHaveCount(0);
    expect(world.visits).toHaveLength(1);
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

test('nobody comes in time', async ({ page, context }) => {
  const world = await openDoor(
    { page, context },
    { patienceMs: 700, openBrowser: () => Promise.resolve(true) },
  );
  await toCloud(page, 'My device');
  await signIn(page);
  await expect(page.getByRole('alert')).toContainText('Nobody signed in within the time');
  await world.door.stop();
});

test('a code does it on another device, unless its time is over', async ({ page, context }) => {
  const world = await openDoor({ page, context }, { signIn: { deviceCode: true } });
  const { authority } = world.door;
  const byCode = page.getByRole('button', { name: 'Sign in with a code' });
  await toCloud(page, 'My device');
  authority.deviceSeconds(1);
  await byCode.click();
  await expect(page.getByRole('alert')).toContainText('Nobody signed in within the time');
  authority.deviceSeconds(600);
  await byCode.click();
  await expect(page.getByText('Never type a code that somebody else gave you.')).toBeVisible();
  const code = page.getByLabel('Code', { exact: true });
  await expect(code).toHaveText(/^[A-Z]{4}-[A-Z]{4}$/);
  const address = await page.getByText(/^https:\/\/localhost:\d+\/device$/).textContent();
  const other = await context.newPage();
  await other.goto(String(address));
  await other.locator('[name=user_code]').fill(String(await code.textContent()));
  const go = other.getByRole('button', { name: 'Continue' });
  await go.click();
  await other.getByRole('heading', { name: /Confirm Device/i }).waitFor();
  await go.click();
  await enter(other, 'jane');
  await go.click();
  await expect(signedIn(page)).toBeVisible();
  expect(world.visits).toEqual([]);
  await world.door.stop();
});
