import { expect, test } from '../support/door';
import { expectAllInPseudo, expectNothingClipped, pseudo, speakPseudo } from '../support/pseudo';
import { tour, wordsOf } from '../support/tour';

test('everything a person reads has words, and a third more of them still fits', async ({
  app,
}) => {
  await speakPseudo(app);
  await app.getByRole('button', { name: wordsOf('en')('settings.title'), exact: true }).click();
  await app.getByRole('combobox').selectOption('de');
  await expect(app.locator('html')).toHaveAttribute('lang', 'de');
  await app.keyboard.press('Escape');
  const german = wordsOf('de');
  await tour(
    app,
    (key) => pseudo(german(key)),
    async (page) => {
      await expectAllInPseudo(page);
      await expectNothingClipped(page);
    },
  );
});
