import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';

type Paper = Pick<BrowserWindow, 'loadURL' | 'destroy'> & {
  webContents: Pick<BrowserWindow['webContents'], 'printToPDF'>;
};

/** A window nobody sees, that runs nothing and reaches nothing: it only turns our own page into paper. */
const options: BrowserWindowConstructorOptions = {
  show: false,
  webPreferences: {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    javascript: false,
    partition: 'paper',
  },
};

/** `make` is Electron's constructor, handed in so that it can be tried without Electron. */
export const pdfBy =
  (make: (options: BrowserWindowConstructorOptions) => Paper) =>
  async (html: string): Promise<Uint8Array> => {
    const paper = make(options);
    try {
      await paper.loadURL(
        `data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`,
      );
      return await paper.webContents.printToPDF({ pageSize: 'A4', printBackground: true });
    } finally {
      paper.destroy();
    }
  };
