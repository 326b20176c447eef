import { readFile } from 'node:fs/promises';
import { ZipFile } from 'yazl';
import { expect, test } from '../support/door';

const captures = 'test/captures/dsregcmd';
const wrongPassword = `${captures}/hybrid-prt-no-0xc000006d.txt`;

test.beforeEach(async ({ app }) => {
  await app.getByRole('tab', { name: 'Guide a call' }).click();
});

test('pasted text becomes the same findings in the words of the helpdesk', async ({ app }) => {
  await app
    .getByRole('textbox', { name: 'Output of dsregcmd' })
    .fill(await readFile(wrongPassword, 'utf8'));
  await app.getByRole('button', { name: 'Diagnose' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toBeFocused();
  const card = app.getByRole('article', { name: 'Your password was not accepted' });
  await expect(card).toContainText('Proved');
  await expect(card).toContainText('0xc000006d');
  await expect(card).toContainText('The caller');
  await expect(card).toContainText('Primary refresh token');
  await expect(card.getByText('line 73')).toBeVisible();
  await expect(app.getByRole('heading', { name: 'Codes that were met' })).toBeVisible();
  await card.getByRole('button', { name: 'Show in the raw text' }).click();
  await expect(app.getByRole('dialog').locator('mark', { hasText: '0xc000006d' })).toBeInViewport();
});

test('a text file is opened through the chooser', async ({ app }) => {
  const chooser = app.waitForEvent('filechooser');
  await app.getByRole('button', { name: 'Open a file' }).click();
  await (await chooser).setFiles(`${captures}/entra-registered-win11-utf16le-bom-crlf.txt`);
  await expect(app.getByText('From entra-registered-win11-utf16le-bom-crlf.txt')).toBeVisible();
  await expect(app.getByText('Personal device with a work account')).toBeVisible();
});

test('a file dropped anywhere is read, whichever seat is open', async ({ app }) => {
  await app.getByRole('tab', { name: 'My device' }).click();
  await app.getByRole('heading', { level: 1 }).waitFor();
  const files = await app.evaluateHandle(
    (text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'dropped.txt'));
      return transfer;
    },
    await readFile(wrongPassword, 'utf8'),
  );
  await app.dispatchEvent('body', 'dragover', { dataTransfer: files });
  await expect(app.getByText('Drop the file to diagnose it')).toBeVisible();
  await app.dispatchEvent('body', 'drop', { dataTransfer: files });
  await expect(app.getByText('From dropped.txt')).toBeVisible();
  await expect(app.getByRole('tab', { name: 'Guide a call' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('the next call starts from nothing', async ({ app }) => {
  await app
    .getByRole('textbox', { name: 'Output of dsregcmd' })
    .fill(await readFile(wrongPassword, 'utf8'));
  await app.getByRole('button', { name: 'Diagnose' }).click();
  await app.getByRole('button', { name: 'Next call' }).click();
  await expect(app.getByRole('textbox', { name: 'Output of dsregcmd' })).toHaveValue('');
});

const zip = (name: string, text: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const file = new ZipFile();
    const chunks: Buffer[] = [];
    file.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    file.outputStream.on('end', () => resolve(Buffer.concat(chunks)));
    file.outputStream.on('error', reject);
    file.addBuffer(Buffer.from(text), name);
    file.end();
  });

const refusals = [
  { what: 'nothing', bytes: () => Buffer.from(' \r\n'), says: 'There is no text in it.' },
  {
    what: 'the output of another tool',
    bytes: () => Buffer.from('Windows IP Configuration\n\n   Host Name . . : PC-1\n'),
    says: 'This text is not from dsregcmd.',
  },
  {
    what: 'a picture',
    bytes: () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 1, 2, 3]),
    says: 'This is not text and not a capture.',
  },
  {
    what: 'an archive of something else',
    bytes: () => zip('letter.txt', 'Dear Sir or Madam'),
    says: 'This archive is not a Fieldkit capture.',
  },
  {
    what: 'half an archive',
    bytes: async () => (await zip('capture.json', '{}')).subarray(0, 40),
    says: 'This capture is damaged or incomplete.',
  },
] as const;

for (const { what, bytes, says } of refusals)
  test(`${what} is refused by name, and the next try is open`, async ({ app }) => {
    const chooser = app.waitForEvent('filechooser');
    await app.getByRole('button', { name: 'Open a file' }).click();
    const file = { name: 'caller.bin', mimeType: 'application/octet-stream' };
    await (await chooser).setFiles({ ...file, buffer: await bytes() });
    await expect(app.getByText(says)).toBeVisible();
    await expect(app.getByRole('button', { name: 'Open a file' })).toBeEnabled();
  });
