import { expect, test, type Page } from '@playwright/test';
import { createSignIn, type SignInDoor } from '../../main/cloud/sign-in/session';
import type { SignInState } from '../../main/cloud/sign-in/state';
import { clientId, startSignIn, tenant, type SignInAuthority } from '../harness/sign-in/index';
import { fetchTrusting } from '../harness/sign-in/fetch';

/** The real authority, the real library, and a person in a real browser. */
const graph = 'https://graph.test';
const me = ['User.Read'];
let authority: SignInAuthority;

// The test's own root is not in the browser's store.
test.use({ ignoreHTTPSErrors: true });
test.beforeEach(async () => {
  authority = await startSignIn({ scopes: [`${graph}/User.Read`, `${graph}/Device.Read.All`] });
});
test.afterEach(() => authority.close());

const newSignIn = (
  door: Partial<SignInDoor> & { person(address: string): Promise<void> },
  more: { deviceCode?: boolean; patienceMs?: number } = {},
) => {
  const states: SignInState[] = [];
  const visits: Promise<void>[] = [];
  const signIn = createSignIn({
    settings: { clientId, tenant, deviceCode: more.deviceCode ?? false },
    places: { authority: authority.url, graph, protocol: 'OIDC' },
    ...(more.patienceMs === undefined ? {} : { patienceMs: more.patienceMs }),
    changed: (state) => states.push(state),
    door: {
      fetch: fetchTrusting(authority.root),
      vault: null,
      pages: () => ({ done: '<h1>You are signed in</h1>', failed: '<h1>Not signed in</h1>' }),
      broker: () => Promise.resolve(null),
      openBrowser: (address) => {
        visits.push(door.person(address));
        return Promise.resolve(true);
      },
      ...door,
    },
  });
  return { signIn, states, visits };
};

const signInAs = async (page: Page, login: string) => {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
};

const asJane = (page: Page) => async (address: string) => {
  await page.goto(address);
  await signInAs(page, 'jane');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
};

test('signs in, renews silently, and signs out', async ({ page }) => {
  let visits = 0;
  const jane = asJane(page);
  const { signIn, visits: pages } = newSignIn({ person: (address) => (visits++, jane(address)) });
  const first = await signIn.start('best', me);
  await Promise.all(pages);
  expect(first.ok).toBe(true);
  expect(await signIn.state()).toMatchObject({ kind: 'signed-in', account: { userName: 'jane' } });
  const second = await signIn.token({ permissions: me, renew: true });
  expect(second.ok && first.ok && second.value !== first.value).toBe(true);
  expect(visits).toBe(1);
  await signIn.signOut();
  expect(await signIn.state()).toEqual({ kind: 'signed-out', why: null });
  expect(await signIn.token({ permissions: me })).toMatchObject({ code: 'needs-sign-in' });
});

test('leaves nothing about tokens in the address of the browser', async ({ page }) => {
  const addresses: string[] = [];
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  const { signIn, visits } = newSignIn({ person: asJane(page) });
  const token = await signIn.start('best', me);
  await Promise.all(visits);
  expect(addresses.some((address) => /^http:\/\/localhost:\d+\/$/.test(address))).toBe(true);
  for (const address of addresses) {
    expect(address).not.toContain('code=');
    expect(token.ok && address.includes(token.value)).toBe(false);
  }
});

test('says declined when the person cancels the consent', async ({ page }) => {
  const { signIn, visits } = newSignIn({
    person: async (address) => {
      await page.goto(address);
      await signInAs(page, 'jane');
      await page.getByRole('link', { name: /cancel/i }).click();
      await expect(page.getByRole('heading', { name: 'Not signed in' })).toBeVisible();
    },
  });
  expect(await signIn.start('best', me)).toMatchObject({ code: 'declined' });
  await Promise.all(visits);
});

test('can be cancelled while the page is open, and given up on', async ({ page }) => {
  const open = async (address: string) => {
    await page.goto(address);
  };
  const { signIn, visits } = newSignIn({ person: open });
  const waiting = signIn.start('best', me);
  await expect.poll(() => visits.length).toBe(1);
  await Promise.all(visits);
  signIn.cancel();
  expect(await waiting).toMatchObject({ code: 'cancelled' });
  const hasty = newSignIn({ person: open }, { patienceMs: 200 });
  expect(await hasty.signIn.start('best', me)).toMatchObject({ code: 'timed-out' });
  // The page may still be on its way; the authority must not be gone before it has arrived.
  await Promise.allSettled(hasty.visits);
});

