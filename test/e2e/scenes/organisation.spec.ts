import type { NamedReachView } from '../../../preload/contract';
import type { OrganisationView } from '../../../preload/contract-organisation';
import { expectAccessible, expectNoSidewaysScroll } from '../support/checks';
import { expect, test } from '../support/door';
import { finding, looked, scene, settings } from '../support/scenes';
import { openScene } from '../support/stand-in';

const organisation: OrganisationView = {
  name: 'Contoso',
  helpDesk: {
    name: 'Contoso Service Desk',
    phone: '+49 30 5550 1234',
    email: null,
    portal: 'https://help.contoso.example/new',
    hours: null,
  },
  links: [{ title: 'Passwort vergessen', address: 'https://help.contoso.example/password' }],
  branding: { colour: '#b00020', logo: null },
  languages: ['de'],
  servers: [
    { name: 'Zeiterfassung', host: 'time.contoso.example', port: 443 },
    { name: null, host: 'fs1.contoso.example', port: 445 },
  ],
  notices: [],
};

const way = (host: string, state: NamedReachView['state'], code: string): NamedReachView => ({
  ...{ host, state, code, owner: null, breaksAt: null, hints: [], clockOffsetMs: null, ms: 4 },
  line: [{ id: 'port', state: state === 'healthy' ? 'ok' : 'broken', proof: [] }],
});

const broken = looked({
  state: 'broken',
  rootCause: 'prt-missing',
  findings: [finding('prt-missing', { severity: 'broken', owner: 'technician' })],
});

test('speaks its language, wears its colour, and names it where somebody else must help', async ({
  page,
}, { outputDir }) => {
  await openScene(page, scene({ organisation, inspect: broken }));
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('header').getByText('Contoso', { exact: true })).toBeVisible();
  const card = page.getByRole('article').first();
  await expect(card.getByText('Contoso Service Desk')).toBeVisible();
  await expect(card.getByRole('button', { name: /help\.contoso\.example\/new/ })).toBeVisible();
  await expect(card.getByRole('button', { name: 'Passwort vergessen' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: `${outputDir}/own.png`, fullPage: true });
});

test('writes its addresses out where nothing can be opened', async ({ page }) => {
  const { info } = scene();
  await openScene(
    page,
    scene({ organisation, inspect: broken, info: { ...info, door: 'browser' } }),
  );
  const card = page.getByRole('article').first();
  await expect(card.getByText('https://help.contoso.example/password')).toBeVisible();
  await expect(card.getByRole('button', { name: 'Passwort vergessen' })).toHaveCount(0);
});

test('lets its servers be tested, and shows the answer of each', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  await openScene(
    page,
    scene({
      organisation,
      settings: { ...settings, seat: 'deployment', language: 'de' },
      servers: {
        ok: true,
        value: [
          way('time.contoso.example', 'healthy', 'reachable'),
          way('fs1.contoso.example', 'broken', 'refused'),
        ],
      },
    }),
  );
  await page.getByRole('tab', { name: 'Netz und Wege' }).click();
  const ours = page.getByRole('region', { name: 'Server Ihrer Organisation' });
  await expect(ours.getByRole('listitem')).toHaveCount(2);
  await ours.getByRole('button', { name: 'Diese Server testen' }).click();
  await expect(ours.getByText(/^Zeiterfassung:/)).toBeVisible();
  await expect(ours.getByText(/^fs1\.contoso\.example: /)).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
