// Getting in and the settings, with nothing but roles and accessible names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { eventually } from './lib/eventually.mjs';
import { invite, startHousehold } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 800 };
const stage = setStage();

// Where an invitation's link leads on this stage.server.
const addressOf = (link) => new URL(link).pathname + new URL(link).hash;

const openPage = ({ address = '/', ...options } = {}) => stage.openPage(address, options);

const dialog = (page, name) => page.getByRole('dialog', { name, exact: true });
const saved = (page) => page.getByRole('status').getByText('All changes saved');

async function openSection(page, name) {
  const link = page.getByRole('link', { name, exact: true });
  if (await page.getByRole('button', { name: 'More', exact: true }).isVisible()) {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await dialog(page, 'More').waitFor();
  }
  await link.click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

test('the gate, its dialogs and the settings please axe in every look', async () => {
  for (const viewport of [phone, desktop]) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await openPage({ viewport, colorScheme });
      await page.getByRole('button', { name: 'Start a household' }).waitFor();
      assert.deepEqual(await axeViolations(page), []);
      await page.getByRole('button', { name: 'Join a household' }).click();
      await dialog(page, 'Join a household').waitFor();
      assert.deepEqual(await axeViolations(page), []);
      await page.keyboard.press('Escape');
      await startHousehold(page);
      await invite(page);
      await page.getByRole('button', { name: 'Revoke' }).waitFor();
      assert.deepEqual(await axeViolations(page), []);
      await openSection(page, 'This device');
      assert.deepEqual(await axeViolations(page), []);
      await openSection(page, 'Appearance');
      assert.deepEqual(await axeViolations(page), []);
      await page.getByRole('button', { name: /^Profile/ }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await dialog(page, 'Sign out?').waitFor();
      assert.deepEqual(await axeViolations(page), []);
      await page.context().close();
    }
  }
});

test('a household cannot be started without names, and says so at the field', async () => {
  const page = await openPage();
  await page.getByRole('button', { name: 'Start a household' }).click();
  await page.getByLabel('Household name').fill('   ');
  await page.getByRole('button', { name: 'Create household' }).click();
  await page.getByText('Household name is required.').waitFor();
  await page.getByText('Your name is required.').waitFor();
  await page.getByLabel('Your name').fill('Ana');
  await page.getByText('Your name is required.').waitFor({ state: 'detached' });
  await eventually(() => page.getByLabel('Household name').getAttribute('aria-invalid'), 'true');
  await eventually(() => page.getByLabel('Your name').inputValue(), 'Ana');
  await page.getByLabel('Household name').fill('Maple Street');
  await page.getByRole('button', { name: 'Create household' }).click();
  await saved(page).waitFor();
});

test('a dialog holds the focus, and Escape gives it back', async () => {
  const page = await openPage();
  const start = page.getByRole('button', { name: 'Start a household' });
  await start.focus();
  await page.keyboard.press('Enter');
  await dialog(page, 'Start a household').waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]'));
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement.closest('[role=dialog]') !== null));
  }
  await page.keyboard.press('Escape');
  await dialog(page, 'Start a household').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement.textContent === 'Start a household');
});

test('somebody joins with the link as somebody new, and both see each other', async () => {
  const ana = await openPage();
  await startHousehold(ana);
  const link = await invite(ana);
  const ben = await openPage({ viewport: phone, address: addressOf(link) });
  await dialog(ben, 'Join a household').waitFor();
  await ben.getByRole('radio', { name: 'I am new here' }).waitFor();
  assert.ok(!ben.url().includes('#'), 'the code leaves the address bar');
  await ben.getByLabel('Your name').fill('Ben');
  await ben.getByRole('button', { name: 'Join household' }).click();
  await saved(ben).waitFor();
  await ana.getByRole('heading', { name: 'Ben', level: 3 }).waitFor();
  await openSection(ben, 'Members');
  await ben.getByRole('heading', { name: 'Ana', level: 3 }).waitFor();
});

test('an invitation opened in a household asks first, and joins after signing out', async () => {
  const ana = await openPage();
  await startHousehold(ana);
  const link = await invite(ana);
  const ben = await openPage();
  await startHousehold(ben, { household: 'Oak Lane', person: 'Ben' });
  await ben.goto(new URL(addressOf(link), stage.server.address).href);
  const question = dialog(ben, 'Join another household?');
  await question.getByText(/Oak Lane stays as it is/).waitFor();
  assert.ok(!ben.url().includes('#'), 'the code leaves the address bar');
  await question.getByRole('button', { name: 'Stay here' }).click();
  await question.waitFor({ state: 'detached' });
  await saved(ben).waitFor();
  await ben.goto(new URL(addressOf(link), stage.server.address).href);
  await question.getByRole('button', { name: 'Sign out and join' }).click();
  await dialog(ben, 'Join a household').waitFor();
  await ben.getByRole('radio', { name: 'I am new here' }).waitFor();
  await ben.getByLabel('Your name').fill('Ben');
  await ben.getByRole('button', { name: 'Join household' }).click();
  await saved(ben).waitFor();
  await ana.getByRole('heading', { name: 'Ben', level: 3 }).waitFor();
  assert.equal(await ben.getByRole('dialog').count(), 0);
});

