import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../support/checks';
import { expect, test } from '../support/door';

/** What a caller with a locked account says; whatever else is asked, they do not know. */
const answers: readonly (readonly [RegExp, 'Yes' | 'No'])[] = [
  [/your account is locked\?/u, 'Yes'],
  [/your account is disabled\?/u, 'No'],
  [/office\.com/u, 'No'],
  [/file server open/u, 'No'],
];

const answerOnce = async (app: Page): Promise<boolean> => {
  const question = app.getByRole('region', { name: /^Question \d+$/u });
  if ((await question.count()) === 0) return false;
  const heading = await question.getByRole('heading').innerText();
  const said = await question.innerText();
  const answer = answers.find(([words]) => words.test(said))?.[1] ?? 'Does not know';
  await question.getByRole('button', { name: answer, exact: true }).click();
  await expect(app.getByRole('heading', { name: heading, exact: true })).toHaveCount(0);
  return true;
};

test('a call without any connection: by questions to a cause and a ticket', async ({ app }) => {
  await app.getByRole('tab', { name: 'Guide a call' }).click();
  await app.getByRole('textbox', { name: 'Notes' }).fill('Since Monday, called twice');
  while (await answerOnce(app));
  await expect(app.getByText('The answers point to this')).toBeVisible();
  await app.setViewportSize({ width: 640, height: 900 });
  await expectAccessible(app);
  await expectNoSidewaysScroll(app);
  await app.getByRole('button', { name: 'Make the ticket' }).click();
  const ticket = app.getByRole('textbox', { name: 'Text for a ticket' });
  await expect(ticket).toHaveValue(/prt-account-locked/u);
  await expect(ticket).toHaveValue(/Since Monday, called twice/u);
  await expect(ticket).not.toHaveValue(/proved/u);
  await app.getByRole('combobox', { name: 'Language of the reader' }).selectOption('de');
  await expect(ticket).toHaveValue(/Am Telefon gesagt/u);
});

test('two calls stay apart, and stay over a reload', async ({ app }) => {
  await app.getByRole('tab', { name: 'Guide a call' }).click();
  const name = app.getByRole('textbox', { name: 'Who is calling' });
  await name.fill('Anna');
  await expect(app.getByRole('tab', { name: 'Anna' })).toBeVisible();
  await app.getByRole('button', { name: 'New call' }).click();
  await expect(name).toHaveValue('');
  await name.fill('Bert');
  await expect(app.getByRole('tab', { name: 'Bert' })).toBeVisible();
  await app.reload();
  await expect(app.getByRole('tab', { name: 'Bert' })).toHaveAttribute('aria-selected', 'true');
  await app.getByRole('tab', { name: 'Anna' }).click();
  await expect(name).toHaveValue('Anna');
  await app.getByRole('button', { name: 'End call' }).click();
  await app.getByRole('button', { name: 'End and delete' }).click();
  await expect(app.getByRole('tab', { name: 'Anna' })).toHaveCount(0);
});

test('the question mark shows the keyboard, and the keys of the list work', async ({ app }) => {
  await app.getByRole('tab', { name: 'My device' }).waitFor();
  await app.keyboard.press('?');
  await expect(app.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await expectAccessible(app);
  await app.keyboard.press('Escape');
  await app.keyboard.press('Alt+3');
  await expect(app.getByRole('tab', { name: 'Guide a call' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});
