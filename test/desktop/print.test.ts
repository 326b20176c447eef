import type { BrowserWindowConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { pdfBy } from '../../main/desktop/print';

const desk = (print: () => Promise<Buffer>) => {
  const seen: { options?: BrowserWindowConstructorOptions; url?: string; closed: boolean } = {
    closed: false,
  };
  const pdf = pdfBy((options) => {
    seen.options = options;
    return {
      loadURL: (url) => {
        seen.url = url;
        return Promise.resolve();
      },
      destroy: () => {
        seen.closed = true;
      },
      webContents: { printToPDF: print },
    };
  });
  return { pdf, seen };
};

it('prints the page in a window that runs nothing, and closes it', async () => {
  const { pdf, seen } = desk(() => Promise.resolve(Buffer.from('%PDF')));
  expect(Buffer.from(await pdf('<p>Grüße</p>')).toString()).toBe('%PDF');
  expect(seen.options?.show).toBe(false);
  expect(seen.options?.webPreferences).toMatchObject({ javascript: false, sandbox: true });
  expect(Buffer.from(String(seen.url).split(',')[1] ?? '', 'base64').toString()).toBe(
    '<p>Grüße</p>',
  );
  expect(seen.closed).toBe(true);
});

it('closes it also when it cannot print', async () => {
  const { pdf, seen } = desk(() => Promise.reject(new Error('no printer')));
  await expect(pdf('x')).rejects.toThrow('no printer');
  expect(seen.closed).toBe(true);
});
