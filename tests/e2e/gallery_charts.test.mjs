// Charts: read with the pointer, with keys, as a table and as a file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { eventually } from './lib/eventually.mjs';
import { middleOf, setGallery } from './lib/gallery.mjs';

const stage = setGallery();
let page;

before(async () => {
  page = await stage.openRoom('/charts');
});

const figure = (name) => page.getByRole('figure', { name });
const points = (name) => page.getByRole('slider', { name: `Points of ${name}` });
const tip = (words) => page.getByRole('tooltip').filter({ hasText: words });
const moods = 'Mood, energy, stress';

test('the pointer on a point shows its date and every value', async () => {
  const { box, y } = await middleOf(points('Chores completed versus assigned'));
  await page.mouse.move(box.x + 15, y);
  await tip('Fri, Feb 27, Assigned 2, Completed 2').waitFor();
  await page.mouse.move(box.x + box.width - 15, y);
  await tip('Thu, Mar 12, Assigned 2, Completed 1').waitFor();
  await page.mouse.move(1, 1);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
});

test('arrow keys read point by point, gaps too', async () => {
  const slider = points(moods);
  await slider.focus();
  await page.keyboard.press('Home');
  await eventually(() => slider.getAttribute('aria-valuetext'),
    'Fri, Feb 27: Mood 4 of 5, Energy 3 of 5, Stress 2 of 5');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await eventually(() => slider.getAttribute('aria-valuetext'),
    'Sun, Mar 1: Mood no entry, Energy no entry, Stress no entry');
  await tip('Sun, Mar 1').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
});

test('a legend entry switches its series off and on', async () => {
  const entry = (state) =>
    figure(moods).getByRole('button', { name: 'Energy', exact: true, ...state });
  await entry({}).click();
  await entry({ pressed: false }).waitFor();
  await points(moods).focus();
  await page.keyboard.press('End');
  await eventually(() => points(moods).getAttribute('aria-valuetext'),
    'Thu, Mar 12: Mood 4 of 5, Stress 2 of 5');
  await entry({}).click();
  await entry({ pressed: true }).waitFor();
});

test('the table has the same numbers', async () => {
  const name = 'Daily focus time';
  await figure(name).getByRole('button', { name: `Table: ${name}` }).click();
  const table = figure(name).getByRole('table', { name });
  await table.getByRole('row', { name: 'Wed, Mar 4 2 h 5 min' }).waitFor();
  assert.equal(await table.getByRole('row').count(), 15);
  await figure(name).getByRole('button', { name: `Table: ${name}` }).click();
  await table.waitFor({ state: 'detached' });
});

test('the file opens in a spreadsheet', async () => {
  const name = 'Groceries per month';
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    figure(name).getByRole('button', { name: `CSV: ${name}` }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'groceries-per-month.csv');
  const text = readFileSync(await download.path(), 'utf8');
  assert.match(text, /^\uFEFFMonth,Spent \(USD\)\r\nApril 2025,214\.80\r\n/);
});

test('no values: a sentence instead of empty axes', async () => {
  const empty = figure('Before the first entry');
  await empty.getByText('The first mood you save begins this chart.').waitFor();
  assert.equal(await empty.getByRole('button').count(), 0);
});

test('a year is read by day', async () => {
  const days = page.getByRole('slider', { name: 'Days of Your year' });
  await days.focus();
  await page.keyboard.press('End');
  await eventually(async () => (await days.getAttribute('aria-valuetext')).split(':')[0],
    'Thursday, March 12, 2026');
  await page.keyboard.press('ArrowLeft');
  await eventually(async () => (await days.getAttribute('aria-valuetext')).split(':')[0],
    'Wednesday, March 11, 2026');
});

test('charts keep to their size on a phone', async () => {
  const phone = await stage.openRoom('/charts',
    { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true });
  for (const each of await phone.getByRole('figure').all()) {
    const box = await each.boundingBox();
    assert.ok(box.width > 200 && box.width <= 375 && box.height <= 380, JSON.stringify(box));
  }
});
