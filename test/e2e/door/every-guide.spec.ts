import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ways, type Way } from '../../guides/ways';
import { expect, test } from '../support/door';

/** Walks every guide through the page, each on its good way and on those that end elsewhere. */
const wordsOf = (file: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../strings/en/${file}.json`, import.meta.url), 'utf8'),
  ) as Record<string, string>;

const words: Readonly<Record<string, string>> = Object.assign(
  {},
  ...['guide', 'guides-user', 'guides-technician', 'samples', 'confirm', 'page'].map(wordsOf),
);
const word = (key: string): string => {
  const text = words[key];
  if (text === undefined) throw new Error(`no words for ${key}`);
  return text;
};

/** Who walks it: the technician's guides are offered at the technician's page. */
const technicians = wordsOf('guides-technician');
const isTechnicians = (guide: string) => Object.hasOwn(technicians, `guide.${guide}.title`);

interface Card {
  ended: boolean;
  heading: string;
  buttons: string[];
  warned: boolean;
  lines: number;
}

const readCard = (page: Page): Promise<Card> =>
  page.evaluate(() => {
    const card = document.querySelector('section:has(#guide-step), section:has(#guide-end)');
    return {
      ended: document.querySelector('#guide-end') !== null,
      heading: card?.querySelector('h2')?.textContent ?? '',
      buttons: [...(card?.querySelectorAll('button') ?? [])].map(
        ({ textContent }) => textContent ?? '',
      ),
      warned: card?.querySelector('[role="alert"]') !== null,
      lines: document.querySelectorAll('section[aria-labelledby="guide-log"] li').length,
    };
  });

/** In this order: what was tried once is gone past, as somebody would who sees that it did not help. */
const leads = ['guide.act.on', 'guide.continue', 'guide.act.do'];
const waits = [
  'guide.wait.done',
  'guide.wait.restarted',
  'guide.wait.signed-in',
  'guide.wait.check',
];

/** What is pressed at this card, or null where the consent is asked for. */
const pressed = (guide: string, way: Way, { heading, buttons, warned }: Card): string | null => {
  const has = (key: string) => buttons.includes(word(key));
  if (has('guide.confirm.keep')) return way.says === 'no' ? word('guide.confirm.keep') : null;
  // Three answers are a question; fewer are a choice that has a yes and a no of its own.
  if (has('guide.unknown')) return word(`guide.${way.says ?? 'yes'}`);
  if (warned && has('guide.wait.late')) return word('guide.wait.late');
  const lead = [...leads, ...waits].find(has);
  if (lead !== undefined) return word(lead);
  const [step, option] =
    Object.entries(way.picks ?? {}).find(
      ([id]) => words[`guide.${guide}.${id}.title`] === heading,
    ) ?? [];
  return step === undefined ? (buttons[0] ?? '') : word(`guide.${guide}.${step}.${option ?? ''}`);
};

const press = async (page: Page, guide: string, way: Way, card: Card) => {
  const name = pressed(guide, way, card);
  if (name !== null) return page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('textbox').fill(word('guide.confirm.word'));
  return page.getByRole('button', { name: word('guide.confirm.do') }).click();
};

/** Until something new is shown that can be pressed. */
const settled = (page: Page, before: Card | null) =>
  page.waitForFunction((old) => {
    const card = document.querySelector('section:has(#guide-step), section:has(#guide-end)');
    if (card === null) return false;
    if (document.querySelector('#guide-end') !== null) return true;
    const lines = document.querySelectorAll('section[aria-labelledby="guide-log"] li').length;
    const button = card.querySelector('button:not([aria-disabled="true"]):not(:disabled)');
    return button !== null && lines !== old;
  }, before?.lines ?? -1);

const mostTurns = 40;

const walk = async (page: Page, guide: string, way: Way): Promise<string[]> => {
  await page.getByRole('button', { name: word('guides.more') }).click();
  await page.getByRole('combobox').last().selectOption(way.ending);
  const title = word(`guide.${guide}.title`);
  const start = page.getByRole('button', { name: `${word('guide.start')}: ${title}`, exact: true });
  await start.click();
  let card: Card | null = null;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    await settled(page, card);
    card = await readCard(page);
    if (card.ended) break;
    await press(page, guide, way, card);
  }
  const shown = await page.locator('section:has(#guide-end)').innerText();
  await page.getByRole('button', { name: word('guide.close'), exact: true }).click();
  return shown.split('\n');
};

const rows = Object.entries(ways).flatMap(([guide, each]) => each.map((way) => ({ guide, way })));
const samples = [...new Set(rows.map(({ way }) => way.on))];

const look = async (page: Page, sample: string) => {
  await page.getByRole('button', { name: word(`sample.${sample}.name`) }).click();
  await page.getByRole('button', { name: word('guides.more') }).waitFor();
};

const lookAsTechnician = async (page: Page, sample: string) => {
  await page.getByRole('combobox').first().selectOption(sample);
  await page.getByRole('status').filter({ hasText: 'readings' }).waitFor();
};

for (const seat of ['my-device', 'deployment'] as const)
  test(`every guide of ${seat} ends as it must, on every way through it`, async ({ app }) => {
    test.setTimeout(600_000);
    if (seat === 'deployment') await app.getByRole('tab', { name: 'Deployment' }).click();
    for (const sample of samples) {
      const here = rows.filter(
        ({ guide, way }) => way.on === sample && isTechnicians(guide) === (seat === 'deployment'),
      );
      if (here.length === 0) continue;
      await (seat === 'deployment' ? lookAsTechnician : look)(app, sample);
      for (const { guide, way } of here)
        await test.step(`${guide} on ${sample}, ${way.ending}`, async () => {
          const shown = await walk(app, guide, way);
          const [how, step] = way.ends;
          expect(shown[0]).toBe(word(`guide.end.${how}`));
          // What nobody saw come true is not promised.
          expect(shown.includes(word(`guide.${guide}.${step}.title`))).toBe(
            how !== 'unknown' && how !== 'not-proved',
          );
          expect(shown.some((line) => line.startsWith('Who can go on'))).toBe(how !== 'proved');
        });
    }
  });
