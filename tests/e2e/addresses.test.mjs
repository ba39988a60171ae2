// Every screen and every item has an address: opening one goes forward in the browser's history,
// closing it goes back, and title, first heading and announcement follow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { card } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { saved } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();
const id = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const chores = [{ name: 'Oven' }, { name: 'Trash' }, { name: 'Hall' }, { name: 'Plants' }];

const press = (place, name) => place.getByRole('button', { name, exact: true }).first().click();
const pathOf = async (page) => page.evaluate(() => location.pathname);
// The place of the present entry among all.
const depthOf = (page) => page.evaluate(() => navigation.currentEntry.index);
const dialog = (page, name) => page.getByRole('dialog', { name });

async function isAt(page, path, title, heading) {
  await eventually(async () => new RegExp(`^${path}$`).test(await pathOf(page)), true);
  await eventually(() => page.title(), `${title} – RoomieRoster`);
  const first = page.getByRole('heading', { level: 1 });
  await first.filter({ hasText: heading }).waitFor();
  await eventually(() => first.count(), 1);
}

// What the polite region said since, one text an announcement.
async function listen(page) {
  await page.evaluate(() => {
    globalThis.said = [];
    new MutationObserver(() => globalThis.said.push(document.getElementById('polite').textContent))
      .observe(document.getElementById('polite'), { childList: true });
  });
  return () => page.evaluate(() => globalThis.said.splice(0).map((text) => text.trim()));
}

const openHome = (section, options = {}) =>
  stage.openHome({ roommates: ['Ben'], chores, section, ...options });

const items = [
  { what: 'a chore', section: 'Chores', open: (page) => press(page, 'Edit Oven'),
    path: `/chores/${id}`, title: 'Oven – Manage Chores', heading: 'Edit Chore', said: 'Oven',
    close: (page) => press(page, 'Cancel'), screen: ['/chores', 'Manage Chores'] },
  { what: 'a new chore', section: 'Chores', open: (page) => press(page, 'Add New Chore'),
    path: '/chores/new', title: 'Add New Chore – Manage Chores', heading: 'Add New Chore',
    said: 'Add New Chore', close: (page) => press(page, 'Cancel'),
    screen: ['/chores', 'Manage Chores'] },
  { what: 'a roommate', section: 'Roommates', open: (page) => press(page, 'Edit Ben'),
    path: `/roommates/${id}`, title: 'Ben – Manage Roommates', heading: 'Ben', said: 'Ben',
    close: (page) => press(page, 'Cancel'), screen: ['/roommates', 'Manage Roommates'] },
  { what: 'why somebody has a chore', section: 'Assignments',
    open: (page) => card(page, 'Oven').getByRole('button', { name: /^Why( me)?\?$/ }).click(),
    path: `/assignments/${id}`, title: 'Oven – Chore Assignments', heading: /^Why/, said: 'Oven',
    close: (page) => page.keyboard.press('Escape'), screen: ['/assignments', 'Chore Assignments'] },
  { what: 'a swap', section: 'Assignments',
    open: (page) => press(page.getByRole('region', { name: "Ana's Chores" }), 'Swap'),
    path: `/assignments/${id}/swap`, title: /^Swap \w+ – Chore Assignments/, heading: 'Swap',
    said: /^Swap/, close: (page) => page.keyboard.press('Escape'),
    screen: ['/assignments', 'Chore Assignments'] },
];

