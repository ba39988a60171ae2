// A reader's larger letters and a page made larger: everything grows, and works as before.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { difference } from './lib/pictures.mjs';
import { phone, setStage } from './lib/stage.mjs';

const stage = setStage();

async function setLetters(page, standard) {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Page.setFontSizes', { fontSizes: { standard } });
}

const title = (page) => page.getByRole('heading', { level: 1 });
const heightOf = async (locator) => Math.round((await locator.boundingBox()).height);

test('letters of twice the size make everything twice as large, at once', async () => {
  const page = await stage.openHome({ place: '/roommates' });
  const button = page.getByRole('button', { name: 'Add Roommate' });
  const field = page.getByLabel('Name', { exact: true });
  const before = [await heightOf(button), await heightOf(field)];
  assert.deepEqual(before, [44, 44]);
  await setLetters(page, 32);
  await eventually(async () => [await heightOf(button), await heightOf(field)], [88, 88]);
  // Beside a page of half the width, the sections are a rail.
  const rail = await page.getByRole('navigation').boundingBox();
  assert.equal(Math.round(rail.width), 2 * 96);
  // What is pressed by place is found there.
  await field.fill('Ana');
  await button.click();
  await page.getByRole('heading', { name: 'Ana', level: 2 }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Ana', level: 2 }).waitFor();
  assert.equal(await heightOf(button), 88);
  await setLetters(page, 16);
  await eventually(() => heightOf(button), 44);
});

test('what is drawn grows with what is told: the same pixels as at twice the ratio', async () => {
  const large = await stage.openHome({ place: '/roommates',
    viewport: { width: 1280, height: 800 } });
  await setLetters(large, 32);
  await eventually(() => heightOf(large.getByRole('button', { name: 'Add Roommate' })), 88);
  const zoomed = await stage.openHome({ place: '/roommates', viewport: { width: 640, height: 400 },
    deviceScaleFactor: 2 });
  // One is as good as the other: both draw 640 by 400 units on 1280 by 800 pixels.
  const sizes = (page) => page.evaluate(() => {
    const { width, height } = document.querySelector('canvas');
    return [width, height];
  });
  assert.deepEqual(await sizes(large), [1280, 800]);
  assert.deepEqual(await sizes(zoomed), [1280, 800]);
  const isSame = async () =>
    await difference(large, await large.screenshot(), await zoomed.screenshot()) < 1;
  await eventually(isSame, true);
});

test('on a phone letters grow as far as a screen has room', async () => {
  const page = await stage.openHome({ place: '/roommates', viewport: { width: 390, height: 844 } });
  await setLetters(page, 32);
  const button = page.getByRole('button', { name: 'Add Roommate' });
  await eventually(() => heightOf(button), Math.round(44 * 390 / 320));
  await openSection(page, 'Chores');
  await title(page).getByText('Manage Chores').waitFor();
});

test('a page can be pinched larger', async () => {
  const page = await stage.openHome({ place: '/roommates', ...phone });
  const tools = await page.context().newCDPSession(page);
  await tools.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
  await page.waitForFunction(() => visualViewport.scale === 2);
  assert.doesNotMatch(await page.evaluate(() =>
    document.querySelector('meta[name=viewport]').content), /user-scalable|maximum-scale/);
});
