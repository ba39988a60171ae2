// Days, times and amounts: typed, chosen, refused by name.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { eventually } from './lib/eventually.mjs';
import { setGallery } from './lib/gallery.mjs';

const stage = setGallery();
let page;

beforeEach(async () => {
  await page?.context().close();
  page = await stage.openRoom('/pickers');
});

const field = (name) => page.getByRole('textbox', { name, exact: true });
const day = (name) => page.getByRole('gridcell', { name, exact: true });
const refusal = (words) => page.getByRole('alert').filter({ hasText: words });
const isFocused = (locator) => locator.evaluate((node) => node === document.activeElement);

test('a month is walked by keys and gives the focus back', async () => {
  const button = page.getByRole('button', { name: 'Choose Due date' });
  await button.click();
  await page.getByRole('dialog', { name: 'Due date' }).waitFor();
  await eventually(() => isFocused(day('Saturday, March 14, 2026')), true);
  assert.deepEqual(await axeViolations(page), []);
  await page.keyboard.press('ArrowDown');
  await eventually(() => isFocused(day('Saturday, March 21, 2026')), true);
  await page.keyboard.press('Home');
  await eventually(() => isFocused(day('Sunday, March 15, 2026')), true);
  await page.keyboard.press('PageDown');
  await eventually(() => isFocused(day('Wednesday, April 15, 2026')), true);
  await page.keyboard.press('Enter');
  await eventually(() => field('Due date').inputValue(), '4/15/2026');
  await eventually(() => isFocused(button), true);
});

test('Escape leaves the day as it was', async () => {
  await page.getByRole('button', { name: 'Choose Due date' }).click();
  await day('Saturday, March 14, 2026').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await field('Due date').inputValue(), '3/14/2026');
});

test('a typed day is kept, and refused by name when it is none', async () => {
  await field('Due date').fill('2/30/2026');
  await field('First day').focus();
  await refusal('Due date must be a day such as 3/12/2026.').waitFor();
  assert.equal(await field('Due date').inputValue(), '2/30/2026');
  await field('Due date').fill('3/20');
  await page.getByRole('alert').waitFor({ state: 'detached' });
});

test('a range takes its end along', async () => {
  await page.getByRole('button', { name: 'Choose First day' }).click();
  await page.getByRole('button', { name: 'Next month' }).click();
  await day('Friday, April 10, 2026').click();
  await eventually(() => field('Last day').inputValue(), '4/10/2026');
});

test('a time is found in the list or typed', async () => {
  const start = page.getByRole('combobox', { name: 'Start' });
  await start.fill('4:30');
  await page.getByRole('option', { name: '4:30 PM' }).click();
  await eventually(async () => (await start.inputValue()).replace('\u202f', ' '), '4:30 PM');
  await start.fill('23:00');
  await page.keyboard.press('Enter');
  await field('Due date').focus();
  await refusal(/^Start must be between 6:00.AM and 10:00.PM\.$/).waitFor();
});

test('money and quantities take a comma', async () => {
  await field('Estimated Price').fill('abc');
  await field('Quantity').focus();
  await refusal('Estimated Price must be an amount such as 4.99.').waitFor();
  await field('Estimated Price').fill('4,5');
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Increase Quantity' }).click();
  await eventually(() => field('Quantity').inputValue(), '1.6');
});

test('on a phone the month is a sheet', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole('button', { name: 'Choose Due date' }).click();
  await page.getByRole('heading', { name: 'Due date', level: 2 }).waitFor();
  assert.deepEqual(await axeViolations(page), []);
  const box = await day('Saturday, March 14, 2026').boundingBox();
  assert.ok(box.width >= 44 && box.height >= 44, JSON.stringify(box));
});
