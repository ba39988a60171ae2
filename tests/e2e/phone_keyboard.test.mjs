// The keyboard of a phone: it comes up with a tap, suits its field, and covers no caret.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addRoommate, openSection } from './lib/chores.mjs';
import { phone, setStage } from './lib/stage.mjs';

const stage = setStage();

const hints = (field) => field.evaluate((element) => ({
  is: element.tagName === 'TEXTAREA' ? 'textarea' : element.type,
  keyboard: element.inputMode,
  enter: element.enterKeyHint,
  capitals: element.autocapitalize,
  spelling: element.spellcheck,
  fill: element.autocomplete,
}));
const text = { is: 'text', keyboard: '', enter: 'done', capitals: 'sentences', spelling: true,
  fill: 'off' };
const name = { ...text, capitals: 'words', spelling: false };
const number = { ...text, is: 'number', keyboard: 'numeric', capitals: 'none', spelling: false };
const quiet = { ...text, capitals: 'none', spelling: false };

const press = (place, words) => place.getByRole('button', { name: words, exact: true }).first()
  .click();

test('every field asks for the keyboard that suits it', async () => {
  const page = await stage.openPage('/', phone);
  const found = {};
  const see = async (words, { within = page, label = words } = {}) => {
    found[words] = await hints(within.getByLabel(label, { exact: true }).last());
  };
  await press(page, 'Join a household');
  await see('Invitation code');
  await page.keyboard.press('Escape');
  await press(page, 'Start a household');
  await see('Household name');
  await see('Your name');
  await page.getByLabel('Household name').fill('Maple Street');
  await page.getByLabel('Your name').fill('Olga');
  await press(page, 'Create household');
  await page.getByRole('status').getByText('All changes saved').waitFor();
  await openSection(page, 'Roommates');
  await see('Name');
  await addRoommate(page, 'Ben');
  await press(page, 'Edit Ben');
  await see('Name of a roommate', { within: page.getByRole('listitem'), label: 'Name' });
  await see('Weight');
  await press(page, 'Adjust points');
  await see('Points of a roommate', { within: page.getByRole('dialog'), label: 'Points' });
  await see('Reason');
  await page.keyboard.press('Escape');
  await openSection(page, 'Chores');
  await press(page, 'Add New Chore');
  await see('Chore Name');
  await see('Points');
  await page.getByLabel('Chore Name').fill('Dishes');
  await press(page, 'Save');
  await press(page, 'Manage Sub-tasks');
  await press(page, 'Add Sub-task');
  await see('Sub-task Name');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  found.Search = await hints(page.getByRole('combobox'));
  assert.deepEqual(found, {
    'Invitation code': { ...quiet, enter: 'go', fill: 'one-time-code' },
    'Household name': { ...name, enter: 'next' },
    'Your name': { ...name, fill: 'given-name' },
    Name: name,
    'Name of a roommate': name,
    Weight: number,
    'Points of a roommate': number,
    Reason: text,
    'Chore Name': text,
    Points: number,
    'Sub-task Name': text,
    Search: { ...quiet, keyboard: 'search', enter: 'go' },
  });
});

test('a tap on a field focuses a real one in the same gesture', async () => {
  const page = await stage.openHome({ place: '/roommates', ...phone });
  await page.evaluate(() => addEventListener('click', () => {
    globalThis.focusedAtClick = document.activeElement.tagName;
  }, true));
  await page.getByLabel('Name', { exact: true }).tap();
  assert.equal(await page.evaluate(() => globalThis.focusedAtClick), 'INPUT');
  await page.keyboard.type('Ana');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ana', level: 2 }).waitFor();
});

// Wholly on the screen, and nothing lies over its middle.
const isSeen = (field) => field.evaluate((element) => {
  const { top, bottom, left, width } = element.getBoundingClientRect();
  const { height, offsetTop } = visualViewport;
  return top >= offsetTop && bottom <= offsetTop + height &&
    document.elementFromPoint(left + width / 2, (top + bottom) / 2) === element;
});

test('the caret stays in sight when the keyboard takes half of the screen', async () => {
  const page = await stage.openHome({ place: '/roommates', ...phone });
  for (const each of ['Ben', 'Chi', 'Dev', 'Eli', 'Finn']) await addRoommate(page, each);
  await page.reload(); // without the last one's notice
  await page.getByRole('button', { name: 'Edit Finn' }).waitFor();
  const forms = [
    async () => {
      await press(page, 'Edit Finn');
      return page.getByLabel('Weight', { exact: true });
    },
    async () => {
      await press(page, 'Adjust points');
      return page.getByRole('dialog').getByLabel('Reason');
    },
    async () => {
      await openSection(page, 'Chores');
      await press(page, 'Add New Chore');
      return page.getByLabel('Points', { exact: true });
    },
  ];
  for (const open of forms) {
    await page.setViewportSize(phone.viewport);
    const field = await open();
    await field.tap();
    await page.setViewportSize({ width: 390, height: 400 });
    await page.waitForFunction(() => innerHeight === 400);
    const element = await field.elementHandle();
    await page.waitForFunction((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      return document.activeElement === each && top >= 0 && bottom <= innerHeight;
    }, element);
    assert.ok(await isSeen(field));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
});
