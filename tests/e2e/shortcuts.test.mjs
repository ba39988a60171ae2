// Single keys and Ctrl Z: outside fields, never while somebody types.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { addChore, addStep, card, openSection } from './lib/chores.mjs';
import { setStage } from './lib/stage.mjs';
import { settle } from './lib/tour.mjs';

const stage = setStage();
let page;

before(async () => {
  page = await stage.openHome({ section: 'Roommates' });
});

const title = (name) => page.getByRole('heading', { name, level: 1 });
const sheet = () => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

test('"?" shows the keys, and they lead where it says', async () => {
  await page.getByRole('link', { name: 'Roommates' }).focus();
  await page.keyboard.type('?');
  await sheet().getByText('Manage Chores: G then C').waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.keyboard.press('Escape');
  await sheet().waitFor({ state: 'detached' });
  await page.keyboard.type('gc');
  await title('Manage Chores').waitFor();
  await page.keyboard.type('n');
  await page.getByLabel('Chore Name').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).first().click();
  await page.keyboard.type('gr');
  await title('Manage Roommates').waitFor();
});

test('Ctrl Z takes back what was done last, but in a field it is the field\'s own', async () => {
  const field = page.getByLabel('Name', { exact: true });
  await field.pressSequentially('gn?');
  assert.equal(await field.inputValue(), 'gn?');
  await page.keyboard.press('Control+z');
  await page.waitForFunction((node) => node.value !== 'gn?', await field.elementHandle());
  await openSection(page, 'Chores');
  await addChore(page, { name: 'Dishes' });
  await card(page, 'Dishes').getByRole('button', { name: 'Manage Sub-tasks' }).click();
  for (const step of ['Wash', 'Dry']) await addStep(page, step);
  const step = (name) => page.getByRole('button', { name: `Edit ${name}` });
  await page.getByRole('link', { name: 'Chores' }).focus();
  await page.keyboard.press('Control+z');
  await step('Dry').waitFor({ state: 'detached' });
  await step('Wash').waitFor();
  await page.keyboard.press('Control+z');
  await step('Wash').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await page.getByRole('region', { name: 'Notification' }).getByText('There is nothing to undo')
    .waitFor();
});

test('single letters can be turned off, and stay off after a reload', async () => {
  await page.getByRole('link', { name: 'Appearance' }).click();
  await page.getByRole('switch', { name: 'Single-letter shortcuts' }).click();
  await settle(page);
  await page.reload();
  await title('Appearance').waitFor();
  await page.keyboard.type('gr');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search or go to' }).waitFor();
  await page.keyboard.press('Escape');
  assert.equal(new URL(page.url()).pathname, '/settings/appearance');
});
