import { readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Language } from '../../../strings/languages';
import { expect } from './door';

export type Say = (key: string) => string;

/** What the page says in this language, by the very files it is made of. */
export const wordsOf = (language: Language): Say => {
  const folder = `strings/${language}`;
  const areas = readdirSync(folder).map(
    (area) => JSON.parse(readFileSync(`${folder}/${area}`, 'utf8')) as Record<string, string>,
  );
  const all = Object.assign({}, ...areas) as Record<string, string>;
  return (key) => {
    const text = all[key];
    if (text === undefined) throw new Error(`no words for ${key}`);
    return text;
  };
};

/** Looks with the pointer out of the way of what it would open. */
export const looking = (page: Page, inspect: (page: Page) => Promise<void>) => async () => {
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await inspect(page);
};

/** The screens everybody passes, each looked at once. */
export const tour = async (app: Page, say: Say, inspect: (page: Page) => Promise<void>) => {
  const look = looking(app, inspect);
  const seat = (name: string) => app.getByRole('tab', { name: say(`seat.${name}`), exact: true });
  for (const name of ['my-device', 'deployment', 'guide-a-call']) {
    await seat(name).click();
    await app.getByRole('heading', { level: 1 }).waitFor();
    await look();
  }
  await seat('deployment').click();
  await app.locator('summary').first().click();
  await app.locator('dl').first().waitFor();
  await look();
  await app.getByRole('button', { name: say('codes.open') }).click();
  await app.getByRole('searchbox', { name: say('codes.ask') }).fill('0xc000006d, 0x8028feed');
  await app.keyboard.press('Enter');
  await app.getByRole('heading', { level: 3, name: '0x8028feed' }).waitFor();
  await look();
  await app.getByRole('button', { name: say('codes.close') }).click();
  await expect(app.getByRole('dialog')).toBeHidden();
  await seat('guide-a-call').click();
  const text = await readFile('test/captures/dsregcmd/hybrid-prt-no-0xc000006d.txt', 'utf8');
  await app.getByRole('textbox', { name: say('call.paste'), exact: true }).fill(text);
  await app.getByRole('button', { name: say('call.read'), exact: true }).click();
  await app.getByRole('article').first().waitFor();
  await look();
  await seat('my-device').click();
  await app
    .getByRole('button', { name: say('card.evidence') })
    .first()
    .click();
  await app.getByRole('dialog').locator('mark').first().waitFor();
  await look();
  await app.keyboard.press('Escape');
  await expect(app.getByRole('dialog')).toBeHidden();
  await app.getByRole('button', { name: say('settings.title'), exact: true }).click();
  await app.getByRole('radio').first().waitFor();
  await look();
};
