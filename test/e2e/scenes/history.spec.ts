import { expect, test } from '@playwright/test';
import type { ChangeView } from '../../../preload/contract-history';
import { expectAccessible } from '../support/checks';
import { finding, looked, scene } from '../support/scenes';
import { openScene } from '../support/stand-in';

const broken = looked(
  { state: 'broken', rootCause: 'prt-missing', findings: [finding('prt-missing')] },
  { origin: 'this-device' },
);
const ask = { name: 'What changed since it last worked?' };
const change = (nr: number, relevance: ChangeView['relevance']): ChangeView => ({
  probe: 'device-registration',
  field: `Field ${nr}`,
  before: 'YES',
  after: nr % 2 === 0 ? 'NO' : null,
  relevance,
});

test('what changed since it last worked is told on demand, the fault first', async ({ page }) => {
  const changes = [
    change(1, 'cause'),
    ...Array.from({ length: 15 }, (_, nr) => change(nr + 2, 'other')),
    change(90, 'time'),
  ];
  const comparison = { came: ['prt-missing'], went: [], changes };
  const at = Date.UTC(2026, 10, 3, 8, 0);
  await openScene(
    page,
    scene({ inspect: broken, since: { ok: true, value: { kind: 'changed', at, comparison } } }),
  );
  await page.getByRole('button', ask).click();
  const since = page.getByRole('region', { name: 'What changed since it last worked' });
  await expect(since.getByRole('status')).toContainText('3 Nov 2026');
  await expect(since.getByRole('listitem').first()).toContainText('Field 1: YES → nothing');
  await expect(since).toContainText('and 3 more');
  await expect(since).toContainText('One time stamp also went on.');
  await expectAccessible(page);
});

test('with nothing to compare with it says so', async ({ page }) => {
  await openScene(page, scene({ inspect: broken }));
  await page.getByRole('button', ask).click();
  await expect(page.getByText('has not looked at this PC before')).toBeVisible();
});

test('a PC without a fault is not compared', async ({ page }) => {
  await openScene(page, scene({ inspect: looked({}, { origin: 'this-device' }) }));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('No problems found');
  await expect(page.getByRole('button', ask)).toHaveCount(0);
});

test('earlier looks can be switched off and removed in the settings', async ({ page }) => {
  await openScene(page, scene());
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByText('3 kept')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: 'Keep earlier looks at this PC' }).uncheck();
  await page.getByRole('button', { name: 'Remove all' }).click();
  await expect(page.getByText('All earlier looks are removed.')).toBeVisible();
});