test('signs in from the first of two tabs, and the second does no harm', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  const { signIn, visits } = newSignIn({
    person: async (address) => {
      await other.goto(address);
      await asJane(page)(address);
    },
  });
  expect((await signIn.start('best', me)).ok).toBe(true);
  await Promise.all(visits);
  await signInAs(other, 'jane').catch(() => undefined);
  expect(await signIn.state()).toMatchObject({ account: { userName: 'jane' } });
});

test('refuses another account when more is asked for', async ({ page, context }) => {
  let times = 0;
  const { signIn, visits } = newSignIn({
    person: async (address) => {
      times += 1;
      if (times === 1) return asJane(page)(address);
      await context.clearCookies();
      await page.goto(address);
      await signInAs(page, 'stranger');
      await page.getByRole('button', { name: 'Continue' }).click();
    },
  });
  await signIn.start('best', me);
  await Promise.all(visits);
  const more = await signIn.token({ permissions: ['Device.Read.All'], interactive: true });
  expect(more).toMatchObject({ code: 'other-account' });
  expect(await signIn.state()).toMatchObject({ account: { userName: 'jane' } });
});

test('signs in with a code on another device where that is allowed', async ({ page }) => {
  const never = { person: () => Promise.resolve() };
  expect(await newSignIn(never).signIn.start('device-code', me)).toMatchObject({
    code: 'device-code-closed',
  });
  const { signIn, states } = newSignIn(never, { deviceCode: true });
  const signedIn = signIn.start('device-code', me);
  await expect.poll(() => states.at(-1)?.kind).toBe('waiting');
  const waiting = states.at(-1);
  if (waiting?.kind !== 'waiting' || waiting.how !== 'device-code') throw new Error('another way');
  await page.goto(waiting.address);
  await page.locator('[name=user_code]').fill(waiting.userCode);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await signInAs(page, 'jane');
  await page.getByRole('button', { name: 'Continue' }).click();
  expect((await signedIn).ok).toBe(true);
});

test('asks a person again after a revocation and for a claims challenge, and never on an outage', async ({
  page,
  context,
}) => {
  const addresses: string[] = [];
  const { signIn, visits } = newSignIn({
    person: async (address) => {
      addresses.push(address);
      await context.clearCookies();
      await asJane(page)(address);
    },
  });
  await signIn.start('best', me);
  await Promise.all(visits);
  await authority.revokeAll();
  expect(await signIn.token({ permissions: me, renew: true })).toMatchObject({
    code: 'needs-sign-in',
  });
  expect(addresses).toHaveLength(1);
  expect((await signIn.token({ permissions: me, renew: true, interactive: true })).ok).toBe(true);
  await Promise.all(visits);
  expect(addresses).toHaveLength(2);
  authority.stage(({ asked }) =>
    asked.get('grant_type') === 'refresh_token'
      ? { status: 400, body: { error: 'interaction_required', error_description: 'AADSTS50076' } }
      : null,
  );
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
  expect((await signIn.token({ permissions: me, claims, interactive: true })).ok).toBe(true);
  await Promise.all(visits);
  expect(new URL(addresses[2] ?? '').searchParams.get('claims')).toContain('"c1"');
  authority.stage(({ path }) =>
    path === '/token' ? { status: 503, body: { error: 'temporarily_unavailable' } } : null,
  );
  expect(await signIn.token({ permissions: me, renew: true, interactive: true })).toMatchObject({
    code: 'network',
  });
  expect(addresses).toHaveLength(3);
});

test('takes up again after the token has ended, and names the clock when it is wrong', async ({
  page,
}) => {
  authority.accessSeconds(1);
  const { signIn, visits } = newSignIn({ person: asJane(page) });
  const first = await signIn.start('best', me);
  await Promise.all(visits);
  const second = await signIn.token({ permissions: me });
  expect(second.ok && first.ok && second.value !== first.value).toBe(true);
  authority.skew(3_600_000);
  authority.stage(({ path }) =>
    path === '/token' ? { status: 400, body: { error: 'invalid_grant' } } : null,
  );
  expect(await signIn.token({ permissions: me, renew: true })).toMatchObject({
    code: 'clock-wrong',
  });
});
