// The product's main job, told in one go: two people share a home, apart and together.
import { test } from 'node:test';
import { addChore, addRoommate, card, exampleChores, openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { saved } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();
let ana;
let ben;

const state = (page, words) => page.getByRole('status').getByText(words);
// Of what stands in lists, not of panels beside them.
const headings = (page, level) =>
  page.getByRole('main').getByRole('listitem').getByRole('heading', { level });
const names = async (page, level) => (await headings(page, level).allInnerTexts()).toSorted();
const done = (page, chore, pressed) =>
  card(page, chore).getByRole('button', { name: 'Mark done', pressed });

test('a home is filled and divided, and a second browser sees each step', async () => {
  ana = await stage.openHome({ roommates: ['Ben', 'Chi', 'Dev', 'Eve'], chores: exampleChores });
  ben = await stage.openAs('Ben', ana,
    { section: 'Assignments', viewport: { width: 390, height: 844 } });
  await ben.getByRole('heading', { name: 'No chores assigned yet' }).waitFor();

  await openSection(ana, 'Assignments');
  await ana.getByRole('button', { name: 'Assign Chores' }).click();
  for (const { name } of exampleChores) await card(ben, name).waitFor();
  await card(ana, 'Trash').getByRole('checkbox', { name: 'New bags' }).check();
  await card(ben, 'Trash').getByText('25% (1 of 4 completed)').waitFor();
  await done(ana, 'Dishes', false).click();
  await done(ben, 'Dishes', true).waitFor();
  await ana.getByRole('button', { name: 'Undo' }).click();
  await done(ben, 'Dishes', false).waitFor();
});

test('both go on without the server, and agree when it is back', async () => {
  await ben.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  for (const page of [ana, ben]) await saved(page).waitFor();
  await stage.server.kill();
  // The same chore, another field each; the same run; the same name for two people.
  await openSection(ana, 'Chores');
  await ana.getByRole('button', { name: 'Edit Recycling' }).click();
  await ana.getByLabel('Chore Name').fill('Glass and paper');
  await ana.getByRole('button', { name: 'Save' }).click();
  await addChore(ana, { name: 'Windows', points: 1 });
  await openSection(ana, 'Assignments');
  await ana.getByRole('button', { name: 'Assign Chores' }).click();
  await card(ana, 'Windows').waitFor();
  await openSection(ana, 'Roommates');
  await addRoommate(ana, 'Finn');
  await state(ana, /^Offline, 4 changes waiting/).waitFor();

  await openSection(ben, 'Chores');
  await ben.getByRole('button', { name: 'Edit Recycling' }).click();
  await ben.getByLabel('Points', { exact: true }).fill('9');
  await ben.getByRole('button', { name: 'Save' }).click();
  await openSection(ben, 'Assignments');
  await ben.getByRole('button', { name: 'Assign Chores' }).click();
  await done(ben, 'Trash', false).click();
  await openSection(ben, 'Roommates');
  await addRoommate(ben, 'Finn');
  const context = ben.context();
  await ben.close();
  ben = await stage.openTab(context);
  await done(ben, 'Trash', true).waitFor();
  await state(ben, /^Offline, \d changes waiting/).waitFor();

  await stage.server.comeBack();
  const refused = /could not be applied/;
  const one = Promise.any([ana, ben].map(async (page) => {
    await state(page, refused).waitFor();
    return page;
  }));
  const unlucky = await one;
  await saved(unlucky === ana ? ben : ana).waitFor();
  for (const page of [ana, ben]) {
    await openSection(page, 'Chores');
    await card(page, 'Glass and paper').getByText('Weekly, 9 points').waitFor();
    await openSection(page, 'Roommates');
    await page.getByRole('heading', { name: 'Finn', level: 2 }).waitFor();
    await openSection(page, 'Assignments');
    await done(page, 'Trash', true).waitFor();
    await card(page, 'Windows').waitFor();
  }
  await eventually(async () => (await names(ana, 3)).length, 5);
  await eventually(() => names(ben, 3), await names(ana, 3));

  // What was refused is explained, and what was typed is kept until it is let go.
  await unlucky.getByRole('status').getByRole('button').click();
  const list = unlucky.getByRole('dialog', { name: 'Not applied' });
  await list.getByText(/Finn/).first().waitFor();
  await list.getByText(/already called Finn/).waitFor();
  await list.getByRole('button', { name: 'Discard' }).click();
  await saved(unlucky).waitFor();
});
