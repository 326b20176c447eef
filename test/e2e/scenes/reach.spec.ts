import type {
  ClockTableView,
  CloudReachView,
  DomainReachView,
  NamedReachView,
} from '../../../preload/contract';
import { expectAccessible, expectNoSidewaysScroll, tabTo } from '../support/checks';
import { expect, test } from '../support/door';
import { scene, settings } from '../support/scenes';
import { openScene } from '../support/stand-in';
import type { Page } from '@playwright/test';

const source = 'https://learn.microsoft.com/entra/identity/devices/';
const about = { port: 443, protocol: 'tcp', service: 'Sign-in', source } as const;
const minute = 60_000;
const clock: ClockTableView = {
  wrong: 'servers',
  state: 'right',
  offsetMs: 400,
  looksLikeTimeZone: false,
  odd: ['time.example'],
  rows: [
    { host: null, shownBy: null, offsetMs: 0, mark: 'right' },
    { host: 'dc1.corp.example.com', shownBy: 'kerberos', offsetMs: 400, mark: 'right' },
    { host: 'login.example', shownBy: 'https', offsetMs: -300, mark: 'right' },
    { host: 'time.example', shownBy: 'ntp', offsetMs: 40 * minute, mark: 'wrong' },
  ],
};
const cloud: CloudReachView = {
  clock,
  state: 'broken',
  script: {
    address: 'http://wpad.corp.example/proxy.pac',
    result: 'read',
    mayUse: ['proxy.corp.example:8080'],
  },
  causes: [
    {
      code: 'proxy-refuses',
      severity: 'broken',
      owner: 'network',
      about: null,
      hosts: ['login.example'],
    },
  ],
  line: [
    { id: 'names', state: 'ok', proof: [] },
    { id: 'network', state: 'ok', proof: [] },
    { id: 'proxy', state: 'broken', proof: [] },
    { id: 'secure-connection', state: 'unknown', proof: [] },
    { id: 'cloud', state: 'broken', proof: [] },
  ],
  rows: [
    {
      ...about,
      host: 'login.example',
      neededFor: ['prt', 'entra-join'],
      required: true,
      standsFor: null,
      problem: 'proxy-refuses',
      viaProxy: true,
      ms: 40,
    },
    {
      ...about,
      host: 'graph.example',
      neededFor: ['graph'],
      required: false,
      standsFor: '*.graph.example',
      problem: null,
      viaProxy: true,
      ms: 30,
    },
  ],
  untestable: [{ ...about, host: '*.wild.example', neededFor: ['intune'] }],
  ms: 900,
};
const domain: DomainReachView = {
  clock,
  domain: 'corp.example.com',
  state: 'broken',
  code: 'kerberos-blocked',
  hints: ['vpn-or-split-tunnel'],
  owner: 'network',
  chosen: 'dc1.corp.example.com',
  line: [
    { id: 'names', state: 'ok', proof: [] },
    { id: 'company-network', state: 'ok', proof: [] },
    { id: 'domain-controller', state: 'broken', proof: [] },
    {
      id: 'sign-in',
      state: 'broken',
      proof: [
        { of: 'dc1.corp.example.com TCP 88', result: 'silent', ms: 3000, values: {} },
        {
          of: 'dc1.corp.example.com UDP 88',
          result: 'answered',
          ms: 4,
          values: { symbol: 'KDC_ERR_C_PRINCIPAL_UNKNOWN', offsetMs: 12 },
        },
      ],
    },
    { id: 'file-access', state: 'ok', proof: [] },
  ],
  controllers: [
    {
      host: 'dc1.corp.example.com',
      address: '192.0.2.10',
      site: 'Berlin',
      ms: 12,
      problems: ['kerberos-blocked'],
      steps: [
        { name: 'kerberos', result: 'silent', ms: 3000 },
        { name: 'smb', result: 'answered', ms: 4 },
      ],
    },
  ],
  servers: ['192.0.2.53'],
  ms: 3100,
};

const named: NamedReachView = {
  host: 'fs1.corp.example.com',
  state: 'broken',
  code: 'refused',
  owner: 'technician',
  breaksAt: 'port',
  hints: [],
  line: [
    {
      id: 'name',
      state: 'ok',
      proof: [
        {
          of: 'fs1.corp.example.com',
          result: 'answered',
          ms: 3,
          values: { addresses: ['192.0.2.20'] },
        },
      ],
    },
    {
      id: 'port',
      state: 'broken',
      proof: [{ of: 'fs1.corp.example.com', result: 'refused', ms: 1, values: {} }],
    },
    {
      id: 'files',
      state: 'unknown',
      proof: [{ of: 'fs1.corp.example.com', result: 'not-tried', ms: 0, values: {} }],
    },
  ],
  clockOffsetMs: null,
  ms: 5,
};

const words = {
  en: {
    tab: 'Network reach',
    find: 'Find a domain controller',
    server: 'Find the way to it',
    test: 'Test the cloud addresses',
  },
  de: {
    tab: 'Netz und Wege',
    find: 'Domänencontroller finden',
    server: 'Weg dorthin suchen',
    test: 'Cloud-Adressen prüfen',
  },
} as const;
type Language = keyof typeof words;

