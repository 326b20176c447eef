// Draws resources/icons/*.png and *.ico from the SVG beside them. The results are committed, because a
// build machine needs no browser; run this after changing a drawing.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const folder = 'resources/icons';
const sizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];

/** The container of Windows icons: a header, one row per picture, then the PNG files as they are. */
const packIcon = (pictures) => {
  const rowBytes = 16;
  const header = Buffer.alloc(6 + pictures.length * rowBytes);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(({ size, png }, index) => {
    const row = 6 + index * rowBytes;
    // A byte cannot hold 256; the format writes 0 for it.
    header.writeUInt8(size % 256, row);
    header.writeUInt8(size % 256, row + 1);
    header.writeUInt16LE(1, row + 4);
    header.writeUInt16LE(32, row + 6);
    header.writeUInt32LE(png.length, row + 8);
    header.writeUInt32LE(offset, row + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

const draw = async (svg, size) => {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const sized = svg.replace(
    '<svg ',
    `<svg width="${size}" height="${size}" style="display:block" `,
  );
  await page.setContent(`<body style="margin:0">${sized}</body>`);
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
};

try {
  for (const name of ['app', 'capture']) {
    const svg = await readFile(join(folder, `${name}.svg`), 'utf8');
    const pictures = [];
    for (const size of sizes) pictures.push({ size, png: await draw(svg, size) });
    await writeFile(join(folder, `${name}.ico`), packIcon(pictures));
    await writeFile(join(folder, `${name}.png`), await draw(svg, 512));
  }
} finally {
  await browser.close();
}
