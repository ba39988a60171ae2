// Fields that somebody else fills in: password managers, autofill, one-time codes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addRoommate, openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { invite } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();

// As password managers do: past the page's own setter, then an event as if it was typed.
const fillIn = (field, value) => field.evaluate((element, text) => {
  const kind = element.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(element, text);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}, value);
const press = (place, name) => place.getByRole('button', { name, exact: true }).first().click();

test('what is filled in arrives, in every field of the product', async () => {
  const page = await stage.openPage('/');
  await press(page, 'Start a household');
  await fillIn(page.getByLabel('Household name'), 'Maple Street');
  await fillIn(page.getByLabel('Your name'), 'Olga');
  await press(page, 'Create household');
  await page.getByRole('status').getByText('All changes saved').waitFor();
  await page.getByText('Maple Street').first().waitFor();

  await openSection(page, 'Roommates');
  await fillIn(page.getByLabel('Name', { exact: true }), 'Ben');
  await press(page, 'Add Roommate');
  await press(page, 'Edit Ben');
  const card = page.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: 'Ben', exact: true }) });
  await fillIn(card.getByLabel('Name', { exact: true }), 'Benno');
  await fillIn(card.getByLabel('Weight', { exact: true }), '80');
  await press(card, 'Save');
  await page.getByRole('heading', { name: 'Benno', exact: true }).waitFor();
  await press(page, 'Edit Benno');
  await eventually(() => page.getByLabel('Weight', { exact: true }).inputValue(), '80');
  await press(page, 'Adjust points');
  const dialog = page.getByRole('dialog');
  await fillIn(dialog.getByLabel('Points', { exact: true }), '5');
  await fillIn(dialog.getByLabel('Reason'), 'Painted the hall');
  await press(dialog, 'Save');
  await dialog.waitFor({ state: 'detached' });

  await openSection(page, 'Chores');
  await press(page, 'Add New Chore');
  await fillIn(page.getByLabel('Chore Name'), 'Dishes');
  await fillIn(page.getByLabel('Points', { exact: true }), '7');
  await press(page, 'Save');
  await page.getByRole('heading', { name: 'Dishes', exact: true }).waitFor();
  await press(page, 'Manage Sub-tasks');
  await press(page, 'Add Sub-task');
  await fillIn(dialog.getByLabel('Sub-task Name'), 'Wash');
  await press(dialog, 'Save');
  await page.getByRole('button', { name: 'Edit Wash' }).waitFor();

  await page.keyboard.press('Control+k');
  await fillIn(page.getByRole('combobox'), 'appear');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Appearance', level: 1 }).waitFor();
});

test('an invitation that a phone fills in as a one-time code opens the household', async () => {
  const page = await stage.openHome({ place: '/roommates' });
  await addRoommate(page, 'Ben');
  const link = await invite(page);
  const ben = await stage.openPage('/');
  await press(ben, 'Join a household');
  const code = ben.getByLabel('Invitation code');
  assert.equal(await code.getAttribute('autocomplete'), 'one-time-code');
  await fillIn(code, link.split('#')[1]);
  await ben.getByRole('radio', { name: 'Ben', exact: true }).check();
  await press(ben, 'Join household');
  await ben.getByRole('status').getByText('All changes saved').waitFor();
});
