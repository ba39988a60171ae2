// node tools/screenshots.mjs FOLDER [NAME]...: see tools/screenshots.
import { copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { startBrowser, startServer } from '../tests/e2e/lib/browser.mjs';
import { settle, showing, tour } from '../tests/e2e/lib/tour.mjs';

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

// Pictures of the gallery: the parts that later screens use.
async function shootGallery(browser) {
  const server = await startServer({ web: 'build/web-gallery' });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce', colorScheme: 'light', locale: 'en-US', timezoneId: 'UTC' });
  for (const [room, name] of [['charts', 'gallery-charts'], ['times', 'gallery-bookings']]) {
    await page.goto(`${server.address}/gallery/${room}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.mouse.move(1, 1);
    await settle(page);
    const file = path.join(folder, 'sheets', `${name}.jpg`);
    await page.screenshot({ path: file, type: 'jpeg', quality: 80 });
    console.log(file);
  }
  await server.stop();
}

// Brings the pictures of docs/design.md up to date.
function copyShown() {
  const shown = readFileSync('docs/design.md', 'utf8').matchAll(/\((pictures\/\S+\.jpg)\)/g);
  for (const [, picture] of shown) {
    copyFileSync(path.join(folder, 'sheets', path.basename(picture)), path.join('docs', picture));
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
    await shootGallery(browser);
    if (wanted.length === 0) copyShown();
  } finally {
    await browser.close();
    await server.stop();
  }
}

await main();