for (const item of items) {
  test(`${item.what} has an address that opens, closes, and survives a reload`, async () => {
    const page = await openHome(item.section);
    const [path, title] = item.screen;
    if (item.section === 'Assignments') {
      await press(page, 'Assign Chores');
      await card(page, 'Oven').waitFor();
    }
    await isAt(page, path, title, title);
    const depth = await depthOf(page);
    const announced = await listen(page);
    await item.open(page);
    const opened = () => eventually(async () =>
      new RegExp(`^${item.path}$`).test(await pathOf(page)), true);
    await opened();
    const full = await page.title();
    assert.match(full, new RegExp(item.title));
    await isAt(page, item.path, full.replace(/ – RoomieRoster$/, ''), item.heading);
    const said = await announced();
    assert.equal(said.length, 1, String(said));
    assert.match(said[0], new RegExp(item.said));
    assert.equal(await depthOf(page), depth + 1);

    await page.goBack();
    await isAt(page, path, title, title);
    assert.deepEqual(await announced(), [title]);
    await page.goForward();
    await opened();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: item.heading }).waitFor();

    await page.reload();
    await isAt(page, item.path, full.replace(/ – RoomieRoster$/, ''), item.heading);
    // Closing goes back: the history does not grow.
    await item.close(page);
    await isAt(page, path, title, title);
    await eventually(() => depthOf(page), depth);
    await item.open(page);
    await opened();
    assert.equal(await depthOf(page), depth + 1);
    await page.context().close();
  });
}

test('an address that was opened by itself is closed into its screen', async () => {
  const page = await openHome('Chores');
  await press(page, 'Edit Oven');
  await eventually(async () => (await pathOf(page)).length > 30, true);
  const address = page.url();
  await saved(page).waitFor();
  const other = await page.context().newPage();
  await other.goto(address);
  await isAt(other, `/chores/${id}`, 'Oven – Manage Chores', 'Edit Chore');
  const depth = await depthOf(other);
  await press(other, 'Cancel');
  await isAt(other, '/chores', 'Manage Chores', 'Manage Chores');
  assert.equal(await depthOf(other), depth);
  await page.context().close();
});

const nobody = '00000000-0000-7000-8000-000000000000';
for (const [path, words, screen] of [
  [`/chores/${nobody}`, 'This chore is no longer here', ['/chores', 'Manage Chores']],
  ['/chores/nonsense', 'This chore is no longer here', ['/chores', 'Manage Chores']],
  [`/roommates/${nobody}`, 'This roommate is no longer here', ['/roommates', 'Manage Roommates']],
  [`/assignments/${nobody}`, 'This assignment is no longer here',
    ['/assignments', 'Chore Assignments']],
  [`/assignments/${nobody}/swap`, 'This assignment is no longer here',
    ['/assignments', 'Chore Assignments']],
  [`/assignments/cycles/${nobody}`, 'This cycle is no longer here',
    ['/assignments/cycles', 'Past cycles']],
]) {
  test(`${path} says kindly that it is not there, and shows the screen`, async () => {
    const page = await openHome(undefined, { chores: [], roommates: [] });
    await saved(page).waitFor();
    await page.goto(stage.server.address + path);
    await page.getByRole('region', { name: 'Notification' }).getByText(words).waitFor();
    await isAt(page, screen[0], screen[1], screen[1]);
    await page.context().close();
  });
}

test('a chore that was deleted meanwhile is said to be gone', async () => {
  const page = await openHome('Chores');
  await press(page, 'Edit Oven');
  await eventually(async () => (await pathOf(page)).length > 30, true);
  await press(page, 'Delete Oven');
  await press(dialog(page, 'Delete Oven?'), 'Delete');
  await isAt(page, '/chores', 'Manage Chores', 'Manage Chores');
  await page.goForward();
  await page.getByRole('region', { name: 'Notification' })
    .getByText('This chore is no longer here').waitFor();
  await isAt(page, '/chores', 'Manage Chores', 'Manage Chores');
  await page.context().close();
});

