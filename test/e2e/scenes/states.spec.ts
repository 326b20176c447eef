import { expect, test } from '@playwright/test';
import type { RefusalCode } from '../../../preload/contract';
import shared from '../../../strings/en/shared.json' with { type: 'json' };
import { expectAccessible } from '../support/checks';
import { diagnosis, finding, looked, scene } from '../support/scenes';
import { openScene } from '../support/stand-in';

const stuckAt = { probe: 'device-registration', done: 1, of: 4, budgetMs: 20_000 };
const heading = { level: 1 } as const;

test('a running check shows its step, the time gone and the budget', async ({ page }) => {
  await openScene(page, scene({ stuckAt }));
  const progress = page.getByRole('region', { name: 'Progress of the check' });
  await expect(progress).toContainText('Registration and sign-in state (1 of 4)');
  await expect(progress).toContainText(/\d\.\d s of at most 20 s/u);
  await expect(page.getByRole('status')).toHaveText('Registration and sign-in state');
  await expect(page.getByRole('heading', heading)).toHaveText('Checking this device');
  await expectAccessible(page);
});

test('cancelled midway, what is known is kept and the rest is a gap', async ({ page }) => {
  const cancelled = looked({
    state: 'attention',
    findings: [finding('prt-stale', { severity: 'attention' })],
    gaps: [{ probe: 'device-registration', why: 'cancelled', detail: null }],
  });
  await openScene(page, scene({ stuckAt, cancelled }));
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', heading)).toHaveText('This device needs attention');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Could not be checked' })).toContainText(
    'The check was stopped before this was read.',
  );
  await expect(page.getByRole('region', { name: 'Progress of the check' })).toBeHidden();
});

test('what could not be checked is never painted as healthy', async ({ page }) => {
  await openScene(
    page,
    scene({
      inspect: looked({
        state: 'unknown',
        prt: { state: 'unknown', expected: null, healthy: null },
        deviceAuth: { state: 'untested', code: null },
        gaps: [{ probe: 'a-new-probe', why: 'a-new-reason', detail: null }],
      }),
    }),
  );
  await expect(page.getByRole('heading', heading)).toHaveText(
    'Too little could be read to judge this device',
  );
  await expect(page.getByRole('region', { name: 'At a glance' })).toContainText(
    'Could not be tested',
  );
  await expect(page.getByRole('region', { name: 'Could not be checked' })).toContainText(
    'a-new-probe',
  );
  await expect(page.getByText('No problems found')).toHaveCount(0);
});

test('at most three cards at once; consequences are folded under their cause', async ({ page }) => {
  const findings = ['root', 'two', 'three', 'four', 'five'].map((id) => finding(id));
  const consequence = finding('follows', { causedBy: 'root' });
  const notice = finding('note', { severity: 'notice' });
  await openScene(
    page,
    scene({
      inspect: looked({
        state: 'broken',
        rootCause: 'root',
        findings: [...findings, consequence, notice],
      }),
    }),
  );
  await expect(page.getByText(/^5 problems · /u)).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(3);
  const first = page.getByRole('article').first();
  await expect(first).toContainText('(root)');
  await expect(first.getByText('(follows)')).toBeHidden();
  await first.getByText('One more problem comes from this').click();
  await expect(first.getByText('(follows)')).toBeVisible();
  await page.getByRole('button', { name: 'Show 2 more problems' }).click();
  await expect(page.getByRole('article')).toHaveCount(5);
  await expect(page.getByRole('region', { name: 'Good to know' })).toContainText('(note)');
  await expectAccessible(page);
});

test('a finding from a newer engine is shown by name, with what to do', async ({ page }) => {
  await openScene(
    page,
    scene({ inspect: looked({ state: 'broken', findings: [finding('not-born-yet')] }) }),
  );
  const card = page.getByRole('article');
  await expect(card).toContainText('A problem this version has no words for (not-born-yet)');
  await expect(card).toContainText('Send your IT department the name not-born-yet');
});

const refusals = Object.entries(shared)
  .filter(([key]) => key.startsWith('refusal.'))
  .map(([key, text]) => ({ code: key.slice('refusal.'.length) as RefusalCode, text }));

for (const { code, text } of refusals)
  test(`refusal ${code} says what is wrong and what to do, in both seats`, async ({ page }) => {
    const refused = { ok: false, code } as const;
    await openScene(page, scene({ inspect: refused, read: refused }));
    await expect(page.getByRole('alert')).toHaveText(text);
    await expect(page.getByRole('heading', heading)).toHaveText('Nothing was read');
    await page.getByRole('tab', { name: 'Guide a call' }).click();
    await page.getByRole('textbox', { name: 'Output of dsregcmd' }).fill('anything');
    await page.getByRole('button', { name: 'Diagnose' }).click();
    await expect(page.getByRole('alert')).toHaveText(text);
    await expect(page.getByRole('textbox', { name: 'Output of dsregcmd' })).toHaveValue('anything');
  });

test('when nobody answers at all, the page says so', async ({ page }) => {
  await openScene(page, scene({ silentFrom: 'info' }));
  await expect(page.getByRole('heading', heading)).toHaveText('Fieldkit does not answer');
  await expect(page.getByRole('button', { name: 'Connect again' })).toBeVisible();
  await expectAccessible(page);
});

test('when the line is lost later, what was read stays readable', async ({ page }) => {
  const inspect = looked({ state: 'broken', findings: [finding('prt-missing')] });
  await openScene(page, scene({ inspect, silentFrom: 'disproof' }));
  await page.getByRole('button', { name: 'Show the evidence' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Fieldkit does not answer')).toBeVisible();
  await expect(page.getByRole('article')).toBeVisible();
  await expectAccessible(page);
});

test('a capture opened from outside is shown at once', async ({ page }) => {
  const opened = looked({ state: 'attention' }, { label: 'caller.fieldkit' });
  await openScene(page, scene({ opened }));
  await expect(page.getByText('From caller.fieldkit')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Guide a call' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('hostile text in a finding is only text', async ({ page }) => {
  const evil = '<img src=x onerror="document.title=`owned`">';
  const view = {
    ...diagnosis({ state: 'broken' }),
    findings: [finding(evil, { evidence: [{ source: evil, field: evil, value: evil }] })],
    unrecognised: [evil],
  };
  await openScene(page, scene({ read: looked(view, { label: evil }) }));
  await page.getByRole('tab', { name: 'Guide a call' }).click();
  await page.getByRole('textbox', { name: 'Output of dsregcmd' }).fill(evil);
  await page.getByRole('button', { name: 'Diagnose' }).click();
  await expect(page.getByRole('article')).toContainText(evil);
  await expect(page.locator('img')).toHaveCount(0);
  await expect(page).toHaveTitle('Fieldkit');
});
