import { readFile } from 'node:fs/promises';
import { tabTo } from '../support/checks';
import { expect, test } from '../support/door';

const box = { name: 'Code, name or words' };

for (const seat of ['My device', 'Deployment', 'Guide a call'])
  test(`a code can be looked up from ${seat}`, async ({ app }) => {
    await app.getByRole('tab', { name: seat }).click();
    await app.getByRole('button', { name: 'Explain a code' }).click();
    const drawer = app.getByRole('dialog', { name: 'Explain a code' });
    await drawer.getByRole('searchbox', box).fill('C000006D');
    await drawer.getByRole('button', { name: 'Explain', exact: true }).click();
    await expect(drawer.getByRole('heading', { level: 3 })).toContainText('0xc000006d');
    await expect(drawer.getByText('Who can fix it')).toBeVisible();
    await expect(drawer.getByText('What to do')).toBeVisible();
  });

test('without a mouse: ask, read, ask for another, come back', async ({ app }) => {
  await tabTo(app, 'button', 'Explain a code');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('searchbox', box)).toBeFocused();
  await app.keyboard.type('password expired');
  await app.keyboard.press('Enter');
  await expect(app.getByText(/codes? (has|have) these words/u)).toBeVisible();
  const first = app.getByRole('dialog').getByRole('listitem').getByRole('button').first();
  const code = String(await first.textContent()).split(' ')[0] ?? '';
  await tabTo(app, 'button', String(await first.textContent()));
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { level: 3 }).first()).toContainText(code);
  await app.keyboard.press('Escape');
  await expect(app.getByRole('button', { name: 'Explain a code' })).toBeFocused();
});

test('of a code nobody knows, its shape is told', async ({ app }) => {
  await app.getByRole('button', { name: 'Explain a code' }).click();
  await app.getByRole('searchbox', box).fill('0x8028feed');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('dialog')).toContainText('Not in the catalogue.');
  await expect(app.getByRole('dialog')).toContainText('the security chip service');
});

test('nonsense is answered as not known', async ({ app }) => {
  await app.getByRole('button', { name: 'Explain a code' }).click();
  await app.getByRole('searchbox', box).fill('qqqq <b>zzzz</b>');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('dialog')).toContainText('This code is not known.');
});

test('each code of a finding leads to its explanation', async ({ app }) => {
  await app.getByRole('tab', { name: 'Guide a call' }).click();
  const text = await readFile('test/captures/dsregcmd/hybrid-prt-no-0xc000006d.txt', 'utf8');
  await app.getByRole('textbox', { name: 'Output of dsregcmd' }).fill(text);
  await app.getByRole('button', { name: 'Diagnose' }).click();
  await app.getByRole('article').getByRole('button', { name: '0xc000006d' }).first().click();
  const drawer = app.getByRole('dialog', { name: 'Explain a code' });
  await expect(drawer.getByRole('heading', { level: 3 })).toContainText('0xc000006d');
  await drawer.getByRole('button', { name: 'Close the explanation' }).click();
  await expect(drawer).toBeHidden();
});

test('and so does each code beside its proof', async ({ app }) => {
  await app.getByRole('button', { name: 'Show the evidence' }).first().click();
  const codes = app.getByRole('dialog').getByRole('group', { name: 'Codes' });
  await codes.getByRole('button', { name: '0xc000006d' }).click();
  const drawer = app.getByRole('dialog', { name: 'Explain a code' });
  await expect(drawer.getByRole('heading', { level: 3 })).toContainText('0xc000006d');
  await expect(app.getByRole('dialog', { name: 'Evidence' })).toBeHidden();
});
