import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../support/checks';
import { expect, test } from '../support/door';

const start = async (app: Page, name: string) => {
  await app.getByRole('button', { name: 'All guides' }).click();
  const row = app.getByRole('listitem').filter({ hasText: name });
  await row.getByRole('button', { name: /^Start/u }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText(name);
};

const ends = /^(?:It works again|Everything was done|Somebody else has to go on)/u;
/** What leads on for somebody who is willing, by the names of the buttons. */
const onward = /^(?:Continue|Do it now|I have done it|Go on without it|Yes)$/u;

/** Goes on until the guide says how it ended; `look` is called at every step. */
const walk = async (app: Page, look: () => Promise<void>): Promise<string> => {
  const next = app.getByRole('button', { name: onward }).first();
  const end = app.getByRole('heading', { name: ends });
  const log = app.getByRole('region', { name: 'What has happened so far' }).getByRole('listitem');
  for (let turn = 0; turn < 20; turn += 1) {
    await expect(next.or(end).first()).toBeVisible();
    await look();
    if (await end.isVisible()) return String(await end.textContent());
    const lines = await log.count();
    await next.click();
    await expect.poll(() => log.count()).toBeGreaterThan(lines);
  }
  return 'no end';
};

test('leads by buttons alone to what works again, and every step is for everybody', async ({
  app,
}) => {
  await app.setViewportSize({ width: 640, height: 900 });
  await start(app, 'Apps keep asking me to sign in');
  const how = await walk(app, async () => {
    await expectAccessible(app);
    await expectNoSidewaysScroll(app);
  });
  expect(how).toBe('It works again, and this was checked');
  await expect(app.getByRole('heading', { name: 'What has happened so far' })).toBeVisible();
});

test('is kept when it is closed, and offers itself again', async ({ app }) => {
  await start(app, 'Apps keep asking me to sign in');
  await app.getByRole('button', { name: 'Continue' }).click();
  await app.getByRole('button', { name: 'Close and go on later' }).click();
  await expect(app.getByText('Apps keep asking me to sign in')).toBeVisible();
  await app.reload();
  await expect(app.getByText('Apps keep asking me to sign in')).toBeVisible();
  await expectAccessible(app);
});

test('asks for a ticked box and a typed word before anything is lost', async ({ app }) => {
  await app.getByRole('button', { name: /Laptop back from repair/u }).click();
  await expect(app.getByText('This PC has lost the key').first()).toBeVisible();
  await start(app, 'Reset my PC');
  await app.getByRole('button', { name: 'Continue' }).click();
  await app.getByRole('button', { name: 'Keep my files' }).click();
  await expect(
    app.getByRole('heading', { name: 'All programs you installed will be gone' }),
  ).toBeVisible();
  const goOn = app.getByRole('button', { name: 'Yes, go on' });
  await expectAccessible(app);
  await expect(goOn).toHaveAttribute('aria-disabled', 'true');
  await app.getByRole('checkbox').check();
  await expect(goOn).toHaveAttribute('aria-disabled', 'true');
  await app.getByRole('textbox').fill('delet');
  await expect(goOn).toHaveAttribute('aria-disabled', 'true');
  await app.getByRole('textbox').fill('delete');
  await expect(goOn).not.toHaveAttribute('aria-disabled', 'true');
  await app.getByRole('button', { name: 'No, leave everything as it is' }).click();
  await expect(app.getByRole('heading', { name: /stopped|else has to go on/u })).toBeVisible();
});

test('is read aloud to a caller, with answers for them', async ({ app }) => {
  await app.getByRole('tab', { name: 'Guide a call' }).click();
  await app.getByRole('button', { name: 'All guides' }).click();
  await expect(app.getByRole('listitem').first()).toBeVisible();
  await expectAccessible(app);
});
