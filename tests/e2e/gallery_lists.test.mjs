// Rows with actions, comboboxes, sheets: with a finger, with keys, with the mouse.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { eventually } from './lib/eventually.mjs';
import { middleOf, phone, setGallery, swipe } from './lib/gallery.mjs';

const stage = setGallery();
const said = (page, words) => page.getByText(words, { exact: true }).first();
const row = (page, name) => page.getByRole('listitem').filter({ hasText: name });

test('a long swipe does the action of its side', async () => {
  const page = await stage.openRoom('/lists', phone);
  const { x, y } = await middleOf(row(page, 'Bathroom'));
  await swipe(page, { x: x - 100, y }, { x: x + 110, y });
  await said(page, 'Mark done: Bathroom').waitFor();
});

test('a short swipe leaves the action as a button', async () => {
  const page = await stage.openRoom('/lists', phone);
  const { x, y } = await middleOf(row(page, 'Dishes'));
  await swipe(page, { x, y }, { x: x - 80, y });
  await row(page, 'Dishes').getByRole('button', { name: 'Delete' }).click();
  await said(page, 'Delete: Dishes').waitFor();
});

test('the same actions are in the menu, from the button and from the row', async () => {
  const page = await stage.openRoom('/lists');
  const items = page.getByRole('menu', { name: 'More actions for Dishes' }).getByRole('menuitem');
  await page.getByRole('button', { name: 'More actions for Dishes' }).click();
  const names = ['Mark done', 'Swap', 'Skip', 'Delete'];
  await eventually(() => items.allInnerTexts(), names);
  assert.deepEqual(await axeViolations(page), []);
  await page.keyboard.press('Escape');
  await items.first().waitFor({ state: 'detached' });
  const { box } = await middleOf(row(page, 'Dishes'));
  await page.mouse.click(box.x + 300, box.y + 30, { button: 'right' });
  await eventually(() => items.allInnerTexts(), names);
  await items.filter({ hasText: 'Skip' }).click();
  await said(page, 'Skip: Dishes').waitFor();
});

test('a combobox narrows, shows where keys are, and takes the option', async () => {
  const page = await stage.openRoom('/lists');
  const chore = page.getByRole('combobox', { name: 'Chore' });
  await chore.fill('dish');
  const options = page.getByRole('listbox', { name: 'Chore' }).getByRole('option');
  await eventually(async () => (await options.allInnerTexts()).length, 2);
  assert.deepEqual(await axeViolations(page), []);
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Dishwasher', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await eventually(() => chore.inputValue(), 'Dishwasher');
  await options.first().waitFor({ state: 'detached' });
  await chore.fill('zzz');
  await page.getByText('Nothing here is called that.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open a dialog' }).focus();
  await eventually(() => chore.inputValue(), 'Dishwasher');
});

test('a sheet is pulled down to close it', async () => {
  const page = await stage.openRoom('/lists', phone);
  await page.getByRole('button', { name: 'Open a dialog' }).click();
  const sheet = page.getByRole('dialog', { name: 'A sheet from below' });
  const { box } = await middleOf(sheet);
  const from = { x: box.x + 120, y: box.y + 20 };
  await swipe(page, from, { x: from.x, y: from.y + 40 });
  await sheet.waitFor();
  await swipe(page, from, { x: from.x, y: from.y + 140 });
  await sheet.waitFor({ state: 'detached' });
});