test('an invitation does not touch a household of this device alone', async () => {
  const ana = await openPage();
  await startHousehold(ana);
  const link = await invite(ana);
  const page = await openPage();
  await page.getByRole('button', { name: 'Use on this device only' }).click();
  await page.getByLabel('Household name').fill('Cabin');
  await page.getByLabel('Your name').fill('Chi');
  await page.getByRole('button', { name: 'Create household' }).click();
  await page.getByRole('status').getByText('Saved on this device').waitFor();
  await page.goto(new URL(addressOf(link), stage.server.address).href);
  await dialog(page, 'Join another household?').getByText(/Cabin lives in this browser/).waitFor();
  await page.getByRole('button', { name: 'Open This device' }).click();
  await page.getByRole('heading', { name: 'This device', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Sync this household' }).waitFor();
});

test('somebody joins as a roommate that is there, by typing the code', async () => {
  const ana = await openPage({ address: '/roommates' });
  await startHousehold(ana);
  await ana.getByLabel('Name', { exact: true }).fill('Chi');
  await ana.getByRole('button', { name: 'Add Roommate' }).click();
  await ana.getByRole('heading', { name: 'Chi', level: 2 }).waitFor();
  await saved(ana).waitFor();
  const code = (await invite(ana)).split('#')[1];
  const chi = await openPage();
  await chi.getByRole('button', { name: 'Join a household' }).click();
  await chi.getByLabel('Invitation code').fill(code.toLowerCase());
  await chi.getByRole('radio', { name: 'Chi' }).check();
  await chi.getByRole('button', { name: 'Join household' }).click();
  await chi.getByRole('button', { name: 'Profile: Chi, Roommate Chi' }).waitFor();
});

test('a code that nobody knows is refused at its field and kept', async () => {
  const page = await openPage();
  await page.getByRole('button', { name: 'Join a household' }).click();
  const field = page.getByLabel('Invitation code');
  await field.fill('AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-F');
  await page.getByRole('button', { name: 'Join household' }).click();
  await page.getByRole('alert').waitFor();
  await eventually(() => field.getAttribute('aria-invalid'), 'true');
  await eventually(() => field.inputValue(), 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-F');
});

test('another device of the same person opens the household with a short code', async () => {
  const first = await openPage();
  await startHousehold(first);
  await openSection(first, 'Members');
  await first.getByRole('button', { name: 'Add a device' }).click();
  await first.getByRole('button', { name: 'Copy code' }).waitFor();
  const code = await first.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent();
  const second = await openPage({ viewport: phone });
  await second.getByRole('button', { name: 'Join a household' }).click();
  await second.getByLabel('Invitation code').fill(code.trim());
  await second.getByRole('button', { name: 'Join household' }).click();
  await saved(second).waitFor();
  await second.getByRole('button', { name: 'Profile: Ana, Roommate Ana' }).waitFor();
});

test('a revoked invitation opens nothing', async () => {
  const page = await openPage();
  await startHousehold(page);
  const link = await invite(page);
  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('Nobody is invited right now.').waitFor();
  const other = await openPage({ address: addressOf(link) });
  await other.getByRole('button', { name: 'Join household' }).click();
  await other.getByRole('alert').waitFor();
  assert.equal(await other.getByRole('radio').count(), 0);
});

test('a household of this device alone is synced without typing it again', async () => {
  const page = await openPage();
  await page.getByRole('button', { name: 'Use on this device only' }).click();
  await page.getByLabel('Household name').fill('My flat');
  await page.getByLabel('Your name').fill('Dev');
  await page.getByRole('button', { name: 'Create household' }).click();
  await page.getByRole('status').getByText('Saved on this device').waitFor();
  await openSection(page, 'This device');
  await page.getByRole('button', { name: 'Sync this household' }).click();
  await saved(page).waitFor();
  await invite(page);
});

test('the theme is kept over a reload, and arrow keys walk through the sections', async () => {
  const page = await openPage({ address: '/settings/appearance', viewport: desktop });
  await startHousehold(page);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await saved(page).waitFor();
  await page.waitForFunction(() => document.documentElement.style.colorScheme === 'dark');
  await page.reload();
  await page.getByRole('radio', { name: 'Dark' }).waitFor();
  await eventually(() => page.getByRole('radio', { name: 'Dark' }).isChecked(), true);
  await page.getByRole('link', { name: 'Assignments' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement.textContent === 'Roommates');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Manage Roommates', level: 1 }).waitFor();
  const current = page.getByRole('link', { name: 'Roommates' });
  await eventually(() => current.getAttribute('aria-current'), 'page');
});

test('erasing this device leads back to the gate, and signs out', async () => {
  const page = await openPage({ viewport: phone });
  await startHousehold(page);
  await openSection(page, 'This device');
  await page.getByRole('button', { name: 'Erase this device' }).click();
  const left = page.waitForResponse(/\/api\/auth\/logout$/);
  await dialog(page, 'Erase this device?').getByRole('button', { name: 'Erase' }).click();
  await left;
  const start = page.getByRole('button', { name: 'Start a household' });
  await start.waitFor();
  // Also once the server has said that nobody is signed in.
  const answered = page.waitForResponse(/\/api\/session$/);
  await page.reload();
  await answered;
  await start.waitFor();
  assert.equal(await page.getByRole('navigation', { name: 'Sections' }).count(), 0);
});
