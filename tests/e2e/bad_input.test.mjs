// Every text field refuses what it cannot take: it says why by its name, and keeps what was typed.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { addChore, addRoommate, card, openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { saved, startHousehold } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();
let page;

before(async () => {
  page = await stage.openPage('/');
});

const tooLong = 'x'.repeat(10000);
const textFaults = [['', /is required/], [tooLong, /may have at most \d+ characters/],
  ['a\0b', /is not readable text/], [' \t ', /is required/]];
// Letters do not get into a number's field: the browser keeps them out.
const numberFaults = ['', '-1', '1.5', '99999999999999999999', '9'.repeat(300)]
  .map((value) => [value, /must be/]);

// `says`: what the refusals call the field.
async function refuses(scope, { label, button, faults = textFaults, says = label }) {
  const field = scope.getByLabel(label, { exact: true });
  for (const [value, words] of faults) {
    await field.fill(value);
    await scope.getByRole('button', { name: button, exact: true }).click();
    await scope.getByRole('alert').filter({ hasText: words }).filter({ hasText: says })
      .waitFor();
    await eventually(() => field.inputValue(), value);
    await eventually(() => field.getAttribute('aria-invalid'), 'true');
  }
}

const titles = async () => (await page.getByRole('main').getByRole('heading', { level: 2 })
  .allInnerTexts()).toSorted();

test('the way in', async () => {
  await page.getByRole('button', { name: 'Start a household' }).click();
  const start = page.getByRole('dialog', { name: 'Start a household' });
  await start.getByLabel('Your name').fill('Ana');
  await refuses(start, { label: 'Household name', button: 'Create household' });
  await start.getByLabel('Household name').fill('Maple Street');
  await refuses(start, { label: 'Your name', button: 'Create household' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Join a household' }).click();
  const join = page.getByRole('dialog', { name: 'Join a household' });
  await refuses(join, { label: 'Invitation code', button: 'Join household',
    faults: [['', /is required/], ['A', /this has 1/], ['a\0b', /may have only letters/],
      [tooLong, /this has 10000/]] });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Start a household' }).waitFor();
});

test('people', async () => {
  await startHousehold(page);
  await openSection(page, 'Roommates');
  await addRoommate(page, 'Ben');
  await refuses(page, { label: 'Name', button: 'Add Roommate',
    faults: textFaults.filter(([value]) => value.trim() !== '') });
  await page.getByLabel('Name', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Edit Ben' }).click();
  const form = page.getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Save' }) });
  await refuses(form, { label: 'Name', button: 'Save' });
  await form.getByLabel('Name', { exact: true }).fill('Ben');
  await refuses(form, { label: 'Weight', button: 'Save', faults: numberFaults });
  await form.getByRole('button', { name: 'Cancel' }).click();
  await eventually(titles, ['Ana', 'Ben']);
});

test('chores and their steps', async () => {
  await openSection(page, 'Chores');
  await addChore(page, { name: 'Windows' });
  await page.getByRole('button', { name: 'Add New Chore' }).click();
  await refuses(page, { label: 'Chore Name', button: 'Save' });
  await page.getByLabel('Chore Name').fill('Oven');
  await refuses(page,
    { label: 'Points', button: 'Save', faults: [...numberFaults, ['0', /at least/]] });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await card(page, 'Windows').getByRole('button', { name: 'Manage Sub-tasks' }).click();
  await page.getByRole('button', { name: 'Add Sub-task' }).click();
  await refuses(page.getByRole('dialog'), { label: 'Sub-task Name', button: 'Save' });
  await page.keyboard.press('Escape');
  await saved(page).waitFor();
  await page.reload();
  await card(page, 'Windows').waitFor();
  assert.equal(await page.getByText(/\d sub-task/).count(), 0);
  await eventually(titles, ['Windows']);
});
