// node tools/screenshots.mjs FOLDER [NAME]...: see tools/screenshots.
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { startBrowser, startServer } from '../tests/e2e/lib/browser.mjs';
import { showing, tour } from '../tests/e2e/lib/tour.mjs';

const [folder, ...wanted] = process.argv.slice(2);
const looks = ['desktop-light', 'phone-light', 'desktop-dark', 'phone-dark'];
const sheetHeight = 400;

const shoot = (page, name, options = {}) => showing(page, options, async (label) => {
  const file = `${name}-${label}.png`;
  if (wanted.length > 0 && !wanted.some((each) => file.startsWith(each))) return;
  await page.screenshot({ path: path.join(folder, file) });
  console.log(path.join(folder, file));
});

const picture = (file) => `data:image/png;base64,${readFileSync(file).toString('base64')}`;

// The four looks of each screen side by side, as docs/design.md shows them.
async function makeSheets(browser) {
  const files = new Set(readdirSync(folder));
  mkdirSync(path.join(folder, 'sheets'), { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1700, height: sheetHeight } });
  for (const file of files) {
    const name = file.replace(`-${looks[0]}.png`, '');
    const parts = looks.map((look) => `${name}-${look}.png`);
    if (!parts.every((part) => files.has(part))) continue;
    const images = parts.map((part) => `<img src="${picture(path.join(folder, part))}"
      style="height: ${sheetHeight - 32}px; margin: 16px 0 16px 16px; border-radius: 8px">`);
    await page.setContent(`<body style="margin: 0; background: #888; width: max-content;
      padding-right: 16px; display: flex">${images.join('')}`, { waitUntil: 'load' });
    const sheet = path.join(folder, 'sheets', `${name}.jpg`);
    await page.locator('body').screenshot({ path: sheet, type: 'jpeg', quality: 80 });
    console.log(sheet);
  }
}

async function main() {
  mkdirSync(folder, { recursive: true });
  const server = await startServer();
  const browser = await startBrowser();
  try {
    // Twice the pixels of what tests need.
    const sharp = { newContext: (options) =>
      browser.newContext({ ...options, deviceScaleFactor: 2 }) };
    await tour(sharp, server, shoot);
    await makeSheets(browser);
  } finally {
    await browser.close();
    await server.stop();
  }
}

await main();
