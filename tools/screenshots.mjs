// node tools/screenshots.mjs FOLDER [NAME]...: see tools/screenshots.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startBrowser, startServer } from '../tests/e2e/lib/browser.mjs';
import { showing, tour } from '../tests/e2e/lib/tour.mjs';

const [folder, ...wanted] = process.argv.slice(2);

const shoot = (page, name, options = {}) => showing(page, options, async (label) => {
  const file = `${name}-${label}.png`;
  if (wanted.length > 0 && !wanted.some((each) => file.startsWith(each))) return;
  await page.screenshot({ path: path.join(folder, file) });
  console.log(path.join(folder, file));
});

async function main() {
  mkdirSync(folder, { recursive: true });
  const server = await startServer();
  const browser = await startBrowser();
  try {
    await tour(browser, server, shoot);
  } finally {
    await browser.close();
    await server.stop();
  }
}

await main();
