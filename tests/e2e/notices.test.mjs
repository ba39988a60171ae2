// The bell in a home where nothing waits for anybody; swaps.test.mjs has the others.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { startBrowser, startServer } from './lib/browser.mjs';
import { startHousehold } from './lib/home.mjs';

let server;
let browser;
let page;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(error));
  await page.goto(`${server.address}/chores`);
  await startHousehold(page);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const bell = (name) => page.getByRole('button', { name, exact: true });
const list = () => page.getByRole('dialog', { name: 'Notices' });

test('nothing waits in a new home', async () => {
  await bell('Notices').click();
  await list().getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.keyboard.press('Escape');
  await list().waitFor({ state: 'detached' });
});
