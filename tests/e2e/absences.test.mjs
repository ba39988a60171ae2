// Days away and what becomes of open chores in them, and points corrected by an admin: with nothing
// but roles and accessible names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { addRoommate, card, openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { saved } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();

const press = (place, name) => place.getByRole('button', { name, exact: true }).click();
const groupOf = (page, name) => page.getByRole('region', { name: `${name}'s Chores` });
const day = (later) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);

// Ana and Ben with six chores that are given out: each has some.
async function openHome() {
  const chores = ['Windows', 'Fridge', 'Oven', 'Stairs', 'Balcony', 'Bath']
    .map((name) => ({ name, points: 5 }));
  const page = await stage.openHome({ roommates: ['Ben'], chores, section: 'Assignments' });
  await press(page, 'Assign Chores');
  await groupOf(page, 'Ana').waitFor();
  await groupOf(page, 'Ben').waitFor();
  return page;
}

const headings = async (place) => (await place.getByRole('heading', { level: 3 })
  .allInnerTexts()).toSorted();

async function enterDaysAway(page, name) {
  await openSection(page, 'Roommates');
  await press(page, `Edit ${name}`);
  await press(page, 'Add dates');
  await page.getByLabel('First day away', { exact: true }).fill(day(1));
  await page.getByLabel('Last day away', { exact: true }).fill(day(30));
  await press(page, 'Add away dates');
  return page.getByRole('dialog', { name: `While ${name} is away` });
}

test('whoever goes away is asked about each open chore: back, for others, or kept', async () => {
  const page = await openHome();
  const ben = await stage.openAs('Ben', page);
  await openSection(ben, 'Assignments');
  await groupOf(ben, 'Ben').waitFor();
  const own = await headings(groupOf(ben, 'Ben'));
  assert.equal(own.length, 3);
  const dialog = await enterDaysAway(ben, 'Ben');
  await dialog.getByRole('listitem').first().waitFor();
  assert.deepEqual(await headings(dialog), own);
  assert.deepEqual(await axeViolations(ben), []);
  const of = (chore) => dialog.getByRole('listitem').filter({
    has: ben.getByRole('heading', { name: chore, exact: true }),
  });
  await press(of(own[0]), 'Back to the pool');
  await of(own[0]).waitFor({ state: 'detached' });
  await press(of(own[1]), 'Ask for a swap');
  await of(own[1]).waitFor({ state: 'detached' });
  await press(of(own[2]), 'Keep');
  await dialog.waitFor({ state: 'detached' });
  await saved(ben).waitFor();
  // Ana sees what went back, and gives it out again: only she is there.
  await openSection(page, 'Assignments');
  await groupOf(page, 'Ben').getByRole('heading', { name: own[0], exact: true })
    .waitFor({ state: 'detached' });
  await groupOf(page, 'Ben').getByRole('heading', { name: own[2], exact: true }).waitFor();
});

test('an admin decides for others offline, and it holds once the server is reached', async () => {
  const page = await openHome();
  const bens = await headings(groupOf(page, 'Ben'));
  await saved(page).waitFor();
  await page.context().setOffline(true);
  const dialog = await enterDaysAway(page, 'Ben');
  for (const name of bens) {
    const item = dialog.getByRole('listitem').filter({
      has: page.getByRole('heading', { name, exact: true }),
    });
    await press(item, 'Back to the pool');
    await item.waitFor({ state: 'detached' });
  }
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('status').getByText(/^Offline, 4 changes waiting/).waitFor();
  await page.context().setOffline(false);
  await saved(page).waitFor();
  await openSection(page, 'Assignments');
  await groupOf(page, 'Ana').waitFor();
  assert.equal(await groupOf(page, 'Ben').count(), 0);
  assert.equal((await headings(groupOf(page, 'Ana'))).length, 3);
});

test('no question is asked where nothing is open, and one that is left keeps everything',
  async () => {
    const page = await openHome();
    await groupOf(page, 'Ben').waitFor();
    const dialog = await enterDaysAway(page, 'Ben');
    await press(dialog, 'Close');
    await dialog.waitFor({ state: 'detached' });
    await press(page, 'Cancel');
    await page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
    await addRoommate(page, 'Chi');
    await enterDaysAway(page, 'Chi');
    await card(page, 'Chi').getByRole('button', { name: /^Remove / }).waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0);
    await openSection(page, 'Assignments');
    await groupOf(page, 'Ben').waitFor();
    assert.equal((await headings(groupOf(page, 'Ben'))).length, 3);
  });

test('an admin adjusts points with a reason, members do not', async () => {
  const page = await openHome();
  await openSection(page, 'Roommates');
  await press(page, 'Edit Ben');
  await press(page, 'Adjust points');
  const dialog = page.getByRole('dialog', { name: 'Adjust points' });
  await dialog.getByLabel('Points', { exact: true }).fill('101');
  await press(dialog, 'Save');
  await dialog.getByRole('alert').filter({ hasText: 'Points must be at most 100.' }).waitFor();
  await dialog.getByRole('alert').filter({ hasText: 'Reason is required.' }).waitFor();
  await dialog.getByLabel('Points', { exact: true }).fill('0');
  await dialog.getByLabel('Reason').fill('Cleaned the cellar');
  await press(dialog, 'Save');
  await dialog.getByRole('alert').filter({ hasText: 'Say how many points' }).waitFor();
  await eventually(() => dialog.getByLabel('Reason').inputValue(), 'Cleaned the cellar');
  assert.deepEqual(await axeViolations(page), []);
  await dialog.getByLabel('Points', { exact: true }).fill('+4');
  await press(dialog, 'Save');
  await dialog.waitFor({ state: 'detached' });
  await card(page, 'Ben').getByText('Current Cycle Points: 4').waitFor();
  const ben = await stage.openAs('Ben', page);
  await openSection(ben, 'Roommates');
  await card(ben, 'Ben').getByText('Current Cycle Points: 4').waitFor();
  await press(ben, 'Edit Ben');
  await ben.getByRole('button', { name: 'Save' }).waitFor();
  assert.equal(await ben.getByRole('button', { name: 'Adjust points' }).count(), 0);
});
