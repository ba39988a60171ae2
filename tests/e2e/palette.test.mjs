// "Search or go to": from anywhere to anything by name, with the keyboard or a finger.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { eventually } from './lib/eventually.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();
let page;

before(async () => {
  page = await stage.openHome({ roommates: ['Ben'], chores: [{ name: 'Clean the oven' }] });
});

const palette = () => page.getByRole('dialog', { name: 'Search or go to' });
const field = () => palette().getByRole('combobox', { name: 'Search or go to' });
const options = () => palette().getByRole('option');
const title = (name) => page.getByRole('heading', { name, level: 1 });

async function open() {
  await page.keyboard.press('Control+k');
  await field().waitFor();
  await page.waitForFunction((node) => node === document.activeElement,
    await field().elementHandle());
}

test('a few letters and Enter lead to any screen', async () => {
  await open();
  await palette().getByRole('group', { name: 'Go to' }).getByRole('option', { name: 'Chores' })
    .waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.keyboard.type('appea');
  await eventually(() => options().allInnerTexts(), ['Appearance']);
  await page.keyboard.press('Enter');
  await title('Appearance').waitFor();
  assert.equal(new URL(page.url()).pathname, '/settings/appearance');
});

test('arrow keys go round among what was found, and say where they are', async () => {
  await open();
  await page.keyboard.type('CH');
  const names = ['Chores', 'Add New Chore'];
  await eventually(() => options().allInnerTexts(), names);
  const chosen = () => palette().getByRole('option', { selected: true }).innerText();
  await eventually(chosen, names[0]);
  await page.keyboard.press('ArrowDown');
  await eventually(chosen, names[1]);
  await page.keyboard.press('ArrowDown');
  await eventually(chosen, names[0]);
  await page.keyboard.press('ArrowUp');
  await eventually(chosen, names.at(-1));
  await eventually(() => field().evaluate((node) =>
    document.getElementById(node.getAttribute('aria-activedescendant'))?.textContent),
  names.at(-1));
  await page.keyboard.press('Escape');
  await palette().waitFor({ state: 'detached' });
});

test('actions open what they name, and things are found by their names', async () => {
  await open();
  await page.keyboard.type('new ch');
  await options().filter({ hasText: 'Add New Chore' }).click();
  await title('Add New Chore').waitFor();
  await page.getByLabel('Chore Name').fill('Windows');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await open();
  await page.keyboard.type('oven');
  await palette().getByRole('group', { name: 'Found' })
    .getByRole('option', { name: 'Clean the oven' }).waitFor();
  await page.keyboard.press('Enter');
  await eventually(() => page.getByLabel('Chore Name').inputValue(), 'Clean the oven');
  await open();
  await page.keyboard.type('ben');
  await options().filter({ hasText: 'Ben' }).waitFor();
  await page.keyboard.press('Enter');
  await title('Ben').waitFor();
  await eventually(() => page.getByRole('listitem').getByLabel('Name', { exact: true })
    .inputValue(), 'Ben');
});

test('what nobody is called is said so, and the button opens it too', async () => {
  await page.getByRole('button', { name: 'Search or go to' }).click();
  await field().fill('zzz');
  await palette().getByText('Nothing here is called that.').waitFor();
  await eventually(() => options().count(), 0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await palette().waitFor({ state: 'detached' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('dialog', { name: 'More' })
    .getByRole('button', { name: 'Search or go to' }).click();
  await field().fill('past');
  await options().filter({ hasText: 'Past cycles' }).click();
  await title('Past cycles').waitFor();
});
