import type { Page } from '@playwright/test';
import { expect } from './door';
import { looking, type Say } from './tour';

/** The screens behind the first ones: hand-over, guides, the technician's other views, the sheet, and the desk. */
export const farther = async (app: Page, say: Say, inspect: (page: Page) => Promise<void>) => {
  const look = looking(app, inspect);
  const button = (key: string) => app.getByRole('button', { name: say(key), exact: true }).first();
  const heading = app.getByRole('heading', { level: 1 });
  const dialog = app.getByRole('dialog');

  await button('hand-over.open').click();
  await dialog.getByRole('heading', { name: say('hand-over.code') }).waitFor();
  await look();
  await button('hand-over.close').click();
  await expect(dialog).toBeHidden();

  const step = async (guide: string, id: string) => {
    const title = say(`guide.${guide}.${id}.title`);
    await app.getByRole('heading', { level: 2, name: title }).waitFor();
    await look();
  };
  const start = async (guide: string) => {
    await button('guides.more').click();
    await expect(heading).toHaveText(say('guide.list.title'));
    const name = `${say('guide.start')}: ${say(`guide.${guide}.title`)}`;
    await app.getByRole('button', { name, exact: true }).click();
  };
  await app.getByRole('button', { name: say('sample.key-lost-after-repair.name') }).click();
  await button('guides.more').click();
  await expect(heading).toHaveText(say('guide.list.title'));
  await look();
  await button('guides.back').click();
  await start('apps-ask-for-sign-in');
  await button('guide.continue').click();
  await step('apps-ask-for-sign-in', 'renew');
  await button('guide.stop').click();
  await button('guide.close').click();
  await start('reset-this-pc');
  await step('reset-this-pc', 'first');
  await button('guide.continue').click();
  await step('reset-this-pc', 'which');
  await button('guide.reset-this-pc.which.keep').click();
  await step('reset-this-pc', 'keep');
  await button('guide.confirm.keep').click();
  await app.locator('#guide-end').waitFor();
  await look();
  await button('guide.close').click();

  await app.getByRole('tab', { name: say('seat.deployment'), exact: true }).click();
  const view = (id: string) =>
    app.getByRole('tab', { name: say(`deployment.view.${id}`), exact: true }).click();
  for (const id of ['reach', 'readiness']) {
    await view(id);
    await heading.waitFor();
    await expect(app.getByRole('progressbar')).toHaveCount(0);
    await look();
  }
  await view('batch');
  await app.getByRole('textbox', { name: say('batch.new.name') }).fill('4711');
  await look();
  await button('batch.new.start').click();
  await expect(heading).toHaveText('4711');
  await button('batch.step.sign-off').click();
  await app.locator('[role="row"] button').click();
  await dialog.getByRole('button', { name: say('batch.sign'), exact: true }).waitFor();
  await look();
  await button('batch.device.close').click();
  await expect(dialog).toBeHidden();
  await look();

  for (const key of ['settings.keys', 'settings.welcome']) {
    await button('settings.title').click();
    await button(key).click();
    if (key === 'settings.keys') await dialog.getByRole('table').waitFor();
    else await button('welcome.start').waitFor();
    await look();
    if (key === 'settings.keys') await button('keys.close').click();
  }
};
