// One person's tabs and devices: two tabs without a server, and a home that began on one device.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addChore, addRoommate, card, exampleChores, openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { saved } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();

const state = (page, words) => page.getByRole('status').getByText(words);
const done = (page, chore, pressed) =>
  card(page, chore).getByRole('button', { name: 'Mark done', pressed });

async function edit(page, chore, label, value) {
  await page.getByRole('button', { name: `Edit ${chore}` }).click();
  await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Save' }).click();
}

async function assign(page) {
  await openSection(page, 'Assignments');
  await page.getByRole('button', { name: 'Assign Chores' }).click();
}

// What a page shows of the home, whoever looks: chores with their cards, people, assignments.
async function home(page) {
  const seen = {};
  const screens = [['Chores', 'Manage Chores', 2], ['Roommates', 'Manage Roommates', 2],
    ['Assignments', 'Chore Assignments', 3]];
  for (const [section, title, level] of screens) {
    await openSection(page, section);
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    // Of what stands in lists, not of panels beside them.
    const found = page.getByRole('main').getByRole('listitem').getByRole('heading', { level });
    await found.first().waitFor();
    // Long lists come within a few frames.
    await eventually(async () => {
      const before = seen[section];
      seen[section] = (await found.allInnerTexts()).toSorted();
      return String(seen[section]) === String(before);
    }, true);
  }
  return seen;
}

test('two tabs without a server show the same, and nothing is lost or doubled after', async () => {
  const first = await stage.openHome();
  const context = first.context();
  await openSection(first, 'Roommates');
  for (const name of ['Ben', 'Chi']) await addRoommate(first, name);
  await openSection(first, 'Chores');
  for (const chore of exampleChores) await addChore(first, { ...chore, steps: [] });
  const other = await stage.openAs('Ben', first);
  let second = await stage.openTab(context);
  await saved(second).waitFor();
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await stage.server.kill();

  // The same chore in both, another field each; a run in both; a tick in one.
  for (const page of [first, second]) await openSection(page, 'Chores');
  await edit(first, 'Recycling', 'Chore Name', 'Glass and paper');
  await card(second, 'Glass and paper').waitFor();
  await edit(second, 'Glass and paper', 'Points', '9');
  await card(first, 'Glass and paper').getByText('Weekly, 9 points').waitFor();
  await assign(first);
  await card(first, 'Trash').waitFor();
  await openSection(second, 'Chores');
  await addChore(second, { name: 'Windows', points: 1 });
  await assign(second);
  for (const page of [first, second]) await card(page, 'Windows').waitFor();
  await done(second, 'Trash', false).click();
  await done(first, 'Trash', true).waitFor();
  await first.close();
  const again = await stage.openTab(context);
  await done(again, 'Trash', true).waitFor();
  await openSection(again, 'Roommates');
  await addRoommate(again, 'Eve');
  for (const page of [again, second]) await state(page, /^Offline, 7 changes waiting/).waitFor();
  await second.close();
  second = await stage.openTab(context);
  await state(second, /^Offline, 7 changes waiting/).waitFor();

  await stage.server.comeBack();
  for (const page of [again, second, other]) await saved(page).waitFor();
  await openSection(other, 'Roommates');
  await other.getByRole('heading', { name: 'Eve', level: 2 }).waitFor();
  const seen = await home(other);
  assert.deepEqual(seen.Chores.filter((name) => /Glass|Windows/.test(name)),
    ['Glass and paper', 'Windows']);
  assert.equal(seen.Assignments.length, 5);
  for (const page of [again, second]) await eventually(() => home(page), seen);
  await openSection(other, 'Assignments');
  await done(other, 'Trash', true).waitFor();
  for (const page of [again, other]) await page.context().close();
});

test('a home that began on one device is synced later, and somebody else joins it', async () => {
  const third = await stage.openPage();
  await third.getByRole('button', { name: 'Use on this device only' }).click();
  await third.getByLabel('Household name').fill('Linden Street');
  await third.getByLabel('Your name').fill('Uli');
  await third.getByRole('button', { name: 'Create household' }).click();
  await state(third, 'Saved on this device').waitFor();
  await openSection(third, 'Roommates');
  await addRoommate(third, 'Vera');
  await openSection(third, 'Chores');
  for (const chore of exampleChores) await addChore(third, { ...chore, steps: ['First'] });
  await assign(third);
  await card(third, 'Trash').getByRole('checkbox', { name: 'First' }).check();
  await done(third, 'Dishes', false).click();
  await openSection(third, 'This device');
  await third.getByRole('button', { name: 'Sync this household' }).click();
  await saved(third).waitFor();

  const other = await stage.openAs('Vera', third);
  await eventually(() => home(other), await home(third));
  await done(other, 'Dishes', true).waitFor();
  await done(other, 'Trash', true).waitFor(); // its only step is done
  await done(other, 'Dishes', true).click();
  await done(third, 'Dishes', false).waitFor();
  for (const page of [third, other]) await page.context().close();
});