test('what was typed stands there again after Back, and is gone after Cancel', async () => {
  const page = await openHome('Chores');
  const name = page.getByLabel('Chore Name');
  await press(page, 'Add New Chore');
  await name.fill('Wash the car');
  await page.goBack();
  await name.waitFor({ state: 'detached' });
  await page.goForward();
  await eventually(() => name.inputValue(), 'Wash the car');
  await page.goBack();
  await name.waitFor({ state: 'detached' });
  await press(page, 'Add New Chore');
  await eventually(() => name.inputValue(), 'Wash the car');
  await press(page, 'Cancel');
  await name.waitFor({ state: 'detached' });
  await press(page, 'Add New Chore');
  await eventually(() => name.inputValue(), '');
  await press(page, 'Edit Oven');
  await eventually(() => name.inputValue(), 'Oven');
  await name.fill('Oven and hob');
  // The section's own link closes the form, and loses nothing.
  await page.getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: 'Chores' }).click();
  await isAt(page, '/chores', 'Manage Chores', 'Manage Chores');
  await press(page, 'Edit Oven');
  await eventually(() => name.inputValue(), 'Oven and hob');
  await press(page, 'Save');
  await card(page, 'Oven and hob').waitFor();
  await isAt(page, '/chores', 'Manage Chores', 'Manage Chores');

  await page.getByRole('link', { name: 'Roommates', exact: true }).click();
  await press(page, 'Edit Ben');
  const weight = page.getByLabel('Weight', { exact: true });
  await weight.fill('50');
  await page.goBack();
  await weight.waitFor({ state: 'detached' });
  await page.goForward();
  await eventually(() => weight.inputValue(), '50');
  await page.context().close();
});

test('the palette leads to an item by its address', async () => {
  const page = await openHome('Assignments');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search or go to' });
  await field.fill('plants');
  await page.getByRole('option', { name: 'Plants' }).waitFor();
  await field.press('Enter');
  await isAt(page, `/chores/${id}`, 'Plants – Manage Chores', 'Edit Chore');
  await eventually(() => page.getByLabel('Chore Name')
    .evaluate((node) => node === document.activeElement), true);
  await page.goBack();
  await isAt(page, '/chores', 'Manage Chores', 'Manage Chores');
  await page.goBack();
  await isAt(page, '/assignments', 'Chore Assignments', 'Chore Assignments');
  await page.context().close();
});

test('screens go back and forward with title, heading and one announcement each', async () => {
  const page = await openHome('Assignments');
  await isAt(page, '/assignments', 'Chore Assignments', 'Chore Assignments');
  const announced = await listen(page);
  for (const [name, path, title] of [['Chores', '/chores', 'Manage Chores'],
    ['Appearance', '/settings/appearance', 'Appearance']]) {
    await page.getByRole('link', { name, exact: true }).click();
    await isAt(page, path, title, title);
    assert.deepEqual(await announced(), [title]);
  }
  await page.goBack();
  await isAt(page, '/chores', 'Manage Chores', 'Manage Chores');
  assert.deepEqual(await announced(), ['Manage Chores']);
  await page.goForward();
  await isAt(page, '/settings/appearance', 'Appearance', 'Appearance');
  assert.deepEqual(await announced(), ['Appearance']);
  await page.context().close();
});

test('a past cycle has an address', async () => {
  const page = await openHome('Assignments');
  await press(page, 'Assign Chores');
  await card(page, 'Oven').waitFor();
  await card(page, 'Oven').getByRole('button', { name: 'Mark done' }).click();
  await press(page, 'Reset Cycle');
  await press(dialog(page, 'Reset Cycle?'), 'Reset Cycle');
  await dialog(page, 'Reset Cycle?').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or go to' }).fill('–');
  await page.getByRole('option').first().click();
  const title = page.getByRole('main').getByRole('heading', { level: 1 });
  await eventually(async () =>
    new RegExp(`^/assignments/cycles/${id}$`).test(await pathOf(page)), true);
  await title.filter({ hasText: ' – ' }).waitFor();
  await eventually(() => title.evaluate((node) => node === document.activeElement), true);
  await saved(page).waitFor();
  await page.reload();
  await title.filter({ hasText: ' – ' }).waitFor();
  assert.match(await page.title(), / – Past cycles – RoomieRoster$/);
  await page.context().close();
});
