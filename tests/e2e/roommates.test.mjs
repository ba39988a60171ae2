// The roommates screen, with nothing but roles and accessible names.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { startBrowser, startServer } from './lib/browser.mjs';
import { startHousehold } from './lib/home.mjs';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function openRoommates(options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(error));
  await page.goto(`${server.address}/roommates`);
  await startHousehold(page, { person: 'Olga' });
  await page.getByRole('heading', { name: 'Manage Roommates', level: 1 }).waitFor();
  return page;
}

async function add(page, name) {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add Roommate' }).click();
}

test('names in any script are added once and the field is cleared', async () => {
  const page = await openRoommates();
  for (const name of ['Ana', 'Ben Müller', '日本', 'العربية', 'Dev 👩‍👩‍👧']) {
    await add(page, name);
    await page.getByRole('heading', { name, exact: true, level: 2 }).waitFor();
    assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), '');
  }
  assert.equal(await page.getByRole('listitem').count(), 6);
  await page.getByText('Total Roommates: 6').waitFor();
});

test('a refused name is explained at the field and stays there', async () => {
  const page = await openRoommates();
  await add(page, 'Ana');
  await page.getByRole('heading', { name: 'Ana', level: 2 }).waitFor();
  await add(page, 'ANA');
  await page.getByRole('alert').waitFor();
  const field = page.getByLabel('Name', { exact: true });
  assert.equal(await field.inputValue(), 'ANA');
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  assert.equal(await page.getByRole('listitem').count(), 2);
});

test('the keyboard alone adds and renames', async () => {
  const page = await openRoommates();
  await page.getByLabel('Name', { exact: true }).focus();
  await page.keyboard.type('Ana');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Edit Ana' }).focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('listitem').getByLabel('Name', { exact: true });
  await field.waitFor();
  await field.fill('Anna');
  await page.getByRole('button', { name: 'Save' }).press('Space');
  await page.getByRole('heading', { name: 'Anna', level: 2 }).waitFor();
});

test('axe finds nothing on phone and desktop, light and dark', async () => {
  for (const viewport of [{ width: 390, height: 844 }, { width: 1280, height: 800 }]) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await openRoommates({ viewport, colorScheme });
      await add(page, 'Ana');
      await page.getByRole('heading', { name: 'Ana', level: 2 }).waitFor();
      await page.evaluate(readFileSync(axePath, 'utf8'));
      const result = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(result.violations.map((violation) => violation.id), []);
      await page.context().close();
    }
  }
});

test('at rest nothing is drawn and no frame is asked for', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.counts = { frames: 0, draws: 0 };
    const ask = globalThis.requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (callback) => {
      globalThis.counts.frames += 1;
      return ask(callback);
    };
    const draw = WebGL2RenderingContext.prototype.drawElements;
    WebGL2RenderingContext.prototype.drawElements = function count(...rest) {
      globalThis.counts.draws += 1;
      return draw.apply(this, rest);
    };
  });
  await page.goto(`${server.address}/roommates`);
  await startHousehold(page, { person: 'Olga' });
  await add(page, 'Ana');
  await page.getByRole('heading', { name: 'Ana', level: 2 }).waitFor();
  // Until the last eased hover is over: two equal readings a second apart.
  await page.waitForFunction(() => {
    const now = JSON.stringify(globalThis.counts);
    const isSame = now === globalThis.lastCounts;
    globalThis.lastCounts = now;
    return isSame;
  }, undefined, { polling: 1000 });
  const before = await page.evaluate(() => ({ ...globalThis.counts }));
  assert.ok(before.draws > 0);
  await page.waitForTimeout(5000);
  const now = await page.evaluate(() => ({ ...globalThis.counts }));
  assert.deepEqual(now, before);
});
