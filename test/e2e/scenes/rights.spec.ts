import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/checks';
import { looked, scene } from '../support/scenes';
import { openScene } from '../support/stand-in';

const gap = (probe: string, why: string) => ({ probe, why, detail: null });
const closed = ['bitlocker', 'tpm-ownership'];
const asUser = looked(
  { gaps: closed.map((probe) => gap(probe, 'needs-admin')) },
  { origin: 'this-device', closed },
);
const read = { name: 'Read what needs administrator rights' };
const region = { name: 'Closed to your account' };

test('what is closed to the account is opened by one question', async ({ page }) => {
  const administrator = looked({ gaps: [] }, { id: 'look-2', origin: 'this-device' });
  await openScene(page, scene({ inspect: asUser, administrator }));
  const rights = page.getByRole('region', region);
  await expect(rights).toContainText('2 readings need an administrator');
  await expectAccessible(page);
  await rights.getByRole('button', read).click();
  await expect(page.getByText('Only an administrator may read this.')).toHaveCount(0);
  await expect(rights).toHaveCount(0);
});

test('no is an answer, and can be thought over', async ({ page }) => {
  const administrator = looked(
    { gaps: closed.map((probe) => gap(probe, 'declined')) },
    { id: 'look-2', origin: 'this-device', closed },
  );
  await openScene(page, scene({ inspect: asUser, administrator }));
  await page.getByRole('button', read).click();
  await expect(page.getByRole('region', { name: 'Could not be checked' })).toContainText(
    'was answered with no',
  );
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('button', read)).toBeVisible();
});

test('while Windows asks, the page says where to look, and waiting can be ended', async ({
  page,
}) => {
  await openScene(page, scene({ inspect: asUser }));
  await page.getByRole('button', read).click();
  await expect(page.getByText('Windows is asking for an administrator.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Stop waiting' }).click();
  await expect(page.getByRole('button', read)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('what goes wrong is said, and what was known stays', async ({ page }) => {
  const administrator = { ok: false, code: 'rights-failed' } as const;
  await openScene(page, scene({ inspect: asUser, administrator }));
  await page.getByRole('button', read).click();
  await expect(page.getByRole('alert')).toContainText('what was known stays as it was');
  await expect(page.getByRole('region', { name: 'Could not be checked' })).toBeVisible();
});

test('a copy that may not ask says why and what else to do', async ({ page }) => {
  await openScene(page, scene({ inspect: asUser, rights: 'not-installed' }));
  await expect(page.getByRole('region', region)).toContainText('not installed for everybody');
  await expect(page.getByRole('button', read)).toHaveCount(0);
});