const openReach = async (page: Page, language: Language = 'en') => {
  await openScene(
    page,
    scene({
      settings: { ...settings, seat: 'deployment', language },
      domain: { ok: true, value: domain },
      cloud: { ok: true, value: cloud },
      named: { ok: true, value: named },
    }),
  );
  await page.getByRole('tab', { name: words[language].tab }).click();
  await page.getByRole('textbox').first().fill('corp.example.com');
  await page.getByRole('button', { name: words[language].find }).click();
  await page.getByRole('textbox').nth(1).fill('\\\\fs1.corp.example.com\\team');
  await page.getByRole('button', { name: words[language].server }).click();
  await page.getByRole('button', { name: words[language].test }).click();
  await page.getByRole('table').last().waitFor();
};

test('says who is in the way, stop by stop, for the company and for the cloud', async ({
  page,
}) => {
  await openReach(page);
  await expect(page.getByText('corp.example.com: sign-in (Kerberos, port 88)')).toBeVisible();
  await expect(page.getByText('Open UDP and TCP 88')).toBeVisible();
  const [company, chain, server, outward] = [0, 1, 2, 3].map((index) =>
    page.getByRole('list', { name: 'The way from this computer' }).nth(index),
  );
  await expect(company!.getByRole('listitem').nth(4)).toHaveText(/Sign-in \(Kerberos\)\s*broken/u);
  await expect(outward!.getByRole('listitem').nth(3)).toHaveText(/Proxy\s*broken/u);
  await expect(outward!.getByRole('listitem').nth(4)).toHaveText(/not known/u);
  await expect(chain!.getByRole('listitem').nth(2)).toHaveText(/Ticket of the company.*not known/u);
  await expect(page.getByText('its absence proves nothing')).toBeVisible();
  await expect(page.getByText('this service is not')).toBeVisible();
  await expect(server!.getByRole('listitem').nth(2)).toHaveText(/Connection\s*broken/u);
  await expect(page.getByText('The proxy refuses to let these hosts through')).toBeVisible();
});

test('each stop opens its proof, and gives the focus back', async ({ page }) => {
  await openReach(page);
  const stop = page.getByRole('button', { name: /^Sign-in \(Kerberos\)/u });
  await stop.click();
  const drawer = page.getByRole('dialog', { name: 'Proof: Sign-in (Kerberos)' });
  await expect(drawer).toContainText('dc1.corp.example.com TCP 88');
  await expect(drawer).toContainText('no answer, 3000 ms');
  await expect(drawer).toContainText('symbol: KDC_ERR_C_PRINCIPAL_UNKNOWN');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(stop).toBeFocused();
});

test('the table is searched, cut to problems, and taken along as text', async ({ page }) => {
  await openReach(page);
  const rows = page.getByRole('table').last().getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(2)).toContainText('stands for *.graph.example');
  await expect(rows.nth(3)).toContainText('not testable');
  await page.getByRole('checkbox', { name: 'Only problems' }).check();
  await expect(rows).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'Only problems' }).uncheck();
  await page.getByRole('searchbox', { name: 'Search addresses' }).fill('intune');
  await expect(rows).toHaveCount(2);
  await page.getByText('Table as text (CSV)').click();
  await expect(page.getByRole('textbox', { name: 'Table as text (CSV)' })).toHaveValue(
    /^"Address","Port",.*\r?\n"\*\.wild\.example","TCP 443","Intune","outgoing","not testable"/u,
  );
});

test('on paper there is the table and nothing to click', async ({ page }) => {
  await openReach(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table').last()).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  const cut = await page.locator('#seat').evaluate((seat) => getComputedStyle(seat).overflowY);
  expect(cut).toBe('visible');
});

test('what is no domain is refused by name, and nothing is sent', async ({ page }) => {
  await openScene(
    page,
    scene({
      settings: { ...settings, seat: 'deployment' },
      silentFrom: 'reachDomain',
    }),
  );
  await page.getByRole('tab', { name: 'Network reach' }).click();
  await page.getByRole('textbox', { name: 'Name of the company domain' }).fill('http://x/ y');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('This is not the name of a domain.');
});

test('without a mouse: name a domain, read what is wrong, reach the table', async ({ page }) => {
  await openScene(
    page,
    scene({
      settings: { ...settings, seat: 'deployment' },
      domain: { ok: true, value: domain },
    }),
  );
  await tabTo(page, 'tab', 'This device');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await tabTo(page, 'textbox', 'Name of the company domain');
  await page.keyboard.type('corp.example.com');
  await page.keyboard.press('Enter');
  await tabTo(page, 'region', 'Domain controllers that answered');
});

const looks = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
} as const;

for (const language of ['en', 'de'] as const) {
  for (const [name, media] of Object.entries(looks))
    test(`${language}, ${name}: axe finds nothing`, async ({ page }) => {
      await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
      await openReach(page, language);
      await expectAccessible(page);
    });
  for (const size of [
    { width: 640, height: 400 },
    { width: 320, height: 640 },
  ])
    test(`${language}: ${String(size.width)} pixels are enough`, async ({ page }) => {
      await page.setViewportSize(size);
      await openReach(page, language);
      await expectNoSidewaysScroll(page);
    });
}
